"""Validators, caches, query budgets: public pages are one copy for everybody."""

import itertools
import re

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from newsroom.middleware import PublicPages
from reviews.publishing import caching
from reviews.publishing.caching import Shelf
from reviews.publishing.models import LivePage
from reviews.stories.models import Topic
from tests import factories
from tests.publishing.pages import address, correct, withdraw

pytestmark = pytest.mark.django_db
LISTS = ["/en/", "/en/local/", "/en/topic/aid/", "/en/feed.xml", "/sitemap.xml", "/sitemap-0.xml"]


@pytest.fixture(autouse=True)
def an_empty_shelf(monkeypatch):
    monkeypatch.setattr(caching, "SHELF", Shelf(8))


def queries_of(client, path: str, status: int = 200, **headers: str) -> list[str]:
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(path, **headers).status_code == status
    return [query["sql"] for query in captured]


def publish_more(count: int, topics: int = 1) -> None:
    for n in range(count):
        translation = factories.published(headline=f"خبر {n}")
        for page in translation.story.pages.all():
            page.topics.add(*[factories.topic(f"topic-{t}") for t in range(topics)])


def test_queries_are_few_and_do_not_grow(client) -> None:
    translation = factories.published()
    path = address(translation)
    few = {page: len(queries_of(client, page)) for page in [path, *LISTS]}
    publish_more(12, topics=4)
    many = {page: len(queries_of(client, page)) for page in [path, *LISTS]}
    assert few == many
    assert many == {
        path: 4,
        "/en/": 3,
        "/en/local/": 4,
        "/en/topic/aid/": 4,
        "/en/feed.xml": 2,
        "/sitemap.xml": 2,
        "/sitemap-0.xml": 3,
    }


def test_what_was_made_lately_is_not_made_again(client) -> None:
    path = address(factories.published())
    first = client.get(path)
    assert len(queries_of(client, path)) == 1
    assert client.get(path).content == first.content


def test_a_304_touches_nothing_but_the_page(client) -> None:
    path = address(factories.published())
    response = client.get(path)
    for headers in (
        {"HTTP_IF_NONE_MATCH": response.headers["ETag"]},
        {"HTTP_IF_MODIFIED_SINCE": response.headers["Last-Modified"]},
    ):
        queries = queries_of(client, path, 304, **headers)
        assert len(queries) == 1
        assert set(re.findall(r"reviews_\w+|django_\w+", queries[0])) == {
            "reviews_livepage",
            "reviews_section",
        }
    again = client.get(path, HTTP_IF_NONE_MATCH=response.headers["ETag"])
    assert again.content == b""
    assert {again.headers[name] for name in ("ETag", "Cache-Control")} == {
        response.headers["ETag"],
        "public, max-age=30",
    }


@pytest.mark.parametrize("path", LISTS)
def test_lists_answer_304_with_little(client, path) -> None:
    factories.published()
    response = client.get(path)
    queries = queries_of(client, path, 304, HTTP_IF_NONE_MATCH=response.headers["ETag"])
    assert len(queries) == (2 if path in {"/en/local/", "/en/topic/aid/", "/sitemap-0.xml"} else 1)


def etags(client, *paths: str) -> list[str]:
    return [client.get(path).headers["ETag"] for path in paths]


def test_every_change_that_shows_makes_a_new_name(client) -> None:
    translation = factories.published()
    paths = [address(translation), address(translation, "ar"), *LISTS]
    seen = [etags(client, *paths)]
    other = factories.published(headline="خبر آخر")  # a neighbour, a related story, a new entry
    seen.append(etags(client, *paths))
    correct(translation, body="A convoy of 12 lorries reached the town of al-Zaytoun on Tuesday.")
    seen.append(etags(client, *paths))
    withdraw(other)
    seen.append(etags(client, *paths))
    for before, after in itertools.pairwise(seen):
        assert not set(before) & set(after)
    assert etags(client, *paths) == seen[-1]
    assert len(set(seen[-1])) == len(paths)


def test_changes_are_in_order_even_when_the_clock_is_not() -> None:
    """A cache compares; a clock that goes back must not make an older change the last."""
    translation = factories.published()
    LivePage.objects.filter(story=translation.story).update(modified_at="2100-01-01T00:00:00Z")
    factories.published(headline="خبر آخر")
    latest = LivePage.objects.order_by("-modified_at").first()
    assert latest.headline != "قافلة إغاثة تصل إلى الزيتون"
    assert latest.modified_at.year == 2100


def test_nothing_personal_on_public_pages(client) -> None:
    """No cookie, no Vary, no session, and the same bytes for a member of staff."""
    path = address(factories.published())
    stranger = client.get(path)
    client.force_login(factories.person("carine"))
    client.cookies["theme"] = "dark"
    for page in (path, *LISTS, "/en/nothing/"):
        with CaptureQueriesContext(connection) as captured:
            response = client.get(page)
        assert not response.cookies, page
        assert "Vary" not in response.headers, page
        assert not [q for q in captured if "session" in q["sql"] or "reviews_user" in q["sql"]], page
    assert client.get(path).content == stranger.content


@pytest.mark.parametrize(
    ("path", "kept"), [("/en/local/", False), ("/ar/", False), ("/desk/", True), ("/english/", True)]
)
def test_whatever_sets_a_cookie_it_does_not_reach_a_public_page(path, kept) -> None:
    def careless(request):
        response = HttpResponse("x", headers={"Vary": "Cookie"})
        response.set_cookie("session", "secret")
        return response

    response = PublicPages(careless)(RequestFactory().get(path))
    assert (bool(response.cookies), "Vary" in response.headers) == (kept, kept)


def test_head_is_answered_like_get(client) -> None:
    for path in (address(factories.published()), *LISTS, "/robots.txt"):
        get, head = client.get(path), client.head(path)
        assert head.status_code == 200
        assert head.content == b""
        assert head.headers == get.headers
        assert client.post(path).status_code == 405


def test_public_pages_say_how_long_they_last(client) -> None:
    translation = factories.published()
    path = address(translation)
    response = client.get(path)
    assert response.headers["Cache-Control"] == "public, max-age=30"
    page = LivePage.objects.order_by("-modified_at").first()
    assert response.headers["Last-Modified"].endswith(f"{page.modified_at:%H:%M:%S} GMT")
    withdraw(translation)
    assert client.get(path).headers["Cache-Control"] == "public, max-age=30"


def test_the_shelf_keeps_the_last_used() -> None:
    shelf, made = Shelf(2), []

    def maker(name: str):
        return lambda: made.append(name) or name

    for name in ("a", "b", "a", "c", "a", "b"):
        assert shelf.body(name, maker(name)) == name.encode()
    assert made == ["a", "b", "c", "b"]


def test_the_release_names_code_words_and_zone() -> None:
    assert caching.release("x", "UTC") == caching.release("x", "UTC")
    assert caching.release("x", "UTC") != caching.release("x", "Asia/Damascus")


def test_a_topic_nobody_wrote_of_is_not_linked(client) -> None:
    Topic.objects.create(slug="other", name_en="Other", name_ar="آخر")
    assert client.get("/en/topic/other/").status_code == 404
