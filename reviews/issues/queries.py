"""Reading issues."""

from django.db.models import QuerySet

from reviews.issues.models import Issue, Severity
from reviews.translations.models import Translation


def issues_of(translation: Translation) -> QuerySet[Issue]:
    """All issues of a translation with people, threads and segments, worst first."""
    return (
        Issue.objects.filter(translation=translation)
        .select_related("raised_by", "closed_by", "segment")
        .prefetch_related("comments__author")
    )


def blocking(translation_id: int) -> QuerySet[Issue]:
    """The issues that stop approval: critical ones that still ask for something."""
    return Issue.objects.unresolved().filter(translation_id=translation_id, severity=Severity.CRITICAL)
