"""Strings of digits in either script: where one number ends and the next begins, and what each is worth.

A thousands mark and a decimal mark may be the same sign; which it is follows from the language and from the
digits around it. Where the text leaves it open the second reading comes along.
"""

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from reviews.text.quantities import Value

_SPACES = " \u00a0\u2007\u2009\u202f"
_ARABIC_THOUSANDS = "٬,،.'’" + _SPACES
_ENGLISH_THOUSANDS = ",'’٬" + _SPACES
_ARABIC_DECIMALS = "٫.,،٬"
_ENGLISH_DECIMALS = ".٫·"

_VULGAR = {
    "½": (1, 2),
    "⅓": (1, 3),
    "⅔": (2, 3),
    "¼": (1, 4),
    "¾": (3, 4),
    "⅛": (1, 8),
    "⅜": (3, 8),
    "⅝": (5, 8),
    "⅞": (7, 8),
}
_SIGNS = "".join(_VULGAR)

DIGITS = rf"\d+(?:[{re.escape(_ARABIC_THOUSANDS)}٫·](?=\d)\d+)*(?: ?[{_SIGNS}])?|[{_SIGNS}]"
"""A run of digits with single marks inside: the longest stretch that may be one number."""

HAS_DIGIT = re.compile(rf"[\d{_SIGNS}]")
"""Finds whether any digit stands in a text."""

_MARK_OR_DIGITS = re.compile(r"\d+|\D")
_LONGEST = 40  # digits; beyond it a string is a code, not a count, and int() would grow slow


class Figure(NamedTuple):
    """One number in digits: offsets, value, other readings, and whether it is a code (007), no count."""

    start: int
    end: int
    value: Value
    also: tuple[Value, ...] = ()
    code: bool = False


def figures(chunk: str, start: int, language: str) -> Iterator[Figure]:
    """The numbers in one match of `DIGITS` that begins at `start`."""
    if chunk.isdecimal():
        if len(chunk) <= _LONGEST:
            yield Figure(start, start + len(chunk), int(chunk), (), chunk[0] in "0٠۰" and len(chunk) > 1)
        return
    if chunk[-1] in _VULGAR:
        yield from _with_sign(chunk, start, language)
        return
    parts = _MARK_OR_DIGITS.findall(chunk)  # digits, mark, digits, mark, digits...
    at, here = 0, start
    while at < len(parts):
        used, figure = _one(parts, at, here, language)
        if figure:
            yield figure
        here += sum(len(part) for part in parts[at : at + used]) + 1  # the mark between two numbers
        at += used + 1


def _with_sign(chunk: str, start: int, language: str) -> Iterator[Figure]:
    """2½: the sign adds to the last figure before it."""
    sign = Fraction(*_VULGAR[chunk[-1]])
    before = list(figures(chunk[:-1].rstrip(" "), start, language)) if len(chunk) > 1 else []
    yield from before[:-1]
    end = start + len(chunk)
    if before:
        yield Figure(before[-1].start, end, before[-1].value + sign)
    else:
        yield Figure(end - 1, end, sign)


def _one(parts: list[str], at: int, here: int, language: str) -> tuple[int, Figure | None]:
    """The longest single number that begins at parts[at], and how many parts it takes."""
    arabic = language == "ar"
    groups = _thousands(parts, at, _ARABIC_THOUSANDS if arabic else _ENGLISH_THOUSANDS)
    whole = "".join(parts[at : at + groups : 2])
    used, decimals = groups, ""
    if _has_decimals(parts, at, groups, arabic):
        decimals, used = parts[at + groups + 1], groups + 2
    if len(whole) + len(decimals) > _LONGEST:
        return used, None
    end = here + sum(len(part) for part in parts[at : at + used])
    value = _value(whole, decimals)
    if arabic and groups == 3 and not decimals and parts[at + 1] == ".":
        return used, _dotted(here, end, parts[at], parts[at + 2])
    return used, Figure(
        here, end, value, (), parts[at][0] in "0٠۰" and groups == used == 1 and len(whole) > 1
    )


def _thousands(parts: list[str], at: int, marks: str) -> int:
    """How many parts from `at` make one whole number: 1 for plain digits, 3 for 26,013, 5 for 1,250,000."""
    if at + 2 >= len(parts) or len(parts[at]) > 3 or parts[at][0] in "0٠۰" or parts[at + 1] not in marks:
        return 1
    if at and parts[at - 1] == parts[at + 1]:  # 0800 555 111 is a telephone
        return 1
    last = at
    while last + 2 < len(parts) and parts[last + 1] == parts[at + 1] and len(parts[last + 2]) == 3:
        last += 2
    if last + 2 < len(parts) and parts[last + 1] == parts[at + 1] and parts[at + 1] in _SPACES:
        return 1
    return last - at + 1


def _has_decimals(parts: list[str], at: int, groups: int, arabic: bool) -> bool:
    mark_at = at + groups
    if mark_at + 1 >= len(parts):
        return False
    mark = parts[mark_at]
    if (groups > 1 and mark == parts[at + 1]) or (at and mark == parts[at - 1]):
        return False
    if (
        mark_at + 2 < len(parts) and parts[mark_at + 2] == mark
    ):  # 1.2.3 is a version or an address, 3،4،5 a list
        return False
    if not arabic:
        return mark in _ENGLISH_DECIMALS
    return mark in _ARABIC_DECIMALS and (
        mark in "٫." or len(parts[mark_at + 1]) != 3 or parts[at][0] in "0٠۰"
    )


def _value(whole: str, decimals: str) -> Value:
    if not decimals:
        return int(whole)
    value = Fraction(int(whole + decimals), 10 ** len(decimals))
    return value.numerator if value.denominator == 1 else value


def _dotted(start: int, end: int, left: str, right: str) -> Figure:
    """1.250 in Arabic: a dot is the thousands mark of some desks and the decimal mark of others."""
    readings = (int(left + right), _value(left, right))
    return (
        Figure(start, end, readings[0], readings[1:])
        if right[-1] in "0٠۰"
        else Figure(start, end, readings[1], readings[:1])
    )
