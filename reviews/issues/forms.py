"""Flagging something, in a form that works by keyboard alone."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from reviews.checks.mqm import dimensions, subtypes
from reviews.issues.models import Severity
from reviews.web.forms import DeskHelper


def category_choices() -> list[tuple[str, list[tuple[str, str]]]]:
    """The MQM tree as groups of choices, each dimension itself first."""
    return [
        (
            gettext(top.name),
            [(top.code, gettext("%(dimension)s, in general") % {"dimension": gettext(top.name)})]
            + [(sub.code, gettext(sub.name)) for sub in subtypes(top.code)],
        )
        for top in dimensions()
    ]


class IssueForm(forms.Form):
    """Category, severity, comment, and the marked words on either side, in code points."""

    category = forms.ChoiceField(label=_("Category"), choices=category_choices)
    severity = forms.TypedChoiceField(
        label=_("Severity"),
        choices=Severity.choices,
        coerce=int,
        initial=Severity.MINOR,
        widget=forms.RadioSelect,
    )
    text = forms.CharField(label=_("What is wrong"), widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}))
    segment = forms.IntegerField(required=False, widget=forms.HiddenInput)
    source_start = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    source_end = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    target_start = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    target_end = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = DeskHelper()

    def span(self, side: str) -> tuple[int, int] | None:
        """The marked range of a side; None where nothing is marked."""
        start, end = self.cleaned_data[f"{side}_start"], self.cleaned_data[f"{side}_end"]
        return None if start is None or end is None or start == end else (start, end)
