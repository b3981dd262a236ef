"""The public pages and the publication panel in a real browser: accessible in both languages, themes and widths, in
print, without script; and times in a browser of another zone (C56)."""

from datetime import UTC, datetime

import pytest
from django.test import override_settings
from django.urls import reverse
from playwright.sync_api import expect

from reviews.translations.models import State
from tests import factories
from tests.publishing.pages import address, correct, withdraw

LOOKS = [("en", "light", 1440), ("en", "dark", 390), ("ar", "light", 390), ("ar", "dark", 1440)]


@pytest.fixture
def site():
    """A story with a correction among neighbours, and a withdrawn one."""
    factories.published(headline="خبر سابق")
    translation = factories.published(summary="موجز الخبر في جملة واحدة.")
    correct(translation, body="A convoy of 12 lorries reached the town of al-Zaytoun on Tuesday.")
    factories.published(headline="خبر تال")
    gone = factories.published(headline="خبر خاطئ")
    withdraw(gone)
    return translation, gone


@pytest.mark.parametrize("look", LOOKS)
def test_public_pages_are_accessible(screen, axe, site, look) -> None:
    """Also: nothing is refused by the Content-Security-Policy, the data block included; nothing is too wide."""
    language, theme, width = look
    translation, gone = site
    lists = [f"/{language}/", f"/{language}/local/", f"/{language}/topic/aid/"]
    for path in (address(translation, language), address(gone, language), *lists, f"/{language}/nothing/"):
        page = screen.open(path, language=language, theme=theme, width=width)
        assert axe(page) == [], path
        assert page.context.cookies(screen.address) == [
            cookie for cookie in page.context.cookies(screen.address) if cookie["name"] == "django_language"
        ]


def test_a_reader_goes_from_language_to_language_and_on(screen, site) -> None:
    translation, _gone = site
    page = screen.open(address(translation))
    page.get_by_role("link", name="العربي").click()
    expect(page.locator("h1")).to_have_text("قافلة إغاثة تصل إلى الزيتون")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    page.locator(".neighbours .next").click()
    expect(page.locator("h1")).to_have_text("خبر تال")
    page.get_by_role("link", name="English").click()
    expect(page.locator("h1")).to_have_text(factories.ENGLISH[0])


def test_it_prints_the_text_and_its_address(screen, site) -> None:
    translation, _gone = site
    page = screen.open(address(translation))
    expect(page.locator(".print-address")).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.locator(".print-address")).to_be_visible()
    for away in (".site-nav", ".after", ".lang-switch"):
        expect(page.locator(away)).to_be_hidden()
    for kept in ("h1", ".credit", ".correction", ".story-body"):
        expect(page.locator(kept)).to_be_visible()


@override_settings(TIME_ZONE="Europe/Prague")
def test_a_browser_in_toronto_schedules_on_the_newsrooms_clock(screen) -> None:
    translation = factories.approved()
    page = screen.open(reverse("publishing", args=[translation.pk]), by="carine", zone="America/Toronto")
    page.get_by_text("Publish later").click()
    page.get_by_label("Publish at").fill("2100-07-17T10:20")
    page.locator("#act-schedule").click()
    expect(page.get_by_label("Publish at")).to_have_value("2100-07-17T10:20")
    translation.refresh_from_db()
    assert translation.publish_at == datetime(2100, 7, 17, 8, 20, tzinfo=UTC)
    page.locator("#act-schedule").click()
    page.wait_for_load_state()
    expect(page.get_by_label("Publish at")).to_have_value("2100-07-17T10:20")
    translation.refresh_from_db()
    assert (translation.state, translation.publish_at.hour) == (State.SCHEDULED, 8)


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("state", ["approved", "scheduled", "published", "correcting", "withdrawn"])
def test_the_panel_is_accessible(screen, axe, look, state) -> None:
    language, theme, width = look
    translation = factories.in_state(state)
    path = reverse("publishing", args=[translation.pk])
    page = screen.open(path, by="carine", language=language, theme=theme, width=width)
    for summary in page.locator("details.publish-act:not([open]) > summary").all():
        summary.click()
    assert axe(page) == []


@pytest.mark.parametrize("look", LOOKS)
def test_the_withdrawal_page_is_accessible(screen, axe, look) -> None:
    language, theme, width = look
    path = reverse("withdraw", args=[factories.published().story_id])
    page = screen.open(path, by="amal", language=language, theme=theme, width=width)
    assert axe(page) == []
    page.locator("#act-withdraw").click()
    expect(page.locator(".invalid-feedback").first).to_be_visible()
    assert axe(page) == []
