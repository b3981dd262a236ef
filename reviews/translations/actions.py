"""Changing translations: open, assign, edit, decide, take versions, follow a changed source."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import F, QuerySet

from reviews.history.actions import record
from reviews.history.verbs import Verb
from reviews.people.models import User
from reviews.people.permissions import require
from reviews.stories.models import SourceVersion, Story
from reviews.text.diff import Merge, merge
from reviews.translations.models import (
    EditKind,
    Segment,
    SegmentEdit,
    SegmentState,
    Suggestion,
    SuggestionState,
    Translation,
    TranslationVersion,
    digest,
)
from reviews.translations.permissions import can_decide_suggestion, can_edit, can_write_note, capacity
from reviews.translations.queries import authors_of, co_translators, text_at
from reviews.translations.realign import realign
from reviews.translations.tracking import apply, hunks, revert
from reviews.web.clock import now


class Stale(Exception):
    """A save met a newer text. Carries the stored segment, the typed text and a three-way merge.

    A note to the editor has no segment.
    """

    def __init__(self, segment: Segment | None, mine: str, merged: Merge) -> None:
        super().__init__(f"segment {segment.pk} is at version {segment.version}" if segment else "the note")
        self.segment, self.mine, self.merged = segment, mine, merged


@dataclass(frozen=True, slots=True)
class Saved:
    """What a save did: the segment as stored, and whether anything changed."""

    segment: Segment
    changed: bool


def lock(translation_id: int) -> Translation:
    """The translation, locked until the transaction ends. Writers lock it first: one order, no deadlock."""
    return _locked().get(pk=translation_id)


def _locked() -> QuerySet[Translation]:
    return Translation.objects.select_for_update(no_key=True, of=("self",))


def open_translation(story: Story, *, language: str = "en") -> Translation:
    """Make the translation of a released story, a segment a unit, waiting for a translator."""
    translation = Translation.objects.create(story=story, language=language, source_version=story.current)
    Segment.objects.bulk_create(
        Segment(translation=translation, position=position, kind=kind, source_text=text)
        for position, (kind, text) in enumerate(story.current.units(), start=1)
    )
    return translation


@transaction.atomic
def edit_segment(segment_id: int, *, text: str, base_version: int, by: User, confirm: bool = False) -> Saved:
    """Save a target text that was typed on top of `base_version`, and confirm it if asked.

    Raises Refused where the person may not write now, Stale where the stored text is newer and different.
    Sending the same save again is harmless: it is acknowledged without a second edit.
    """
    translation = _locked().get(segments=segment_id)
    segment = Segment.objects.get(pk=segment_id)
    require(can_edit(by, translation))
    kind = capacity(by, translation)
    if segment.version != base_version and segment.target_text != text:
        base = text_at(segment, base_version)
        raise Stale(segment, text, merge(base, text, segment.target_text))
    changed = segment.target_text != text
    state = _state_after(segment, kind, changed=changed, confirm=confirm)
    if not changed and state == segment.state:
        return Saved(segment, changed=False)
    segment.state = state
    if confirm:
        segment.previous_source = segment.previous_target = None
    _store(translation, segment, text, kind=kind, by=by)
    return Saved(segment, changed=True)


def _state_after(segment: Segment, kind: EditKind | None, *, changed: bool, confirm: bool) -> str:
    if confirm:
        return SegmentState.REVIEWED if kind == EditKind.REVIEW else SegmentState.TRANSLATED
    if not changed:
        return segment.state
    return SegmentState.TRANSLATED if kind == EditKind.REVIEW else SegmentState.INITIAL


def _store(translation: Translation, segment: Segment, text: str, *, kind: EditKind, by: User) -> None:
    """Write a new target text: history, the row, its tracked changes, the revision others watch."""
    before, translation.revision = segment.target_text, translation.revision + 1
    if text != before:
        segment.version += 1
        SegmentEdit.objects.create(
            segment=segment, author=by, kind=kind, version=segment.version, before=before, after=text
        )
    segment.target_text, segment.revision = text, translation.revision
    segment.updated_by, segment.updated_at = by, now()
    if segment.settled_text is not None and text != before:
        _track(segment, before, kind=kind, by=by)
    segment.save(
        update_fields=[
            "target_text",
            "state",
            "version",
            "revision",
            "settled_text",
            "updated_by",
            "updated_at",
            "previous_source",
            "previous_target",
        ]
    )
    translation.save(update_fields=["revision"])


@transaction.atomic
def write_note(translation_id: int, *, text: str, base: str, by: User) -> Translation:
    """Save the translator's note to the translation editor, typed on top of `base`. Twice is once."""
    translation = lock(translation_id)
    require(can_write_note(by, translation))
    if translation.note == text:
        return translation
    if translation.note != base:
        raise Stale(None, text, merge(base, text, translation.note))
    translation.note, translation.revision = text, translation.revision + 1
    translation.save(update_fields=["note", "revision"])
    return translation


def touch(segment: Segment) -> None:
    """Let everybody who has the translation open see this segment anew: an issue on it came or went.

    Call it inside the transaction that changed something around the segment.
    """
    translation = lock(segment.translation_id)
    translation.revision += 1
    translation.save(update_fields=["revision"])
    Segment.objects.filter(pk=segment.pk).update(revision=translation.revision)


def _track(segment: Segment, before: str, *, kind: EditKind, by: User) -> None:
    """Keep the suggestions in step with a new text; a translator's own words are settled at once."""
    if kind == EditKind.TRANSLATE:
        absorbed = merge(before, segment.settled_text, segment.target_text)
        segment.settled_text = segment.target_text if absorbed.conflicts else absorbed.text
    sync_suggestions(segment, author=by)


def sync_suggestions(segment: Segment, *, author: User) -> None:
    """Make the proposed suggestions equal the difference between settled and current text.

    A run of changes that meets an older row keeps it (with its new words, under the latest author); a new
    run becomes a new row; a row whose change is gone was undone and goes.
    """
    rows = list(segment.suggestions.filter(state=SuggestionState.PROPOSED).order_by("start", "id"))
    for hunk in hunks(segment.settled_text or "", segment.target_text):
        row = next((r for r in rows if r.start <= hunk.end and hunk.start <= r.end), None)
        if row is None:
            row = Suggestion(segment=segment, author=author)
        else:
            rows.remove(row)
        if (row.before, row.after) != (hunk.before, hunk.after):
            row.author = author
        elif row.pk and (row.start, row.end) == (hunk.start, hunk.end):
            continue
        row.start, row.end, row.before, row.after = hunk.start, hunk.end, hunk.before, hunk.after
        row.words = hunk.words
        row.save()
    for row in rows:
        row.delete()


@transaction.atomic
def decide_suggestion(suggestion: Suggestion, *, accept: bool, by: User) -> Segment:
    """Accept a tracked change, or reject it so that the settled words stand again. Twice is once."""
    translation = lock(suggestion.segment.translation_id)
    suggestion = Suggestion.objects.select_related("segment", "author").get(pk=suggestion.pk)
    segment = suggestion.segment
    segment.translation = translation
    if suggestion.state != SuggestionState.PROPOSED:
        return segment
    require(can_decide_suggestion(by, suggestion, accept=accept))
    _close(suggestion, SuggestionState.ACCEPTED if accept else SuggestionState.REJECTED, by=by)
    if accept:
        settle(segment, suggestion)
        _store(translation, segment, segment.target_text, kind=EditKind.DECIDE, by=by)
    else:
        runs = hunks(segment.settled_text or "", segment.target_text)
        hunk = next((h for h in runs if h.start <= suggestion.end and suggestion.start <= h.end), None)
        text = revert(segment.target_text, hunk) if hunk else segment.target_text
        _store(translation, segment, text, kind=EditKind.DECIDE, by=by)
    verb = Verb.SUGGESTION_ACCEPTED if accept else Verb.SUGGESTION_REJECTED
    record(by, verb, segment, story_id=translation.story_id, before=suggestion.before, after=suggestion.after)
    return segment


def _close(suggestion: Suggestion, state: str, *, by: User) -> None:
    Suggestion.objects.filter(pk=suggestion.pk).update(state=state, decided_by=by, decided_at=now())


def settle(segment: Segment, suggestion: Suggestion) -> None:
    """Take an accepted change into the settled text and move the later suggestions along."""
    segment.settled_text = apply(
        segment.settled_text or "", suggestion.start, suggestion.end, suggestion.after
    )
    shift = len(suggestion.after) - (suggestion.end - suggestion.start)
    later = segment.suggestions.filter(state=SuggestionState.PROPOSED, start__gte=suggestion.end)
    for row in later.exclude(pk=suggestion.pk):
        row.start, row.end = row.start + shift, row.end + shift
        row.save(update_fields=["start", "end"])


def settle_all(translation: Translation, *, by: User) -> None:
    """Let every open suggestion stand in the name of `by`: on approval, or on a new submission."""
    proposed = Suggestion.objects.filter(segment__translation=translation, state=SuggestionState.PROPOSED)
    proposed.update(state=SuggestionState.ACCEPTED, decided_by=by, decided_at=now())
    begin_tracking(translation)


def begin_tracking(translation: Translation) -> None:
    """From here on edits are tracked against the texts as they stand."""
    translation.segments.update(settled_text=F("target_text"))


def restore(translation: Translation, version: TranslationVersion, *, by: User) -> None:
    """Bring the words of an earlier version back and reject every open change. Runs under the caller's lock.

    Nobody becomes an author by it: each segment that differs gets a decision, not a translation.
    """
    proposed = Suggestion.objects.filter(segment__translation=translation, state=SuggestionState.PROPOSED)
    proposed.update(state=SuggestionState.REJECTED, decided_by=by, decided_at=now())
    texts = {unit["segment"]: unit["target"] for unit in version.content}
    for segment in translation.segments.filter(pk__in=texts):
        segment.settled_text, segment.state = None, SegmentState.FINAL
        _store(translation, segment, texts[segment.pk], kind=EditKind.DECIDE, by=by)


def take_version(translation: Translation, occasion: str, *, by: User, share: int) -> TranslationVersion:
    """An immutable snapshot of all live segments with the people whose words it holds."""
    content = [
        {"segment": s.pk, "kind": s.kind, "source": s.source_text, "target": s.target_text}
        for s in translation.segments.filter(orphaned=False).order_by("position")
    ]
    last = translation.versions.order_by("-number").values_list("number", flat=True).first() or 0
    authors = authors_of(translation.pk) | co_translators(translation.pk, share)
    return TranslationVersion.objects.create(
        translation=translation,
        number=last + 1,
        occasion=occasion,
        source_version_id=translation.source_version_id,
        content=content,
        hash=digest(content),
        author_ids=sorted(authors),
        created_by=by,
    )


def follow_source(translation: Translation, version: SourceVersion) -> list[Segment]:
    """Lay the segments anew along a changed source; answers those that need a person again.

    Untouched units keep text and state wherever they moved. A touched one is reopened and keeps the old pair
    beside it. A vanished one becomes an orphan: kept, never published. Runs under the caller's lock.
    """
    old = list(translation.segments.filter(orphaned=False).order_by("position"))
    units = list(version.units())
    partners = realign([(s.kind, s.source_text) for s in old], units)
    translation.segments.update(position=F("position") + 1_000_000)  # out of the way of the new positions
    translation.revision += 1
    touched, kept = [], set()
    for position, ((kind, text), partner) in enumerate(zip(units, partners, strict=True), start=1):
        segment = old[partner] if partner is not None else Segment(translation=translation, kind=kind)
        kept.add(segment.pk)
        if segment.source_text != text:
            _reopen(segment, text)
            touched.append(segment)
        segment.position, segment.revision = position, translation.revision
        segment.save()
    for segment in old:
        if segment.pk not in kept:
            segment.orphaned, segment.revision = True, translation.revision
            segment.save(update_fields=["orphaned", "revision"])
            touched.append(segment)
    translation.source_version = version
    translation.save(update_fields=["revision", "source_version"])
    return touched


def _reopen(segment: Segment, source: str) -> None:
    """Give a segment its new source; the pair it had stays beside it until the new text is confirmed."""
    if segment.target_text and segment.previous_source is None:
        segment.previous_source, segment.previous_target = segment.source_text, segment.target_text
    segment.source_text, segment.state = source, SegmentState.INITIAL
