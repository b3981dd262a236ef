"""A date or a time as a text mentions it, often only in part, and what may be wrong with it by itself."""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

_LEAP_YEAR = 2000
PARTS = ("weekday", "day", "month", "year", "hour", "minute")


class DateMention(NamedTuple):
    """A date (weekday, day, month, year) or a time of day; what the text does not say is None.

    `weekday`: Monday is 0. `hour`: 0 to 23, or 1 to 12 with `half_unknown` where the half of the day is open.
    `more_days`: 28 in «27 و28 آذار». `soft`: perhaps no date at all (May, الاثنين): never accuse.
    `other_order`: day and month may be the other way round (3/4/2018 in English).
    """

    start: int
    end: int
    raw: str
    day: int | None = None
    month: int | None = None
    year: int | None = None
    weekday: int | None = None
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    calendar: str = "gregorian"
    more_days: tuple[int, ...] = ()
    half_unknown: bool = False
    soft: bool = False
    other_order: bool = False
    assumed_year: int | None = None
    """The year of the story, where the text gives a day without its year."""
    second_month: int | None = None
    """The other month of a double name that names two months: «آذار/أبريل»."""

    @property
    def is_time(self) -> bool:
        return self.hour is not None


def place(mention: DateMention) -> int:
    """Where the mention begins, to sort by."""
    return mention.start


def apart(mentions: Iterable[DateMention], others: Iterable[DateMention]) -> Iterator[DateMention]:
    """The mentions (in order) that share no text with any of the others."""
    rest = iter(sorted(others, key=place))
    other = next(rest, None)
    for mention in mentions:
        while other and other.end <= mention.start:
            other = next(rest, None)
        if not other or mention.end <= other.start:
            yield mention


class Fault(NamedTuple):
    """What cannot be: `kind` is weekday, day or months; `expected` the weekday (Monday 0) or the last day."""

    kind: str
    expected: int


def fault_of(mention: DateMention) -> Fault | None:
    """The mention's own fault, whatever its translation says (C13): a weekday its date did not have, 31 June.

    Where only an assumed year is known the years beside it are tried too: a January story tells of December.
    """
    if mention.second_month is not None:
        return Fault("months", mention.second_month)
    if mention.day is None or mention.month is None or mention.calendar != "gregorian":
        return None
    near = mention.assumed_year
    years = [mention.year] if mention.year is not None else [] if near is None else [near, near - 1, near + 1]
    if any(not 1 <= year <= 9999 for year in years):
        return None
    last = monthrange(mention.year if mention.year is not None else _LEAP_YEAR, mention.month)[1]
    if any(not 1 <= day <= last for day in (mention.day, *mention.more_days)):
        return Fault("day", last)
    if mention.weekday is None or not years or mention.other_order or mention.more_days:
        return None
    real = [_weekday(year, mention.month, mention.day) for year in years]
    return None if mention.weekday in real else Fault("weekday", real[0])


def _weekday(year: int, month: int, day: int) -> int:
    return date(year, month, min(day, monthrange(year, month)[1])).weekday()
