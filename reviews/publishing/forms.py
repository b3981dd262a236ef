"""What the desk gives along when it publishes, schedules or withdraws."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from reviews.translations.models import Translation
from reviews.web.forms import DeskHelper
from reviews.web.moments import MomentField


def note(label: Any, language: str) -> forms.CharField:
    """A text for readers, typed in its own direction."""
    direction = "rtl" if language == "ar" else "ltr"
    attrs = {"rows": 3, "lang": language, "dir": direction, "class": "text"}
    return forms.CharField(label=label, max_length=2000, widget=forms.Textarea(attrs=attrs))


class PublishForm(forms.Form):
    """The correction note in both languages; a first edition has none and the form is empty."""

    note_en = note(_("What was corrected, for readers in English"), "en")
    note_ar = note(_("What was corrected, for readers in Arabic"), "ar")

    def __init__(self, *args: Any, translation: Translation, correction: bool, **kwargs: Any) -> None:
        """`correction`: whether an edition is out already, so that readers must be told."""
        kwargs.setdefault("initial", {})
        kwargs["initial"] |= {
            "note_en": translation.correction_note_en,
            "note_ar": translation.correction_note_ar,
        }
        super().__init__(*args, **kwargs)
        if not correction:
            del self.fields["note_en"], self.fields["note_ar"]
        self.helper = DeskHelper()


class ScheduleForm(PublishForm):
    """The same with a time on the newsroom's clock."""

    at = MomentField(label=_("Publish at"))
    field_order = ["at", "note_en", "note_ar"]

    def __init__(self, *args: Any, translation: Translation, **kwargs: Any) -> None:
        kwargs["initial"] = {"at": translation.publish_at}
        super().__init__(*args, translation=translation, **kwargs)

    def clean_at(self) -> datetime:
        """The moment; the very one that was stored where the time was left as it was."""
        return self.cleaned_data["at"] if "at" in self.changed_data else self.initial["at"]


class WithdrawForm(forms.Form):
    """Why a story is taken back, in both languages: readers will see it."""

    reason_en = note(_("Reason for readers in English"), "en")
    reason_ar = note(_("Reason for readers in Arabic"), "ar")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = DeskHelper()
