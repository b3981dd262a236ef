"""Reading published pages, and the chain of their editions."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from django.db import connection
from django.db.models import Exists, Max, OuterRef, QuerySet, Value

from reviews.publishing.addresses import address, languages
from reviews.publishing.editions import SOURCE_LANGUAGE, chain_hash, parts_of, texts
from reviews.publishing.models import LivePage, Publication
from reviews.stories.models import Section, Topic
from reviews.translations.models import State, Translation, digest
from reviews.web.clock import now

RELATED = 5


@dataclass(frozen=True, slots=True)
class Link:
    """A published page as others point to it."""

    language: str
    headline: str
    path: str


@dataclass(slots=True)
class Surroundings:
    """What stands round a page: its story in other languages, neighbours in time, related stories."""

    languages: list[Link] = field(default_factory=list)
    before: list[Link] = field(default_factory=list)
    after: list[Link] = field(default_factory=list)
    related: list[Link] = field(default_factory=list)


class Signpost(NamedTuple):
    """Where a story's page stands now, whether it still does, and what its validators are made of."""

    page_id: int
    section: str
    slug: str
    etag: str
    withdrawn: bool
    site_changed: datetime  # the last change of the whole site


SIGNPOST = """
SELECT page.id, section.slug, page.slug, page.etag, page.withdrawn_at IS NOT NULL,
       (SELECT max(modified_at) FROM reviews_livepage)
  FROM reviews_livepage page JOIN reviews_section section ON section.id = page.section_id
 WHERE page.language = %s AND page.story_id = %s
"""


def live(language: str) -> QuerySet[LivePage]:
    """Pages that readers of a language get, latest first."""
    return LivePage.objects.filter(language=language, withdrawn_at__isnull=True)


def due() -> QuerySet[Translation]:
    """Scheduled translations whose time has come."""
    return Translation.objects.filter(state=State.SCHEDULED, publish_at__lte=now()).order_by("publish_at")


def signpost(language: str, story_id: int) -> Signpost | None:
    """What stands at a story's address, without the page itself. By SQL: it answers every request for a page,
    and Django would spend three times the query's own time on writing it."""
    with connection.cursor() as cursor:
        cursor.execute(SIGNPOST, [language, story_id])
        row = cursor.fetchone()
    return Signpost(*row) if row else None


def page_of_signpost(found: Signpost) -> LivePage:
    """The page with its edition and section."""
    return LivePage.objects.select_related("section", "publication").get(pk=found.page_id)


def related_to(page: LivePage) -> QuerySet[LivePage]:
    """The latest pages that share a topic with this one."""
    topics = LivePage.topics.through.objects.filter(livepage_id=page.pk).values("topic_id")
    sharing = LivePage.topics.through.objects.filter(topic_id__in=topics).values("livepage_id")
    latest = live(page.language).filter(pk__in=sharing).exclude(pk=page.pk)
    return latest.order_by("-first_published_at", "-id")[:RELATED]


def surroundings(page: LivePage) -> Surroundings:
    """Everything a page points to, in one query."""
    others = live(page.language).exclude(pk=page.pk)
    moment = page.first_published_at
    wanted = {
        "languages": LivePage.objects.filter(
            story_id=page.story_id, withdrawn_at__isnull=True, language__in=languages()
        ).exclude(pk=page.pk),
        "before": others.filter(first_published_at__lte=moment).order_by("-first_published_at", "-id")[:1],
        "after": others.filter(first_published_at__gt=moment).order_by("first_published_at", "id")[:1],
        "related": related_to(page),
    }
    parts = [
        rows.annotate(place=Value(place)).values_list(
            "place", "language", "headline", "section__slug", "story_id", "slug", "first_published_at"
        )
        for place, rows in wanted.items()
    ]
    found = Surroundings()
    rows = sorted(parts[0].union(*parts[1:], all=True), key=lambda row: row[-1], reverse=True)
    for place, language, headline, section, story_id, slug, _moment in rows:
        getattr(found, place).append(Link(language, headline, address(language, section, story_id, slug)))
    return found


def sections_of(language: str) -> QuerySet[Section]:
    """Sections with something to read in this language."""
    pages = live(language).filter(section_id=OuterRef("pk"))
    return Section.objects.filter(Exists(pages)).order_by("pk")


def section_at(slug: str) -> Section | None:
    """A section, with `has_<language>` for each language it has pages in."""
    return with_languages(Section.objects.filter(slug=slug), "section_id").first()


def topic_at(slug: str) -> Topic | None:
    """A topic, with `has_<language>` likewise."""
    return with_languages(Topic.objects.filter(slug=slug), "topics").first()


def with_languages(things: QuerySet, path: str) -> QuerySet:
    """Annotate sections or topics with the languages they have live pages in; `path` leads from a page."""
    return things.annotate(
        **{f"has_{code}": Exists(live(code).filter(**{path: OuterRef("pk")})) for code in languages()}
    )


def last_change() -> datetime | None:
    """When anything that readers of any language see changed last; None on an empty site."""
    return LivePage.objects.aggregate(latest=Max("modified_at"))["latest"]


def verify_chain(translation: Translation) -> list[str]:
    """What is wrong with the editions of a translation; an empty list is a sound chain.

    Recomputes every hash from the stored parts and compares texts and approvals with what was approved.
    """
    faults, previous = defaultdict(list), ""
    editions = translation.publications.select_related("approval", "version", "source_version").order_by(
        "edition"
    )
    for number, edition in enumerate(editions, start=1):
        checks = {
            "is out of order": edition.edition == number,
            "does not follow the one before it": edition.previous_hash == previous,
            "was changed after it was made": edition.hash == chain_hash(previous, **parts_of(edition)),
            "is not what was approved": matches_approval(edition, translation.language),
        }
        faults[number] = [fault for fault, holds in checks.items() if not holds]
        previous = edition.hash
    return [f"edition {number} {fault}" for number, found in faults.items() for fault in found]


def matches_approval(edition: Publication, language: str) -> bool:
    """Whether an edition holds exactly the texts whose hashes its approval binds."""
    version, approval = edition.version, edition.approval
    bound = (approval.version_id, approval.source_version_id, approval.translation_id)
    return (
        bound == (edition.version_id, edition.source_version_id, edition.translation_id)
        and approval.version_hash == version.hash == digest(version.content)
        and approval.source_hash == edition.source_version.hash == edition.source_version.digest()
        and edition.content[SOURCE_LANGUAGE] == texts(version.content, "source")
        and edition.content[language] == texts(version.content, "target")
    )


def editions_of(translation: Translation) -> QuerySet[Publication]:
    """The editions of a translation, latest first, without their texts."""
    return (
        translation.publications.defer("content", "credits", "labels")
        .select_related("published_by")
        .order_by("-edition")
    )


def pages_of(story_id: int) -> QuerySet[LivePage]:
    """The public pages of a story, live or withdrawn, in the order of languages."""
    return LivePage.objects.filter(story_id=story_id).select_related("section").order_by("language")
