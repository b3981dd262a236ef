"""Reads the dates and times of an Arabic text (vowel marks and invisible marks already taken out)."""

import re
from collections.abc import Iterator

from reviews.text.calendar_words import (
    ARABIC_MONTHS,
    ARABIC_WEEKDAYS,
    HIJRI_MONTHS,
    LEVANTINE,
    RISKY_ARABIC,
    SECOND_WORDS,
)
from reviews.text.clocks_ar import TIME_WORDS, arabic_clocks
from reviews.text.mentions import DateMention, apart, place
from reviews.text.numeric_dates import numeric_dates
from reviews.text.visible import words_of

_CLITICS = ("", "و", "ب", "ل", "ف", "ك", "وب", "ول")
_ORDINALS = "الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع".split()
_WORD = re.compile(r"[^\W\d_]+")
_DIGIT_PAIR = re.compile(r"\d[/.:\-]\d")


def _with_clitics(words: dict[str, int]) -> dict[str, int]:
    return {clitic + word: number for word, number in words.items() for clitic in _CLITICS}


def _day_words() -> dict[str, int]:
    """الأول to الحادي والثلاثين."""
    words = {word: n for n, word in enumerate(_ORDINALS, 1)} | {"العاشر": 10, "الحادي عشر": 11}
    words |= {f"{word} عشر": n + 10 for n, word in enumerate(_ORDINALS, 1) if n > 1}
    for ending in ("ين", "ون"):
        words |= {f"العشر{ending}": 20, f"الثلاث{ending}": 30, f"الحادي والثلاث{ending}": 31}
        words |= {f"الحادي والعشر{ending}": 21, f"الواحد والعشر{ending}": 21}
        words |= {f"{word} والعشر{ending}": n + 20 for n, word in enumerate(_ORDINALS, 1) if n > 1}
    return words | {word.replace("الأ", "الا"): number for word, number in words.items()}


def _either(words: object) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_MONTHS = _with_clitics(ARABIC_MONTHS)
_FIRST_WORDS = {clitic + word: word for word in SECOND_WORDS for clitic in _CLITICS}
_HIJRI_FIRST = {
    clitic + word.split()[0]: word.split()[0] for word in HIJRI_MONTHS if " " in word for clitic in _CLITICS
}
_HIJRI = _with_clitics({word: number for word, number in HIJRI_MONTHS.items() if " " not in word})
_WEEKDAYS = _with_clitics(ARABIC_WEEKDAYS) | {
    prefix + word[1:]: number for word, number in ARABIC_WEEKDAYS.items() for prefix in ("ل", "ول", "فل")
}
_RISKY = frozenset(clitic + word for word in RISKY_ARABIC for clitic in _CLITICS)
_MONDAYS = frozenset(word for word, number in _WEEKDAYS.items() if number == 0)
_KNOWN = _MONTHS.keys() | _FIRST_WORDS.keys() | _HIJRI_FIRST.keys() | _HIJRI.keys() | _WEEKDAYS.keys()
_DAY_WORDS = _day_words()
_BARE = {
    clitic + word: word
    for word in [*ARABIC_MONTHS, *SECOND_WORDS, *(name.split()[0] for name in HIJRI_MONTHS)]
    for clitic in _CLITICS
}

_SECOND_WORD = re.compile(r" (ال[^\W\d_]+|[^\W\d_]+|[12١٢](?!\d))")
_DAYS_BEFORE = re.compile(
    r"(?<![\d.,٫:/\-])(?:(?P<first>\d{1,2})(?: ?(?:[-–—/]|و|أو |إلى |حتى )ـ? ?(?P<second>\d{1,2}))?"
    r"(?: ?(?:[-–]|و)ـ? ?(?P<third>\d{1,2}))?"
    rf"|\b[وبل]?(?P<words>{_either(_DAY_WORDS)})) ?(?:من )?(?:شهر )?\Z"
)
_WEEKDAY_BEFORE = re.compile(
    rf"(?<!\w)[وبلف]?(?P<weekday>{_either(ARABIC_WEEKDAYS)})[،,]? ?"
    r"(?:الموافق(?: ?ل ?| في )? ?|(?:في|بتاريخ) |\(|الماضي،? )?\Z"
)
_DOUBLE = re.compile(r" ?([/(]|[-–] ?) ?([^\W\d_]+)(?: (ال[^\W\d_]+))?\)?")
_YEAR = re.compile(
    r"(?:[ ,،]{1,2}|[ ,،]?/ ?| \()(?:من )?(?:(?:ال|لل|ل)?(?:عام|سنة) )?"
    r"(?P<year>\d{4})(?!\d|[.,٫٬،]\d)(?: ?(?:م|ه)\b)?"
)
_DAY_YEAR = re.compile(r" (?P<day>\d{1,2})[,،]? (?P<year>\d{4})(?!\d)")
_MONTH_CONTEXT = re.compile(
    r"(?:^|[^\w])(?:[وفل]?(?:في|منذ|شهر|خلال|حتى|مطلع|أوائل|اوائل|أواخر|اواخر|نهاية|بداية|منتصف|شهري)) \Z"
)
_MONTH_FOLLOWED = re.compile(
    r" (?:الماضي|المقبل|القادم|الجاري|الحالي|الفائت|المنصرم|الأخير|من (?:ال)?(?:عام|سنة)|عام )"
)
_MONDAY_CONTEXT = re.compile(
    r"(?:يوم|أيام|يومي|أمس|اليوم|مساء|صباح|فجر|ظهر|عصر|ليل|ليلة|نهار|منذ|حتى|أول|غدا|غد|بعد|قبل)"
    r" ?\Z"
)
_MONDAY_FOLLOWED = re.compile(
    r"(?:[،,]? (?:الماضي|المقبل|القادم|الجاري|الفائت|المنصرم|الموافق|\d)|[)»]| و?(?:الثلاثاء|الأحد|الجمعة))"
)


def read_arabic(text: str) -> list[DateMention]:
    """The dates and times of an Arabic text, in order."""
    words = words_of(text)
    digits = bool(_DIGIT_PAIR.search(text))
    found: list[DateMention] = []
    if not _KNOWN.isdisjoint(words):
        found += _worded(text)
    if digits:
        found += numeric_dates(text, "ar", found)
    if digits or not TIME_WORDS.isdisjoint(words):
        found += arabic_clocks(text, found)
    return sorted(found, key=place) if len(found) > 1 else found


def _worded(text: str) -> Iterator[DateMention]:
    """Dates with a month or a weekday in letters."""
    months: list[DateMention] = []
    weekdays: list[DateMention] = []
    upto = 0
    for match in _WORD.finditer(text):
        word = match[0]
        if word not in _KNOWN or match.start() < upto:
            continue
        if word in _WEEKDAYS:
            weekdays.append(_weekday(text, match))
            continue
        mention = _month(text, match, upto)
        if mention:
            months.append(mention)
            upto = mention.end
    yield from months
    yield from apart(weekdays, months)


def _weekday(text: str, match: re.Match[str]) -> DateMention:
    """A weekday alone; الاثنين is also `the two`, so it counts fully only where a day is meant."""
    word, start, end = match[0], match.start(), match.end()
    soft = (
        word in _MONDAYS
        and not _MONDAY_CONTEXT.search(text, max(0, start - 8), start)
        and not _MONDAY_FOLLOWED.match(text, end)
    )
    return DateMention(start, end, text[start:end], weekday=_WEEKDAYS[word], soft=soft)


def _month(text: str, match: re.Match[str], upto: int) -> DateMention | None:
    """The date round a month's name, not before `upto` (the end of the last date); None if it is no month."""
    named = _name(text, match)
    if not named:
        return None
    month, end, calendar, risky = named
    month_end = end
    start = match.start() + len(match[0]) - len(_BARE.get(match[0], match[0]))
    second_month = None
    if calendar == "gregorian":
        end, second_month = _double(text, match[0], month, end)
    days = _DAYS_BEFORE.search(text, max(upto, start - 32), start)
    day, more = _days(days)
    year, end, day_after = _year(text, end, calendar, has_day=day is not None)
    beside = day or year or day_after or end > month_end or (upto and match.start() - upto in (1, 2))
    if risky and not beside and not _is_month_here(text, match.start(), month_end):
        return None
    weekday = None
    if days:
        start = days.start()
        if text[start] in "وبل" and days["words"]:
            start += not text.startswith(days["words"], start)
        before = _WEEKDAY_BEFORE.search(text, max(upto, start - 28), start)
        if before:
            start, weekday = before.start("weekday"), ARABIC_WEEKDAYS[before["weekday"]]
    return DateMention(
        start, end, text[start:end], day if day is not None else day_after, month, year, weekday,
        calendar=calendar, more_days=more, second_month=second_month,
    )  # fmt: skip


def _name(text: str, match: re.Match[str]) -> tuple[int, int, str, bool] | None:
    """Month, end of its name, calendar, and whether the word needs its context to be a month."""
    word, end = match[0], match.end()
    if word in _MONTHS:
        return _MONTHS[word], end, "gregorian", word in _RISKY
    if word in _HIJRI:
        return _HIJRI[word], end, "hijri", word in _RISKY
    second = _SECOND_WORD.match(text, end)
    if not second:
        return None
    if word in _FIRST_WORDS:
        number = SECOND_WORDS[_FIRST_WORDS[word]].get(second[1])
        return (number, second.end(), "gregorian", False) if number else None
    number = HIJRI_MONTHS.get(f"{_HIJRI_FIRST[word]} {second[1]}")
    return (number, second.end(), "hijri", False) if number else None


def _double(text: str, word: str, month: int, end: int) -> tuple[int, int | None]:
    """«تشرين الأول/أكتوبر» is one month; two names of one family are a range and stay apart."""
    found = _DOUBLE.match(text, end)
    if not found:
        return end, None
    other, other_end = ARABIC_MONTHS.get(found[2]), found.end(2)
    if found[2] in SECOND_WORDS and found[3]:
        other, other_end = SECOND_WORDS[found[2]].get(found[3]), found.end(3)
    if not other or (other != month and _is_levantine(word) == _is_levantine(found[2])):
        return end, None
    if text[other_end : other_end + 1] == ")" and "(" in found[1]:
        other_end += 1
    return other_end, other if other != month else None


def _is_levantine(word: str) -> bool:
    return word in LEVANTINE or word[1:] in LEVANTINE


def _days(found: re.Match[str] | None) -> tuple[int | None, tuple[int, ...]]:
    if not found:
        return None, ()
    if found["words"]:
        return _DAY_WORDS[found["words"]], ()
    days = [int(found[name]) for name in ("first", "second", "third") if found[name]]
    return days[0], tuple(days[1:])


def _year(text: str, end: int, calendar: str, *, has_day: bool) -> tuple[int | None, int, int | None]:
    """The year behind the month, the end of the date, and a day that stands behind the month."""
    found = _YEAR.match(text, end)
    if found and _may_be_year(int(found["year"]), calendar, said=found[0].strip(" ,،")[:1] not in "12١٢"):
        return int(found["year"]), found.end(), None
    found = None if has_day else _DAY_YEAR.match(text, end)
    if found and _may_be_year(int(found["year"]), calendar, said=False):
        return int(found["year"]), found.end(), int(found["day"])
    return None, end, None


def _may_be_year(year: int, calendar: str, *, said: bool) -> bool:
    """A bare number behind a month may be a count; a year is of our time or called one."""
    if calendar == "hijri":
        return 1200 <= year <= 1600
    return said or 1800 <= year <= 2100


def _is_month_here(text: str, start: int, end: int) -> bool:
    return bool(_MONTH_CONTEXT.search(text, max(0, start - 9), start)) or bool(
        _MONTH_FOLLOWED.match(text, end)
    )
