"""Two numbers that make one range: 23-25, 3 to 5 million, بين 3 و5 ملايين."""

import re
from fractions import Fraction

from reviews.text.quantities import Quantity, exact

Draft = tuple[Quantity, int]
"""A quantity and the thousand or million it was multiplied by (1 for none)."""

_TIGHT = re.compile(r" ?[-–—‑‐−] ?")
_LOOSE = re.compile(r"-?,? (?:to|or|and|through|until) -?|(?:-?| )(?:أو|إلى|الى|حتى|و|لـ) ?ـ?")
_WIDEST = 12  # code points between the ends


def settle(text: str, drafts: list[Draft]) -> list[Quantity]:
    """The quantities, ends of ranges marked, 1/3 made one; a lower end takes unit and scale from above."""
    settled: list[Quantity] = []
    at = 0
    for n in range(1, len(drafts)):  # the letters before a code may belong to the number before it: 3 km²-5
        quantity, scale = drafts[n]
        if (end := drafts[n - 1][0].end) > quantity.start:
            drafts[n] = (quantity._replace(start=end, raw=quantity.raw[end - quantity.start :]), scale)
    while at < len(drafts):
        low, low_scale = drafts[at]
        high, scale = drafts[at + 1] if at + 1 < len(drafts) else drafts[at]
        gap = text[low.end : high.start] if 0 < high.start - low.end <= _WIDEST else ""
        if gap == "/" and low.kind == high.kind == "cardinal":
            settled.extend(_slashed(low, high))
            at += 2
            continue
        tight = bool(_TIGHT.fullmatch(gap))
        if tight and low.range_end:  # 3-4-5 is no range
            tight = False
        elif tight or _LOOSE.fullmatch(gap):
            low = _lower_end(low, high, scale if low_scale == 1 else 1, tight=tight)
        if tight:
            drafts[at + 1] = (_upper_end(low, high), scale)
        settled.append(low)
        at += 1
    return settled


def _slashed(low: Quantity, high: Quantity) -> list[Quantity]:
    """1/3 is a fraction; 24/7 and 9/11 are names."""
    if low.value < high.value and (low.value, high.value) != (9, 11):
        raw = f"{low.raw}/{high.raw}"
        return [low._replace(end=high.end, raw=raw, value=Fraction(low.value, high.value), kind="fraction")]
    return [one._replace(kind="identifier", soft=True) for one in (low, high)]


def _upper_end(low: Quantity, high: Quantity) -> Quantity:
    """1950-53 ends in 1953."""
    also = high.also
    if low.kind == "year" and high.end - high.start == 2 and low.value % 100 < high.value:
        also = (low.value // 100 * 100 + high.value,)
    return high._replace(range_end="high", also=also)


def _lower_end(low: Quantity, high: Quantity, scale: int, *, tight: bool) -> Quantity:
    """The lower end as the upper one completes it; where only a word joins them both readings stand."""
    if low.kind == "cardinal" and high.kind in ("percent", "percentage_points", "basis_points"):
        low = low._replace(kind=high.kind)
    if not low.unit and not low.currency:
        low = low._replace(unit=high.unit, currency=high.currency)
    if scale > 1 and low.value < high.value and low.kind == high.kind:
        larger = exact(low.value * scale)
        values = (larger, low.value) if tight else (low.value, larger)
        low = low._replace(value=values[0], also=(*low.also, values[1]))
    return low._replace(range_end="low") if tight else low
