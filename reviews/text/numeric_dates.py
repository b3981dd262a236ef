"""Dates in digits alone: 27/3/2018, 27-3-2018, 2018-03-27, 3/27/2018."""

import re
from collections.abc import Iterator, Sequence

from reviews.text.mentions import DateMention, apart

_NUMERIC = re.compile(
    r"(?<![\d/.\-])(?:(?P<y>\d{4}) ?(?P<a>[/.\-]) ?(?P<m>\d{1,2}) ?(?P=a) ?(?P<d>\d{1,2})"
    r"|(?P<one>\d{1,2}) ?(?P<b>[/.\-]) ?(?P<two>\d{1,2}) ?(?P=b) ?(?P<year>\d{4}|\d{2}(?!\d)))(?!\d|[/.\-]\d)"
)
_DAY_AND_MONTH = {
    "ar": re.compile(r"(?:في|بتاريخ|الموافق|يوم) (?P<one>\d{1,2}) ?/ ?(?P<two>\d{1,2})(?![\d/])"),
    "en": re.compile(r"(?<![\d/.])(?P<one>9)/(?P<two>11)(?![\d/])"),
}


def numeric_dates(text: str, language: str, found: Sequence[DateMention]) -> Iterator[DateMention]:
    """Dates in digits; in Arabic the day stands first, in English 3/4/2018 may be either."""
    dates = (mention for match in _NUMERIC.finditer(text) if (mention := _read(text, match, language)))
    yield from apart(dates, found)
    for match in _DAY_AND_MONTH[language].finditer(text):
        one, two = int(match["one"]), int(match["two"])
        day, month = (one, two) if language == "ar" else (two, one)
        if 1 <= day <= 31 and 1 <= month <= 12:
            start, end = match.start("one"), match.end()
            yield DateMention(start, end, text[start:end], day, month)


def _read(text: str, match: re.Match[str], language: str) -> DateMention | None:
    start, end = match.span()
    if match["y"]:
        day, month, year, other = int(match["d"]), int(match["m"]), int(match["y"]), False
    else:
        if len(match["year"]) == 2 and match["b"] != "/":
            return None
        day, month, other = int(match["one"]), int(match["two"]), False
        year = int(match["year"])
        year += 0 if year > 99 else 2000 if year < 50 else 1900
        if month > 12:
            day, month = month, day
        elif language == "en":
            other = day <= 12 and day != month
    if not (1 <= day <= 31 and 1 <= month <= 12 and 1000 <= year <= 2200):
        return None
    return DateMention(start, end, text[start:end], day, month, year, other_order=other)
