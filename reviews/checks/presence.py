"""Is there a translation at all: empty, copied, untranslated, Arabic left over."""

import re

from reviews.checks.base import Context, Finding, Findings, Pair, Severity
from reviews.checks.base import gettext_noop as _

LETTERS = r"\u0620-\u065f\u066e-\u06d3\u06d5-\u06ef\u06fa-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc"
ARABIC_RUN = re.compile(rf"[{LETTERS}]+(?:[ \u00a0،]+[{LETTERS}]+)*")
ARABIC = re.compile(r"[\u0620-\u063f\u0641-\u064a\u0671-\u06d3\u06fa-\u06ff\ufb50-\ufdff\ufe70-\ufefc]")
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
VISIBLE = re.compile(r"[^\s\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def empty(pair: Pair, _context: Context) -> Findings:
    """An Arabic segment whose English is empty, or holds nothing that can be seen."""
    if not VISIBLE.search(pair.target) and VISIBLE.search(pair.source):
        yield Finding(
            "empty",
            Severity.BLOCK,
            "markup/missing",
            _("There is no translation."),
            source=((0, len(pair.source)),),
            target=((0, len(pair.target)),),
        )


def copied(pair: Pair, _context: Context) -> Findings:
    """The Arabic itself stands where the English should be."""
    if pair.target.isascii() or not ARABIC.search(pair.source):
        return
    if "".join(pair.source.split()) == "".join(pair.target.split()):
        yield Finding(
            "copied",
            Severity.BLOCK,
            "accuracy/untranslated",
            _("The Arabic was copied and not translated."),
            source=((0, len(pair.source)),),
            target=((0, len(pair.target)),),
        )


def arabic_left(pair: Pair, _context: Context) -> Findings:
    """Arabic words in the English text: a part that was not translated, or the whole of it."""
    if pair.target.isascii() or "".join(pair.source.split()) == "".join(pair.target.split()):
        return
    runs = [m.span() for m in ARABIC_RUN.finditer(pair.target) if ARABIC.search(m.group())]
    if not runs:
        return
    words = pair.target[slice(*runs[0])]
    yield Finding(
        "arabic_left",
        Severity.BLOCK,
        "accuracy/untranslated",
        _("Arabic was left in the English: %(words)s")
        if LATIN.search(pair.target)
        else _("Not translated: %(words)s"),
        (("words", words),),
        target=tuple(runs),
    )
