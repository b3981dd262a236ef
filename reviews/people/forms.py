"""Forms about people."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import password_validators_help_text_html, validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from reviews.people.models import User
from reviews.people.roles import Byline, Role
from reviews.web.forms import DeskHelper


def arabic(field: forms.Field) -> None:
    """Let a field be typed and shown as Arabic."""
    field.widget.attrs |= {"lang": "ar", "dir": "rtl"}


class RolesForm(forms.Form):
    """Which of the four roles a person holds."""

    roles = forms.MultipleChoiceField(
        label=_("Roles"), choices=Role.choices, widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = DeskHelper()


class InvitationForm(RolesForm):
    """Who is invited, under which names, with which roles."""

    email = forms.EmailField(label=_("E-mail address"), max_length=254)
    name_en = forms.CharField(label=_("Name in English"), max_length=120)
    name_ar = forms.CharField(label=_("Name in Arabic"), max_length=120)
    field_order = ["email", "name_en", "name_ar", "roles"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        arabic(self.fields["name_ar"])
        self.fields["email"].widget.attrs |= {"autocomplete": "off", "dir": "ltr"}
        self.fields["name_en"].widget.attrs["dir"] = "ltr"
        self.fields["roles"].required = True
        self.fields["roles"].error_messages["required"] = _("Choose at least one role.")

    def clean_email(self) -> str:
        """An address of nobody here yet."""
        email = self.cleaned_data["email"].lower()
        if User.objects.filter(email__iexact=email).exists():
            raise ValidationError(
                _("Somebody with this address works here already. Look them up in the list.")
            )
        return email


class ProfileForm(forms.ModelForm):
    """Names and byline wish."""

    byline = forms.ChoiceField(
        label=_("Byline on published pages"), choices=Byline.choices, widget=forms.RadioSelect
    )

    class Meta:
        model = User
        fields = ["name_en", "name_ar", "byline", "pen_name_en", "pen_name_ar"]
        help_texts = {
            "pen_name_en": _("Used when the byline is “Pen name”."),
            "pen_name_ar": _("Used when the byline is “Pen name”."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("name_ar", "pen_name_ar"):
            arabic(self.fields[name])
        for name in ("name_en", "pen_name_en"):
            self.fields[name].widget.attrs["dir"] = "ltr"
        self.helper = DeskHelper()

    def clean(self) -> dict[str, Any]:
        """A pen name is needed in both languages, if it is to be used."""
        data = super().clean()
        if data.get("byline") == Byline.PEN_NAME:
            for name in ("pen_name_en", "pen_name_ar"):
                if not data.get(name):
                    self.add_error(name, _("Give the pen name, or choose another byline."))
        return data


class JoinForm(forms.Form):
    """The password an invited person chooses."""

    password = forms.CharField(
        label=_("Choose a password"),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password", "dir": "ltr"}),
        help_text=password_validators_help_text_html,
    )
    again = forms.CharField(
        label=_("The same again"),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password", "dir": "ltr"}),
    )

    def __init__(self, *args: Any, person: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person
        self.helper = DeskHelper()

    def clean_password(self) -> str:
        """A password that is good enough for this person."""
        validate_password(self.cleaned_data["password"], self.person)
        return str(self.cleaned_data["password"])

    def clean(self) -> dict[str, Any]:
        """Both entries agree."""
        data = super().clean()
        if data.get("password") and data.get("again") and data["password"] != data["again"]:
            self.add_error("again", _("The two passwords differ."))
        return data
