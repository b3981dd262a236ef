"""The filter bar of the desk."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from reviews.people.models import User
from reviews.stories.models import Section, Topic, Urgency
from reviews.translations.models import State
from reviews.web.forms import DeskHelper


class FilterForm(forms.Form):
    """What a person wants to see of a queue. A value that is not among the choices is as if not chosen."""

    text = forms.CharField(label=_("Words"), required=False, max_length=200)
    section = forms.ModelChoiceField(
        Section.objects.all(), label=_("Section"), required=False, empty_label=_("All")
    )
    topic = forms.ModelChoiceField(
        Topic.objects.all(), label=_("Topic"), required=False, empty_label=_("All")
    )
    urgency = forms.TypedChoiceField(
        label=_("Urgency"),
        required=False,
        coerce=int,
        empty_value=None,
        choices=[("", _("All")), *Urgency.choices],
    )
    person = forms.ModelChoiceField(
        User.objects.active(), label=_("Person"), required=False, empty_label=_("All")
    )
    state = forms.ChoiceField(label=_("State"), required=False, choices=[("", _("All")), *State.choices])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs["class"] = "form-control" if name == "text" else "form-select"
        self.fields["text"].widget = forms.TextInput(
            attrs={"type": "search", "class": "form-control", "dir": "auto", "data-key": "/"}
        )

    def chosen(self) -> dict[str, Any]:
        """The filters that are set and make sense."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}


class OverrideForm(forms.Form):
    """An emergency: a written reason, and a second translation editor who stands beside it."""

    reason = forms.CharField(
        label=_("Why it cannot wait"), widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"})
    )
    second = forms.ModelChoiceField(queryset=None, label=_("Agreed with"))

    def __init__(self, *args: Any, seconds: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["second"].queryset = seconds
        self.helper = DeskHelper()
