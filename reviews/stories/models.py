"""Stories and the immutable versions of their Arabic text."""

import hashlib
import json
from collections.abc import Iterator

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from reviews.text.segments import paragraphs
from reviews.web.clock import now

# C0 controls, DEL and non-characters: they break XML feeds. Bidi marks stay; Arabic needs them.
NO_CONTROLS = r"[\x01-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]"


class Kind(models.TextChoices):
    """What a unit of text is in its story; segments have the same kinds."""

    HEADLINE = "headline", _("Headline")
    DATELINE = "dateline", _("Dateline")
    SUMMARY = "summary", _("Summary")
    BODY = "body", _("Paragraph")


class StoryState(models.TextChoices):
    """The story's own way; its translations have theirs."""

    DRAFT = "draft", _("Draft")
    RELEASED = "released", _("Released")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class Urgency(models.IntegerChoices):
    """How soon it must be out; lower numbers first, as on the wire."""

    FLASH = 1, _("Flash")
    URGENT = 2, _("Urgent")
    NORMAL = 3, _("Normal")
    FEATURE = 4, _("Feature")


class Named(models.Model):
    """Something with an Arabic and an English name and a slug for URLs."""

    slug = models.SlugField(_("name in URLs"), max_length=60, unique=True)
    name_en = models.CharField(_("name in English"), max_length=80)
    name_ar = models.CharField(_("name in Arabic"), max_length=80)

    class Meta:
        abstract = True
        ordering = ["name_en"]

    def __str__(self) -> str:
        return self.name_in(get_language() or "en")

    def name_in(self, language: str) -> str:
        """The name for a text in this language; there are two, and the English one serves every other."""
        return self.name_ar if language == "ar" else self.name_en


class Section(Named):
    """A section of the site, such as Military news (خبر عسكري)."""

    class Meta(Named.Meta):
        verbose_name = _("section")


class Topic(Named):
    """What a story is about, such as Jaysh al-Islam (جيش الإسلام); it ties related stories together."""

    class Meta(Named.Meta):
        verbose_name = _("topic")


class Story(models.Model):
    """One news item in Arabic. The text is in its versions; here is what may change without a new one."""

    section = models.ForeignKey(Section, models.PROTECT, related_name="stories", verbose_name=_("section"))
    topics = models.ManyToManyField(Topic, related_name="stories", blank=True, verbose_name=_("topics"))
    urgency = models.SmallIntegerField(_("urgency"), choices=Urgency.choices, default=Urgency.NORMAL)
    note = models.TextField(_("note to the desk"), blank=True)
    deadline = models.DateTimeField(_("deadline"), null=True, blank=True)
    state = models.CharField(max_length=12, choices=StoryState.choices, default=StoryState.DRAFT)
    editor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="stories")
    current = models.OneToOneField("SourceVersion", models.PROTECT, null=True, related_name="+")
    folded = models.TextField(editable=False, default="")  # both texts, folded for the desk's text filter
    created_at = models.DateTimeField(default=now)
    released_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawal_reason_en = models.TextField(blank=True)
    withdrawal_reason_ar = models.TextField(blank=True)

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")
        ordering = ["-created_at", "-id"]
        indexes = [
            models.Index(fields=["state", "-created_at"], name="stories_by_state"),
            models.Index(fields=["editor", "-created_at"], name="stories_of_editor"),
            GinIndex(OpClass("folded", name="gin_trgm_ops"), name="stories_text"),
        ]
        constraints = [
            models.CheckConstraint(
                name="a_withdrawal_has_its_reason",
                condition=~models.Q(state=StoryState.WITHDRAWN)
                | ~(models.Q(withdrawal_reason_en="") | models.Q(withdrawal_reason_ar="")),
            ),
            models.CheckConstraint(
                name="a_released_story_has_a_text",
                condition=models.Q(state=StoryState.DRAFT) | models.Q(current__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.current.headline if self.current else f"#{self.pk}"

    @property
    def is_late(self) -> bool:
        """Whether its deadline has passed."""
        return self.deadline is not None and self.deadline < now()


class SourceVersion(models.Model):
    """An immutable snapshot of a story's Arabic text, byte for byte. The database refuses changes."""

    story = models.ForeignKey(Story, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    headline = models.TextField(_("headline"))
    dateline = models.TextField(_("dateline"), blank=True)
    summary = models.TextField(_("summary"), blank=True)
    body = models.TextField(_("body"))
    hash = models.CharField(max_length=64, editable=False)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(default=now)

    class Meta:
        verbose_name = _("source version")
        ordering = ["story", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["story", "number"], name="one_source_version_per_number"),
            models.CheckConstraint(
                name="source_without_control_characters",
                condition=~(
                    models.Q(headline__regex=NO_CONTROLS)
                    | models.Q(dateline__regex=NO_CONTROLS)
                    | models.Q(summary__regex=NO_CONTROLS)
                    | models.Q(body__regex=NO_CONTROLS)
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.headline} (v{self.number})"

    def units(self) -> Iterator[tuple[str, str]]:
        """The text in order as (kind, text): what becomes segments. Empty units are left out."""
        yield Kind.HEADLINE, self.headline
        if self.dateline:
            yield Kind.DATELINE, self.dateline
        if self.summary:
            yield Kind.SUMMARY, self.summary
        for start, end in paragraphs(self.body):
            yield Kind.BODY, self.body[start:end]

    def words(self) -> int:
        """How many words there are to translate."""
        return sum(len(text.split()) for _kind, text in self.units())

    def digest(self) -> str:
        """The content hash an approval binds: SHA-256 over the four texts."""
        parts = [self.headline, self.dateline, self.summary, self.body]
        return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()
