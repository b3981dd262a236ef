"""Decisions about findings. The findings themselves are computed, never stored."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from reviews.translations.models import Segment, Translation
from reviews.web.clock import now


class DismissalQuerySet(models.QuerySet["Dismissal"]):
    """Sets of decisions."""

    def standing(self) -> "DismissalQuerySet":
        """Those nobody has taken back."""
        return self.filter(withdrawn_at=None)


class Dismissal(models.Model):
    """A person's decision that a finding may stand, remembered for the same words in any text.

    `fingerprint` names check and words (see fingerprints.py); message, parameters and quotes are what the
    person saw when they decided, at `segment`.
    """

    code = models.CharField(_("check"), max_length=40)
    fingerprint = models.CharField(max_length=24)
    severity = models.CharField(_("severity"), max_length=5)
    message = models.TextField()
    params = models.JSONField(default=dict)
    source_quote = models.TextField(blank=True)
    target_quote = models.TextField(blank=True)
    reason = models.TextField(_("reason"))
    translation = models.ForeignKey(Translation, models.PROTECT, related_name="dismissals")
    segment = models.ForeignKey(Segment, models.PROTECT, related_name="dismissals")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="dismissals")
    at = models.DateTimeField(default=now)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = DismissalQuerySet.as_manager()

    class Meta:
        verbose_name = _("dismissal")
        ordering = ["-at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["fingerprint"],
                condition=models.Q(withdrawn_at=None),
                name="one_standing_dismissal_per_finding",
            ),
            models.CheckConstraint(name="a_dismissal_has_its_reason", condition=~models.Q(reason="")),
            models.CheckConstraint(
                name="a_withdrawn_dismissal_has_its_person",
                condition=models.Q(withdrawn_at=None, withdrawn_by=None)
                | models.Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["-at", "-id"], name="dismissals_latest")]

    def __str__(self) -> str:
        return f"{self.code}: {self.reason}"

    @property
    def said(self) -> str:
        """What the check said, in the reader's language."""
        return filled(self.message, self.params)


def filled(message: str, params: dict[str, str]) -> str:
    """A check's sentence in the language of the request, each word of a text isolated from the sentence.

    Parameters are words of the texts, but for `part`: a word of ours, such as “month”.
    """
    words = {name: f"\u2068{value}\u2069" for name, value in params.items()}
    part = params.get("part")
    if part:
        words["part"] = gettext(part)
    return gettext(message) % words
