"""Which words and figures of the Arabic have a partner in the English: evidence of one meaning.

A word that no table knows says nothing; absence counts only where several known words in a row lack partners.
"""

from functools import lru_cache
from typing import NamedTuple

from reviews.checks import dates, names, numbers
from reviews.text.bilingual import ARABIC_WORD, ENGLISH_WORD, beginnings, senses

# Logarithms of how much likelier a word has its partner in a translation than in a stranger's text.
HIT, MISS = 2.2, -0.75
FIGURE_HIT, FIGURE_MISS = 2.5, -1.5
DATE_HIT, DATE_MISS = 2.5, -1.0
NAME_HIT, NAME_MISS = 2.0, -1.0


class Weight(NamedTuple):
    """A word or figure and what it weighs: above 0 where the other text has its partner, else below."""

    start: int
    end: int
    weight: float


class Tally(NamedTuple):
    """The same without places: the sum, and what speaks against each side."""

    total: float
    against_source: float
    against_target: float


@lru_cache(maxsize=16)
def tally(source: str, target: str) -> Tally:
    """The quick look: whether it is worth weighing word by word at all."""
    left = [said for said in map(senses, ARABIC_WORD.findall(source)) if said]
    right = [said for said in map(beginnings, ENGLISH_WORD.findall(target.lower())) if said]
    lost = sum(map(frozenset().union(*right).isdisjoint, left))
    made = sum(map(frozenset().union(*left).isdisjoint, right))
    pairs, missing, unexpected = numbers.compared(source, target)
    dated, undated, odd = dates.compared(source, target)
    named, _lacking, strange = names.compared(source, target)
    against_source = lost * MISS + len(missing) * FIGURE_MISS + len(undated) * DATE_MISS
    against_target = (
        made * MISS + len(unexpected) * FIGURE_MISS + len(odd) * DATE_MISS + len(strange) * NAME_MISS
    )
    speaks = (len(left) - lost + len(right) - made) * HIT
    speaks += 2 * (len(pairs) * FIGURE_HIT + len(dated) * DATE_HIT + len(named) * NAME_HIT)
    return Tally(speaks + against_source + against_target, -against_source, -against_target)


@lru_cache(maxsize=16)
def weigh(source: str, target: str) -> tuple[tuple[Weight, ...], tuple[Weight, ...]]:
    """What the known words, figures, dates and names of both texts weigh, each side in order."""
    left = [(m.span(), said) for m in ARABIC_WORD.finditer(source) if (said := senses(m.group()))]
    right = [
        (m.span(), said) for m in ENGLISH_WORD.finditer(target) if (said := beginnings(m.group().lower()))
    ]
    meant = frozenset().union(*(said for _span, said in left))
    there = frozenset().union(*(said for _span, said in right))
    sources = [Weight(*span, MISS if there.isdisjoint(said) else HIT) for span, said in left]
    targets = [Weight(*span, MISS if meant.isdisjoint(said) else HIT) for span, said in right]
    pairs, missing, unexpected = numbers.compared(source, target)
    named, _lacking, strange = names.compared(source, target)
    sources += [Weight(one.start, one.end, FIGURE_HIT) for one, _other in pairs]
    targets += [Weight(other.start, other.end, FIGURE_HIT) for _one, other in pairs]
    sources += [Weight(one.start, one.end, FIGURE_MISS) for one in missing]
    targets += [Weight(one.start, one.end, FIGURE_MISS) for one in unexpected]
    dated, undated, odd = dates.compared(source, target)
    sources += [Weight(one.start, one.end, DATE_HIT) for one, _other in dated]
    targets += [Weight(other.start, other.end, DATE_HIT) for _one, other in dated]
    sources += [Weight(one.start, one.end, DATE_MISS) for one in undated]
    targets += [Weight(one.start, one.end, DATE_MISS) for one in odd]
    for side, found in (
        (sources, [one for one, _other in named]),
        (targets, [other for _one, other in named]),
    ):
        side += [Weight(one.start, one.end, NAME_HIT) for one in found]
    targets += [Weight(one.start, one.end, NAME_MISS) for one in strange]
    return tuple(sorted(sources)), tuple(sorted(targets))


def support(source: str, target: str) -> float:
    """How much speaks for these texts saying the same: far above 0 for a translation, below for strangers."""
    return tally(source, target).total
