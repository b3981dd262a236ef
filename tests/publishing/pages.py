"""What the tests of published pages share: addresses, and a page taken apart."""

import json
import re
from html.parser import HTMLParser
from urllib.parse import unquote

from reviews.people.models import User
from reviews.publishing import actions as publishing
from reviews.translations import actions as translations
from reviews.translations.models import Translation
from reviews.workflow import actions as workflow
from tests import factories

SITE = "http://127.0.0.1:8000"


def address(translation: Translation, language: str = "en") -> str:
    """Where a page stands, as the database has it now."""
    return translation.story.pages.select_related("section").get(language=language).get_absolute_url()


def correct(translation: Translation, by: str = "carine", **targets: str) -> Translation:
    """Publish a correction that sets texts by kind (`headline=…`, `body=…` for the first paragraph)."""
    person = factories.person(by)
    translation = workflow.advance(translation, verb="correct", by=person, reason="wrong")
    for kind, text in targets.items():
        segment = translation.segments.filter(kind=kind).first()
        translations.edit_segment(segment.pk, text=text, base_version=segment.version, by=person)
    for suggestion in translation_suggestions(translation):
        translations.decide_suggestion(suggestion, accept=True, by=factories.person("basil"))
    translation = workflow.approve(translation, by=person)
    publishing.publish(translation, by=person, note_en="A figure was wrong.", note_ar="صُحح رقم.")
    translation.refresh_from_db()
    return translation


def translation_suggestions(translation: Translation) -> list:
    segments = translation.segments.prefetch_related("suggestions")
    return [s for segment in segments for s in segment.suggestions.filter(state="proposed")]


def withdraw(translation: Translation, by: User | None = None) -> None:
    publishing.withdraw(
        translation.story,
        by=by or factories.person("amal"),
        reason_en="The report was wrong.",
        reason_ar="كان الخبر خطأ.",
    )


class Taken(HTMLParser):
    """A page taken apart: links of the head, text of the body, addresses in it, machine data."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.alternates: list[tuple[str, str]] = []
        self.canonical = ""
        self.meta: dict[str, str] = {}
        self.hrefs: list[str] = []
        self.root: dict[str, str] = {}
        self.feed(html)
        data = re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
        self.data = json.loads(data[1]) if data else {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag == "html":
            self.root = found
        elif tag == "link" and "hreflang" in found:
            self.alternates.append((found["hreflang"], unquote(found["href"]).removeprefix(SITE)))
        elif tag == "link" and found.get("rel") == "canonical":
            self.canonical = found["href"]
        elif tag == "meta":
            self.meta[found.get("property") or found.get("name") or ""] = found.get("content") or ""
        elif tag == "a":
            self.hrefs.append(unquote(found["href"]))


def text_of(html: str, css_class: str) -> str:
    """The text of the first element of a class, as a reader would copy it; it holds no element of its own tag."""
    _tag, inner = re.search(rf'<(\w+) class="{css_class}"[^>]*>(.*?)</\1>', html, re.DOTALL).groups()
    return " ".join(re.sub(r"<[^>]+>", "", inner).split())
