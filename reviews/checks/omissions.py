"""Is all of it there, and nothing else: wrong segment, parts left out, parts added, length."""

from reviews.checks.base import Context, Finding, Findings, Pair, Severity
from reviews.checks.base import gettext_noop as _
from reviews.checks.evidence import partners, weigh

# English is about as long as its Arabic, letter for letter; short texts vary more.
USUAL_RATIO = 1.18
ENOUGH = 25  # letters; below that length says nothing
FOREIGN = -4.5  # the sum of evidence below which the two texts do not belong together
GAP = 4.6  # the weight of unpartnered words in a row that is called a gap


def wrong_segment(pair: Pair, context: Context) -> Findings:
    """The English belongs to another segment: hardly a word, name or number of the Arabic has its partner."""
    if not pair.target.strip() or not pair.target[:400].strip(" .\n"):
        return
    weights = weigh(pair.source, pair.target)
    total = sum(weight for _start, _end, weight in weights)
    if total < FOREIGN:
        yield Finding(
            "wrong_segment",
            Severity.WARN,
            "accuracy/mistranslation",
            _("The English seems to belong to another segment."),
            source=((0, len(pair.source)),),
            target=((0, len(pair.target)),),
        )
        return
    yield from _gap(pair, weights)
    yield from _length(pair, context)


def _gap(pair: Pair, weights: tuple[tuple[int, int, float], ...]) -> Findings:
    """The stretch of the source that weighs most against the English (the greatest sum of a run, in one pass)."""
    best, best_span, run, start = 0.0, (0, 0), 0.0, 0
    for at, end, weight in weights:
        if run <= 0:
            run, start = 0.0, at
        run -= weight
        if run > best:
            best, best_span = run, (start, end)
    if best >= GAP:
        yield Finding(
            "omission",
            Severity.WARN,
            "accuracy/omission",
            _("Nothing in the English answers to these words."),
            source=(best_span,),
        )


def _length(pair: Pair, context: Context) -> Findings:
    """Far shorter or far longer than its Arabic."""
    source, target = len(pair.source.strip()), len(pair.target.strip())
    if source < ENOUGH or not target:
        return
    share = target / (source * USUAL_RATIO)
    if share < context.rules.shortest_share:
        message, check, category = _("The English is far shorter than its Arabic."), "omission", "accuracy/omission"
    elif share > context.rules.longest_share:
        message, check, category = _("The English is far longer than its Arabic."), "addition", "accuracy/addition"
    else:
        return
    yield Finding(check, Severity.WARN, category, message, target=((0, len(pair.target)),))
