"""The ledger of a story: every figure, date and name of the Arabic beside its partner in the English."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from reviews.checks import dates, names, numbers
from reviews.checks.base import Pair, Span
from reviews.text import numbers as figures
from reviews.text.dates import differences


@dataclass(frozen=True, slots=True)
class Side:
    """What stands in one of the two texts, and where."""

    words: str
    span: Span


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the ledger: the kind (figure, date, name), both sides, and whether they agree.

    `source` is None for what stands only in the English, `target` for what the English lacks.
    """

    segment: int
    kind: str
    source: Side | None
    target: Side | None
    agrees: bool

    @property
    def place(self) -> tuple[int, int]:
        """Where the line belongs in the order of the story."""
        side = self.source or self.target
        return (self.segment, side.span[0] if side else 0)


class Mention(Protocol):
    """A figure, date or name as the readers of the language room give it."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def raw(self) -> str: ...


def _side(one: Mention) -> Side:
    return Side(one.raw, (one.start, one.end))


def _lines(
    segment: int,
    kind: str,
    pairs: Iterable[tuple[Mention, Mention, bool]],
    alone: tuple[Sequence[Mention], Sequence[Mention]],
) -> Iterator[Entry]:
    missing, unexpected = alone
    for one, other, agrees in pairs:
        yield Entry(segment, kind, _side(one), _side(other), agrees)
    for one in missing:
        yield Entry(segment, kind, _side(one), None, agrees=False)
    for other in unexpected:
        yield Entry(segment, kind, None, _side(other), agrees=False)


def _of(segment: int, pair: Pair) -> Iterator[Entry]:
    """The lines of one segment."""
    met, missing, unexpected = numbers.compared(pair.source, pair.target)
    judged = ((one, other, not figures.difference(one, other)) for one, other in met)
    yield from _lines(segment, "figure", judged, (missing, unexpected))
    days, undated, odd = dates.compared(pair.source, pair.target)
    judged_days = ((one, other, not differences(one, other)) for one, other in days)
    yield from _lines(segment, "date", judged_days, (undated, odd))
    named, lacking, strange = names.compared(pair.source, pair.target)
    yield from _lines(segment, "name", ((one, other, True) for one, other in named), (lacking, strange))


def ledger(pairs: Sequence[Pair]) -> tuple[Entry, ...]:
    """Every figure, date and name of a story in the order of its Arabic; what disagrees stands on top."""
    entries = [entry for segment, pair in enumerate(pairs) for entry in _of(segment, pair)]
    return tuple(sorted(entries, key=lambda entry: (entry.agrees, entry.place)))
