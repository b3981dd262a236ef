"""What readers get: articles, the front page, sections and topics, in each language.

None of it touches the session, so that one copy serves everybody: templates are rendered without the request.
"""

import json
from typing import Any

from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
    HttpResponseRedirect,
)
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from reviews.publishing.addresses import absolute, address, languages
from reviews.publishing.articles import Article, alternates, byline
from reviews.publishing.caching import cached, respond
from reviews.publishing.models import LivePage
from reviews.publishing.queries import (
    Signpost,
    last_change,
    live,
    page_of_signpost,
    section_at,
    sections_of,
    signpost,
    surroundings,
    topic_at,
)
from reviews.web.pages import Page, page_of

LATEST = ("-first_published_at", "-pk")
PAGE_SIZE = 25
SCRIPT_ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


@never_cache
@require_safe
def root(request: HttpRequest) -> HttpResponse:
    """The front page in the language this browser asks for."""
    response = HttpResponseRedirect(reverse("front", args=[request.LANGUAGE_CODE]))
    response.headers["Vary"] = "Accept-Language, Cookie"
    return response


@require_safe
def article(request: HttpRequest, language: str, section: str, pk: int, slug: str) -> HttpResponse:
    """One story; 301 from its older addresses, 410 once withdrawn, 404 for anything that is not published."""
    found = signpost(language, pk)
    if found is None:
        raise Http404
    if found.withdrawn:
        return gone(page_of_signpost(found))
    if (section, slug) != (found.section, found.slug):
        return cached(HttpResponsePermanentRedirect(address(language, found.section, pk, found.slug)))
    return respond(request, lambda: article_html(found), shows=found.etag, changed=found.site_changed)


def article_html(found: Signpost) -> str:
    """The whole page."""
    page = page_of_signpost(found)
    shown = Article(page, page.publication, surroundings(page))
    context = {
        "article": shown,
        "page": page,
        "alternates": shown.alternates,
        "data": data_block(shown.machine_data),
        "sections": sections_of(page.language),
        "here": page.section.slug,
    }
    return render_to_string("publishing/article.html", context)


def data_block(data: dict[str, Any]) -> SafeString:
    """JSON for a data block in HTML: no `</script>` can end it early."""
    return SafeString(json.dumps(data, ensure_ascii=False).translate(SCRIPT_ESCAPES))


def gone(page: LivePage) -> HttpResponse:
    """The page of a withdrawn story: that it was there, and why it is not any more."""
    clock = byline(page.withdrawn_at, page.language)
    context = {"page": page, "clock": clock, "sections": sections_of(page.language)}
    return cached(HttpResponse(render_to_string("publishing/gone.html", context), status=410))


@require_safe
def front(request: HttpRequest, language: str) -> HttpResponse:
    """The latest stories of a language."""
    pages = [(code, reverse("front", args=[code])) for code in languages()]
    found = {"kind": "front", "title": _("Latest news"), "alternates": alternates(pages), "others": pages}
    return listing(request, language, live(language), found)


@require_safe
def section(request: HttpRequest, language: str, section: str) -> HttpResponse:
    """The latest stories of a section."""
    found = section_at(section)
    if found is None:
        raise Http404
    return listing(
        request,
        language,
        live(language).filter(section=found),
        {
            "kind": "section",
            "title": found.name_in(language),
            "here": found.slug,
            **elsewhere(found, language, "section"),
        },
    )


@require_safe
def topic(request: HttpRequest, language: str, slug: str) -> HttpResponse:
    """The latest stories on a topic; a topic of drafts alone is nothing outsiders know of."""
    found = topic_at(slug)
    if found is None or not getattr(found, f"has_{language}"):
        raise Http404
    return listing(
        request,
        language,
        live(language).filter(topics=found),
        {"kind": "topic", "title": found.name_in(language), **elsewhere(found, language, "topic")},
    )


def elsewhere(thing: Any, language: str, name: str) -> dict[str, Any]:
    """The same list in other languages, where it has anything to show."""
    others = [code for code in languages() if code == language or getattr(thing, f"has_{code}")]
    pages = [(code, reverse(name, args=[code, thing.slug])) for code in others]
    return {"others": pages, "alternates": alternates(pages)}


def listing(request: HttpRequest, language: str, rows: Any, context: dict[str, Any]) -> HttpResponse:
    """A list of pages, latest first, with its neighbours by position."""
    after, before = request.GET.get("after", ""), request.GET.get("before", "")

    def make() -> str:
        page = page_of(
            rows.select_related("section"), order=LATEST, after=after, before=before, size=PAGE_SIZE
        )
        return list_html(request.path, language, page, context | {"first": not (after or before)})

    shows = "\n".join((context["title"], after, before))
    return respond(request, make, shows=shows, changed=last_change())


def list_html(path: str, language: str, page: Page, context: dict[str, Any]) -> str:
    """The whole page of a list."""
    context = context | {
        "pages": page,
        "language": language,
        "path": path,
        "url": absolute(path),
        "sections": sections_of(language),
    }
    return render_to_string("publishing/list.html", context)
