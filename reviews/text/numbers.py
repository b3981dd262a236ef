"""Numbers in Arabic and English texts: read them as exact values with spans, and find each one's partner.

`read` gives the numbers of a text; `match` pairs those of a source with those of its translation by value, so
that ٢٥ meets twenty-five, 1,2 مليون meets 1,200,000 and نصف meets 50 percent.
"""

import re
from collections.abc import Hashable, Iterable, Sequence

from reviews.text.numbers_ar import read_arabic
from reviews.text.numbers_en import read_english
from reviews.text.partners import paired
from reviews.text.quantities import Quantity, Value, currencies_agree, units_agree
from reviews.text.visible import Visible, made_visible

Span = tuple[int, int]
Pair = tuple[Quantity, Quantity]

_TANWIN = "\u064b"
_SPANS = {"s": ("s", 1), "min": ("s", 60), "h": ("s", 3600), "day": ("s", 86400), "week": ("s", 604800)}
_SPANS |= {"month": ("month", 1), "year": ("month", 12)}
"""Spans of time that may be said in another unit."""
_DOZENS = "dozens"
_FACTORS = {"decade": 10, "century": 100}
_DUAL = re.compile(r"\w\w(?:ان|ين|تا|تي|اها|اه|اهما)\b")
_ROMANS = dict(
    zip(
        ["II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI"],
        range(2, 17),
        strict=True,
    )
)
_ROMAN = re.compile(rf"\b(?:{'|'.join(_ROMANS)})\b")


def read(text: str, language: str, taken: Sequence[Span] = ()) -> list[Quantity]:
    """The numbers of `text` in order; `language` is ar or en.

    `taken`: spans that are not numbers here, in order (dates, times, addresses); see `dates.spans`.
    """
    visible = made_visible(text, language)
    reader = read_arabic if language == "ar" else read_english
    found = reader(visible.plain, visible.inner(taken))
    if visible.plain is text:
        return found
    return [_moved(quantity, visible) for quantity in found]


def _moved(quantity: Quantity, visible: Visible) -> Quantity:
    start, end = visible.span(quantity.start, quantity.end)
    raw = visible.text[start:end]
    value, also = quantity.value, quantity.also
    if also and quantity.in_words and _TANWIN in raw:  # ألفاً is one thousand; without the mark ألفا is two
        value, also = also[-1], ()
    return quantity._replace(start=start, end=end, raw=raw, value=value, also=also)


def match(
    source: Sequence[Quantity],
    target: Sequence[Quantity],
    excused: frozenset[Value] = frozenset(),
    *,
    source_tells: frozenset[Value] = frozenset(),
    target_tells: frozenset[Value] = frozenset(),
) -> tuple[list[Pair], list[Quantity], list[Quantity]]:
    """Partners by value, then what the target misses, then what stands only in the target.

    `missing` and `unexpected` hold only what may be held against the translation: nothing soft or implied, no
    vague number alone, no second mention of a number that has its partner, no 1. `source_tells` are values
    that the source says without a number of its own (parts of its dates, its duals: `dates.components`,
    `implied`): in the target they are not unexpected. `target_tells`, the other way round, are not missing;
    `excused` is both.
    """
    pairs: list[Pair] = []
    left, right = list(source), list(target)
    for keys in (_the_same, _of_one_kind, _readings, _worths):
        if left and right:
            left, right = paired(left, right, keys, pairs)
    left = _accusable(left, target, pairs, excused | target_tells)
    right = _accusable(right, source, pairs, excused | source_tells)
    if not (_has_vague(left) and _has_vague(right)):
        left, right = [[one for one in side if one.kind != "vague"] for side in (left, right)]
    return sorted(pairs, key=_by_place), left, right


def _by_place(pair: Pair) -> int:
    return pair[0].start


def _has_vague(quantities: Iterable[Quantity]) -> bool:
    return any(one.kind == "vague" for one in quantities)


def _the_same(one: Quantity) -> Iterable[Hashable]:
    return ((one.value, one.implied, _share(one), one.currency, one.unit),)


def _of_one_kind(one: Quantity) -> Iterable[Hashable]:
    return ((one.value, one.implied, _share(one)),)


def _readings(one: Quantity) -> Iterable[Hashable]:
    return one.values


def _worths(one: Quantity) -> Iterable[Hashable]:
    """Half and 50 percent, two days and 48 hours, half an hour and 30 minutes, 1967 and 67, dozens."""
    value = one.value
    if one.kind == "decade":
        return (("decade", value % 100), value)
    if one.kind == "fraction" and one.unit not in _SPANS:
        return (value, value * 100)
    if one.kind == "vague" and value == 10:
        return (value, _DOZENS)
    if one.in_words and value == 12:
        return (value, _DOZENS)
    factor = _FACTORS.get(one.unit)
    if factor:
        return (value, value * factor)
    if one.unit in _SPANS:
        base, times = _SPANS[one.unit]
        return (value, (base, value * times))
    if one.kind == "year":
        return (value, ("short year", value % 100))
    if not one.in_words and 10 <= value < 100 and not one.unit and not one.currency:
        return (value, ("short year", value))
    return (value,)


def _accusable(
    side: Sequence[Quantity], other: Sequence[Quantity], pairs: Sequence[Pair], excused: frozenset[Value]
) -> list[Quantity]:
    """Those of one side that nothing on the other explains."""
    if not side:
        return []
    known = {value for pair in pairs for one in pair for value in one.values} | excused
    known |= {one.value % 100 for pair in pairs for one in pair if one.kind in ("decade", "year")}
    centuries = {one.value // 100 + 1 for one in other if one.kind in ("decade", "year")}
    centuries |= {one.value for one in other if one.kind == "century"}
    halves = any(one.kind == "fraction" and one.value * 2 == 1 for one in other)
    return [
        one
        for one in side
        if _is_firm(one) and known.isdisjoint(one.values) and not _is_told(one, centuries, halves)
    ]


def _is_firm(one: Quantity) -> bool:
    return not one.soft and not one.implied and not (one.value == 1 and one.kind == "cardinal")


def _is_told(one: Quantity, centuries: set[Value], halves: bool) -> bool:
    """The 1930s are the twentieth century; a month and a half is one and a half months."""
    if one.kind == "century":
        return one.value in centuries
    if one.kind == "decade":
        return one.value // 100 + 1 in centuries
    return halves and one.value * 2 == 3


def difference(source: Quantity, target: Quantity) -> str:
    """What two partners of one value disagree about: percent, currency, unit, or nothing."""
    if _share(source) != _share(target) and "fraction" not in (source.kind, target.kind):
        return "percent"
    if not currencies_agree(source.currency, target.currency):
        return "currency"
    if source.value == target.value and not units_agree(source.unit, target.unit):
        return "unit"
    return ""


def _share(quantity: Quantity) -> str:
    return quantity.kind if quantity.kind in ("percent", "percentage_points", "basis_points") else ""


def implied(text: str, language: str) -> frozenset[Value]:
    """Values that stand without a number word: an Arabic dual is two, a Roman numeral its number.

    Broad on purpose: it serves to excuse a number on the other side, never to accuse.
    """
    if language == "ar":
        return frozenset((2,)) if _DUAL.search(text) else frozenset()
    return frozenset(_ROMANS[found[0]] for found in _ROMAN.finditer(text))
