"""Reads the times of day of an English text: 7:47 p.m., 7.30pm, half past seven, 1500 GMT, midnight."""

import re
from collections.abc import Iterable, Iterator, Sequence

from reviews.text.clocks import AFTERNOON, MORNING, NIGHT, NOON, clock
from reviews.text.mentions import DateMention, apart

_HOURS = "one two three four five six seven eight nine ten eleven twelve".split()
_HOUR_WORDS = {word: n for n, word in enumerate(_HOURS, 1)}
_PERIODS = {"a": MORNING, "p": AFTERNOON, "morning": MORNING, "afternoon": AFTERNOON, "evening": AFTERNOON}
_PERIODS |= {"night": NIGHT}

TIME_WORDS = frozenset("noon midday midnight clock past quarter half".split())
"""Words without which (and without digits) no time of day can stand here."""
HAS_TIME = re.compile(
    r"\d:\d|\d[ \u00a0]?[ap]\.? ?m\b|\d ?(?:gmt|utc|hours|hrs|local)|\d o|\d (?:in the|at night)"
)
"""Finds digits that may be a time."""


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_PART_OF_DAY = r"(?: in the (?:early )?(?P<{}>morning|afternoon|evening)| at (?P<{}>night))"
_TIME = re.compile(
    r"(?<![\d.,/:$£€])(?:"
    r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2})(?::(?P<second>\d{2}))?)?[ \u00a0]?(?P<half>[ap])\.? ?m\b\.?"
    r"|(?P<hour24>\d{1,2}):(?P<minute24>\d{2})(?::(?P<second24>\d{2}))?(?!\d|[.,:]\d)"
    rf"{_PART_OF_DAY.format('part', 'night')}?"
    rf"|(?P<clock>\d{{1,2}}|\b(?:{_either(_HOUR_WORDS)})) o['’]?clock"
    rf"{_PART_OF_DAY.format('partof', 'atnight')}?"
    rf"|(?P<plain>\d{{1,2}}|\b(?:{_either(_HOUR_WORDS)})){_PART_OF_DAY.format('plainpart', 'plainnight')}"
    r"|\b(?P<past>half|a quarter|quarter) (?P<way>past|to|after|before) "
    rf"(?P<hourword>{_either(_HOUR_WORDS)}|\d{{1,2}})\b"
    r"|(?P<military>[012]\d[0-5]\d) ?(?:gmt|utc|hours|hrs|local time)\b"
    r"|\b(?P<noon>noon|midday)\b|\b(?P<midnight>midnight)\b)"
)


def english_clocks(low: str, found: Sequence[DateMention]) -> Iterator[DateMention]:
    """The times of day of an English text in lower case, outside the dates already found."""
    yield from apart((mention for match in _TIME.finditer(low) if (mention := _time(match))), found)


def _time(match: re.Match[str]) -> DateMention | None:
    start, end = match.span()
    if match["noon"]:
        return clock(start, end, 12, 0, period=NOON)._replace(soft=True)
    if match["midnight"]:
        return clock(start, end, 0, 0)._replace(soft=True)
    if match["past"]:
        return _spoken(match)
    if match["military"]:
        hour, minute = int(match["military"][:2]), int(match["military"][2:])
        return clock(start, end, hour, minute)._replace(half_unknown=False) if hour < 24 else None
    said = match["hour"] or match["hour24"] or match["clock"] or match["plain"]
    hour = _HOUR_WORDS.get(said) or int(said)
    minute = int(match["minute"] or match["minute24"] or 0)
    if hour > 24 or minute > 59:
        return None
    part = next((match[name] for name in _PART_NAMES if match[name]), "")
    second = match["second"] or match["second24"]
    return clock(start, end, hour, minute, second=second, period=_PERIODS.get(part, ""))


_PART_NAMES = ("half", "part", "night", "partof", "atnight", "plainpart", "plainnight")


def _spoken(match: re.Match[str]) -> DateMention | None:
    """Half past seven; a quarter to eight."""
    said = match["hourword"]
    hour = _HOUR_WORDS.get(said) or int(said)
    minute = 30 if match["past"] == "half" else 15
    if match["way"] in ("to", "before"):
        hour, minute = hour - 1 or 12, 60 - minute
    return clock(match.start(), match.end(), hour, minute) if hour <= 12 else None
