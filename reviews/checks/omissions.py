"""Is all of it there, and nothing else: wrong segment, parts left out, parts added, length."""

import math
import re
from collections.abc import Iterable

from reviews.checks.base import Context, Finding, Findings, Pair, Severity, Span
from reviews.checks.base import gettext_noop as _
from reviews.checks.evidence import Weight, support, tally, weigh

# How long an English text is for its Arabic: the usual share, and how far professional translations stray
# (as a standard deviation of the logarithm), which shrinks as texts grow.
USUAL_SHARE = 1.08
STRAY = ((40, 0.24), (80, 0.21), (150, 0.18), (10**9, 0.15))
ENOUGH = 25  # letters; below that length says nothing
GLUED = re.compile(r"[\u0621-\u064a]{18,}")  # words written together: the source cannot be read word by word

FOREIGN = -5.0  # evidence below which the two texts do not belong together
STRANGE = -3.0  # evidence below which they may not
GAP = 9.0  # how much must speak for a gap: unpartnered words in a row, and length
HINT = 7.0  # how much makes a remark of it
LENGTH_WEIGHT = 1.5
AT_THE_END = 1.0  # a gap at the end is likelier than one inside


def _strays(source: int, target: int) -> float:
    """How far the length of the English strays from the usual: below 0 too short, above too long."""
    if source < ENOUGH:
        return 0.0
    stray = next(share for length, share in STRAY if source < length)
    return math.log(max(target, 1) / source / USUAL_SHARE) / stray


def wrong_segment(pair: Pair, _context: Context) -> Findings:
    """The English belongs to another segment: hardly a word, name or number of the Arabic has its partner."""
    if not pair.target.strip():
        return
    speaks = support(pair.source, pair.target)
    if speaks < STRANGE and not GLUED.search(pair.source):
        yield Finding(
            "wrong_segment",
            Severity.WARN if speaks < FOREIGN else Severity.INFO,
            "accuracy/mistranslation",
            _("The English seems to belong to another segment."),
            source=((0, len(pair.source)),),
            target=((0, len(pair.target)),),
        )


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


def _uneven(pair: Pair, side: int, strays: float) -> tuple[Span | None, Severity]:
    """The stretch of one side (0 the Arabic, 1 the English) that the other has nothing for, if it is long.

    `strays` is how far the length speaks for a gap on this side. The quick tally decides whether to look.
    """
    total, *against = tally(pair.source, pair.target)
    length = LENGTH_WEIGHT * max(0.0, strays)
    if total < FOREIGN or against[side] + AT_THE_END + length <= HINT or GLUED.search(pair.source):
        return None, Severity.WARN
    gap, span = _gap(weigh(pair.source, pair.target)[side])
    if gap + length <= HINT:
        return None, Severity.WARN
    return span, Severity.WARN if gap + length > GAP else Severity.INFO


def omission(pair: Pair, context: Context) -> Findings:
    """A part of the Arabic that nothing in the English answers to; the shorter the English, the surer."""
    target = len(pair.target.strip())
    if not target:
        return
    source = len(pair.source.strip())
    span, severity = _uneven(pair, 0, -_strays(source, target))
    if span is None and (source < ENOUGH or target > context.rules.shortest_share * USUAL_SHARE * source):
        return
    yield Finding(
        "omission",
        severity,
        "accuracy/omission",
        _("Nothing in the English answers to these words.") if span else _("The English is far too short."),
        source=(span or (0, len(pair.source)),),
    )


def addition(pair: Pair, context: Context) -> Findings:
    """A part of the English that nothing in the Arabic answers to; the longer the English, the surer."""
    target = len(pair.target.strip())
    if not target:
        return
    source = len(pair.source.strip())
    span, severity = _uneven(pair, 1, _strays(source, target))
    if span is None and (source < ENOUGH or target < context.rules.longest_share * USUAL_SHARE * source):
        return
    yield Finding(
        "addition",
        severity,
        "accuracy/addition",
        _("Nothing in the Arabic answers to these words.") if span else _("The English is far too long."),
        target=(span or (0, len(pair.target)),),
    )
