"""Dates, weekdays and times: the same on both sides, and possible at all."""

from collections import Counter
from functools import lru_cache

from reviews.checks.base import Context, Finding, Findings, Pair, Severity
from reviews.checks.base import gettext_noop as _
from reviews.text import dates
from reviews.text.dates import Difference
from reviews.text.mentions import DateMention, fault_of

Compared = tuple[
    tuple[tuple[DateMention, DateMention], ...], tuple[DateMention, ...], tuple[DateMention, ...]
]


@lru_cache(maxsize=32)
def mentions(text: str, language: str) -> tuple[DateMention, ...]:
    """The dates and times of a text, in order."""
    return tuple(dates.read(text, language))


@lru_cache(maxsize=16)
def compared(source: str, target: str) -> Compared:
    """Partners, dates the English misses, dates only the English has."""
    left, right = mentions(source, "ar"), mentions(target, "en")
    if not left and not right:
        return (), (), ()
    pairs, missing, unexpected = dates.match(left, right)
    if dates.relative_days(source, "ar") or dates.relative_days(target, "en"):
        # Yesterday may be called by its weekday; two different weekdays are still two days.
        missing = [one for one in missing if _kind(one) != "weekday"]
        unexpected = [one for one in unexpected if _kind(one) != "weekday"]
    return tuple(pairs), tuple(missing), tuple(unexpected)


def _kind(mention: DateMention) -> str:
    """The check that speaks of this mention: a time, a weekday alone, or a date."""
    if mention.is_time:
        return "time"
    return "weekday" if mention.month is None else "date"


def _weights(pair: Pair) -> dict[str, Severity]:
    """How much a lone mention of each kind weighs here.

    A weekday or a month alone is often said otherwise, or left out as known: a remark. Where both texts
    name as many of them, one that has no partner was changed.
    """
    counts = [
        Counter(_kind(one) for one in mentions(text, language) if not _is_full(one))
        for text, language in ((pair.source, "ar"), (pair.target, "en"))
    ]
    alike = {kind for kind in counts[0] if counts[0][kind] == counts[1][kind]}
    return {kind: Severity.WARN if kind in alike else Severity.INFO for kind in ("date", "weekday", "time")}


def _is_full(mention: DateMention) -> bool:
    """A day, a year or an hour is more than a weekday or a month alone."""
    return mention.day is not None or mention.hour is not None or mention.year is not None


def date(pair: Pair, _context: Context) -> Findings:
    """A date, weekday or time that was changed, dropped or made up."""
    if not pair.target.strip():
        return
    pairs, missing, unexpected = compared(pair.source, pair.target)
    for wanted, found in pairs:
        if not (wanted.soft and found.soft):
            for difference in dates.differences(wanted, found):
                yield _changed(wanted, found, difference)
    weights = _weights(pair) if missing or unexpected else {}
    for wanted in missing:
        yield Finding(
            _kind(wanted),
            Severity.WARN if _is_full(wanted) else weights[_kind(wanted)],
            "accuracy/date",
            _("The English does not have “%(wanted)s”."),
            (("wanted", wanted.raw),),
            source=((wanted.start, wanted.end),),
        )
    for found in unexpected:
        yield Finding(
            _kind(found),
            Severity.WARN if _is_full(found) else weights[_kind(found)],
            "accuracy/date",
            _("The Arabic does not have “%(found)s”."),
            (("found", found.raw),),
            target=((found.start, found.end),),
        )


PART_NAMES = {
    "weekday": _("weekday"),
    "day": _("day"),
    "month": _("month"),
    "year": _("year"),
    "hour": _("hour"),
    "minute": _("minute"),
}


def _changed(wanted: DateMention, found: DateMention, difference: Difference) -> Finding:
    """One part that two partners disagree about."""
    kind = "weekday" if difference.part == "weekday" else _kind(found)
    expected = dates.english_name(difference.part, difference.expected)
    return Finding(
        kind,
        Severity.BLOCK,
        "accuracy/date",
        _("%(part)s: expected %(expected)s (“%(wanted)s”), found “%(found)s”."),
        (
            ("part", PART_NAMES[difference.part]),
            ("expected", expected),
            ("wanted", wanted.raw),
            ("found", found.raw),
        ),
        source=((wanted.start, wanted.end),),
        target=((found.start, found.end),),
        expected=expected,
        fix=expected if found.raw == dates.english_name(difference.part, difference.found) else None,
    )


def source_date(pair: Pair, _context: Context) -> Findings:
    """A date of the Arabic that cannot be: a weekday it did not have, a 31 June, two months in one name."""
    for mention in mentions(pair.source, "ar"):
        fault = fault_of(mention)
        if fault is None:
            continue
        right = dates.english_name("weekday" if fault.kind == "weekday" else "day", fault.expected)
        yield Finding(
            "source_date",
            Severity.WARN,
            "accuracy/source",
            FAULTS[fault.kind],
            (("date", mention.raw), ("right", right)),
            source=((mention.start, mention.end),),
            expected=right,
        )


FAULTS = {
    "weekday": _("The source cannot be right: “%(date)s” was a %(right)s."),
    "day": _("The source cannot be right: “%(date)s”, but that month has %(right)s days."),
    "months": _("The source cannot be right: “%(date)s” names two different months."),
}


def target_date(pair: Pair, _context: Context) -> Findings:
    """A weekday and a date of the English that do not go together, where the Arabic names no weekday."""
    if any(fault_of(mention) for mention in mentions(pair.source, "ar")):
        return
    told = {
        found.start
        for wanted, found in compared(pair.source, pair.target)[0]
        if dates.differences(wanted, found)
    }
    for mention in mentions(pair.target, "en"):
        fault = fault_of(mention)
        if fault is None or mention.start in told or fault.kind == "months":
            continue
        right = dates.english_name("weekday" if fault.kind == "weekday" else "day", fault.expected)
        yield Finding(
            "weekday" if fault.kind == "weekday" else "date",
            Severity.WARN,
            "accuracy/date",
            _("“%(date)s” cannot be: it was a %(right)s.")
            if fault.kind == "weekday"
            else _("“%(date)s” cannot be: that month has %(right)s days."),
            (("date", mention.raw), ("right", right)),
            target=((mention.start, mention.end),),
            expected=right,
        )
