"""Who may flag, answer and close."""

from django.utils.translation import gettext_lazy as _

from reviews.issues.models import Issue, IssueState
from reviews.people.models import User
from reviews.people.permissions import YES, Verdict, no
from reviews.people.roles import Role
from reviews.translations.models import State, Translation

# Which state an issue may take, from which, and who says so.
MOVES: dict[str, tuple[tuple[str, ...], Role]] = {
    IssueState.ACCEPTED: ((IssueState.OPEN, IssueState.DISPUTED), Role.TRANSLATOR),
    IssueState.DISPUTED: ((IssueState.OPEN, IssueState.ACCEPTED), Role.TRANSLATOR),
    IssueState.UPHELD: ((IssueState.DISPUTED,), Role.TRANSLATION_EDITOR),
    IssueState.WITHDRAWN: (
        (IssueState.OPEN, IssueState.ACCEPTED, IssueState.DISPUTED, IssueState.UPHELD),
        Role.TRANSLATION_EDITOR,
    ),
    IssueState.RESOLVED: (
        (IssueState.OPEN, IssueState.ACCEPTED, IssueState.DISPUTED, IssueState.UPHELD),
        Role.TRANSLATION_EDITOR,
    ),
    IssueState.OPEN: ((IssueState.WITHDRAWN, IssueState.RESOLVED), Role.TRANSLATION_EDITOR),
}


def can_raise(user: User, translation: Translation) -> Verdict:
    """Flag something in a text that is being worked on."""
    if not user.has_role(Role.TRANSLATION_EDITOR, Role.TRANSLATOR):
        return no(_("Translators and translation editors raise issues."))
    if translation.state in {State.PUBLISHED, State.WITHDRAWN, State.WAITING}:
        return no(_("Issues are raised while a translation is being worked on."), "state")
    return YES


def can_answer(user: User, issue: Issue) -> Verdict:
    """Add to its thread."""
    if user.has_role(Role.TRANSLATION_EDITOR, Role.TRANSLATOR, Role.EDITOR):
        return YES
    return no(_("Editors, translators and translation editors answer issues."))


def can_move(user: User, issue: Issue, state: str) -> Verdict:
    """Give the issue another state."""
    sources, role = MOVES[state]
    if issue.state not in sources:
        return no(_("The issue is “%(state)s” already.") % {"state": issue.get_state_display()}, "state")
    if not user.has_role(role):
        return no(_("This is for the role: %(role)s.") % {"role": role.label})
    return YES
