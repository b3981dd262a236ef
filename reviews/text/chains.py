"""Pairs of places in two sequences, reduced to those that run in the same order on both sides."""

from bisect import bisect_left
from collections.abc import Sequence

Pair = tuple[int, int]


def heaviest_chain(pairs: Sequence[Pair], weights: Sequence[float] | None = None) -> list[Pair]:
    """Of pairs sorted by their first place, those with rising second places that weigh most together.

    Without weights each pair counts one. Takes n log n steps.
    """
    ends: list[int] = []  # second places, rising, each with a chain heavier than those before it
    tops: list[tuple[float, int]] = []  # (weight of the chain, index of its last pair)
    previous: list[int] = []
    for index, (_, place) in enumerate(pairs):
        at = bisect_left(ends, place)
        weight = (weights[index] if weights else 1) + (tops[at - 1][0] if at else 0)
        previous.append(tops[at - 1][1] if at else -1)
        stop = at
        while stop < len(ends) and tops[stop][0] <= weight:
            stop += 1
        ends[at:stop] = [place]
        tops[at:stop] = [(weight, index)]
    chain: list[Pair] = []
    index = tops[-1][1] if tops else -1
    while index >= 0:
        chain.append(pairs[index])
        index = previous[index]
    return chain[::-1]
