"""Is all of it there, and nothing else: wrong segment, parts left out, parts added, length."""

import math
import re
from collections.abc import Iterable

from reviews.checks.base import Context, Finding, Findings, Pair, Severity, Span
from reviews.checks.base import gettext_noop as _
from reviews.checks.evidence import Weight, weigh

# How long an English text is for its Arabic: the usual share, and how far professional translations stray
# (as a standard deviation of the logarithm), which shrinks as texts grow.
USUAL_SHARE = 1.08
STRAY = ((40, 0.24), (80, 0.21), (150, 0.18), (10**9, 0.15))
ENOUGH = 25  # letters; below that length says nothing
GLUED = re.compile(r"[\u0621-\u064a]{18,}")  # words written together: the source cannot be read word by word

FOREIGN = -5.0  # evidence below which the two texts do not belong together
GAP = 8.5  # how much must speak for a gap: unpartnered words in a row, and length
AT_THE_END = 1.0  # a gap at the end is likelier than one inside


def _strays(pair: Pair) -> float:
    """How far the length of the English strays from the usual: below nothing too short, above too long."""
    source, target = len(pair.source.strip()), len(pair.target.strip())
    if source < ENOUGH:
        return 0.0
    stray = next(share for length, share in STRAY if source < length)
    return math.log(max(target, 1) / source / USUAL_SHARE) / stray


def wrong_segment(pair: Pair, _context: Context) -> Findings:
    """The English belongs to another segment: hardly a word, name or number of the Arabic has its partner."""
    if not pair.target.strip() or GLUED.search(pair.source):
        return
    if _support(pair) < FOREIGN:
        yield Finding(
            "wrong_segment",
            Severity.WARN,
            "accuracy/mistranslation",
            _("The English seems to belong to another segment."),
            source=((0, len(pair.source)),),
            target=((0, len(pair.target)),),
        )


def _support(pair: Pair) -> float:
    return weigh(pair.source, pair.target).total


def _gap(weights: Iterable[Weight]) -> tuple[float, Span]:
    """The run of words that weighs most against the other text, and where it stands (one pass)."""
    best, span, run, start, last = 0.0, (0, 0), 0.0, 0, 0.0
    for at, end, weight in weights:
        if run <= 0:
            run, start = 0.0, at
        run -= weight
        last = run
        if run > best:
            best, span = run, (start, end)
    return best + (AT_THE_END if last == best else 0.0), span


def omission(pair: Pair, context: Context) -> Findings:
    """A part of the Arabic that nothing in the English answers to; the shorter the English, the surer."""
    if not pair.target.strip() or _support(pair) < FOREIGN:
        return
    strays = _strays(pair)
    gap, span = (
        _gap(weigh(pair.source, pair.target).sources) if not GLUED.search(pair.source) else (0.0, (0, 0))
    )
    short = len(pair.target.strip()) < context.rules.shortest_share * USUAL_SHARE * len(pair.source.strip())
    if gap + LENGTH_WEIGHT * max(0.0, -strays) > GAP or (short and strays):
        yield Finding(
            "omission",
            Severity.WARN,
            "accuracy/omission",
            _("Nothing in the English answers to these words.")
            if gap
            else _("The English is far too short."),
            source=(span,) if gap else ((0, len(pair.source)),),
        )


def addition(pair: Pair, context: Context) -> Findings:
    """A part of the English that nothing in the Arabic answers to; the longer the English, the surer."""
    if not pair.target.strip() or _support(pair) < FOREIGN:
        return
    strays = _strays(pair)
    gap, span = (
        _gap(weigh(pair.source, pair.target).targets) if not GLUED.search(pair.source) else (0.0, (0, 0))
    )
    long = len(pair.target.strip()) > context.rules.longest_share * USUAL_SHARE * len(pair.source.strip())
    if gap + LENGTH_WEIGHT * max(0.0, strays) > GAP or (long and strays):
        yield Finding(
            "addition",
            Severity.WARN,
            "accuracy/addition",
            _("Nothing in the Arabic answers to these words.") if gap else _("The English is far too long."),
            target=(span,) if gap else ((0, len(pair.target)),),
        )


LENGTH_WEIGHT = 1.5
