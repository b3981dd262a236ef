"""The time of publication as it stands in the credit line, in Arabic and in English."""

from datetime import datetime
from functools import cache

from babel import Locale


@cache
def _month_names(language: str) -> dict[int, str]:
    return dict(Locale.parse(language).months["format"]["wide"])


@cache
def _arabic_day_periods() -> dict[str, str]:
    return dict(Locale.parse("ar").day_periods["format"]["abbreviated"])


def _twelve_hours(moment: datetime) -> int:
    """Noon and midnight are twelve: 00:05 is 12:05 before noon, 12:05 is 12:05 after it."""
    return moment.hour % 12 or 12


def arabic_byline(moment: datetime) -> str:
    """`27 مارس، 2018 7:47:31 م`: as the clock of `moment` shows it; convert to the desk's zone first."""
    month = _month_names("ar")[moment.month]
    period = _arabic_day_periods()["am" if moment.hour < 12 else "pm"]
    clock = f"{_twelve_hours(moment)}:{moment:%M:%S}"
    return f"{moment.day} {month}، {moment.year} {clock} {period}"


def english_byline(moment: datetime) -> str:
    """`March 27, 2018, 7:47:31 p.m.`: as the clock of `moment` shows it; convert to the desk's zone first."""
    month = _month_names("en")[moment.month]
    period = "a.m." if moment.hour < 12 else "p.m."
    clock = f"{_twelve_hours(moment)}:{moment:%M:%S}"
    return f"{month} {moment.day}, {moment.year}, {clock} {period}"
