"""Reads the times of day of an Arabic text: الساعة السابعة والنصف مساء, 7:47:31 م, منتصف الليل."""

import re
from collections.abc import Iterator, Sequence

from reviews.text.clocks import AFTERNOON, MORNING, NIGHT, NOON, clock
from reviews.text.mentions import DateMention, apart

_HOURS = "الواحدة الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة العاشرة".split()
_HOUR_WORDS = {word: n for n, word in enumerate(_HOURS, 1)}
_HOUR_WORDS |= dict.fromkeys(("الحادية عشرة", "الحادية عشر"), 11)
_HOUR_WORDS |= dict.fromkeys(("الثانية عشرة", "الثانية عشر"), 12)
_PERIODS = dict.fromkeys(("صباحا", "صباح", "فجرا", "فجر", "قبل الظهر", "بعد منتصف الليل", "ص"), MORNING)
_PERIODS |= dict.fromkeys(("مساء", "عصرا", "عصر", "بعد الظهر", "بعد ظهر", "م"), AFTERNOON)
_PERIODS |= dict.fromkeys(("ظهرا", "ظهر"), NOON) | dict.fromkeys(("ليلا", "ليل"), NIGHT)
_PARTS = {"النصف": 30, "نصف": 30, "الربع": 15, "ربع": 15, "الثلث": 20, "ثلث": 20}
_LESS = {"ربع": 15, "ثلث": 20, "خمس": 5, "عشر": 10}

TIME_WORDS = frozenset("الساعة والساعة بالساعة للساعة منتصف ومنتصف الظهيرة".split()) | _PERIODS.keys() - {
    "ص",
    "م",
}
"""Words without which (and without digits) no time of day can stand here."""


def _either(words: dict[str, int] | dict[str, str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_TIME = re.compile(
    r"(?<![\d.,٫/:])(?:(?P<said>الساعة (?:(?:نحو|حوالي|قرابة) )?)?"
    r"(?:(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2})(?::(?P<second>\d{2}))?)?(?!\d|[.,٫:/]\d|[%٪])"
    rf"|\b[وبل]?(?P<word>{_either(_HOUR_WORDS)})\b)"
    rf"(?: و(?P<part>{_either(_PARTS)})\b"
    r"| (?:إلا|الا) (?:ال)?(?P<less>ربع|ثلث|خمس|عشر)ا?(?: دقائق)?\b"
    r"| و ?(?P<minutes>\d{1,2}) دقيقة)?"
    rf"(?:[ \u00a0]?(?:من )?(?P<period>{_either(_PERIODS)})\b)?"
    r"|(?P<midnight>منتصف الليل)\b|(?P<noon>منتصف النهار|الظهيرة)\b)"
)


def arabic_clocks(text: str, found: Sequence[DateMention]) -> Iterator[DateMention]:
    """The times of day of an Arabic text, outside the dates already found."""
    times = (mention for match in _TIME.finditer(text) if (mention := _time(text, match)))
    for mention in apart(times, found):
        yield mention._replace(raw=text[mention.start : mention.end])


def _time(text: str, match: re.Match[str]) -> DateMention | None:
    start, end = match.span()
    if match["midnight"]:
        return clock(start, end, 0, 0)._replace(soft=True)
    if match["noon"]:
        return clock(start, end, 12, 0, period=NOON)._replace(soft=True)
    colon = match["minute"] is not None and text[match.end("hour")] == ":"
    period = match["period"] or ""
    if not (match["said"] or colon or len(period) > 1 or (period and match["minute"])):
        return None
    hour = int(match["hour"]) if match["hour"] else _HOUR_WORDS[match["word"]]
    minute = int(match["minute"] or match["minutes"] or _PARTS.get(match["part"] or "", 0))
    if match["less"]:
        hour, minute = hour - 1 or 12, 60 - _LESS[match["less"]]
    if hour > 24 or minute > 59:
        return None
    return clock(start, end, hour, minute, second=match["second"], period=_PERIODS.get(period, ""))
