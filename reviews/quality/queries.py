"""What checks find in a translation, with what people decided about it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import chain

from django.db.models import QuerySet

from reviews.checks import Context, Entry, Finding, Kind, Pair, Severity, ledger, run, run_across
from reviews.checks.house import default_rules
from reviews.quality.fingerprints import fingerprint
from reviews.quality.models import Dismissal, filled
from reviews.translations.models import Segment

MOST = 100  # findings of one segment that are shown, worst first; a text with more is no text
WORST_FIRST = {Severity.BLOCK: 0, Severity.WARN: 1, Severity.INFO: 2}
SOURCE_FAULT = "accuracy/source"


@dataclass(frozen=True, slots=True)
class Judged:
    """A finding of a segment, with the decision that it may stand, if somebody took one."""

    finding: Finding
    segment_id: int
    fingerprint: str
    pair: Pair
    dismissal: Dismissal | None = None

    @property
    def about_source(self) -> bool:
        """Whether the Arabic itself is at fault: told to the translator, never charged to them."""
        return self.finding.category == SOURCE_FAULT

    @property
    def severity(self) -> str:
        """block, warn or info; a fault of the source stops nobody."""
        if self.about_source and self.finding.severity == Severity.BLOCK:
            return str(Severity.WARN)
        return str(self.finding.severity)

    @property
    def stops(self) -> bool:
        """Whether submission and approval wait for it."""
        return self.severity == Severity.BLOCK and self.dismissal is None

    @property
    def said(self) -> str:
        """The message in the reader's language."""
        return filled(self.finding.message, dict(self.finding.params))

    @property
    def source_quote(self) -> str:
        """The words of the Arabic it points at."""
        return " … ".join(self.pair.source[a:b] for a, b in self.finding.source)

    @property
    def target_quote(self) -> str:
        """The words of the English it points at."""
        return " … ".join(self.pair.target[a:b] for a, b in self.finding.target)


@cache
def context() -> Context:
    """What the checks may know: the desk's house rules."""
    return Context(rules=default_rules())


# Kept in memory by what they are of: a page asks for every segment at each visit, and most have not changed.
@lru_cache(maxsize=8192)
def _found(source: str, target: str, kind: str) -> tuple[Finding, ...]:
    return run(Pair(source, target, Kind(kind)), context())


@lru_cache(maxsize=128)
def _found_across(texts: tuple[tuple[str, str, str], ...]) -> tuple[Finding, ...]:
    return run_across(tuple(Pair(source, target, Kind(kind)) for source, target, kind in texts), context())


@lru_cache(maxsize=128)
def _ledger(texts: tuple[tuple[str, str, str], ...]) -> tuple[Entry, ...]:
    return ledger([Pair(source, target, Kind(kind)) for source, target, kind in texts])


def _texts(segments: Iterable[Segment]) -> tuple[tuple[str, str, str], ...]:
    return tuple((one.source_text, one.target_text, one.kind) for one in segments)


def live(segments: Iterable[Segment]) -> list[Segment]:
    """The segments a reader will see; orphans are checked no more."""
    return [segment for segment in segments if not segment.orphaned]


def of_segment(segment: Segment) -> list[Judged]:
    """The findings of one segment's own two texts, worst first; an empty English is not found fault with."""
    return _judged(_own(segment))


def of_story(segments: Iterable[Segment]) -> Mapping[int, list[Judged]]:
    """All findings of a translation by segment id, worst first, those across the whole story among them.

    `segments` are all of one translation, in order. One query.
    """
    whole = live(segments)
    by_segment: dict[int, list[Judged]] = defaultdict(list)
    for one in _judged(chain(chain.from_iterable(map(_own, whole)), _across(whole))):
        by_segment[one.segment_id].append(one)
    return by_segment


def across_story(segments: Iterable[Segment], segment_id: int) -> list[Judged]:
    """What only the whole story shows about one segment: a name in two spellings, a paragraph moved."""
    return _judged(one for one in _across(live(segments)) if one[0] == segment_id)


Placed = tuple[int, Finding, Pair]


def _own(segment: Segment) -> list[Placed]:
    pair = Pair(segment.source_text, segment.target_text, Kind(segment.kind))
    found = _found(pair.source, pair.target, segment.kind)
    if not pair.target.strip():
        found = tuple(one for one in found if one.category == SOURCE_FAULT)
    worst = sorted(found, key=lambda one: WORST_FIRST[one.severity])[:MOST]
    return [(segment.pk, one, pair) for one in worst]


def _across(whole: Sequence[Segment]) -> list[Placed]:
    texts = _texts(whole)
    placed = ((one, texts[one.segment], whole[one.segment].pk) for one in _found_across(texts))
    return [
        (pk, one, Pair(source, target, Kind(kind))) for one, (source, target, kind), pk in placed if target
    ]


def _judged(found: Iterable[Placed]) -> list[Judged]:
    """With their dismissals: one query, none where nothing was found."""
    named = [(pk, one, pair, fingerprint(one, pair)) for pk, one, pair in found]
    if not named:
        return []
    asked = {name for *_rest, name in named}
    standing = Dismissal.objects.standing().filter(fingerprint__in=asked).select_related("by")
    decided = {dismissal.fingerprint: dismissal for dismissal in standing}
    judged = [Judged(one, pk, name, pair, decided.get(name)) for pk, one, pair, name in named]
    return sorted(judged, key=lambda one: WORST_FIRST[Severity(one.severity)])


def blocking(judged: Mapping[int, list[Judged]], segments: Iterable[Segment]) -> list[Judged]:
    """What stops submission and approval, in the order of the story."""
    return [one for segment in segments for one in judged.get(segment.pk, ()) if one.stops]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the story's ledger with the segment it belongs to."""

    entry: Entry
    segment: Segment
    number: int


def ledger_of(segments: Iterable[Segment]) -> list[Line]:
    """Every figure, date and name of the Arabic beside its partner in the English; the unmatched on top.

    Segments without an English text yet are left out: all of theirs would stand on top.
    """
    whole = live(segments)
    numbers = {segment.pk: number for number, segment in enumerate(whole, start=1)}
    written = [segment for segment in whole if segment.target_text.strip()]
    return [
        Line(entry, written[entry.segment], numbers[written[entry.segment].pk])
        for entry in _side_by_side(_ledger(_texts(written)))
    ]


def _side_by_side(entries: Iterable[Entry]) -> list[Entry]:
    """A figure the English lacks and one that only it has are one line: the one became the other."""
    found = list(entries)
    strays: dict[int, list[Entry]] = defaultdict(list)
    for one in found:
        if one.kind == "figure" and one.source is None:
            strays[one.segment].append(one)
    joined, gone = [], set()
    for one in found:
        if one.kind == "figure" and one.target is None and strays[one.segment]:
            stray = strays[one.segment].pop(0)
            gone.add(stray)
            joined.append(replace(one, target=stray.target))
        else:
            joined.append(one)
    return [one for one in joined if one not in gone]


def dismissals() -> QuerySet[Dismissal]:
    """All decisions, latest first, with people, stories and segments."""
    return Dismissal.objects.select_related("by", "withdrawn_by", "segment", "translation__story__current")
