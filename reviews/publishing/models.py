"""Published editions, and the one row per page that says which edition a reader gets."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from reviews.publishing.addresses import address
from reviews.stories.models import Section, SourceVersion, Story, Topic
from reviews.translations.models import Translation, TranslationVersion
from reviews.web.clock import now
from reviews.workflow.models import Approval


class Publication(models.Model):
    """An immutable edition: both texts, credits, section, topics, time. Editions form a hash chain.

    `content` maps a language to {"headline", "dateline", "summary", "paragraphs"}; `credits` maps it to
    {"editor", "translators", "translation_editor"} as they were at that moment; `labels` maps it to
    {"section", "topics"}.
    """

    story = models.ForeignKey(Story, models.PROTECT, related_name="publications")
    translation = models.ForeignKey(Translation, models.PROTECT, related_name="publications")
    edition = models.PositiveIntegerField()
    approval = models.ForeignKey(Approval, models.PROTECT, related_name="publications")
    source_version = models.ForeignKey(SourceVersion, models.PROTECT, related_name="+")
    version = models.ForeignKey(TranslationVersion, models.PROTECT, related_name="+")
    content = models.JSONField()
    credits = models.JSONField()
    labels = models.JSONField()
    correction_note_en = models.TextField(_("correction note in English"), blank=True)
    correction_note_ar = models.TextField(_("correction note in Arabic"), blank=True)
    published_at = models.DateTimeField(default=now)
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    previous_hash = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("publication")
        ordering = ["-published_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["translation", "edition"], name="one_publication_per_edition"),
            models.CheckConstraint(
                name="a_new_edition_says_what_changed",
                condition=models.Q(edition=1)
                | ~(models.Q(correction_note_en="") | models.Q(correction_note_ar="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.story_id} edition {self.edition}"


class LivePage(models.Model):
    """What stands at one address: the edition a reader gets, or the reason why there is none any more."""

    story = models.ForeignKey(Story, models.PROTECT, related_name="pages")
    language = models.CharField(max_length=8)
    publication = models.ForeignKey(Publication, models.PROTECT, related_name="pages")
    slug = models.CharField(max_length=120)
    headline = models.TextField()
    summary = models.TextField(blank=True)
    section = models.ForeignKey(Section, models.PROTECT, related_name="pages")
    topics = models.ManyToManyField(Topic, related_name="pages", blank=True)
    corrections = models.JSONField(default=list)  # [{"at", "note"}] of every later edition, oldest first
    first_published_at = models.DateTimeField()
    modified_at = models.DateTimeField(default=now)  # later than any change of the site before
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawal_reason = models.TextField(blank=True)
    etag = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("published page")
        ordering = ["-first_published_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["story", "language"], name="one_page_per_language"),
        ]
        indexes = [
            models.Index(
                fields=["language", "-first_published_at", "-id"],
                name="pages_latest",
                condition=models.Q(withdrawn_at__isnull=True),
            ),
            models.Index(
                fields=["language", "section", "-first_published_at"],
                name="pages_of_section",
                condition=models.Q(withdrawn_at__isnull=True),
            ),
            models.Index(fields=["-modified_at"], name="pages_last_change"),
        ]

    def __str__(self) -> str:
        return f"/{self.language}/ {self.headline}"

    def get_absolute_url(self) -> str:
        """Where it stands now; older addresses of the same story lead here."""
        return address(self.language, self.section.slug, self.story_id, self.slug)
