"""Dates and times in Arabic and English texts: read them with spans, and find each one's partner.

All families of Arabic month names mean the same twelve months; «تشرين الأول/أكتوبر» is one month. What a text
does not say stays None, so that `March 27` may meet «27 آذار 2018».
"""

import re
from collections.abc import Hashable, Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from reviews.text.calendar_words import ENGLISH_MONTHS, ENGLISH_WEEKDAYS
from reviews.text.dates_ar import read_arabic
from reviews.text.dates_en import read_english
from reviews.text.mentions import PARTS, DateMention
from reviews.text.partners import paired
from reviews.text.visible import made_visible

Pair = tuple[DateMention, DateMention]

_RELATIVE = {
    "ar": re.compile(r"(?<!\w)[وف]?(?:أمس|امس|الأمس|اليوم|غدا|الغد|غد|الليلة|البارحة|أول من أمس)(?!\w)"),
    "en": re.compile(
        r"\b(?:yesterday|today|tomorrow|tonight|the day before|the day after|overnight)\b", re.IGNORECASE
    ),
}
_NAMES = {
    "month": {number: name.capitalize() for name, number in ENGLISH_MONTHS.items()},
    "weekday": {number: name.capitalize() for name, number in ENGLISH_WEEKDAYS.items()},
}


class Difference(NamedTuple):
    """A part that two partners disagree about: weekday, day, month, year, hour or minute."""

    part: str
    expected: int
    found: int


def read(text: str, language: str, *, year_hint: int | None = None) -> list[DateMention]:
    """The dates and times of `text` in order; `language` is ar or en.

    `year_hint`: the story's year, for days that stand without one; `mentions.fault_of` then judges them too.
    """
    visible = made_visible(text, language)
    reader = read_arabic if language == "ar" else read_english
    found = reader(visible.plain)
    if year_hint is not None:
        found = [
            one._replace(assumed_year=year_hint) if one.day and one.year is None else one for one in found
        ]
    if visible.plain is text:
        return found
    moved = ((mention, *visible.span(mention.start, mention.end)) for mention in found)
    return [mention._replace(start=start, end=end, raw=text[start:end]) for mention, start, end in moved]


def spans(mentions: Iterable[DateMention]) -> list[tuple[int, int]]:
    """Where the dates stand, for `numbers.read` to leave out."""
    return [(mention.start, mention.end) for mention in mentions]


def components(mentions: Iterable[DateMention]) -> frozenset[int]:
    """Days, years, hours and minutes: a number of the other text that equals one of them is explained."""
    found: set[int] = set()
    for one in mentions:
        found.update(
            part for part in (one.day, one.year, one.hour, one.minute, *one.more_days) if part is not None
        )
        if one.hour is not None and one.hour > 12:
            found.add(one.hour - 12)
    return frozenset(found)


def moment(mentions: Sequence[DateMention]) -> datetime | None:
    """The first full date with the time that follows it, as in a credit line; None where either lacks."""
    day = next((one for one in mentions if one.day and one.month and one.year), None)
    if not day:
        return None
    clock = next((one for one in mentions if one.is_time and one.start >= day.end), None)
    if not clock or clock.hour is None:
        return None
    return datetime(  # noqa: DTZ001 - the text names no zone; the caller knows the desk's
        day.year or 1, day.month or 1, day.day or 1, clock.hour, clock.minute or 0, clock.second or 0
    )


def relative_days(text: str, language: str) -> bool:
    """Whether the text says yesterday, today or tomorrow, which the other text may call by their weekday."""
    return bool(_RELATIVE[language].search(text))


def match(
    source: Sequence[DateMention], target: Sequence[DateMention], *, relative: bool = False
) -> tuple[list[Pair], list[DateMention], list[DateMention]]:
    """Partners, then the dates the target misses, then those that stand only in the target.

    Partners may disagree; `differences` says where. What is only repeated or said in two pieces, and what is
    soft, is not held against the translation; with `relative` (see `relative_days`) nor is a lone weekday.
    """
    pairs: list[Pair] = []
    left, right = list(source), list(target)
    for keys in (_whole, _day_and_month, _month_or_hour, _weekday):
        if left and right:
            left, right = paired(left, right, keys, pairs)
    left, right = _unsaid(left, target), _unsaid(right, source)
    if relative and not (any(map(_is_weekday, left)) and any(map(_is_weekday, right))):
        left, right = [[one for one in side if not _is_weekday(one)] for side in (left, right)]
    if left and right:
        left, right = paired(left, right, _class, pairs)
    return sorted(pairs, key=_by_place), left, right


def _by_place(pair: Pair) -> int:
    return pair[0].start


def _whole(one: DateMention) -> Iterable[Hashable]:
    return ((one.calendar, one.weekday, one.day, one.month, one.year, one.hour, one.minute),)


def _day_and_month(one: DateMention) -> Iterable[Hashable]:
    if one.hour is not None:
        return ((one.hour % 12, one.minute or 0),)
    if one.month is None or one.day is None:
        return ()
    keys = [(one.calendar, day, one.month) for day in (one.day, *one.more_days)]
    return [*keys, (one.calendar, one.month, one.day)] if one.other_order else keys


def _month_or_hour(one: DateMention) -> Iterable[Hashable]:
    """A month without its day; with a year it is still the better partner of the same year."""
    if one.month is None:
        return () if one.hour is None else ((one.hour % 12, "hour"),)
    return ((one.calendar, one.month, one.year), (one.calendar, one.month))


def _weekday(one: DateMention) -> Iterable[Hashable]:
    return () if one.weekday is None else ((one.weekday, "weekday"),)


def _class(one: DateMention) -> Iterable[Hashable]:
    """The last resort: the same day of another month, the same month, then any date of the same sort."""
    if one.hour is not None:
        return ("time",)
    if one.month is None:
        return ("weekday",)
    keys: list[Hashable] = [] if one.day is None else [("day", one.day)]
    return (*keys, ("date", one.calendar))


def _is_weekday(one: DateMention) -> bool:
    return one.hour is None and one.month is None


def _unsaid(left: Sequence[DateMention], other: Sequence[DateMention]) -> list[DateMention]:
    """Those that the other side does not say anywhere, in one piece or in two."""
    if not left:
        return []
    weekdays = {one.weekday for one in other}
    dates = {(day, one.month) for one in other for day in (one.day, *one.more_days)}
    months = {one.month for one in other}
    hours = {one.hour % 12 for one in other if one.hour is not None}
    found: list[DateMention] = []
    for one in left:
        if one.soft:
            continue
        if one.hour is not None:
            said = one.hour % 12 in hours
        elif one.month is None:
            said = one.weekday in weekdays
        else:
            said = one.month in months if one.day is None else (one.day, one.month) in dates
        if not said:
            found.append(one)
    return found


def differences(source: DateMention, target: DateMention) -> list[Difference]:
    """Where two partners disagree; parts that one of them does not say are no disagreement."""
    if target.other_order and (target.month, target.day) == (source.day, source.month):
        target = target._replace(day=source.day, month=source.month)
    found: list[Difference] = []
    for part in PARTS:
        expected, other = getattr(source, part), getattr(target, part)
        if part == "minute" and source.is_time and target.is_time:
            expected, other = expected or 0, other or 0
        if expected is None or other is None or expected == other:
            continue
        if part == "hour" and (source.half_unknown or target.half_unknown) and expected % 12 == other % 12:
            continue
        if part == "day" and _share_days(source, target):
            continue
        found.append(Difference(part, expected, other))
    if not found and len(source.more_days) == len(target.more_days) and source.more_days != target.more_days:
        found.append(Difference("day", source.more_days[-1], target.more_days[-1]))
    return found


def _share_days(source: DateMention, target: DateMention) -> bool:
    """27 and 28 March in one piece on one side, in two on the other."""
    if len(source.more_days) == len(target.more_days):
        return False
    return not {source.day, *source.more_days}.isdisjoint((target.day, *target.more_days))


def english_name(part: str, value: int) -> str:
    """January for month 1, Monday for weekday 0, the number for the rest."""
    return _NAMES[part][value] if part in _NAMES else str(value)
