"""Feeds and sitemaps: well-formed whatever stands in a story or a name (C54), each story once, encoded once."""

from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest
from django.db import DatabaseError, transaction

from reviews.people.models import User
from reviews.publishing.plain import plain
from reviews.stories.models import Section, Topic
from tests import factories
from tests.publishing.pages import SITE, address, correct

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"


def entries(client, language: str = "ar") -> list[ET.Element]:
    response = client.get(f"/{language}/feed.xml")
    assert response.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ET.fromstring(response.content).findall(f"{ATOM}entry")


def test_a_feed_has_each_story_once_at_its_address(client) -> None:
    first, second = factories.published(), factories.published(headline="خبر <b>آخر</b> & أخير")
    for language in ("ar", "en"):
        found = entries(client, language)
        assert [entry.find(f"{ATOM}link").get("href") for entry in found] == [
            SITE + address(second, language),
            SITE + address(first, language),
        ]
    assert entries(client)[0].find(f"{ATOM}title").text == "خبر <b>آخر</b> & أخير"
    href = entries(client)[0].find(f"{ATOM}link").get("href")
    assert href.isascii()
    assert "%25" not in href
    assert unquote(href).startswith(f"{SITE}/ar/local/")


def test_a_correction_updates_its_entry_and_keeps_its_name(client) -> None:
    translation = factories.published()
    before = entries(client, "en")[0]
    correct(translation, headline="Aid convoy enters al-Zaytoun")
    found = entries(client, "en")
    assert len(found) == 1
    for name, same in {"id": True, "published": True, "updated": False, "title": False}.items():
        assert (found[0].find(ATOM + name).text == before.find(ATOM + name).text) == same, name


def test_the_summary_is_text_not_markup(client) -> None:
    factories.published(body="قال <script>alert(1)</script> & مضى.")
    summary = entries(client)[0].find(f"{ATOM}summary")
    assert summary.get("type") == "html"
    assert summary.text == "قال &lt;script&gt;alert(1)&lt;/script&gt; &amp; مضى."


@pytest.mark.parametrize("where", ["headline", "body"])
@pytest.mark.parametrize("character", ["\x1d", "\x10", "\ufffe", "\x0b"])
def test_the_database_refuses_what_a_feed_cannot_hold(where, character) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        factories.draft(**{where: f"نص{character}نص"})


def test_names_with_control_characters_break_no_feed(client) -> None:
    """Names of people, sections and topics are not under the texts' rule; the feed cleans them."""
    Section.objects.create(slug="local", name_en="Local\x1d news", name_ar="خبر\x10 محلي\ufffe")
    Topic.objects.create(slug="aid", name_en="Aid\x0c", name_ar="إغاثة\x1d\u202e")
    User.objects.filter(pk=factories.person("amal").pk).update(name_ar="أمل\x1d")
    factories.published(headline="خبر أول")
    factories.published(headline="خبر\u200f ثان")
    found = entries(client)
    assert [entry.find(f"{ATOM}title").text for entry in found] == ["خبر\u200f ثان", "خبر أول"]
    assert [c.get("term") for c in found[0].findall(f"{ATOM}category")] == ["خبر محلي", "إغاثة"]
    ET.fromstring(client.get("/sitemap-0.xml").content)
    for language in ("ar", "en"):
        assert client.get(f"/{language}/").status_code == 200


def test_plain_keeps_what_arabic_needs() -> None:
    assert (
        plain("a\x00b\x1dc\ud800d\ufffee\U0001f600\t\u200f\u200e\u202dx\u2067y")
        == "abcde\U0001f600\t\u200f\u200exy"
    )


def test_the_sitemap_lists_every_page_with_its_languages(client) -> None:
    translation = factories.published()
    index = ET.fromstring(client.get("/sitemap.xml").content)
    part = index.find(f"{MAP}sitemap/{MAP}loc").text
    urls = ET.fromstring(client.get(part.removeprefix(SITE)).content).findall(f"{MAP}url")
    wanted = {language: SITE + address(translation, language) for language in ("ar", "en")}
    assert [url.find(f"{MAP}loc").text for url in urls] == list(wanted.values())
    for url in urls:
        links = {link.get("hreflang"): link.get("href") for link in url.findall(f"{XHTML}link")}
        assert links == wanted | {"x-default": wanted["en"]}


def test_an_empty_site_has_a_feed_and_a_sitemap(client) -> None:
    assert entries(client) == []
    assert ET.fromstring(client.get("/sitemap.xml").content).find(f"{MAP}sitemap") is None
    assert client.get("/sitemap-0.xml").status_code == 404


def test_robots_stay_out_of_the_desk(client) -> None:
    text = client.get("/robots.txt").content.decode()
    assert "Disallow: /desk/" in text
    assert f"Sitemap: {SITE}/sitemap.xml" in text
