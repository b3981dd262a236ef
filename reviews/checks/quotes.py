"""Quotations: are they closed, and is a person's own speech still speech in the English."""

import re
from dataclasses import dataclass
from functools import lru_cache

from reviews.checks.base import Context, Finding, Findings, Pair, Severity, Span
from reviews.checks.base import gettext_noop as _

MARK = re.compile("[\"“”„«»]|''|``")
SINGLE = re.compile(
    r"(?:(?<=[\s(\[—–:-])|\A)['‘‛](?=\w{2})(?!(?:tis|twas|em|til|cause|n)\b)|[.,!?]['’](?!\w)", re.IGNORECASE
)
OPENS = frozenset("“„«")
TYPOGRAPHIC = frozenset("“”„«»")
BEFORE_OPENING = frozenset(" \t\n\u00a0([{—–-:/'‘<>")
WORD = re.compile(r"[^\W\d_]+")
LATIN = re.compile("[A-Za-z]{2}")
NEWSPAPER = 3  # words; so short a quotation behind a verb of saying is who says it
SCARE_QUOTE = 6  # words; a shorter quotation is a name or a distancing mark
SPEECH = re.compile(r"(?:قال|أضاف|تابع|صرح|أكد|ذكر|كتب|أوضح|علق)ت?(?!\w)")


@dataclass(frozen=True, slots=True)
class Quotations:
    """The quotations of one text: whole ones, marks without a partner, and pairs of two kinds of marks."""

    whole: tuple[Span, ...]
    lone: tuple[int, ...]
    mixed: tuple[Span, ...]
    opening: int  # how many of the lone marks open a quotation

    @property
    def marks(self) -> int:
        """How many marks the text has in all."""
        return 2 * len(self.whole) + len(self.lone)


def _opens(text: str, at: int, inside: bool) -> bool:
    """Does this straight mark open a quotation, judged by what stands on either side?"""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    free_before, free_after = not before or before in BEFORE_OPENING, not after or after.isspace()
    if not inside and "\u0621" <= before <= "\u0652":
        return True  # Arabic copy often puts the space behind the opening mark: قال" إننا باقون"
    if free_before != free_after:
        return free_before and not (inside and after in ".,،")
    return not inside


@lru_cache(maxsize=32)
def quotations(text: str) -> Quotations:
    """Read the double quotation marks of a text in one pass. Apostrophes are not looked at."""
    whole, lone, mixed, open_ = [], [], [], []
    for found in MARK.finditer(text):
        at, sign = found.start(), found.group()
        opens = sign in OPENS or (sign != "»" and _opens(text, at, bool(open_)))
        if sign == '"' and not open_ and not opens and text[at - 1 : at].isdigit():
            continue  # inches
        if opens:
            open_.append(at)
        elif open_:
            start = open_.pop()
            whole.append((start, found.end()))
            if (text[start] == '"') != (sign == '"'):
                mixed.append((start, found.end()))
        else:
            lone.append(at)
    return Quotations(tuple(sorted(whole)), tuple(sorted(lone + open_)), tuple(mixed), len(open_))


def words_in(text: str, span: Span) -> int:
    """How many words a span holds."""
    return len(WORD.findall(text, *span))


def quote_balance(pair: Pair, _context: Context) -> Findings:
    """A quotation that is not closed, or not opened, while the Arabic's are whole."""
    target, source = quotations(pair.target), quotations(pair.source)
    if not target.lone or source.lone:
        return
    first = target.lone[0]
    # A paragraph of a longer quotation has one mark, and then the Arabic often has none: only a remark.
    # With straight marks the side is a guess; a typographic one says which partner is missing.
    certain = pair.target[first] in TYPOGRAPHIC
    severity = (Severity.BLOCK if certain else Severity.WARN) if source.whole else Severity.INFO
    yield Finding(
        "quote_balance",
        severity,
        "linguistic/punctuation",
        _("The quotation is not closed.") if target.opening else _("The quotation is not opened."),
        source=source.whole,
        target=((first, first + 1),),
    )


def quote_mixed(pair: Pair, _context: Context) -> Findings:
    """A quotation opened with one kind of mark and closed with another."""
    for start, end in quotations(pair.target).mixed:
        yield Finding(
            "quote_mixed",
            Severity.WARN,
            "style/inconsistent",
            _("The quotation opens with one kind of mark and closes with another."),
            target=((start, start + 1), (end - 1, end)),
        )


def quote_lost(pair: Pair, _context: Context) -> Findings:
    """Quotation marks of the Arabic that the English has dropped: direct speech became a report."""
    source, target = quotations(pair.source), quotations(pair.target)
    if not source.marks or target.marks or not pair.target.strip() or SINGLE.search(pair.target):
        return
    longest = max(source.whole, key=lambda span: span[1] - span[0], default=None)
    speech = _is_speech(pair.source, longest) if longest else len(source.lone) == 1
    yield Finding(
        "quote_lost",
        Severity.WARN if speech else Severity.INFO,
        "accuracy/quotation",
        _("Direct speech became reported speech.") if speech else _("The quotation marks were dropped."),
        source=source.whole or tuple((at, at + 1) for at in source.lone),
    )


def _is_speech(text: str, span: Span) -> bool:
    """Long enough to be somebody's words, or behind a verb of saying or a colon; no title in Latin."""
    words = words_in(text, span)
    if LATIN.search(text, *span):
        return False
    before = text[max(0, span[0] - 40) : span[0]]
    if words > SCARE_QUOTE or (words > 1 and before.rstrip().endswith(":")):
        return True
    return words > NEWSPAPER and bool(SPEECH.search(before))


def quote_new(pair: Pair, _context: Context) -> Findings:
    """The English puts words in quotation marks that the Arabic does not quote."""
    source, target = quotations(pair.source), quotations(pair.target)
    if source.marks or not target.whole or "'" in pair.source or "’" in pair.source:
        return
    longest = max(target.whole, key=lambda span: span[1] - span[0])
    yield Finding(
        "quote_new",
        Severity.WARN if words_in(pair.target, longest) > SCARE_QUOTE else Severity.INFO,
        "accuracy/quotation",
        _("The Arabic does not quote these words."),
        target=target.whole,
    )
