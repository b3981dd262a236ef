"""Automatic checks over a pair of texts or a whole document; no Django.

A check is a pure function (pair, context) -> findings, at most thirty lines, one family to a file. CHECKS and
DOCUMENT_CHECKS below are the whole list; each check has a page in pages/ with a good and a bad example.
"""

from collections.abc import Iterable
from dataclasses import replace

from reviews.checks import (
    addresses,
    attribution,
    bidi,
    consistency,
    dates,
    names,
    negation,
    numbers,
    omissions,
    presence,
    punctuation,
    questions,
    quotes,
    source,
    spacing,
    spelling,
    style,
    terms,
)
from reviews.checks.base import Check, Context, DocumentCheck, Finding, Kind, Pair, Severity
from reviews.checks.ledger import Entry, ledger

__all__ = [
    "CHECKS",
    "DOCUMENT_CHECKS",
    "Context",
    "Entry",
    "Finding",
    "Kind",
    "Pair",
    "Severity",
    "ledger",
    "run",
    "run_across",
    "run_document",
]

CHECKS: tuple[Check, ...] = (
    presence.empty,
    presence.copied,
    presence.arabic_left,
    omissions.wrong_segment,
    omissions.omission,
    omissions.addition,
    names.name,
    names.place,
    dates.date,
    dates.target_date,
    numbers.number,
    numbers.measure,
    negation.negation_lost,
    negation.negation_added,
    questions.question_lost,
    questions.question_new,
    attribution.hedge_lost,
    attribution.attribution_lost,
    attribution.denial_changed,
    terms.terminology,
    quotes.quote_balance,
    quotes.quote_mixed,
    quotes.quote_lost,
    quotes.quote_new,
    addresses.address,
    punctuation.brackets,
    punctuation.end_punctuation,
    punctuation.arabic_punctuation,
    punctuation.arabic_digits,
    punctuation.doubled_mark,
    spacing.spacing,
    spacing.doubled_word,
    bidi.bidi_control,
    bidi.invisible,
    spelling.spelling,
    style.article,
    style.capital_start,
    style.mixed_marks,
    style.small_number,
    style.headline,
    style.dateline,
    style.percent_style,
    dates.source_date,
    source.source_presentation,
    source.source_damaged,
)
DOCUMENT_CHECKS: tuple[DocumentCheck, ...] = (
    consistency.name_spelling,
    consistency.same_source,
    consistency.moved_paragraph,
)


def run(pair: Pair, context: Context) -> tuple[Finding, ...]:
    """All findings of one segment, in the order of CHECKS; the same input gives the same findings."""
    found: list[Finding] = []
    for check in CHECKS:
        found += check(pair, context)
    return tuple(_levelled(found, context))


def run_across(pairs: tuple[Pair, ...], context: Context) -> tuple[Finding, ...]:
    """What only the whole story shows: the findings of DOCUMENT_CHECKS, in the order of the segments."""
    found = _levelled((f for check in DOCUMENT_CHECKS for f in check(pairs, context)), context)
    return tuple(sorted(found, key=lambda f: f.segment))


def run_document(pairs: tuple[Pair, ...], context: Context) -> tuple[Finding, ...]:
    """All findings of a story: each segment's own (with its place), then those that need the whole."""
    found = [replace(f, segment=at) for at, pair in enumerate(pairs) for f in run(pair, context)]
    found += run_across(pairs, context)
    return tuple(sorted(found, key=lambda f: f.segment))


def _levelled(findings: Iterable[Finding], context: Context) -> list[Finding]:
    """The findings with the severity this desk gives them; those that are off are dropped."""
    if not context.rules.severity:
        return list(findings)
    levels = ((f, context.rules.level(f.check, f.severity)) for f in findings)
    return [replace(f, severity=Severity(level)) for f, level in levels if level != "off"]
