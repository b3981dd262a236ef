"""The Atom feed of each language: the latest stories, one entry a story."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from reviews.publishing.addresses import absolute
from reviews.publishing.articles import SITE_NAME
from reviews.publishing.caching import ATOM, respond
from reviews.publishing.models import LivePage
from reviews.publishing.plain import plain
from reviews.publishing.queries import last_change, live

ENTRIES = 40


@require_safe
def feed(request: HttpRequest, language: str) -> HttpResponse:
    """The feed, or 304."""
    return respond(
        request, lambda: feed_xml(language), shows="feed", changed=last_change(), content_type=ATOM
    )


def feed_xml(language: str) -> str:
    """The feed as XML. Nothing in a story or a name can break it."""
    feed = Atom1Feed(
        title=_("Muqabala"),
        link=absolute(reverse("front", args=[language])),
        description=_("Latest news"),
        language=language,
        feed_url=absolute(reverse("feed", args=[language])),
        feed_guid=absolute(f"/{language}/"),
        author_name=SITE_NAME,
    )
    for page in (
        live(language).select_related("section", "publication").defer("publication__content")[:ENTRIES]
    ):
        feed.add_item(**entry(page))
    return feed.writeString("utf-8")


def entry(page: LivePage) -> dict[str, object]:
    """One story; its guid stays when headline, section or address change."""
    return {
        "title": plain(page.headline),
        "link": absolute(page.get_absolute_url()),
        "description": escape(plain(page.summary)),  # Atom calls it HTML
        "unique_id": guid(page.language, page.story_id),
        "pubdate": page.first_published_at,
        "updateddate": page.publication.published_at,
        "categories": [plain(name) for name in labels(page)],
    }


def labels(page: LivePage) -> list[str]:
    """Section and topics, as the page names them."""
    found = page.publication.labels[page.language]
    return [found["section"], *(topic["name"] for topic in found["topics"])]


def guid(language: str, story_id: int) -> str:
    """A name for ever."""
    return absolute(f"/{language}/#story-{story_id}")
