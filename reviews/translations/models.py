"""Translations, their segments and the immutable record of every edit and version."""

import hashlib
import json

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from reviews.stories.models import NO_CONTROLS, Kind, SourceVersion, Story
from reviews.web.clock import now


class State(models.TextChoices):
    """Where a translation stands. Only reviews/workflow/actions.py changes it."""

    WAITING = "waiting", _("Waiting")
    IN_TRANSLATION = "in_translation", _("In translation")
    SUBMITTED = "submitted", _("Submitted")
    IN_REVIEW = "in_review", _("In review")
    RETURNED = "returned", _("Returned")
    APPROVED = "approved", _("Approved")
    SCHEDULED = "scheduled", _("Scheduled")
    PUBLISHED = "published", _("Published")
    CORRECTING = "correcting", _("Correcting")
    WITHDRAWN = "withdrawn", _("Withdrawn")


# Where words may change, and in which capacity; a waiting or returned translation is taken up first.
TRANSLATING = (State.IN_TRANSLATION, State.CORRECTING)
REVIEWING = (State.IN_REVIEW, State.CORRECTING)
DECIDING = (State.IN_TRANSLATION, State.IN_REVIEW, State.RETURNED, State.CORRECTING)


class SegmentState(models.TextChoices):
    """XLIFF's four."""

    INITIAL = "initial", _("Not confirmed")
    TRANSLATED = "translated", _("Translated")
    REVIEWED = "reviewed", _("Reviewed")
    FINAL = "final", _("Final")


class EditKind(models.TextChoices):
    """In which capacity a person changed a text: authorship, and so the four eyes, hang on it."""

    TRANSLATE = "translate", _("translated")
    REVIEW = "review", _("suggested")
    DECIDE = "decide", _("decided on a suggestion")


class SuggestionState(models.TextChoices):
    """What became of a tracked change."""

    PROPOSED = "proposed", _("Proposed")
    ACCEPTED = "accepted", _("Accepted")
    REJECTED = "rejected", _("Rejected")


class Translation(models.Model):
    """The counterpart of a story in another language."""

    story = models.ForeignKey(Story, models.PROTECT, related_name="translations")
    language = models.CharField(max_length=8, default="en")
    state = models.CharField(max_length=16, choices=State.choices, default=State.WAITING)
    state_since = models.DateTimeField(default=now)
    source_version = models.ForeignKey(SourceVersion, models.PROTECT, related_name="+")
    translator = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="translating"
    )
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="reviewing"
    )
    note = models.TextField(_("note to the translation editor"), blank=True)
    return_reason = models.TextField(blank=True)
    publish_at = models.DateTimeField(null=True, blank=True)
    scheduled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    correction_note_en = models.TextField(blank=True)  # for the next edition's readers
    correction_note_ar = models.TextField(blank=True)
    revision = models.BigIntegerField(default=0)  # grows with every change that others should see

    class Meta:
        verbose_name = _("translation")
        constraints = [
            models.UniqueConstraint(fields=["story", "language"], name="one_translation_per_language"),
            models.CheckConstraint(
                name="a_schedule_has_its_time_and_person",
                condition=~models.Q(state=State.SCHEDULED)
                | models.Q(publish_at__isnull=False, scheduled_by__isnull=False),
            ),
        ]
        indexes = [
            models.Index(fields=["state", "-state_since"], name="translations_by_state"),
            models.Index(fields=["translator", "state", "-state_since"], name="translations_of_translator"),
            models.Index(fields=["reviewer", "state", "-state_since"], name="translations_of_reviewer"),
            models.Index(
                fields=["publish_at"], name="translations_due", condition=models.Q(state=State.SCHEDULED)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.story} [{self.language}]"


class Segment(models.Model):
    """One aligned unit of a translation: its source text, its target text, and their states.

    `settled_text` is the target with settled changes only, while a review is under way: the open tracked
    changes are its difference to `target_text`. Null outside a review. `previous_source` and
    `previous_target` stand while a changed source waits for its new translation.
    """

    translation = models.ForeignKey(Translation, models.CASCADE, related_name="segments")
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.BODY)
    source_text = models.TextField()
    target_text = models.TextField(blank=True)
    state = models.CharField(max_length=12, choices=SegmentState.choices, default=SegmentState.INITIAL)
    version = models.PositiveIntegerField(default=0)  # grows with every saved change; the optimistic lock
    settled_text = models.TextField(null=True, blank=True)
    previous_source = models.TextField(null=True, blank=True)
    previous_target = models.TextField(null=True, blank=True)
    orphaned = models.BooleanField(default=False)  # its source paragraph is gone; kept, never published
    revision = models.BigIntegerField(default=0)  # the translation's revision at the last change
    updated_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    updated_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("segment")
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["translation", "position"],
                name="one_segment_per_position",
                condition=models.Q(orphaned=False),
            ),
            models.CheckConstraint(
                name="target_without_control_characters", condition=~models.Q(target_text__regex=NO_CONTROLS)
            ),
        ]
        indexes = [models.Index(fields=["translation", "revision"], name="segments_changed_since")]

    def __str__(self) -> str:
        return f"{self.translation_id}/{self.position}"

    @property
    def finished(self) -> bool:
        """Confirmed by somebody and not empty."""
        return self.state != SegmentState.INITIAL and bool(self.target_text.strip())


class SegmentEdit(models.Model):
    """One saved change of a target text. Append-only: the database refuses changes."""

    segment = models.ForeignKey(Segment, models.PROTECT, related_name="edits")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=EditKind.choices)
    version = models.PositiveIntegerField()
    before = models.TextField(blank=True)
    after = models.TextField(blank=True)
    at = models.DateTimeField(default=now)

    class Meta:
        verbose_name = _("edit")
        ordering = ["segment", "version"]
        constraints = [
            models.UniqueConstraint(fields=["segment", "version"], name="one_edit_per_segment_version"),
        ]
        indexes = [models.Index(fields=["author", "kind"], name="edits_of_author")]

    def __str__(self) -> str:
        return f"{self.segment_id} v{self.version}"


class TranslationVersion(models.Model):
    """An immutable snapshot of all targets with the source they answer, and of who wrote them.

    `content` is a list of {"segment", "kind", "source", "target"} in order; `author_ids` are the people
    whose words it holds: none of them can approve it.
    """

    translation = models.ForeignKey(Translation, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    occasion = models.CharField(max_length=20)  # the verb that made it: submitted, returned, approved
    source_version = models.ForeignKey(SourceVersion, models.PROTECT, related_name="+")
    content = models.JSONField()
    hash = models.CharField(max_length=64)
    author_ids = ArrayField(models.BigIntegerField(), default=list)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(default=now)

    class Meta:
        verbose_name = _("translation version")
        ordering = ["translation", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["translation", "number"], name="one_version_per_number"),
        ]

    def __str__(self) -> str:
        return f"{self.translation_id} v{self.number}"


def digest(content: list[dict[str, object]]) -> str:
    """The content hash an approval binds: SHA-256 over kinds, sources and targets in order."""
    parts = [[unit["kind"], unit["source"], unit["target"]] for unit in content]
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()


class Suggestion(models.Model):
    """A tracked change by a reviewer: one run of words in a segment.

    `start` and `end` are code points into the segment's `settled_text`; `before` is what stands there and
    `after` what the reviewer wants. Linked to an issue it is a correction, else an improvement.
    """

    segment = models.ForeignKey(Segment, models.CASCADE, related_name="suggestions")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="suggestions")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    before = models.TextField(blank=True)
    after = models.TextField(blank=True)
    words = models.PositiveIntegerField()  # inserted or deleted words; a replaced word counts once
    state = models.CharField(max_length=10, choices=SuggestionState.choices, default=SuggestionState.PROPOSED)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    issue = models.ForeignKey(
        "reviews.Issue", models.PROTECT, null=True, blank=True, related_name="corrections"
    )
    created_at = models.DateTimeField(default=now)

    class Meta:
        verbose_name = _("suggestion")
        ordering = ["segment", "start", "id"]
        constraints = [
            models.CheckConstraint(
                name="a_decision_has_its_person",
                condition=models.Q(state=SuggestionState.PROPOSED) | models.Q(decided_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"
