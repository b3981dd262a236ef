"""The form an editor writes a story in, and the one that takes a file."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from reviews.formats import STORY_FORMATS, FormatError, read_story
from reviews.formats.base import MAX_BYTES, Document
from reviews.stories.actions import Details, Text
from reviews.stories.models import Section, SourceVersion, Story, Topic, Urgency
from reviews.web.forms import CleanTextField, DeskHelper, MomentField

TEXTS = ("headline", "dateline", "summary", "body")


def arabic_area(rows: int) -> forms.Textarea:
    """A text field for Arabic, `rows` lines high."""
    return forms.Textarea(
        attrs={"rows": rows, "lang": "ar", "dir": "rtl", "class": "text writing", "spellcheck": "true"}
    )


class StoryForm(forms.Form):
    """The four Arabic texts and the details of a story. A draft needs a headline and a section."""

    headline = CleanTextField(label=gettext_lazy("Headline"), max_length=500, widget=arabic_area(2))
    dateline = CleanTextField(
        label=gettext_lazy("Dateline"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"lang": "ar", "dir": "rtl", "class": "text writing"}),
    )
    summary = CleanTextField(
        label=gettext_lazy("Summary"), required=False, max_length=3_000, widget=arabic_area(2)
    )
    body = CleanTextField(
        label=gettext_lazy("Body"),
        required=False,
        max_length=500_000,
        strip=False,
        widget=arabic_area(16),
        help_text=gettext_lazy("A blank line begins a new paragraph."),
    )
    section = forms.ModelChoiceField(
        label=gettext_lazy("Section"), queryset=Section.objects.all(), empty_label=gettext_lazy("Choose…")
    )
    topics = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Topics"), queryset=Topic.objects.all(), required=False
    )
    urgency = forms.TypedChoiceField(
        label=gettext_lazy("Urgency"), choices=Urgency.choices, coerce=int, initial=Urgency.NORMAL
    )
    deadline = MomentField(label=gettext_lazy("Deadline"), required=False)
    note = CleanTextField(
        label=gettext_lazy("Note to the desk"),
        required=False,
        max_length=5_000,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = DeskHelper()

    def clean_headline(self) -> str:
        """On one line."""
        return " ".join(self.cleaned_data["headline"].split())

    def clean_dateline(self) -> str:
        """On one line."""
        return " ".join(self.cleaned_data["dateline"].split())

    def clean_body(self) -> str:
        """As it was typed; nothing where there is only white space."""
        body: str = self.cleaned_data["body"]
        return body if body.strip() else ""

    def text(self) -> Text:
        """The texts as they are to be stored."""
        return Text(**{name: self.cleaned_data[name] for name in TEXTS})

    def details(self) -> Details:
        """What may change without a new version of the text."""
        names = ("section", "topics", "urgency", "note", "deadline")
        return Details(**{name: self.cleaned_data[name] for name in names})

    def removals(self) -> Iterator[str]:
        """What was taken out of the texts and where, a sentence for each field it happened in."""
        for field in self.fields.values():
            found = getattr(field, "removed", ())
            if not found:
                continue
            places = "; ".join(f"{one.code} ← “{one.after}”" if one.after else one.code for one in found[:3])
            yield ngettext(
                "%(field)s: %(count)d control character was removed (%(places)s).",
                "%(field)s: %(count)d control characters were removed (%(places)s).",
                len(found),
            ) % {
                "field": field.label,
                "count": len(found),
                "places": places + (" …" if len(found) > 3 else ""),
            }


def values_of(story: Story) -> dict[str, Any]:
    """What a form shows of a story."""
    texts = {name: getattr(story.current, name) for name in TEXTS} if story.current else {}
    return texts | {
        "section": story.section_id,
        "topics": [topic.pk for topic in story.topics.all()],
        "urgency": story.urgency,
        "deadline": story.deadline,
        "note": story.note,
    }


def version_of(form: StoryForm) -> SourceVersion:
    """The texts of a form, valid or not, as a version that is not stored: for its units."""
    form.is_valid()
    return SourceVersion(**{name: form.cleaned_data.get(name, "") for name in TEXTS})


class UploadForm(forms.Form):
    """A file with a story in it. Valid, its `cleaned_data["file"]` is the Document that was read."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        allow_empty_file=True,
        widget=forms.ClearableFileInput(attrs={"accept": ",".join(f".{ending}" for ending in STORY_FORMATS)}),
    )

    def clean_file(self) -> Document:
        """Read it; what is wrong with it is said in the person's language."""
        upload = self.cleaned_data["file"]
        data = upload.read(MAX_BYTES + 1)
        try:
            return read_story(upload.name, data)
        except FormatError as error:
            raise ValidationError(
                _(error.message) % error.values if error.values else _(error.message)
            ) from error
