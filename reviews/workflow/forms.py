"""Forms about work: who does it, by when, under which rules."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from reviews.people.queries import holders
from reviews.people.roles import Role
from reviews.web.forms import DeskHelper, MomentField
from reviews.workflow.models import DeskRules


class AssignForm(forms.Form):
    """Translator, translation editor and deadline of one translation."""

    translator = forms.ModelChoiceField(
        queryset=None,
        required=False,
        label=pgettext_lazy("whose work it is", "Translator"),
        empty_label=_("Nobody yet"),
    )
    reviewer = forms.ModelChoiceField(
        queryset=None,
        required=False,
        label=pgettext_lazy("whose work it is", "Translation editor"),
        empty_label=_("Nobody yet"),
    )
    deadline = MomentField(label=_("Deadline"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["translator"].queryset = holders(Role.TRANSLATOR)
        self.fields["reviewer"].queryset = holders(Role.TRANSLATION_EDITOR)
        self.helper = DeskHelper()


class RulesForm(forms.ModelForm):
    """The desk's rules."""

    class Meta:
        model = DeskRules
        fields = ["reviewer_share"]
        help_texts = {
            "reviewer_share": _(
                "Beyond this share another person must accept a reviewer's changes before the reviewer can "
                "approve. With 0 every changed word needs a second person."
            )
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = DeskHelper()
