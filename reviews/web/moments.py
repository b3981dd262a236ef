"""A wall-clock time that a person typed, as a moment in UTC."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


def moment(local: datetime, zone: ZoneInfo) -> datetime:
    """The moment in UTC of a wall-clock time; raises ValidationError for a time that does not exist.

    When clocks go forward an hour is missing and nothing can happen in it; when they go back an hour comes
    twice and the first one is meant.
    """
    aware = local.replace(tzinfo=zone, fold=0)
    utc = aware.astimezone(UTC)
    if utc.astimezone(zone).replace(tzinfo=None) != local.replace(fold=0):
        after = utc.astimezone(zone)
        raise ValidationError(
            _(
                "%(time)s does not exist in %(zone)s: the clocks go forward and skip it. "
                "Choose a time before the gap, or from %(after)s on."
            ),
            code="gap",
            params={
                "time": local.strftime("%Y-%m-%d %H:%M"),
                "zone": zone.key,
                "after": after.strftime("%H:%M"),
            },
        )
    return utc
