"""Verdicts of the workflow: role, state, four eyes and gates, made of the one table."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from reviews.people.models import User
from reviews.people.permissions import YES, Verdict, no
from reviews.people.roles import Role
from reviews.stories.models import Story, StoryState
from reviews.translations.models import Translation
from reviews.translations.queries import exceeds
from reviews.workflow.machine import (
    BY_VERB,
    COMPLETE,
    CURRENT,
    NEXT,
    NO_BLOCKING,
    NO_CRITICAL,
    SETTLED,
    SMALL,
    VALID,
    Step,
    verbs_from,
)
from reviews.workflow.queries import Standing


def can(verb: str, user: User, translation: Translation, standing: Standing | None = None) -> Verdict:
    """Whether a person may take this step now; the reason is the first of role, state, eyes, gates."""
    step = BY_VERB[verb]
    standing = standing or Standing(translation)
    if not user.has_role(*step.roles):
        return no(_needs_role(step))
    if translation.state not in step.sources:
        return no(
            _("“%(step)s” is not possible while the translation is “%(state)s”.")
            % {"step": step.label, "state": translation.get_state_display()},
            "state",
        )
    if step.other_eyes and user.pk in standing.authors:
        return no(
            _("You translated words of this text. Another translation editor must review and approve it."),
            "eyes",
        )
    for gate in step.gates:
        verdict = GATES[gate](user, standing)
        if not verdict:
            return verdict
    return YES


def _needs_role(step: Step) -> str:
    names = " / ".join(str(role.label) for role in step.roles)
    return _("“%(step)s” needs the role: %(roles)s.") % {"step": step.label, "roles": names}


def _complete(user: User, standing: Standing) -> Verdict:
    unfinished = [segment for segment in standing.segments if not segment.finished]
    if not unfinished:
        return YES
    reason = ngettext(
        "%(count)d segment is not confirmed yet.",
        "%(count)d segments are not confirmed yet.",
        len(unfinished),
    )
    return no(reason % {"count": len(unfinished)}, "gate", f"segment-{unfinished[0].pk}")


def _current(user: User, standing: Standing) -> Verdict:
    if standing.story.current_id == standing.translation.source_version_id:
        return YES
    return no(_("The Arabic text has changed since. Reload the page to see what changed."), "gate")


def _no_critical(user: User, standing: Standing) -> Verdict:
    if not standing.critical:
        return YES
    count = len(standing.critical)
    reason = ngettext("%(count)d critical issue is open.", "%(count)d critical issues are open.", count)
    return no(reason % {"count": count}, "gate", f"issue-{standing.critical[0].pk}")


def _no_blocking(user: User, standing: Standing) -> Verdict:
    if not standing.blocking:
        return YES
    count = len(standing.blocking)
    reason = ngettext(
        "%(count)d finding of the checks must be mended, or dismissed with a reason.",
        "%(count)d findings of the checks must be mended, or dismissed with a reason.",
        count,
    )
    return no(reason % {"count": count}, "gate", f"segment-{standing.blocking[0].segment_id}")


def _settled(user: User, standing: Standing) -> Verdict:
    others = [suggestion for suggestion in standing.suggestions if suggestion.author_id != user.pk]
    if not others:
        return YES
    reason = ngettext(
        "%(count)d change by a colleague is undecided; accept or reject it first.",
        "%(count)d changes by colleagues are undecided; accept or reject them first.",
        len(others),
    )
    return no(reason % {"count": len(others)}, "gate", f"suggestion-{others[0].pk}")


def _small(user: User, standing: Standing) -> Verdict:
    share = standing.rules.reviewer_share
    for segment_id, (changed, total) in standing.shares.get(user.pk, {}).items():
        if exceeds(changed, total, share):
            reason = _(
                "You changed %(changed)d of a segment's %(total)d words; the desk lets a reviewer change "
                "%(share)d %% alone. The translator or a second translation editor must accept your changes "
                "first."
            )
            counts = {"changed": changed, "total": total, "share": share}
            return no(reason % counts, "eyes", f"segment-{segment_id}")
    return YES


def _valid(user: User, standing: Standing) -> Verdict:
    if standing.approval:
        return YES
    return no(_("The texts have changed since the approval. Approve them again first."), "gate")


GATES: dict[str, Callable[[User, Standing], Verdict]] = {
    COMPLETE: _complete,
    CURRENT: _current,
    NO_CRITICAL: _no_critical,
    NO_BLOCKING: _no_blocking,
    SETTLED: _settled,
    SMALL: _small,
    VALID: _valid,
}


@dataclass(frozen=True, slots=True)
class Offer:
    """A step with the verdict about it: a button, open or shut with its reason."""

    step: Step
    verdict: Verdict


def offers(
    user: User, translation: Translation, standing: Standing | None = None
) -> tuple[Offer | None, list[Offer]]:
    """The one next step, whoever may take it, and the further steps this person's roles allow."""
    standing = standing or Standing(translation)
    following = NEXT.get(translation.state)
    steps = verbs_from(translation.state)
    further = [step for step in steps if step.verb != following and user.has_role(*step.roles)]
    first = Offer(BY_VERB[following], can(following, user, translation, standing)) if following else None
    return first, [Offer(step, can(step.verb, user, translation, standing)) for step in further]


def can_override(user: User, second: User, standing: Standing) -> Verdict:
    """Approve against the four eyes in an emergency: only with a second translation editor's name.

    Everything but authorship still holds; the second must have written none of the words.
    """
    step = BY_VERB["approve"]
    if not user.has_role(*step.roles):
        return no(_needs_role(step))
    if standing.translation.state not in step.sources:
        return can("approve", user, standing.translation, standing)
    if second.pk == user.pk or not second.has_role(*step.roles):
        return no(_("The second person must be another translation editor."), "eyes")
    if second.pk in standing.authors:
        return no(_("The second person translated words of this text too."), "eyes")
    for gate in step.gates:
        if gate != SMALL and not (verdict := GATES[gate](user, standing)):
            return verdict
    return YES


def can_release(user: User, story: Story) -> Verdict:
    """Hand a draft to the translators."""
    if not user.has_role(Role.EDITOR):
        return no(_("Only editors release stories."))
    if story.state != StoryState.DRAFT:
        return no(_("The story is released already."), "state")
    if not (story.current and story.current.headline.strip() and story.current.body.strip()):
        return no(_("A story needs a headline and a body before it is released."), "gate")
    return YES


def can_withdraw(user: User, story: Story) -> Verdict:
    """Take a story back in both languages."""
    if not user.has_role(*BY_VERB["withdraw"].roles):
        return no(_needs_role(BY_VERB["withdraw"]))
    if story.state == StoryState.WITHDRAWN:
        return no(_("The story is withdrawn already."), "state")
    if story.state == StoryState.DRAFT and not user.has_role(Role.EDITOR):
        return no(_("A draft belongs to its editors."))
    return YES


def can_assign(user: User) -> Verdict:
    """Put people in charge of a translation."""
    if user.has_role(Role.EDITOR, Role.TRANSLATION_EDITOR):
        return YES
    return no(_("Editors and translation editors assign work; translators claim it."))
