"""The main job, by keyboard, through all four roles: from an invitation and an Arabic text to both published pages.

On a story of our own, and on a real article where the shared data lies beside the repository. With SHOTS=folder
every step leaves screenshots in both languages, light and dark.
"""

import json
import os
import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.core import mail
from django.urls import reverse
from playwright.sync_api import Page, expect

from reviews.publishing.models import LivePage
from reviews.translations.models import Translation
from tests import factories

ARTICLES = Path(__file__).resolve().parents[3] / "shared" / "data" / "ntrex" / "articles.jsonl"
OUR_OWN = {
    "ar": ["قافلة إغاثة تصل إلى الزيتون", *factories.BODY.split("\n\n")],
    "en": [factories.ENGLISH[0], *factories.ENGLISH[2:]],
}


@dataclass
class Shots:
    """Pictures of a step in both languages and themes, for people to look at."""

    screen: object
    folder: str
    number: int = 0

    def take(self, page: Page, name: str) -> None:
        """The page as it is, and its address once more in the three other looks."""
        if not self.folder:
            return
        self.number += 1
        cookies = page.context.cookies()
        for language, theme in (("en", "light"), ("en", "dark"), ("ar", "light"), ("ar", "dark")):
            context = self.screen.browser.new_context(
                viewport={"width": 1440, "height": 900}, color_scheme=theme, locale=language
            )
            named = [c | {"value": language} if c["name"] == "django_language" else c for c in cookies]
            context.add_cookies(named)
            other = context.new_page()
            other.goto(page.url)
            other.wait_for_timeout(600)
            place = Path(self.folder) / f"{self.number:02}-{name}-{language}-{theme}.png"
            other.screenshot(path=place, full_page=True)
            context.close()


@pytest.fixture
def shots(screen) -> Shots:
    return Shots(screen, os.environ.get("SHOTS", ""))


def article() -> dict[str, list[str]]:
    """A real article of some paragraphs, with its professional translation."""
    if not ARTICLES.exists():
        pytest.skip(f"the real articles are not beside the repository ({ARTICLES.name})")
    with ARTICLES.open(encoding="utf-8") as lines:
        found = [json.loads(line) for line in lines]
    return next(one for one in found if 6 <= len(one["ar"]) <= 12)


def act(page: Page, key: str) -> None:
    """Press a key that leads to another page, and wait for it."""
    with page.expect_navigation():
        page.keyboard.press(key)


def invite_and_join(screen, shots: Shots) -> Page:
    """The administrator invites a translator, who joins through the link in the mail."""
    page = screen.open(reverse("staff"), by="dana")
    act(page, "i")
    shots.take(page, "invite")
    for name, text in (("email", "hala@example.org"), ("name_en", "Hala Aziz"), ("name_ar", "هالة عزيز")):
        page.focus(f"#id_{name}")
        page.keyboard.insert_text(text)
    page.focus("input[name=roles][value=translator]")
    page.keyboard.press("Space")
    act(page, "Control+Enter")
    shots.take(page, "staff")
    link = re.search(r"/invitation/\S+/", mail.outbox[-1].body)[0]
    joining = screen.open(link)
    shots.take(joining, "invitation")
    for name in ("password", "again"):
        joining.focus(f"#id_{name}")
        joining.keyboard.insert_text("hala-likes-long-words")
    act(joining, "Enter")
    return joining


def write_and_release(screen, shots: Shots, arabic: list[str]) -> None:
    """The editor pastes the Arabic and releases it."""
    page = screen.open(reverse("desk"), by="amal")
    page.keyboard.press("g")
    act(page, "n")
    for name, text in (("headline", arabic[0]), ("dateline", "الزيتون - مقابلة")):
        page.focus(f"#id_{name}")
        page.keyboard.insert_text(text)
    page.focus("#id_body")
    page.keyboard.insert_text("\n\n".join(arabic[1:]))
    page.focus("#id_section")
    page.keyboard.press("ArrowDown")
    page.locator("#story-preview li").nth(len(arabic)).wait_for()
    shots.take(page, "new-story")
    act(page, "Control+Enter")
    shots.take(page, "story")


def claim(page: Page, shots: Shots, name: str) -> None:
    """Work down the waiting queue, take the first story and open it."""
    page.goto(page.url.split("/desk")[0] + reverse("desk") + "?queue=waiting")
    shots.take(page, f"desk-of-{name}")
    page.keyboard.press("j")
    act(page, "c")
    if "/translations/" not in page.url:
        page.goto(page.url.split("?")[0] + "?queue=mine")
        page.keyboard.press("j")
        act(page, "Enter")


def translate(page: Page, shots: Shots, english: list[str]) -> None:
    """Type the English segment by segment, confirm each, submit."""
    texts = [english[0], "Al-Zaytoun - Muqabala", *english[1:]]
    for number, text in enumerate(texts, start=1):
        editor = page.locator(f'.bench-row[data-number="{number}"] .bench-editor')
        expect(editor).to_be_focused()
        page.keyboard.insert_text(text)
        page.keyboard.press("Control+Enter")
    expect(page.locator('[data-progress="segments_done"]')).to_have_text(str(len(texts)))
    expect(page.locator("#act-submit:not([aria-disabled])")).to_be_visible()
    shots.take(page, "translated")
    page.keyboard.press("Control+Shift+Enter")
    expect(page.locator("#ask")).to_be_visible()
    with page.expect_navigation():
        page.locator("#ask [value=yes]").press("Enter")
    shots.take(page, "submitted")


def review(page: Page, shots: Shots) -> None:
    """Change a word (tracked), flag marked words, resolve the issue."""
    row = page.locator('.bench-row[data-number="3"]')
    for _ in range(3):
        page.keyboard.press("j")
    page.keyboard.press("e")
    editor = row.locator(".bench-editor")
    expect(editor).to_be_focused()
    page.keyboard.press("Control+End")
    page.keyboard.insert_text(" Really.")
    page.keyboard.press("Control+Enter")
    expect(row.locator("ins")).to_have_text(re.compile("Really"))
    page.keyboard.press("Alt+ArrowUp")
    page.keyboard.press("Alt+ArrowUp")
    page.keyboard.press("Control+Home")
    page.keyboard.press("Control+Shift+ArrowRight")
    page.keyboard.press("Alt+i")
    form = page.locator("#rail-issues form").first
    expect(form.locator("[name=category]")).to_be_focused()
    form.locator("[name=category]").select_option("style")
    form.locator("[name=text]").focus()
    page.keyboard.insert_text("Is this how the desk spells it?")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    issue = page.locator("#rail-issues .rail-item").first
    expect(issue).to_contain_text("Is this how the desk spells it?")
    expect(issue.locator("blockquote")).to_have_text(re.compile("Al"))
    shots.take(page, "in-review")
    issue.get_by_role("button", name="Resolve").focus()
    page.keyboard.press("Enter")
    expect(issue).to_contain_text("closed by")


def approve_and_publish(page: Page, shots: Shots) -> None:
    """The approval page, then publication."""
    expect(page.locator("a#act-approve")).to_be_visible()
    act(page, "Control+Shift+Enter")
    shots.take(page, "approve")
    act(page, "Control+Shift+Enter")
    shots.take(page, "approved")
    page.keyboard.press("Control+Shift+Enter")
    expect(page.locator("#ask")).to_be_visible()
    with page.expect_navigation():
        page.locator("#ask [value=yes]").press("Enter")


@pytest.mark.parametrize("source", ["a story of our own", "a real article"])
def test_the_main_job(screen, shots: Shots, source: str) -> None:
    story = OUR_OWN if source == "a story of our own" else article()
    for name in ("amal", "carine", "dana"):
        factories.person(name)
    factories.section()
    hala = invite_and_join(screen, shots)
    write_and_release(screen, shots, story["ar"])
    claim(hala, shots, "the-translator")
    translate(hala, shots, story["en"])
    carine = screen.open(reverse("desk"), by="carine")
    claim(carine, shots, "the-translation-editor")
    review(carine, shots)
    approve_and_publish(carine, shots)
    assert Translation.objects.get().state == "published"
    pages = {page.language: page for page in LivePage.objects.all()}
    public = screen.open(pages["en"].get_absolute_url())
    expect(public.locator("h1")).to_have_text(story["en"][0])
    for text in [story["en"][1] + " Really.", *story["en"][2:]]:
        expect(public.get_by_text(text, exact=True).first).to_be_visible()
    expect(public.locator(".credit")).to_contain_text("Hala Aziz")
    shots.take(public, "published-en")
    public.get_by_role("link", name="العربيّة").first.focus()
    act(public, "Enter")
    expect(public.locator("h1")).to_have_text(story["ar"][0])
    for name in ("أمل حداد", "هالة عزيز", "كارين صالح"):
        expect(public.locator(".credit")).to_contain_text(name)
    shots.take(public, "published-ar")
