"""A number as it stands in a text: what it is worth, where it stands, what it counts.

`Quantity` is what the readers of both languages give back; `currencies_agree` and `units_agree` compare what
is counted.
"""

from fractions import Fraction
from typing import NamedTuple

from reviews.text.measures import CURRENCY_FAMILIES, DIMENSIONS

Value = int | Fraction
"""Exact, never a float; equal and hashed alike whether a number was written 2.5 or two and a half."""


class Quantity(NamedTuple):
    """One number in a text.

    `kind`: cardinal, ordinal, fraction, percent, percentage_points, basis_points, year, decade, identifier or
    vague.
    `also`: other values the same words may have (Arabic 1.250, a decade as ten years).
    `soft`: the other language often leaves it out or words it differently (one, first, half): to miss its
    partner is no fault, to have one is welcome.
    `implied`: no number word stands here, only a form that means one (a dual, a couple): it may excuse a
    number on the other side and must never accuse.
    """

    start: int
    end: int
    raw: str
    value: Value
    kind: str = "cardinal"
    unit: str = ""
    """Symbol of the unit (km, kg, year); empty where there is none."""
    currency: str = ""
    """ISO 4217 code where the text says which, else the bare noun (dollar, ليرة); empty for no money."""
    also: tuple[Value, ...] = ()
    soft: bool = False
    implied: bool = False
    in_words: bool = False
    """Written in letters alone."""
    range_end: str = ""
    """low or high, for the two ends of a range."""
    prefix: str = ""
    """For an identifier: the letters before the number (F of F-16)."""

    @property
    def values(self) -> tuple[Value, ...]:
        """Every value these words may have, the likeliest first."""
        return (self.value, *self.also)


def exact(value: Value) -> Value:
    """An int where the value is whole."""
    if isinstance(value, Fraction) and value.denominator == 1:
        return value.numerator
    return value


def currencies_agree(one: str, other: str) -> bool:
    """Whether both may be one money: ليرة and pounds may, EUR and dollars not; none agrees with all."""
    if not one or not other or one == other:
        return True
    return not _codes(one).isdisjoint(_codes(other))


def _codes(currency: str) -> frozenset[str]:
    return CURRENCY_FAMILIES.get(currency) or frozenset((currency,))


def units_agree(one: str, other: str) -> bool:
    """False only for two different units of one dimension: km against miles, days against months."""
    return not one or not other or one == other or _dimension(one) != _dimension(other)


def _dimension(unit: str) -> str:
    """Length for km, area for ha and km2, volume for l and yard3."""
    known = DIMENSIONS.get(unit)
    if known:
        return known
    return {"2": "area", "3": "volume"}.get(unit[-1], unit)
