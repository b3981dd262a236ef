"""Approvals, and the desk's rules that bind them."""

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from reviews.stories.models import SourceVersion
from reviews.translations.models import Translation, TranslationVersion
from reviews.web.clock import now


class DeskRules(models.Model):
    """The desk's rules: one row."""

    reviewer_share = models.PositiveSmallIntegerField(
        _("share of a segment's words that a reviewer may change alone (%)"),
        default=30,
        validators=[MaxValueValidator(100)],
    )

    class Meta:
        verbose_name = _("desk rules")
        constraints = [
            models.CheckConstraint(name="one_row_of_rules", condition=models.Q(pk=1)),
            models.CheckConstraint(
                name="a_share_is_a_percentage", condition=models.Q(reviewer_share__lte=100)
            ),
        ]

    def __str__(self) -> str:
        return "rules"


class Approval(models.Model):
    """Who approved which pair of source and translation. Append-only; binds both hashes.

    The database refuses an approver who wrote words of the version, unless an emergency override stands
    beside it: a written reason and a second person who wrote none of them either.
    """

    translation = models.ForeignKey(Translation, models.PROTECT, related_name="approvals")
    source_version = models.ForeignKey(SourceVersion, models.PROTECT, related_name="+")
    version = models.OneToOneField(TranslationVersion, models.PROTECT, related_name="approval")
    source_hash = models.CharField(max_length=64)
    version_hash = models.CharField(max_length=64)
    approver = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="approvals")
    override_reason = models.TextField(blank=True)
    override_second = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField(default=now)

    class Meta:
        verbose_name = _("approval")
        ordering = ["-at", "-id"]
        constraints = [
            models.CheckConstraint(
                name="an_override_has_reason_and_second",
                condition=models.Q(override_reason="", override_second__isnull=True)
                | (~models.Q(override_reason="") & models.Q(override_second__isnull=False)),
            ),
            models.CheckConstraint(
                name="the_second_is_another_person",
                condition=models.Q(override_second__isnull=True)
                | ~models.Q(override_second=models.F("approver")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.translation_id}: {self.version_hash[:8]}"
