"""Which paragraphs or sentences of a translation answer which of its source.

Length tells most (Gale and Church); figures, names and Latin words that both sides share are anchors. The search
keeps to a band round the line through the surest anchors, so that long texts cost no more per unit than short ones.
"""

import math
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from reviews.text import arabic, english
from reviews.text.folding import Level


class Bead(NamedTuple):
    """source[start:end] and target[start:end] say the same; one of them is empty where the other side has nothing.

    `moved`: the pair stands out of order.
    """

    source: tuple[int, int]
    target: tuple[int, int]
    moved: bool = False


_RATIO = 1.07  # English letters to an Arabic one in news
_VARIANCE = 3.6  # of the English length, to an Arabic letter
# How often each kind of bead occurs: (units of the source, units of the target) -> -log(share)
_PRIOR = {
    (1, 1): -math.log(0.88),
    (1, 0): -math.log(0.015),
    (0, 1): -math.log(0.015),
    (2, 1): -math.log(0.04),
    (1, 2): -math.log(0.04),
    (2, 2): -math.log(0.01),
}
_UNSHARED = 0.8  # what a figure without its partner costs
_BAND = 20


def align(source: Sequence[str], target: Sequence[str]) -> list[Bead]:
    """Beads in the order of the source, covering every unit of both sides once."""
    overlaps = _Overlaps(source, target)
    path = _search(source, target, overlaps)
    return path
