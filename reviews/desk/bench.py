"""The bench: what the workspace shows of a translation, made of loaded objects without a further query."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.html import format_html
from django.utils.safestring import SafeString

from reviews.desk.figures import figures
from reviews.issues.models import Issue, Severity
from reviews.quality.queries import Judged
from reviews.translations.models import Segment, SegmentState, Suggestion
from reviews.web.marks import Mark, diff_html, marked_html

AUTHORS = 4  # how many colours tell the authors of tracked changes apart
GRADES = {
    Severity.NEUTRAL: "neutral",
    Severity.MINOR: "minor",
    Severity.MAJOR: "major",
    Severity.CRITICAL: "critical",
}


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a translation is, in segments and in words of the source."""

    segments: int
    segments_done: int
    words: int
    words_done: int

    @property
    def unfinished(self) -> int:
        """Segments that still need a confirmed text."""
        return self.segments - self.segments_done

    def as_data(self) -> dict[str, int]:
        """For scripts."""
        return {
            "segments": self.segments,
            "segments_done": self.segments_done,
            "words": self.words,
            "words_done": self.words_done,
        }


def progress_of(segments: Iterable[Segment]) -> Progress:
    """Counts over the live segments."""
    live = [(len(s.source_text.split()), s.finished) for s in segments if not s.orphaned]
    return Progress(
        segments=len(live),
        segments_done=sum(finished for _words, finished in live),
        words=sum(words for words, _finished in live),
        words_done=sum(words for words, finished in live if finished),
    )


@dataclass(slots=True)
class Row:
    """One segment as a row: its texts with their marks, and the counts in its gutter."""

    segment: Segment
    number: int
    suggestions: list[Suggestion] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    colours: dict[int, int] = field(default_factory=dict)
    findings: list[Judged] = field(default_factory=list)  # those nobody dismissed, worst first

    @property
    def target(self) -> SafeString | str:
        """The English text with the open tracked changes in it, or else with what the checks find."""
        if self.suggestions:
            return tracked(self.segment, self.suggestions, self.colours)
        return marked_html(self.stored, self.marks("target"))

    def marks(self, side: str) -> list[Mark]:
        """Where the findings point in one of the texts."""
        return [
            Mark(start, end, one.severity, one.said)
            for one in self.findings
            for start, end in getattr(one.finding, side)
        ]

    @property
    def signs(self) -> list[tuple[str, int]]:
        """How many findings of each severity, worst first."""
        counts = Counter(one.severity for one in self.findings)
        return [(severity, counts[severity]) for severity in ("block", "warn", "info") if counts[severity]]

    @property
    def stored(self) -> str:
        """The English text as it is edited."""
        return self.segment.target_text

    @property
    def source(self) -> SafeString | str:
        """The Arabic text with what changed in it since it was translated, or else with what checks find."""
        before, now = self.segment.previous_source, self.segment.source_text
        return marked_html(now, self.marks("source")) if before is None else diff_html(before, now)

    @property
    def earlier(self) -> str:
        """The old translation, where it is not what stands there anyway."""
        before = self.segment.previous_target
        return before if before and before != self.segment.target_text else ""

    @property
    def figures(self) -> str:
        """The figures of the source, one a line."""
        return "\n".join(figures(self.segment.source_text))

    @property
    def words(self) -> int:
        """Words of the source."""
        return len(self.segment.source_text.split())

    @property
    def unfinished(self) -> bool:
        """Whether the row still needs somebody."""
        return not self.segment.orphaned and not self.segment.finished

    @property
    def reopened(self) -> bool:
        """Whether its source changed after it had been translated."""
        return self.segment.previous_source is not None and self.segment.state == SegmentState.INITIAL

    @property
    def grade(self) -> str:
        """The worst severity among its issues."""
        return GRADES[Severity(max(issue.severity for issue in self.issues))] if self.issues else ""


def rows_of(
    segments: Sequence[Segment],
    suggestions: Iterable[Suggestion],
    issues: Iterable[Issue],
    findings: Mapping[int, list[Judged]],
) -> list[Row]:
    """A row for each segment, in order; `segments` are all of them, so that numbers come out right."""
    changes, flags = defaultdict(list), defaultdict(list)
    colours: dict[int, int] = {}
    for suggestion in suggestions:
        changes[suggestion.segment_id].append(suggestion)
        colours.setdefault(suggestion.author_id, 1 + len(colours) % AUTHORS)
    for issue in issues:
        flags[issue.segment_id].append(issue)
    standing = {pk: [one for one in found if one.dismissal is None] for pk, found in findings.items()}
    return [
        Row(
            segment,
            number,
            changes[segment.pk],
            flags[segment.pk],
            colours,
            standing.get(segment.pk, []),
        )
        for number, segment in enumerate(segments, start=1)
    ]


def tracked(segment: Segment, suggestions: Iterable[Suggestion], colours: dict[int, int]) -> SafeString:
    """The settled text with each open change in place, by author.

    Should the changes not add up to the current text, the plain word diff is shown: never a wrong text.
    """
    settled = segment.target_text if segment.settled_text is None else segment.settled_text
    html, current, at = SafeString(""), "", 0
    for one in sorted(suggestions, key=lambda suggestion: (suggestion.start, suggestion.pk)):
        kept = settled[at : one.start]
        html += format_html("{}{}{}", kept, _mark("del", one, colours), _mark("ins", one, colours))
        current += kept + one.after
        at = one.end
    if current + settled[at:] != segment.target_text:
        return diff_html(settled, segment.target_text)
    return html + format_html("{}", settled[at:])


def _mark(tag: str, one: Suggestion, colours: dict[int, int]) -> SafeString:
    words = one.before if tag == "del" else one.after
    if not words:
        return SafeString("")
    return format_html(
        '<{} class="tc" data-decision="proposed" data-author="{}" data-suggestion="{}" title="{}">{}</{}>',
        SafeString(tag),
        colours.get(one.author_id, 1),
        one.pk,
        one.author,
        words,
        SafeString(tag),
    )
