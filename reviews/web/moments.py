"""A wall-clock time that a person typed, as a moment in UTC."""

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext_lazy as _

TYPED = "%Y-%m-%dT%H:%M"  # as <input type="datetime-local"> sends it, whatever zone the browser is in


class MomentField(forms.Field):
    """A time on the newsroom's clock, stored as a moment in UTC. The browser's own zone plays no part.

    What is sent back as it was shown keeps its very moment: seconds, and the second pass of an hour that
    comes twice, are not in the form and would be lost.
    """

    widget = forms.DateTimeInput(attrs={"type": "datetime-local", "dir": "ltr"})
    default_error_messages = {"invalid": _("Give a date and a time of day.")}

    def prepare_value(self, value: Any) -> Any:
        """A moment as its time on the newsroom's clock; what a person typed stays as it is."""
        return timezone.localtime(value).strftime(TYPED) if isinstance(value, datetime) else value

    def to_python(self, value: Any) -> datetime | None:
        """The moment; ValidationError for no time at all and for a time that does not exist."""
        if value in self.empty_values:
            return None
        typed = str(value).strip()
        try:
            local = parse_datetime(typed) if ":" in typed else None  # a day alone is not a time
        except ValueError:
            local = None
        if local is None or timezone.is_aware(local):
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return moment(local, timezone.get_default_timezone())

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether another time was typed than the one that was shown."""
        return (self.prepare_value(initial) or "") != (data or "")


def moment(local: datetime, zone: ZoneInfo) -> datetime:
    """The moment in UTC of a wall-clock time; raises ValidationError for a time that does not exist.

    When clocks go forward an hour is missing and nothing can happen in it; when they go back an hour comes
    twice and the first one is meant.
    """
    aware = local.replace(tzinfo=zone, fold=0)
    try:
        utc = aware.astimezone(UTC)
        utc.astimezone(zone)
    except OverflowError as error:
        raise ValidationError(_("Give a date and a time of day."), code="invalid") from error
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
