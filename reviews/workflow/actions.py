"""Taking steps: the only code that changes a state."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from reviews.history.actions import record
from reviews.history.verbs import Verb
from reviews.people.models import User
from reviews.people.permissions import can_manage_people, no, require
from reviews.people.roles import Role
from reviews.stories.actions import Text, folded, revise
from reviews.stories.models import Story, StoryState
from reviews.translations.actions import (
    begin_tracking,
    follow_source,
    lock,
    open_translation,
    settle_all,
    take_version,
)
from reviews.translations.models import Segment, SegmentState, State, Translation, TranslationVersion
from reviews.web.clock import now
from reviews.workflow.machine import AFTER_SOURCE_CHANGE, BY_VERB, Step
from reviews.workflow.models import Approval, DeskRules
from reviews.workflow.permissions import can, can_assign, can_override, can_release, can_withdraw
from reviews.workflow.queries import Standing, rules

# Verbs that others build on have their own action: approve (below), publish and withdraw (publishing room).


@transaction.atomic
def advance(
    translation: Translation,
    *,
    verb: str,
    by: User,
    reason: str = "",
    at: datetime | None = None,
    done: Verb | None = None,
) -> Translation:
    """Take one step of the workflow. The same step twice is one step: the second call changes nothing.

    `reason` and `at` (aware) are needed where the table says so. `done` is what history shall call the step
    where the table's own word does not fit. Raises Refused with its verdict.
    """
    step = BY_VERB[verb]
    done = done or step.done
    translation = lock(translation.pk)
    if _done_already(translation, step, done, by):
        return translation
    require(can(verb, by, translation))
    _require_input(step, reason, at)
    if step.verb == "schedule" and translation.publish_at == at:
        return translation  # saved again without a change
    _before(translation, step, by=by, reason=reason, at=at)
    _move(translation, step.target)
    record(by, done, translation, story_id=translation.story_id, **_data(reason, at))
    return translation


def _done_already(translation: Translation, step: Step, done: Verb, by: User) -> bool:
    """A second click: the step's target is reached and the step was this person's last one."""
    if translation.state != step.target or translation.state in step.sources:
        return False
    last = by.events.filter(story_id=translation.story_id).order_by("-at", "-id").first()
    return last is not None and last.verb == done


def _require_input(step: Step, reason: str, at: datetime | None) -> None:
    if "reason" in step.needs and not reason.strip():
        raise_for = _("“%(step)s” needs a reason in words.") % {"step": step.label}
        require(no(raise_for, "input"))
    if "time" in step.needs:
        if at is None or timezone.is_naive(at):
            require(no(_("“%(step)s” needs a time.") % {"step": step.label}, "input"))
        elif at <= now():
            require(no(_("The time lies in the past. Choose a later one, or publish now."), "input"))


def _data(reason: str, at: datetime | None) -> dict[str, str]:
    return {key: value for key, value in (("reason", reason), ("at", at.isoformat() if at else "")) if value}


def _before(translation: Translation, step: Step, *, by: User, reason: str, at: datetime | None) -> None:
    """What a step brings along, beside the state itself."""
    if step.verb in {"start", "resume"}:
        translation.translator = translation.translator if step.verb == "resume" else by
        translation.translator = translation.translator or by
    elif step.verb == "submit":
        settle_all(translation, by=by)
        translation.segments.update(settled_text=None)
        snapshot(translation, "submitted", by=by)
    elif step.verb == "review":
        translation.reviewer = by
        begin_tracking(translation)
    elif step.verb == "return":
        translation.return_reason = reason
        snapshot(translation, "returned", by=by)
    elif step.verb in {"reopen", "correct"}:
        begin_tracking(translation)
    elif step.verb == "schedule":
        translation.publish_at, translation.scheduled_by = at, by
    elif step.verb in {"unschedule", "publish"}:
        translation.publish_at = translation.scheduled_by = None


def _move(translation: Translation, state: str) -> None:
    """Write the new state, and that something changed for those who watch."""
    translation.state, translation.state_since = state, now()
    translation.revision += 1
    translation.save()


def snapshot(translation: Translation, occasion: str, *, by: User) -> TranslationVersion:
    """A version of the texts as they stand, and the story findable by its English words too."""
    version = take_version(translation, occasion, by=by, share=rules().reviewer_share)
    story = Story.objects.select_related("current").get(pk=translation.story_id)
    targets = [unit["target"] for unit in version.content]
    Story.objects.filter(pk=story.pk).update(folded=folded(story.current, *targets))
    return version


@transaction.atomic
def approve(
    translation: Translation,
    *,
    by: User,
    override_reason: str = "",
    override_second: User | None = None,
) -> Translation:
    """Approve the pair of texts as it stands: binds both hashes and makes every segment final.

    With an override (reason and a second person) authorship is set aside, and the history says so.
    """
    step = BY_VERB["approve"]
    translation = lock(translation.pk)
    if _done_already(translation, step, step.done, by):
        return translation
    standing = Standing(translation)
    if override_second is not None:
        _require_input(BY_VERB["return"], override_reason, None)
        require(can_override(by, override_second, standing))
    else:
        require(can("approve", by, translation, standing))
    settle_all(translation, by=by)
    translation.segments.filter(orphaned=False).update(state=SegmentState.FINAL, settled_text=None)
    version = snapshot(translation, "approved", by=by)
    Approval.objects.create(
        translation=translation,
        source_version_id=translation.source_version_id,
        version=version,
        source_hash=standing.story.current.hash,
        version_hash=version.hash,
        approver=by,
        override_reason=override_reason if override_second else "",
        override_second=override_second,
    )
    translation.reviewer = by
    _move(translation, step.target)
    verb = Verb.APPROVED_BY_OVERRIDE if override_second else Verb.APPROVED
    data = {"reason": override_reason, "second": override_second.name_en} if override_second else {}
    record(by, verb, translation, story_id=translation.story_id, version=version.number, **data)
    return translation


@transaction.atomic
def assign(
    translation: Translation,
    *,
    by: User,
    translator: User | None = None,
    reviewer: User | None = None,
    deadline: datetime | None = None,
) -> Translation:
    """Put people in charge and set the deadline; None for a person leaves that place as it is."""
    require(can_assign(by))
    if translator and not translator.has_role(Role.TRANSLATOR):
        require(no(_("%(person)s does not translate.") % {"person": translator}, "input"))
    if reviewer and not reviewer.has_role(Role.TRANSLATION_EDITOR):
        require(no(_("%(person)s is not a translation editor.") % {"person": reviewer}, "input"))
    translation = lock(translation.pk)
    changed = {}
    if translator and translator.pk != translation.translator_id:
        translation.translator, changed["translator"] = translator, translator.name_en
    if reviewer and reviewer.pk != translation.reviewer_id:
        translation.reviewer, changed["reviewer"] = reviewer, reviewer.name_en
    if Story.objects.filter(pk=translation.story_id).exclude(deadline=deadline).update(deadline=deadline):
        changed["deadline"] = deadline.isoformat() if deadline else ""
    if changed:
        translation.revision += 1
        translation.save(update_fields=["translator", "reviewer", "revision"])
        record(by, Verb.ASSIGNED, translation, story_id=translation.story_id, **changed)
    return translation


@transaction.atomic
def advance_due(translation_id: int, *, done: Verb) -> Translation | None:
    """Publish what was scheduled, in the name of whoever scheduled it; None when there is nothing to do.

    Whoever scheduled it may have left since: the decision was theirs to make when they made it. Where the
    approval no longer holds, the story comes off the schedule and the history says why.
    """
    translation = lock(translation_id)
    if translation.state != State.SCHEDULED or translation.publish_at > now():
        return None
    valid = Standing(translation).approval is not None
    by, step = translation.scheduled_by, BY_VERB["publish" if valid else "unschedule"]
    translation.publish_at = translation.scheduled_by = None
    _move(translation, step.target)
    record(by, done if valid else step.done, translation, story_id=translation.story_id, scheduled=True)
    return translation if valid else None


@transaction.atomic
def release(story: Story, *, by: User) -> Story:
    """Hand a draft to the translators: its first translation waits. Twice is once."""
    story = (
        Story.objects.select_for_update(of=["self"], no_key=True).select_related("current").get(pk=story.pk)
    )
    if story.state == StoryState.RELEASED and by.has_role(*BY_VERB["withdraw"].roles):
        return story
    require(can_release(by, story))
    story.state, story.released_at = StoryState.RELEASED, now()
    story.save(update_fields=["state", "released_at"])
    open_translation(story)
    record(by, Verb.RELEASED, story, story_id=story.pk)
    return story


@transaction.atomic
def update(story: Story, text: Text, *, base_number: int, by: User) -> list[Segment] | None:
    """Save a story's text; the translations of a released one follow: only touched segments reopen.

    Answers the segments that need a person again, or None when nothing changed. Raises ChangedMeanwhile and
    Refused like stories.actions.revise.
    """
    translations = [lock(pk) for pk in story.translations.order_by("pk").values_list("pk", flat=True)]
    version = revise(story, text, base_number=base_number, by=by)
    if version is None:
        return None
    reopened: list[Segment] = []
    for translation in translations:
        touched = follow_source(translation, version)
        reopened += touched
        if touched and translation.state in AFTER_SOURCE_CHANGE:
            after = AFTER_SOURCE_CHANGE[translation.state]
            translation.publish_at = translation.scheduled_by = None
            if after == State.CORRECTING:
                begin_tracking(translation)
            _move(translation, after)
    return reopened


@transaction.atomic
def withdraw(story: Story, *, by: User, reason_en: str, reason_ar: str) -> Story:
    """Take a story and all its translations back. The published pages are the publishing room's to close."""
    translations = [lock(pk) for pk in story.translations.order_by("pk").values_list("pk", flat=True)]
    story = Story.objects.select_for_update(of=["self"], no_key=True).get(pk=story.pk)
    if story.state == StoryState.WITHDRAWN:
        return story
    require(can_withdraw(by, story))
    if not (reason_en.strip() and reason_ar.strip()):
        require(
            no(_("A withdrawal needs its reason in English and in Arabic: readers will see it."), "input")
        )
    for translation in translations:
        translation.publish_at = translation.scheduled_by = None
        _move(translation, State.WITHDRAWN)
    story.state, story.withdrawn_at = StoryState.WITHDRAWN, now()
    story.withdrawal_reason_en, story.withdrawal_reason_ar = reason_en, reason_ar
    story.save(update_fields=["state", "withdrawn_at", "withdrawal_reason_en", "withdrawal_reason_ar"])
    record(by, Verb.WITHDRAWN, story, story_id=story.pk, reason=reason_en)
    return story


@transaction.atomic
def change_rules(wanted: DeskRules, *, by: User) -> DeskRules:
    """Set the desk's rules; the change stands in the audit log."""
    require(can_manage_people(by))
    before = rules()
    wanted.save()
    if before.reviewer_share != wanted.reviewer_share:
        record(by, Verb.RULES_CHANGED, wanted, before=before.reviewer_share, after=wanted.reviewer_share)
    return wanted
