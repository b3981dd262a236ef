"""Issues and their threads."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from reviews.translations.models import Segment, Translation, TranslationVersion
from reviews.web.clock import now


class Severity(models.IntegerChoices):
    """MQM's four, with their penalty points."""

    NEUTRAL = 0, _("Neutral")
    MINOR = 1, _("Minor")
    MAJOR = 5, _("Major")
    CRITICAL = 25, _("Critical")


class IssueState(models.TextChoices):
    """open → accepted or disputed → upheld or withdrawn → resolved."""

    OPEN = "open", _("Open")
    ACCEPTED = "accepted", _("Accepted")
    DISPUTED = "disputed", _("Disputed")
    UPHELD = "upheld", _("Upheld")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    RESOLVED = "resolved", _("Resolved")


CLOSED = (IssueState.WITHDRAWN, IssueState.RESOLVED)


class IssueQuerySet(models.QuerySet["Issue"]):
    """Sets of issues."""

    def unresolved(self) -> "IssueQuerySet":
        """Issues that still ask for something."""
        return self.exclude(state__in=CLOSED)


class Issue(models.Model):
    """A flag on a range of source and/or target, in code points, with the words it was raised on."""

    translation = models.ForeignKey(Translation, models.PROTECT, related_name="issues")
    segment = models.ForeignKey(Segment, models.PROTECT, null=True, blank=True, related_name="issues")
    raised_on = models.ForeignKey(TranslationVersion, models.PROTECT, null=True, blank=True, related_name="+")
    category = models.CharField(_("category"), max_length=60)
    severity = models.SmallIntegerField(_("severity"), choices=Severity.choices, default=Severity.MINOR)
    source_start = models.PositiveIntegerField(null=True, blank=True)
    source_end = models.PositiveIntegerField(null=True, blank=True)
    source_quote = models.TextField(blank=True)
    target_start = models.PositiveIntegerField(null=True, blank=True)
    target_end = models.PositiveIntegerField(null=True, blank=True)
    target_quote = models.TextField(blank=True)
    text = models.TextField(_("comment"))
    state = models.CharField(max_length=10, choices=IssueState.choices, default=IssueState.OPEN)
    raised_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="issues_raised")
    raised_at = models.DateTimeField(default=now)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = IssueQuerySet.as_manager()

    class Meta:
        verbose_name = _("issue")
        ordering = ["-severity", "raised_at", "id"]
        constraints = [
            models.CheckConstraint(
                name="an_issue_span_is_a_span",
                condition=(
                    models.Q(source_start__isnull=True, source_end__isnull=True)
                    | models.Q(source_start__lte=models.F("source_end"))
                )
                & (
                    models.Q(target_start__isnull=True, target_end__isnull=True)
                    | models.Q(target_start__lte=models.F("target_end"))
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.category} ({self.get_severity_display()})"


class Comment(models.Model):
    """One answer in an issue's thread."""

    issue = models.ForeignKey(Issue, models.CASCADE, related_name="comments")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    text = models.TextField(_("answer"))
    at = models.DateTimeField(default=now)

    class Meta:
        verbose_name = _("comment")
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return self.text[:60]
