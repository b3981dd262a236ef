"""Terms: the English uses the desk's own word for each glossary term of the Arabic."""

import re
from functools import lru_cache

from reviews.checks.base import Context, Finding, Findings, Pair, Severity, Span
from reviews.checks.base import gettext_noop as _
from reviews.checks.quotes import quotations
from reviews.checks.termbase import Term

JOINER = r"(?:[\s\u00a0‐‑-]|['’`ʿʾ])+"


@lru_cache(maxsize=20_000)
def _pattern(form: str) -> re.Pattern[str]:
    """An English form as whole words: any space or hyphen inside, a plural or possessive behind."""
    words = [re.escape(word) for word in re.split(r"[\s\u00a0'’`‐‑-]+", form.strip()) if word]
    return re.compile(rf"(?<!\w){JOINER.join(words)}(?:['’]?s|['’]|es)?(?![\w])", re.IGNORECASE)


def _places(text: str, forms: tuple[str, ...]) -> list[Span]:
    return [m.span() for form in forms if form.strip() for m in _pattern(form).finditer(text)]


def terminology(pair: Pair, context: Context) -> Findings:
    """A term of the glossary whose English is missing, or stands there in a form the desk forbids."""
    if not context.glossary.terms or not pair.target.strip():
        return
    quoted = quotations(pair.source).whole
    seen: set[tuple[Term, ...]] = set()
    for match in context.glossary.find(pair.source):
        if match.values in seen:
            continue
        seen.add(match.values)
        span = (match.span[0], match.span[1])
        # A term alone between marks is a name; within somebody's words the choice is theirs.
        inside = any(
            (start < span[0] - 1 and span[1] <= end) or (start <= span[0] and span[1] + 1 < end)
            for start, end in quoted
        )
        yield from _judged(pair, match.values, span, Severity.INFO if inside else Severity.WARN)


def _judged(pair: Pair, terms: tuple[Term, ...], span: Span, severity: Severity) -> Findings:
    """What is to be said of one place of the source; several entries of one word need one of them met."""
    good = [place for term in terms for place in _places(pair.target, (term.preferred, *term.allowed))]
    bad = [
        place for term in terms for place in _places(pair.target, term.forbidden) if not _within(place, good)
    ]
    wanted = terms[0].preferred
    params = (("term", pair.source[span[0] : span[1]]), ("wanted", wanted))
    if bad:
        yield Finding(
            "terminology",
            severity,
            "terminology/resource",
            _("The glossary forbids this for “%(term)s”; it has “%(wanted)s”."),
            params,
            source=(span,),
            target=tuple(sorted(set(bad))),
            expected=wanted,
            fix=wanted,
        )
    elif not good:
        yield Finding(
            "terminology",
            severity,
            "terminology/resource",
            _("The glossary has “%(wanted)s” for “%(term)s”."),
            params,
            source=(span,),
            expected=wanted,
        )


def _within(place: Span, others: list[Span]) -> bool:
    return any(start <= place[0] and place[1] <= end for start, end in others)
