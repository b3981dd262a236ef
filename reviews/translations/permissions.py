"""Who may change a translation's words, and in which capacity."""

from django.utils.translation import gettext_lazy as _

from reviews.people.models import User
from reviews.people.permissions import YES, Verdict, no
from reviews.people.roles import Role
from reviews.translations.models import (
    DECIDING,
    REVIEWING,
    TRANSLATING,
    EditKind,
    State,
    Suggestion,
    Translation,
)

CLOSED_BECAUSE = {
    State.WAITING: _("Nobody has started this translation yet. Start it to write."),
    State.SUBMITTED: _(
        "The translation is submitted. Start the review to edit, or take it back to translate."
    ),
    State.RETURNED: _("The translation was returned. Resume it to write."),
    State.APPROVED: _("The translation is approved. Reopen the review to change it."),
    State.SCHEDULED: _("The translation is scheduled. Take it off the schedule and reopen the review first."),
    State.PUBLISHED: _("The story is published. Begin a correction to change it."),
    State.WITHDRAWN: _("The story is withdrawn; its text stays as it was."),
}


def capacity(user: User, translation: Translation) -> EditKind | None:
    """In which capacity a person's words would go in now: as translator, as reviewer, or not at all.

    During a correction a person with both roles writes as reviewer, unless they are its translator.
    """
    translates = translation.state in TRANSLATING and user.has_role(Role.TRANSLATOR)
    reviews = translation.state in REVIEWING and user.has_role(Role.TRANSLATION_EDITOR)
    if reviews and not (translates and translation.translator_id == user.pk):
        return EditKind.REVIEW
    return EditKind.TRANSLATE if translates else None


def can_edit(user: User, translation: Translation) -> Verdict:
    """Whether a person may change target texts now."""
    if capacity(user, translation):
        return YES
    if not user.has_role(Role.TRANSLATOR, Role.TRANSLATION_EDITOR):
        return no(_("Only translators and translation editors change the English text."))
    if translation.state in CLOSED_BECAUSE:
        return no(CLOSED_BECAUSE[translation.state], "state")
    if translation.state == State.IN_TRANSLATION:
        return no(_("The translation is with its translator; you can edit once it is submitted."), "state")
    return no(_("The translation is in review; the translation editor has it."), "state")


def can_write_note(user: User, translation: Translation) -> Verdict:
    """Whether a person may write the translator's note now: while they translate, until they submit."""
    if capacity(user, translation) == EditKind.TRANSLATE:
        return YES
    return no(_("The note belongs to the translator, until the translation is submitted."), "state")


def can_decide_suggestion(user: User, suggestion: Suggestion, *, accept: bool) -> Verdict:
    """Accept or reject a tracked change. Its author may take it back, but another person accepts it."""
    translation = suggestion.segment.translation
    if not user.has_role(Role.TRANSLATOR, Role.TRANSLATION_EDITOR):
        return no(_("Only translators and translation editors decide on changes."))
    if translation.state not in DECIDING:
        return no(
            _("Changes are decided while the translation is in review or back with its translator."), "state"
        )
    if accept and suggestion.author_id == user.pk:
        return no(_("You made this change yourself; another person accepts it."), "eyes")
    return YES
