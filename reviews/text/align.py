"""Which paragraphs or sentences of a translation answer which of its source.

Length tells much (Gale and Church), and so do the number of sentences, questions, quotations and brackets;
figures and words that both sides share are anchors. The search keeps to a band round the line through the
surest anchors, so that a long text costs no more per unit than a short one.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise
from math import log
from typing import NamedTuple

from reviews.text import arabic
from reviews.text.anchors import Anchors, anchors
from reviews.text.chains import heaviest_chain
from reviews.text.folding import Level
from reviews.text.segments import sentences


class Bead(NamedTuple):
    """source[start:end] and target[start:end] say the same; an empty range where a side has nothing.

    `moved`: the pair stands out of the order of the rest.
    """

    source: tuple[int, int]
    target: tuple[int, int]
    moved: bool = False


class _Shape(NamedTuple):
    """What can be counted on a unit without understanding it."""

    letters: int
    sentences: int
    questions: int
    quotations: int
    brackets: int


_RATIO = 1.07  # English letters to an Arabic one in news
_SPREAD = 3.6  # variance of the English length, to a letter
# (units of the source, units of the target) -> how unlikely such a bead is, beside a plain pair
_BEADS = {(1, 1): 0.0, (1, 0): 3.0, (0, 1): 3.0, (2, 1): 3.5, (1, 2): 3.5}
_BAND = 20  # units to either side of the expected line
_SURE = 6.0  # a tie this strong is a landmark
_MOVED = 2.0  # a pair out of order must hold together by this much more than its costs


def align(source: Sequence[str], target: Sequence[str]) -> list[Bead]:
    """Beads that cover every unit of the Arabic `source` and the English `target` once.

    They run in the order of the source; units of the target alone stand where the target has them.
    """
    held = anchors(source, target)
    cost = _cost_function(source, target, held)
    beads = _search(len(source), len(target), _windows(len(source), len(target), held), cost)
    return _with_moves(beads, held, cost)


Cost = Callable[[int, int, int, int], float]


def _cost_function(source: Sequence[str], target: Sequence[str], held: Anchors) -> Cost:
    """What it costs to pair source[i:k] with target[j:m], both not empty: low is likely."""
    left = [_shape(text, "ar") for text in source]
    right = [_shape(text, "en") for text in target]

    def cost(i: int, k: int, j: int, m: int) -> float:
        one = left[i] if k - i == 1 else _together(left[i:k])
        other = right[j] if m - j == 1 else _together(right[j:m])
        total = _BEADS[k - i, m - j] + _unlikeness(one, other)
        total += sum(held.loose_source[i:k]) + sum(held.loose_target[j:m])
        return total - sum(held.ties.get((a, b), 0.0) for a in range(i, k) for b in range(j, m))

    return cost


def _shape(text: str, language: str) -> _Shape:
    return _Shape(
        len(arabic.normalise(text, Level.WRITTEN)),
        len(sentences(text, language)),
        text.count("؟") + text.count("?"),
        sum(map(text.count, '"«»“”')) // 2,
        text.count("("),
    )


def _together(shapes: Sequence[_Shape]) -> _Shape:
    return _Shape(*map(sum, zip(*shapes, strict=True)))


def _unlikeness(one: _Shape, other: _Shape) -> float:
    expected = max((one.letters + other.letters / _RATIO) / 2, 1)
    total = 1.2 * log(1 + (other.letters - one.letters * _RATIO) ** 2 / (_SPREAD * expected))
    total += 2.5 * min(abs(one.sentences - other.sentences), 2)
    total += _sign(one.questions, other.questions, 1.0, 1.5)
    total += _sign(one.quotations, other.quotations, 0.6, 0.5)
    return total + _sign(one.brackets, other.brackets, 0.5, 1.0)


def _sign(one: int, other: int, against: float, speaking_for: float) -> float:
    if one and other:
        return -speaking_for
    return against if one or other else 0.0


def _windows(height: int, width: int, held: Anchors) -> list[tuple[int, int]]:
    """For each number of source units used, the least and greatest number of target units to try with it."""
    best_of: dict[int, tuple[float, int]] = {}
    best_for: dict[int, tuple[float, int]] = {}
    for (i, j), tie in held.ties.items():
        best_of[i] = max(best_of.get(i, (_SURE, -1)), (tie, j))
        best_for[j] = max(best_for.get(j, (_SURE, -1)), (tie, i))
    sure = [(i, j) for i, (_, j) in sorted(best_of.items()) if j >= 0 and best_for[j][1] == i]
    line = [(0, 0), *heaviest_chain(sure, [best_of[i][0] for i, _ in sure]), (height, width)]
    middle = [0.0] * (height + 1)
    for (i, j), (k, m) in pairwise(line):
        for at in range(i, k + 1):
            middle[at] = j + (m - j) * (at - i) / max(k - i, 1)
    reach = _BAND + min(abs(height - width), 2 * _BAND)
    windows = []
    for at in range(height + 1):
        near = middle[max(at - 1, 0) : at + 2]
        windows.append((max(0, int(min(near)) - reach), min(width, int(max(near)) + reach)))
    return windows


def _search(height: int, width: int, windows: list[tuple[int, int]], cost: Cost) -> list[Bead]:
    """The cheapest row of beads from (0, 0) to (height, width) inside the windows."""
    totals: list[list[float]] = []
    steps: list[list[tuple[int, int]]] = []
    for k, (low, high) in enumerate(windows):
        totals.append([])
        steps.append([])
        for m in range(low, high + 1):
            best, step = (0.0, (0, 0)) if k == m == 0 else (float("inf"), (0, 0))
            for (di, dj), alone in _BEADS.items():
                i, j = k - di, m - dj
                if i < 0 or not windows[i][0] <= j <= min(windows[i][1], m - (di == 0)):
                    continue
                total = totals[i][j - windows[i][0]] + (cost(i, k, j, m) if di and dj else alone)
                if total < best:
                    best, step = total, (di, dj)
            totals[k].append(best)
            steps[k].append(step)
    beads = []
    k, m = height, width
    while k or m:
        di, dj = steps[k][m - windows[k][0]]
        beads.append(Bead((k - di, k), (m - dj, m)))
        k, m = k - di, m - dj
    return beads[::-1]


def _with_moves(beads: list[Bead], held: Anchors, cost: Cost) -> list[Bead]:
    """Units left alone on both sides that plainly belong together become one bead, marked as moved."""
    alone = {bead.source[0] for bead in beads if bead.target[0] == bead.target[1]}
    other = {bead.target[0] for bead in beads if bead.source[0] == bead.source[1]}
    costs = sorted((cost(i, i + 1, j, j + 1), i, j) for i, j in held.ties if i in alone and j in other)
    partner: dict[int, int] = {}
    for price, i, j in costs:
        if price <= -_MOVED and i not in partner and j in other:
            partner[i] = j
            other.discard(j)
    gone = set(partner.values())
    return [
        Bead(bead.source, (partner[bead.source[0]], partner[bead.source[0]] + 1), moved=True)
        if bead.target[0] == bead.target[1] and bead.source[0] in partner
        else bead
        for bead in beads
        if bead.source[0] < bead.source[1] or bead.target[0] not in gone
    ]
