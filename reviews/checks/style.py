"""How the desk writes: capitals, articles, one kind of marks, rules for numbers and headlines."""

import re
from functools import cache

from reviews.checks.base import Context, Finding, Findings, Kind, Pair, Severity
from reviews.checks.base import gettext_noop as _

FIRST = re.compile(r"\A[\s\"'“‘(\[¿¡*_-]*([^\W\d_][\w'’.-]*)")
INNER = re.compile(r"[.?!] (?<=[a-z]{3}..)([a-z])(?=[a-z]+ )")
CAMEL = re.compile(r"[a-z]+[A-Z]|e-|al-|von\b|van\b|de\b")
ARTICLE = re.compile(r"(?<![\w.'’-])(an?) ([\"“'‘(]?)([A-Za-z]+|\d[\d,.]*)(?![\w'’])", re.IGNORECASE)
VOWEL_FIRST = re.compile(r"[aeiou]", re.IGNORECASE)
LIKE_YOU = re.compile(
    r"eu|ew|on(?:e|ce)(?![a-z]*y)|uni(?!n|m[^o])|u[bcfkrst](?:[aeiou]|r[aeiou])|ubiq|utopi|ouija|u[kn]\b|uae",
    re.IGNORECASE,
)
SILENT_H = re.compile(r"hono[u]?r|hour|honest|heir|homage", re.IGNORECASE)
SPELLED = re.compile(r"[A-Z]{2,}s?\Z")
AN_FIGURE = re.compile(r"(?:8|11(?!\d)|18(?!\d)|11,|18,)")
STRAIGHT, CURLY = re.compile(r"[\"]|(?<=\w)'(?=\w)"), re.compile(r"[“”]|(?<=\w)’(?=\w)")
SMALL = re.compile(
    r"(?<![\w$£€.,:/#@%-])(?<!No\. )(?<![A-Z][a-z]{2} )(?<![A-Z]{2} )([1-9])(?= [a-z]{3,})"
    r"(?! (?:percent|per|million|billion|trillion|thousand|kilo|met|mile|feet|foot|inch|degree"
    r"|pound|dollar|euro|p\.?m|a\.?m"
    r"|points?|km|kg|cm|mm|tons?|tonnes?|to|and|or|in|of)\b)"
)
WORDS = "zero one two three four five six seven eight nine".split()


def capital_start(pair: Pair, _context: Context) -> Findings:
    """A sentence that begins with a small letter, at the start of the segment or behind a full stop."""
    first = FIRST.match(pair.target)
    places = [m.start(1) for m in INNER.finditer(pair.target)] if pair.kind is Kind.BODY else []
    if (
        first
        and first.group(1)[0].islower()
        and not CAMEL.match(first.group(1))
        and first.group(1) not in pair.source
    ):
        places.insert(0, first.start(1))
    for at in places:
        yield Finding(
            "capital_start",
            Severity.WARN if at == places[0] and first and at == first.start(1) else Severity.INFO,
            "linguistic/spelling",
            _("A sentence begins with a small letter."),
            target=((at, at + 1),),
            fix=pair.target[at].upper(),
        )


def article(pair: Pair, _context: Context) -> Findings:
    """“a” before a vowel sound, “an” before a consonant sound."""
    for found in ARTICLE.finditer(pair.target):
        said, word = found.group(1), found.group(3)
        if said.isupper() and (len(said) > 1 or word[0].isupper()):
            continue
        wanted = _article_of(word)
        if wanted is None or wanted == said.lower():
            continue
        yield Finding(
            "article",
            Severity.WARN,
            "linguistic/grammar",
            _("Before “%(word)s” English has “%(wanted)s”."),
            (("word", word), ("wanted", wanted)),
            target=(found.span(1),),
            expected=wanted,
            fix=wanted.capitalize() if said[0].isupper() else wanted,
        )


def _article_of(word: str) -> str | None:
    """The article English puts before this word; None where it depends on how an abbreviation is read."""
    if word[0].isdigit():
        return "an" if AN_FIGURE.match(word) else "a"
    if SPELLED.match(word) or len(word) == 1:
        return None
    if VOWEL_FIRST.match(word):
        return "a" if LIKE_YOU.match(word) else "an"
    return "an" if SILENT_H.match(word) else "a"


def mixed_marks(pair: Pair, context: Context) -> Findings:
    """Straight and curly marks in one text, or a kind the desk does not use."""
    if pair.target.isascii() and context.rules.quotes != "curly":
        return
    straight, curly = STRAIGHT.search(pair.target), CURLY.search(pair.target)
    wanted = context.rules.quotes
    odd = {"straight": curly, "curly": straight}.get(wanted) or (straight if straight and curly else None)
    if odd:
        yield Finding(
            "mixed_marks",
            Severity.INFO,
            "style/inconsistent",
            _("Straight and curly quotation marks stand side by side.")
            if wanted == "either"
            else _("The desk uses the other kind of quotation marks."),
            target=(odd.span(),),
        )


def small_number(pair: Pair, context: Context) -> Findings:
    """House rule: whole numbers below the desk's limit are words, unless they measure something."""
    limit = min(context.rules.spell_out_below, 10)
    if limit < 2 or pair.kind is not Kind.BODY:
        return
    for found in SMALL.finditer(pair.target):
        if int(found.group()) < limit:
            yield Finding(
                "small_number",
                Severity.INFO,
                "style/house",
                _("The desk writes %(figure)s as a word."),
                (("figure", found.group()),),
                target=(found.span(),),
                expected=WORDS[int(found.group())],
                fix=WORDS[int(found.group())],
            )


def headline(pair: Pair, context: Context) -> Findings:
    """House rules of the headline: its length, and no full stop."""
    if pair.kind is not Kind.HEADLINE:
        return
    text, rules = pair.target.strip(), context.rules
    if len(text) > rules.headline_longest:
        yield Finding(
            "headline",
            Severity.INFO,
            "markup/length",
            _("The headline has %(length)s characters; the desk's limit is %(limit)s."),
            (("length", str(len(text))), ("limit", str(rules.headline_longest))),
            target=((rules.headline_longest, len(pair.target)),),
        )
    if (
        text.endswith(".")
        and not text.endswith("..")
        and not rules.headline_full_stop
        and not text.endswith("U.S.")
    ):
        yield Finding(
            "headline",
            Severity.INFO,
            "style/house",
            _("A headline ends without a full stop."),
            target=((len(pair.target.rstrip()) - 1, len(pair.target.rstrip())),),
            fix="",
        )


@cache
def _shape(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def dateline(pair: Pair, context: Context) -> Findings:
    """The dateline has the desk's shape: place, dash, agency."""
    if (
        pair.kind is Kind.DATELINE
        and pair.target.strip()
        and not _shape(context.rules.dateline).match(pair.target.strip())
    ):
        yield Finding(
            "dateline",
            Severity.WARN,
            "style/house",
            _("The dateline has another shape than the desk's: place, dash, agency."),
            target=((0, len(pair.target)),),
        )


def percent_style(pair: Pair, context: Context) -> Findings:
    """House rule: “%”, “percent” or “per cent”, one of them."""
    wanted = context.rules.percent
    if wanted == "either":
        return
    for found in PERCENT.finditer(pair.target):
        if found.group().strip() != wanted:
            yield Finding(
                "percent_style",
                Severity.INFO,
                "style/house",
                _("The desk writes “%(wanted)s”."),
                (("wanted", wanted),),
                target=(found.span(),),
                fix=wanted if wanted == "%" else " " + wanted,
            )


PERCENT = re.compile(r"(?<=\d)(?:%| ?per ?cent\b)")
