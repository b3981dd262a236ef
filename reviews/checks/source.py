"""Faults of the Arabic itself: told to the editor of the source, never charged to the translator."""

import re

from reviews.checks.base import Context, Finding, Findings, Pair, Severity
from reviews.checks.base import gettext_noop as _
from reviews.text import arabic
from reviews.text.folding import Level

PRESENTATION = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]+(?:[ \u0640][\ufb50-\ufdff\ufe70-\ufefc]+)*")
SPECIAL = re.compile("[\ufd3e\ufd3f\ufdf0-\ufdff]+")  # ornate brackets and honorifics are meant so
REPLACEMENT = re.compile("\ufffd+|[\u00d8-\u00db][\u0080-\u00bf\u2018-\u203a\u0152-\u0178]")


def source_presentation(pair: Pair, _context: Context) -> Findings:
    """Letters of the Arabic stored as shapes (from a PDF or an old system): no search finds them."""
    for found in PRESENTATION.finditer(pair.source):
        if SPECIAL.fullmatch(found.group()):
            continue
        yield Finding(
            "source_presentation",
            Severity.INFO,
            "accuracy/source",
            _("The source stores letter shapes instead of letters: %(words)s"),
            (("words", found.group()),),
            source=(found.span(),),
            expected=arabic.normalise(found.group(), Level.WRITTEN),
        )


def source_damaged(pair: Pair, _context: Context) -> Findings:
    """Characters of the Arabic that were lost or read in a wrong encoding."""
    found = REPLACEMENT.search(pair.source)
    if found:
        yield Finding(
            "source_damaged",
            Severity.WARN,
            "accuracy/source",
            _("The source has damaged characters."),
            source=(found.span(),),
        )
