"""The sitemap, in parts of some thousand stories each, and what robots may read."""

from itertools import groupby

from django.db.models import F, IntegerField, Max
from django.db.models.functions import Cast
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_safe

from reviews.publishing.addresses import absolute, languages
from reviews.publishing.articles import alternates
from reviews.publishing.caching import XML, cached, respond
from reviews.publishing.models import LivePage
from reviews.publishing.queries import last_change

STORIES_PER_PART = 5000  # a part may hold 50,000 addresses; a story has one in each language
CLOSED = ("/desk/", "/admin/", "/accounts/", "/invitation/")


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """The index of the parts."""
    return respond(request, index_xml, shows="sitemap", changed=last_change(), content_type=XML)


def index_xml() -> str:
    """A part for every run of story numbers with something to read in it."""
    number = Cast(F("story_id") / STORIES_PER_PART, IntegerField())
    pages = LivePage.objects.filter(withdrawn_at__isnull=True, language__in=languages())
    parts = (
        pages.order_by().annotate(part=number).values("part").annotate(at=Max("modified_at")).order_by("part")
    )
    rows = [(absolute(reverse("sitemap_part", args=[row["part"]])), row["at"]) for row in parts]
    return render_to_string("publishing/sitemap_index.xml", {"parts": rows})


@require_safe
def sitemap_part(request: HttpRequest, part: int) -> HttpResponse:
    """The addresses of one run of stories."""
    if not pages_of(part).exists():
        raise Http404
    return respond(
        request, lambda: part_xml(part), shows=f"sitemap {part}", changed=last_change(), content_type=XML
    )


def pages_of(part: int) -> object:
    """The live pages of a run of story numbers."""
    first = part * STORIES_PER_PART
    return LivePage.objects.filter(
        withdrawn_at__isnull=True,
        language__in=languages(),
        story_id__gte=first,
        story_id__lt=first + STORIES_PER_PART,
    )


def part_xml(part: int) -> str:
    """Each page with the same story in every language it is live in."""
    pages = pages_of(part).select_related("section").order_by("story_id", "language")
    rows = []
    for _story, group in groupby(pages, key=lambda page: page.story_id):
        story = [(page, page.get_absolute_url()) for page in group]
        links = alternates([(page.language, path) for page, path in story])
        rows += [(absolute(path), page.modified_at, links) for page, path in story]
    return render_to_string("publishing/sitemap.xml", {"rows": rows})


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """What is for readers and what is not."""
    lines = [
        "User-agent: *",
        *(f"Disallow: {path}" for path in CLOSED),
        f"Sitemap: {absolute(reverse('sitemap'))}",
    ]
    return cached(HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8"))
