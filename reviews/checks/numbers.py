"""Figures: every number of the Arabic has its partner, with the same sign, scale, share, money and unit."""

import re
from fractions import Fraction
from functools import lru_cache

from reviews.checks.base import Context, Finding, Findings, Pair, Severity
from reviews.checks.base import gettext_noop as _
from reviews.checks.dates import mentions
from reviews.text import dates, numbers
from reviews.text.quantities import Quantity, Value

SMALL = 4
DIGITS = re.compile(r"[\d.,]+\Z")
ENGLISH_SHARE = {
    "percent": "percent",
    "percentage_points": "percentage points",
    "basis_points": "basis points",
}


@lru_cache(maxsize=32)
def quantities(text: str, language: str) -> tuple[Quantity, ...]:
    """The numbers of a text that are no part of a date or a time."""
    return tuple(numbers.read(text, language, dates.spans(mentions(text, language))))


@lru_cache(maxsize=16)
def compared(
    source: str, target: str
) -> tuple[tuple[tuple[Quantity, Quantity], ...], tuple[Quantity, ...], tuple[Quantity, ...]]:
    """Partners, numbers the English misses, numbers only the English has."""
    left, right = quantities(source, "ar"), quantities(target, "en")
    if not left and not right:
        return (), (), ()
    pairs, missing, unexpected = numbers.match(
        left,
        right,
        source_tells=numbers.implied(source, "ar") | dates.components(mentions(source, "ar")),
        target_tells=numbers.implied(target, "en") | dates.components(mentions(target, "en")),
    )
    return tuple(pairs), tuple(missing), tuple(unexpected)


def written(value: Value) -> str:
    """A value as English writes it in digits: 12,500 or 2.5."""
    if isinstance(value, Fraction) and value.denominator != 1:
        shown = f"{float(value):,.6f}".rstrip("0")
        return (
            shown if Fraction(shown.replace(",", "")) == value else f"{value.numerator}/{value.denominator}"
        )
    return f"{int(value):,}"


def number(pair: Pair, _context: Context) -> Findings:
    """A number that was changed, dropped or made up; a change is one finding, not two."""
    if not pair.target.strip():
        return
    _pairs, missing, unexpected = compared(pair.source, pair.target)
    changed = min(len(missing), len(unexpected))
    for wanted, found in zip(missing, unexpected, strict=False):
        fix = written(wanted.value) if DIGITS.fullmatch(found.raw) else None
        yield Finding(
            "number",
            Severity.BLOCK,
            "accuracy/number",
            _("The Arabic says %(wanted)s, the English %(found)s."),
            (("wanted", wanted.raw), ("found", found.raw)),
            source=((wanted.start, wanted.end),),
            target=((found.start, found.end),),
            expected=written(wanted.value),
            fix=fix,
        )
    for wanted in missing[changed:]:
        yield Finding(
            "number",
            _weight(wanted),
            "accuracy/number",
            _("The English does not have %(wanted)s."),
            (("wanted", wanted.raw),),
            source=((wanted.start, wanted.end),),
            expected=written(wanted.value),
        )
    for found in unexpected[changed:]:
        yield Finding(
            "number",
            _weight(found),
            "accuracy/number",
            _("The Arabic does not have %(found)s."),
            (("found", found.raw),),
            target=((found.start, found.end),),
        )


def _weight(alone: Quantity) -> Severity:
    """A small number in words may hide in a dual, a plural or a turn of phrase: then it is a remark."""
    small = alone.value <= (SMALL if alone.kind == "cardinal" else 10)
    return Severity.INFO if alone.in_words and small else Severity.WARN


def measure(pair: Pair, _context: Context) -> Findings:
    """Numbers that agree in value and not in what they count: percent, money or unit."""
    for wanted, found in compared(pair.source, pair.target)[0]:
        kind = numbers.difference(wanted, found)
        if not kind:
            continue
        points = kind == "percent" and wanted.kind in ENGLISH_SHARE and found.kind in ENGLISH_SHARE
        expected = {
            "percent": ENGLISH_SHARE.get(wanted.kind, "no percent"),
            "currency": wanted.currency or "no currency",
            "unit": wanted.unit or "no unit",
        }[kind]
        yield Finding(
            kind,
            Severity.WARN if points or kind == "unit" else Severity.BLOCK,
            "accuracy/number",
            MESSAGES[kind],
            (("wanted", wanted.raw), ("found", found.raw)),
            source=((wanted.start, wanted.end),),
            target=((found.start, found.end),),
            expected=f"{written(wanted.value)} {expected}",
        )


MESSAGES = {
    "percent": _("A share became another number: %(wanted)s, %(found)s."),
    "currency": _("The money changed: %(wanted)s, %(found)s."),
    "unit": _("The unit changed: %(wanted)s, %(found)s."),
}
