"""Reading what the workflow stands on: rules, approvals, the pair of texts."""

from django.utils.functional import cached_property

from reviews.issues.models import Issue
from reviews.issues.queries import blocking
from reviews.stories.models import Story
from reviews.translations.models import Segment, Suggestion, Translation, digest
from reviews.translations.queries import (
    authors_of,
    open_suggestions,
    shares_by_reviewer,
    unseconded_suggestions,
)
from reviews.workflow.models import Approval, DeskRules


def rules() -> DeskRules:
    """The desk's rules; the defaults until somebody changes them."""
    return DeskRules.objects.filter(pk=1).first() or DeskRules(pk=1)


def current_hash(translation: Translation) -> str:
    """The content hash of the targets as they stand now."""
    segments = translation.segments.filter(orphaned=False).order_by("position")
    rows = segments.values_list("kind", "source_text", "target_text")
    return digest([{"kind": kind, "source": source, "target": target} for kind, source, target in rows])


def latest_approval(translation: Translation) -> Approval | None:
    """The last approval, valid or stale."""
    return (
        Approval.objects.filter(translation=translation)
        .select_related("approver", "override_second", "version", "source_version")
        .first()
    )


def valid_approval(translation: Translation) -> Approval | None:
    """The approval of exactly the pair of texts that stands now; None when either side changed since."""
    approval = latest_approval(translation)
    if approval is None:
        return None
    source_hash = Story.objects.values_list("current__hash", flat=True).get(pk=translation.story_id)
    pair = (source_hash, current_hash(translation))
    return approval if pair == (approval.source_hash, approval.version_hash) else None


class Standing:
    """The facts that verdicts about one translation need, each read from the database at most once.

    A page that shows many buttons makes one Standing and asks it for all of them.
    """

    def __init__(self, translation: Translation, *, segments: list[Segment] | None = None) -> None:
        self.translation = translation
        if segments is not None:
            self.segments = [segment for segment in segments if not segment.orphaned]

    @cached_property
    def segments(self) -> list[Segment]:
        """The live segments in order."""
        return list(self.translation.segments.filter(orphaned=False).order_by("position"))

    @cached_property
    def story(self) -> Story:
        """The story as it stands."""
        return Story.objects.select_related("current").get(pk=self.translation.story_id)

    @cached_property
    def authors(self) -> set[int]:
        """Who translated words of it."""
        return authors_of(self.translation.pk)

    @cached_property
    def suggestions(self) -> list[Suggestion]:
        """Undecided tracked changes."""
        return list(open_suggestions(self.translation.pk))

    @cached_property
    def shares(self) -> dict[int, dict[int, tuple[int, int]]]:
        """What each reviewer changed alone, in words, by segment."""
        return shares_by_reviewer(unseconded_suggestions(self.translation.pk))

    @cached_property
    def critical(self) -> list[Issue]:
        """Open critical issues."""
        return list(blocking(self.translation.pk))

    @cached_property
    def approval(self) -> Approval | None:
        """The approval of exactly this pair of texts."""
        return valid_approval(self.translation)

    @cached_property
    def rules(self) -> DeskRules:
        """The desk's rules."""
        return rules()
