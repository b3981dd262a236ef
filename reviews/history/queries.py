"""Reading history."""

from django.db.models import QuerySet

from reviews.history.models import Event


def timeline_of_story(story_id: int) -> QuerySet[Event]:
    """Everything that happened to a story, latest first, with its actors."""
    return Event.objects.filter(story_id=story_id).select_related("actor")


def audit_log() -> QuerySet[Event]:
    """Everything that happened, latest first, with actors and stories."""
    return Event.objects.select_related("actor", "story__current")
