"""What the workspace reads: everything of one translation in a fixed number of queries."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import QuerySet

from reviews.desk.bench import Progress, Row, progress_of, rows_of
from reviews.issues.models import Issue, Severity
from reviews.people.models import User
from reviews.stories.models import Kind
from reviews.translations.models import Segment, State, Translation
from reviews.translations.permissions import can_edit, can_write_note
from reviews.translations.queries import segments_of, visible_to
from reviews.workflow.permissions import offers
from reviews.workflow.queries import Standing


@dataclass
class Workspace:
    """One translation as one person sees it."""

    translation: Translation
    user: User

    @cached_property
    def segments(self) -> list[Segment]:
        """All segments, orphans last."""
        return list(segments_of(self.translation))

    @cached_property
    def issues(self) -> list[Issue]:
        """What still asks for something, worst first."""
        return list(Issue.objects.unresolved().filter(translation=self.translation))

    @cached_property
    def standing(self) -> Standing:
        """The facts for verdicts; what is loaded already is not read again."""
        standing = Standing(self.translation, segments=self.segments)
        standing.story = self.translation.story
        standing.critical = [one for one in self.issues if one.severity == Severity.CRITICAL]
        return standing

    @cached_property
    def rows(self) -> list[Row]:
        """A row a segment."""
        return rows_of(self.segments, self.standing.suggestions, self.issues, self.standing.findings)

    @cached_property
    def progress(self) -> Progress:
        """How far it is."""
        return progress_of(self.segments)

    def context(self) -> dict[str, object]:
        """What the templates of the workspace start from."""
        following, further = offers(self.user, self.translation, self.standing)
        headline = next((row for row in self.rows if row.segment.kind == Kind.HEADLINE), None)
        return {
            "translation": self.translation,
            "story": self.translation.story,
            "rows": self.rows,
            "progress": self.progress,
            "following": following,
            "further": further,
            "editable": can_edit(self.user, self.translation),
            "noting": bool(can_write_note(self.user, self.translation)),
            "headline": headline,
            "tracking": self.translation.state in {State.IN_REVIEW, State.CORRECTING},
            "first_unfinished": next((row for row in self.rows if row.unfinished), None),
        }


def rows_changed(workspace: Workspace, revision: int, asked: set[int]) -> list[Row]:
    """The rows that changed after this revision, and those asked for by segment."""
    return [row for row in workspace.rows if row.segment.revision > revision or row.segment.pk in asked]


def pulse(user: User, pk: int) -> tuple[int, str] | None:
    """Revision and state of a translation this person may see: all that a page asks for each second."""
    return visible_to(user).filter(pk=pk).values_list("revision", "state").first()


def segments_visible_to(user: User) -> QuerySet[Segment]:
    """Segments of the translations a person may open."""
    return Segment.objects.filter(translation__in=visible_to(user).select_related(None).values("pk"))


def beside(user: User, segment_id: int) -> list[Segment]:
    """A segment and all others of its translation; nothing where the person may not see it."""
    return list(segments_visible_to(user).filter(translation__segments=segment_id))
