"""Questions: what the Arabic asks, the English asks too."""

import re

from reviews.checks.base import Context, Finding, Findings, Pair, Severity
from reviews.checks.base import gettext_noop as _

MARK = re.compile("[؟?]+[!؟?]*")
ASKS = re.compile(
    r"(?<!\w)[وف]?(?:هل|أ?لماذا|لم|ماذا|كيف|متى|أين|كم|من|ما|مَن|أي|أية|أليس|ألا|ألم|أو|بماذا|عم|ألن|أ\w{3,}ون)(?!\w)"
)


def question_lost(pair: Pair, _context: Context) -> Findings:
    """A question of the Arabic that the English states, or leaves out."""
    if "؟" not in pair.source and "?" not in pair.source:
        return
    asked = [m.span() for m in MARK.finditer(pair.source)]
    there = len(MARK.findall(pair.target))
    if pair.target.strip() and there < len(asked):
        yield Finding(
            "question_lost",
            Severity.WARN,
            "accuracy/mistranslation",
            _("The Arabic asks; the English does not."),
            source=tuple(asked if not there else asked[there:]),
            expected="?",
        )


def question_new(pair: Pair, _context: Context) -> Findings:
    """The English asks what the Arabic states."""
    if "?" not in pair.target or MARK.search(pair.source) or ASKS.search(pair.source):
        return
    yield Finding(
        "question_new",
        Severity.WARN,
        "accuracy/mistranslation",
        _("The English asks; the Arabic does not."),
        target=tuple(m.span() for m in MARK.finditer(pair.target)),
    )
