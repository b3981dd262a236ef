"""What the scripts of the workspace send, as clean values."""

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from reviews.stories.models import NO_CONTROLS

LONGEST = 20_000  # characters of one segment: ten times the longest paragraph a newsroom writes
CLEAN = RegexValidator(
    NO_CONTROLS,
    _("The text holds control characters that cannot be published. Retype it."),
    inverse_match=True,
)


class TypedText(forms.CharField):
    """What somebody typed, to the letter: no white space cut off, line ends made \\n."""

    def __init__(self) -> None:
        super().__init__(required=False, strip=False, max_length=LONGEST, validators=[CLEAN])

    def to_python(self, value: object) -> str:
        """The text with plain line ends."""
        return super().to_python(value).replace("\r\n", "\n").replace("\r", "\n")


class Sent(forms.Form):
    """Fields that every save has."""

    text = TypedText()
    by = forms.IntegerField(required=False)  # who opened the page

    def why(self) -> str:
        """All that is wrong, in one sentence a field."""
        return " ".join(message for messages in self.errors.values() for message in messages)


class SaveForm(Sent):
    """One save of a segment."""

    base = forms.IntegerField(min_value=0, max_value=2**31 - 1)
    confirm = forms.BooleanField(required=False)


class NoteForm(Sent):
    """One save of the note."""

    base = TypedText()
