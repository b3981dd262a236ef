"""What number words are made of, in either language: atoms, and the numbers composed of them."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reviews.text.quantities import Value

FIGURE = "figure"  # digits
UNIT = "unit"  # 1 to 9
TEEN = "teen"  # 10 to 19
TENS = "tens"  # 20 to 90
HUNDRED = "hundred"  # multiplies in English, stands for itself in Arabic
MAGNITUDE = "magnitude"  # thousand and up
HALF = "half"
PART = "part"  # third, quarter: one part of a whole
PARTS = "parts"  # thirds, quarters: need a number before them
DOZEN = "dozen"
VAGUE = "vague"  # dozens, hundreds
DECADE = "decade"  # the nineties
IMPLIED = "implied"  # both, twice: means a number without saying it


class Numeral(NamedTuple):
    """What one word is worth by itself. `joined`: Arabic و is glued to it."""

    kind: str
    value: Value
    ordinal: bool = False
    joined: bool = False
    definite: bool = False


class Atom(NamedTuple):
    """One number word or one string of digits in the text."""

    start: int
    end: int
    kind: str
    value: Value
    ordinal: bool = False
    joined: bool = False
    definite: bool = False
    also: tuple[Value, ...] = ()
    role: str = ""
    """For digits: identifier or decade, where their own letters say so."""


class Composed(NamedTuple):
    """A number made of atoms; `upto` is the index of the first atom it did not use.

    `scale`: the thousand or million it was multiplied by, which a range shares with its lower end.
    """

    upto: int
    value: Value
    kind: str
    also: tuple[Value, ...] = ()
    soft: bool = False
    implied: bool = False
    scale: int = 1


def outside(taken: Sequence[tuple[int, int]], atoms: Iterable[Atom]) -> list[Atom]:
    """The atoms that do not begin inside a taken span; both come in order."""
    if not taken:
        return list(atoms)
    left: list[Atom] = []
    spans = iter(taken)
    start, end = next(spans)
    for atom in atoms:
        while end <= atom.start and (span := next(spans, None)):
            start, end = span
        if not start <= atom.start < end:
            left.append(atom)
    return left
