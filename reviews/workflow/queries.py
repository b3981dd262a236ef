"""Reading what the workflow stands on: rules, approvals, the pair of texts."""

from collections.abc import Mapping

from django.utils.functional import cached_property

from reviews.issues.models import Issue
from reviews.issues.queries import blocking
from reviews.quality.queries import Judged, of_story
from reviews.quality.queries import blocking as stopping
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


def latest_approval(translation: Translation) -> Approval | None:
    """The last approval, valid or stale."""
    return (
        Approval.objects.filter(translation=translation)
        .select_related("approver", "override_second", "version", "source_version")
        .first()
    )


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
    def findings(self) -> Mapping[int, list[Judged]]:
        """What the checks find, by segment, with what was decided about it."""
        return of_story(self.segments)

    @cached_property
    def blocking(self) -> list[Judged]:
        """Findings that must be mended or dismissed first."""
        return stopping(self.findings, self.segments)

    @cached_property
    def target_hash(self) -> str:
        """The content hash of the targets as they stand."""
        return digest(
            [{"kind": s.kind, "source": s.source_text, "target": s.target_text} for s in self.segments]
        )

    @cached_property
    def last_approval(self) -> Approval | None:
        """The last approval, valid or stale."""
        return latest_approval(self.translation)

    @cached_property
    def approval(self) -> Approval | None:
        """The approval of exactly the pair of texts that stands now; None when either side changed since."""
        last, pair = self.last_approval, (self.story.current.hash, self.target_hash)
        return last if last and (last.source_hash, last.version_hash) == pair else None

    @cached_property
    def rules(self) -> DeskRules:
        """The desk's rules."""
        return rules()
