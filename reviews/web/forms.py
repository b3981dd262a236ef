"""The one crispy helper that every form of the desk starts from, and fields that several forms share."""

from collections.abc import Sequence
from datetime import UTC, datetime

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from reviews.text.controls import Removed, without_controls
from reviews.web.moments import moment


class DeskHelper(FormHelper):
    """Fields only: the template owns <form>, its token and its buttons; a page has one primary button."""

    form_tag = False
    disable_csrf = True
    include_media = False
    html5_required = True

    def __init__(self, *layout: object) -> None:
        """`layout`: field names and crispy layout objects; none means all fields in their order."""
        super().__init__()
        if layout:
            self.layout = Layout(*layout)


class CleanTextField(forms.CharField):
    """A text without control characters; `removed` says after cleaning what was taken out and where.

    Line ends come as a browser sends them and are stored as newlines.
    """

    removed: Sequence[Removed] = ()

    def to_python(self, value: object) -> str:
        """The text as it is to be stored."""
        text, self.removed = without_controls("" if value is None else str(value))
        return super().to_python(text.replace("\r\n", "\n").replace("\r", "\n"))


class MomentField(forms.DateTimeField):
    """A wall-clock time in the newsroom's zone, as a moment in UTC; one that the clocks skip is refused."""

    widget = forms.DateTimeInput(attrs={"type": "datetime-local", "dir": "ltr"}, format="%Y-%m-%dT%H:%M")

    def to_python(self, value: object) -> datetime | None:
        """The moment (aware), or None for an empty field."""
        if value in self.empty_values:
            return None
        with timezone.override(UTC):  # read the digits only; the zone's own rules come from moments.py
            typed = super().to_python(value)
        if not 1970 < typed.year < 2200:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return moment(typed.replace(tzinfo=None), timezone.get_default_timezone())
