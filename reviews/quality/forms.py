"""What the workspace sends to be checked or decided, as clean values."""

from django import forms

LONGEST = 20_000  # characters; the same as one may save


class CheckForm(forms.Form):
    """A text that is being typed (without one: the stored), and whether the whole story is asked too."""

    text = forms.CharField(required=False, strip=False, max_length=LONGEST)
    story = forms.BooleanField(required=False)

    def typed(self) -> str | None:
        """The text with plain line ends; None where none was sent."""
        if "text" not in self.data:
            return None
        return str(self.cleaned_data["text"]).replace("\r\n", "\n").replace("\r", "\n")


class DismissForm(forms.Form):
    """Which finding, and why it may stand."""

    fingerprint = forms.CharField(max_length=24)
    reason = forms.CharField(required=False, max_length=2000)
