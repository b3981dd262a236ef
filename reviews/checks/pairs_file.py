"""Pairs and terms as tab-separated lines: what `check_pairs` and `evaluate` read."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reviews.checks.base import Pair
from reviews.checks.termbase import Term


@dataclass(frozen=True, slots=True)
class Malformed:
    """A line that is no pair, with the reason in words."""

    reason: str


def read_pairs(lines: Iterable[bytes]) -> Iterator[tuple[int, Pair | Malformed]]:
    """Each line with its number: Arabic, a tab, English. Empty lines are passed over; nothing is stripped."""
    for number, raw in enumerate(lines, 1):
        line = raw.removeprefix(b"\xef\xbb\xbf") if number == 1 else raw
        line = line.removesuffix(b"\n").removesuffix(b"\r")
        if not line:
            continue
        try:
            columns = line.decode("utf-8").split("\t")
        except UnicodeDecodeError as error:
            yield number, Malformed(f"not UTF-8 at byte {error.start + 1}")
            continue
        if len(columns) == 2:
            yield number, Pair(*columns)
        else:
            yield number, Malformed(f"expected Arabic, one tab and English; found {len(columns) - 1} tabs")


def read_terms(text: str) -> tuple[Term, ...]:
    """Terms, one a line: Arabic, English, allowed English, forbidden English; several forms with |.

    Lines with # and a heading in Latin letters are passed over. ValueError names a line without English.
    """
    terms = []
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        columns = [
            [form.strip() for form in column.split("|") if form.strip()] for column in line.split("\t")
        ]
        if not line.strip() or line.startswith("#") or (number == 1 and line.isascii()):
            continue
        if len(columns) < 2 or not columns[0] or not columns[1]:
            raise ValueError(f"line {number}: expected an Arabic term, a tab and its English")
        allowed, forbidden = (columns[at] if len(columns) > at else [] for at in (2, 3))
        terms.append(
            Term(
                source=tuple(columns[0]),
                preferred=columns[1][0],
                allowed=tuple(columns[1][1:] + allowed),
                forbidden=tuple(forbidden),
            )
        )
    return tuple(terms)
