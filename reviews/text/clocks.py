"""Times of day: twelve-hour and twenty-four-hour clocks, noon and midnight."""

from reviews.text.mentions import DateMention

MORNING, AFTERNOON, NOON, NIGHT = "morning", "afternoon", "noon", "night"


def clock(
    start: int, end: int, hour: int, minute: int, *, second: str | None = None, period: str = ""
) -> DateMention:
    """The mention of one time; `period` is one of the four above, empty where the text does not say."""
    known = bool(period) or hour > 12 or hour == 0 or second is not None
    return DateMention(
        start, end, "", hour=_of_day(hour, period) % 24, minute=minute,
        second=int(second) if second else None, half_unknown=not known,
    )  # fmt: skip


def _of_day(hour: int, period: str) -> int:
    """The hour from 0 to 23: noon and midnight are twelve (C14); at night ten is late and two is early."""
    if hour > 12:
        return hour
    if period == MORNING:
        return hour % 12
    if period == AFTERNOON:
        return hour % 12 + 12
    if period == NOON:
        return hour if hour >= 10 else hour + 12
    if period == NIGHT:
        return hour % 12 + (12 if 6 <= hour < 12 else 0)
    return hour
