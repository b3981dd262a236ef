"""One article as its page shows it: text, credit line, corrections, links, and the same for machines."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.text import Truncator

from reviews.publishing.addresses import absolute
from reviews.publishing.credits import CreditLine, credit_line, named
from reviews.publishing.editions import SOURCE_LANGUAGE
from reviews.publishing.models import LivePage, Publication
from reviews.publishing.plain import plain
from reviews.publishing.queries import Link, Surroundings
from reviews.text.bylines import arabic_byline, english_byline

DEFAULT_LANGUAGE = "en"  # for readers of neither: x-default, where there is such a page
SITE_NAME = "Muqabala"


def byline(moment: datetime, language: str) -> str:
    """A moment on the newsroom's clock, as the credit line of this language writes it."""
    local = timezone.localtime(moment)
    return arabic_byline(local) if language == "ar" else english_byline(local)


@dataclass(frozen=True, slots=True)
class Correction:
    """What readers are told about a later edition."""

    note: str
    at: datetime
    clock: str


@dataclass
class Article:
    """A live page with its edition and surroundings. Everything a template or a machine asks for."""

    page: LivePage
    edition: Publication
    around: Surroundings
    language: str = field(init=False)

    def __post_init__(self) -> None:
        self.language = self.page.language
        self.content: dict[str, Any] = self.edition.content[self.language]
        self.labels: dict[str, Any] = self.edition.labels[self.language]
        self.credits: dict[str, Any] = self.edition.credits[self.language]

    @property
    def published_at(self) -> datetime:
        """When readers first had it."""
        return self.page.first_published_at

    @property
    def clock(self) -> str:
        """The same as the credit line writes it."""
        return byline(self.published_at, self.language)

    @property
    def credit(self) -> CreditLine:
        """Who edited, translated, and edited the translation."""
        return credit_line(self.credits, self.language)

    @property
    def corrections(self) -> list[Correction]:
        """The notes of all later editions, the latest first."""
        rows = [(row["note"], datetime.fromisoformat(row["at"])) for row in reversed(self.page.corrections)]
        return [Correction(note, at, byline(at, self.language)) for note, at in rows]

    @property
    def title(self) -> str:
        """The headline for the browser's window and for those who quote the page."""
        return plain(self.content["headline"])

    @property
    def description(self) -> str:
        """A few sentences for search engines and previews."""
        return plain(Truncator(self.page.summary).chars(280))

    @property
    def url(self) -> str:
        """The one address of this page."""
        return absolute(self.page.get_absolute_url())

    @cached_property
    def alternates(self) -> list[tuple[str, str]]:
        """(hreflang, address) of every language the story is live in, this one too, and one x-default."""
        here = Link(self.language, "", self.page.get_absolute_url())
        links = sorted([here, *self.around.languages], key=lambda link: link.language)
        return alternates([(link.language, link.path) for link in links])

    @property
    def machine_data(self) -> dict[str, Any]:
        """schema.org's NewsArticle."""
        people = named(self.credits)
        data: dict[str, Any] = {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "@id": self.url,
            "mainEntityOfPage": self.url,
            "headline": self.title,
            "description": self.description,
            "inLanguage": self.language,
            "datePublished": timezone.localtime(self.published_at).isoformat(timespec="seconds"),
            "dateModified": timezone.localtime(self.edition.published_at).isoformat(timespec="seconds"),
            "articleSection": plain(self.labels["section"]),
            "keywords": [plain(topic["name"]) for topic in self.labels["topics"]],
            "publisher": {"@type": "Organization", "name": SITE_NAME, "url": absolute("/")},
            "editor": persons(people["editor"]),
            "translator": persons(people["translator"]),
            "author": persons(people["translator"] + people["editor"])
            or {"@type": "Organization", "name": SITE_NAME},
            "correction": [plain(correction.note) for correction in self.corrections],
        }
        others = [other_work(link) for link in self.around.languages]
        if self.language == SOURCE_LANGUAGE:
            data["workTranslation"] = others
        else:
            data["translationOfWork"] = [work for work in others if work["inLanguage"] == SOURCE_LANGUAGE]
        return {key: value for key, value in data.items() if value}


def alternates(pages: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """(hreflang, absolute address) of pages of one thing, and one x-default; `pages` are (language, path)."""
    found = {language: absolute(path) for language, path in pages}
    return [*found.items(), ("x-default", found.get(DEFAULT_LANGUAGE) or next(iter(found.values())))]


def persons(names: list[str]) -> list[dict[str, str]]:
    """People for machines, each once."""
    return [{"@type": "Person", "name": plain(name)} for name in dict.fromkeys(names)]


def other_work(link: Link) -> dict[str, str]:
    """The same story in another language."""
    return {"@type": "NewsArticle", "@id": absolute(link.path), "inLanguage": link.language}
