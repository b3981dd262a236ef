"""Reading translations in a fixed number of queries."""

from collections.abc import Iterable

from django.db.models import Case, F, Q, QuerySet, When

from reviews.people.models import User
from reviews.stories.models import StoryState
from reviews.translations.models import (
    EditKind,
    Segment,
    SegmentEdit,
    Suggestion,
    SuggestionState,
    Translation,
    TranslationVersion,
)


def visible_to(user: User) -> QuerySet[Translation]:
    """Translations a person may open: every member of staff sees every released story."""
    if not user.is_active or not user.roles:
        return Translation.objects.none()
    return (
        Translation.objects.exclude(story__state=StoryState.DRAFT)
        .select_related("story__current", "story__section", "story__editor", "translator", "reviewer")
        .select_related("source_version")
    )


def segments_of(translation: Translation) -> QuerySet[Segment]:
    """The segments in order, orphans last, with the person who last touched each."""
    return translation.segments.select_related("updated_by").order_by("orphaned", "position", "id")


def changed_since(translation_id: int, revision: int) -> QuerySet[Segment]:
    """Segments that changed after this revision of the translation."""
    return Segment.objects.filter(translation_id=translation_id, revision__gt=revision).select_related(
        "updated_by"
    )


def text_at(segment: Segment, version: int) -> str:
    """The target text at an earlier version."""
    edit = SegmentEdit.objects.filter(segment=segment, version__lte=version).order_by("-version").first()
    return edit.after if edit else ""


def edits_of(segment: Segment) -> QuerySet[SegmentEdit]:
    """The saved changes of one segment with their people, newest first."""
    return segment.edits.select_related("author").order_by("-version")


def authors_of(translation_id: int) -> set[int]:
    """Who wrote its words as a translator: their ids. None of them may approve it."""
    edits = SegmentEdit.objects.filter(
        segment__translation_id=translation_id, segment__orphaned=False, kind=EditKind.TRANSLATE
    )
    return set(edits.order_by().values_list("author_id", flat=True).distinct())


def latest_version(translation_id: int, *occasions: str) -> TranslationVersion | None:
    """The newest version, or the newest made on one of these occasions."""
    versions = TranslationVersion.objects.filter(translation_id=translation_id)
    return (versions.filter(occasion__in=occasions) if occasions else versions).order_by("-number").first()


def open_suggestions(translation_id: int) -> QuerySet[Suggestion]:
    """Tracked changes nobody has decided yet, in order of the text."""
    return (
        Suggestion.objects.filter(segment__translation_id=translation_id, state=SuggestionState.PROPOSED)
        .select_related("author", "segment")
        .order_by("segment__position", "start", "id")
    )


def unseconded_suggestions(translation_id: int) -> QuerySet[Suggestion]:
    """Tracked changes that stand, or would stand, on their author's word alone."""
    return Suggestion.objects.filter(
        Q(state=SuggestionState.PROPOSED) | Q(state=SuggestionState.ACCEPTED, decided_by=F("author")),
        segment__translation_id=translation_id,
        segment__orphaned=False,
    ).select_related("segment")


def words(text: str) -> int:
    """How many words a text has, as the desk counts them."""
    return len(text.split())


def shares_by_reviewer(suggestions: Iterable[Suggestion]) -> dict[int, dict[int, tuple[int, int]]]:
    """What each reviewer changed alone: {author id: {segment id: (changed words, words of the segment)}}."""
    shares: dict[int, dict[int, tuple[int, int]]] = {}
    for suggestion in suggestions:
        segment = suggestion.segment
        settled = segment.target_text if segment.settled_text is None else segment.settled_text
        of_author = shares.setdefault(suggestion.author_id, {})
        changed, _total = of_author.get(segment.pk, (0, 0))
        of_author[segment.pk] = (changed + suggestion.words, words(settled))
    return shares


def exceeds(changed: int, total: int, share: int) -> bool:
    """Whether these words are more than `share` percent of a segment; of an empty segment any word is."""
    return changed * 100 > share * total


def co_translators(translation_id: int, share: int) -> set[int]:
    """Reviewers who changed more of a segment than the desk's share and were seconded by nobody."""
    shares = shares_by_reviewer(unseconded_suggestions(translation_id))
    return {
        author
        for author, segments in shares.items()
        if any(exceeds(changed, total, share) for changed, total in segments.values())
    }


def suggestions_of(translation_id: int) -> QuerySet[Suggestion]:
    """All tracked changes of a translation with their people, open ones first, each in order of the text."""
    undecided = Case(When(state=SuggestionState.PROPOSED, then=0), default=1)
    return (
        Suggestion.objects.filter(segment__translation_id=translation_id)
        .select_related("author", "decided_by", "segment")
        .order_by(undecided, "segment__position", "start", "id")
    )
