"""Reading published pages."""

from django.db.models import Max, QuerySet

from reviews.publishing.models import LivePage
from reviews.translations.models import State, Translation
from reviews.web.clock import now

RELATED = 5


def live(language: str) -> QuerySet[LivePage]:
    """Pages that readers of a language get, latest first."""
    return LivePage.objects.filter(language=language, withdrawn_at__isnull=True)


def due() -> QuerySet[Translation]:
    """Scheduled translations whose time has come."""
    return Translation.objects.filter(state=State.SCHEDULED, publish_at__lte=now()).order_by("publish_at")


def related_to(page: LivePage) -> QuerySet[LivePage]:
    """The latest pages that share a topic with this one."""
    topics = LivePage.topics.through.objects.filter(livepage_id=page.pk).values("topic_id")
    sharing = LivePage.topics.through.objects.filter(topic_id__in=topics).values("livepage_id")
    return live(page.language).filter(pk__in=sharing).exclude(pk=page.pk)[:RELATED]


def neighbours(page: LivePage) -> list[LivePage]:
    """The page before and the page after in time, in one query; either may be missing."""
    pages = live(page.language).exclude(pk=page.pk)
    moment = page.first_published_at
    before = pages.filter(first_published_at__lte=moment).order_by("-first_published_at", "-id")[:1]
    after = pages.filter(first_published_at__gt=moment).order_by("first_published_at", "id")[:1]
    return list(before.union(after, all=True))


def last_change(language: str) -> object:
    """When anything readers of a language can see changed last; None on an empty site."""
    return LivePage.objects.filter(language=language).aggregate(latest=Max("modified_at"))["latest"]
