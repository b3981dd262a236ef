"""A newsroom of any size, written in bulk: what years of work would leave behind."""

from datetime import timedelta
from typing import Any

from reviews.people.models import User
from reviews.people.roles import Role
from reviews.publishing.editions import chain_hash, slug, texts
from reviews.publishing.models import LivePage, Publication
from reviews.stories.actions import folded
from reviews.stories.models import Section, SourceVersion, Story, StoryState, Topic
from reviews.translations.models import Segment, SegmentState, State, Translation, TranslationVersion, digest
from reviews.web.clock import now
from reviews.workflow.models import Approval

CHUNK = 2000
PLACES = ["الزيتون", "وادي السرو", "المرفأ الشرقي", "تل الصنوبر", "عين الورد", "جسر النهر"]
LATIN = ["al-Zaytoun", "Wadi al-Sarw", "Eastern Port", "Tal al-Sanawbar", "Ain al-Ward", "Jisr al-Nahr"]
RECENT = 1000  # the archive grows, the work in hand does not: older stories are all published
# Of a hundred recent stories this many are in each state; the rest are published.
AT_WORK = [(State.WAITING, 2), (State.IN_TRANSLATION, 2), (State.SUBMITTED, 1), (State.IN_REVIEW, 2)]
AT_WORK += [(State.RETURNED, 1), (State.APPROVED, 1)]
STATES = [state for state, share in AT_WORK for _ in range(share)]


def staff() -> dict[str, User]:
    """An editor, a translator and a translation editor."""
    roles = {"editor": Role.EDITOR, "translator": Role.TRANSLATOR, "reviewer": Role.TRANSLATION_EDITOR}
    return {
        key: User.objects.create_user(f"{key}@bench.example", name_en=key, name_ar=key, roles=[role])
        for key, role in roles.items()
    }


def units(number: int) -> tuple[list[str], list[str]]:
    """The Arabic and English units of a story: headline, dateline, four paragraphs."""
    place, latin = PLACES[number % len(PLACES)], LATIN[number % len(LATIN)]
    arabic = [f"وصول {number} شاحنة إلى {place}", f"{place} - مقابلة"]
    english = [f"{number} trucks reach {latin}", f"{latin} - Muqabala"]
    for part in range(4):
        arabic.append(
            f"قال المجلس المحلي في {place} إن {number + part} شاحنة وصلت يوم الثلاثاء من دون تأخير."
        )
        english.append(
            f"The local council of {latin} said that {number + part} trucks arrived on Tuesday on time."
        )
    return arabic, english


def fill(count: int) -> dict[str, User]:
    """`count` released stories with translations, published ones with their editions and pages."""
    people = staff()
    sections = [
        Section.objects.create(slug=f"s{n}", name_en=f"Section {n}", name_ar=f"قسم {n}") for n in range(5)
    ]
    topics = [
        Topic.objects.create(slug=f"t{n}", name_en=f"Topic {n}", name_ar=f"موضوع {n}") for n in range(20)
    ]
    for start in range(0, count, CHUNK):
        Chunk(range(start, min(start + CHUNK, count)), count, people, sections, topics).write()
    return people


class Chunk:
    """Some stories with all that hangs on them, a table at a time."""

    def __init__(
        self,
        numbers: range,
        count: int,
        people: dict[str, User],
        sections: list[Section],
        topics: list[Topic],
    ) -> None:
        self.numbers, self.count, self.people = numbers, count, people
        self.sections, self.topics, self.moment = sections, topics, now()

    def ago(self, number: int) -> Any:
        """When story `number` happened: one every ten minutes up to now."""
        return self.moment - timedelta(minutes=10 * (self.count - number))

    def state(self, number: int) -> str:
        """The state of story `number`'s translation."""
        at_work = number >= self.count - RECENT and number % 100 < len(STATES)
        return STATES[number % 100] if at_work else State.PUBLISHED

    def write(self) -> None:
        """Everything, in the order of the foreign keys."""
        self.write_stories()
        self.write_translations()
        self.write_editions()

    def write_stories(self) -> None:
        """Stories, source versions, topics."""
        self.stories = Story.objects.bulk_create(
            Story(
                section=self.sections[n % 5],
                editor=self.people["editor"],
                urgency=2 + n % 3,
                created_at=self.ago(n),
            )
            for n in self.numbers
        )
        versions = []
        for number, story in zip(self.numbers, self.stories, strict=True):
            arabic, english = units(number)
            version = SourceVersion(story=story, number=1, headline=arabic[0], dateline=arabic[1])
            version.body, version.created_by = "\n\n".join(arabic[2:]), self.people["editor"]
            version.hash = version.digest()
            story.folded, story.state = folded(version, *english), StoryState.RELEASED
            story.released_at = self.ago(number)
            versions.append(version)
        for story, version in zip(self.stories, SourceVersion.objects.bulk_create(versions), strict=True):
            story.current = version
        Story.objects.bulk_update(self.stories, ["current", "folded", "state", "released_at"], batch_size=500)
        through = Story.topics.through
        through.objects.bulk_create(
            through(story_id=story.pk, topic_id=self.topics[n % 20].pk)
            for n, story in zip(self.numbers, self.stories, strict=True)
        )

    def write_translations(self) -> None:
        """Translations and their segments."""
        self.translations = Translation.objects.bulk_create(
            Translation(
                story=story,
                source_version=story.current,
                state=self.state(n),
                state_since=self.ago(n),
                translator=self.people["translator"],
                reviewer=self.people["reviewer"],
            )
            for n, story in zip(self.numbers, self.stories, strict=True)
        )
        segments = []
        for number, translation in zip(self.numbers, self.translations, strict=True):
            kinds = ["headline", "dateline"] + ["body"] * 4
            for position, (kind, source, target) in enumerate(
                zip(kinds, *units(number), strict=True), start=1
            ):
                segment = Segment(translation=translation, position=position, kind=kind, source_text=source)
                segment.target_text, segment.version = target, 1
                segment.state = SegmentState.TRANSLATED
                segments.append(segment)
        self.segments = Segment.objects.bulk_create(segments)

    def write_editions(self) -> None:
        """Versions, approvals, publications and pages of what is published."""
        by_translation: dict[int, list[Segment]] = {}
        for segment in self.segments:
            by_translation.setdefault(segment.translation_id, []).append(segment)
        published = [t for t in self.translations if t.state == State.PUBLISHED]
        versions = []
        for translation in published:
            content = [
                {"segment": s.pk, "kind": s.kind, "source": s.source_text, "target": s.target_text}
                for s in by_translation[translation.pk]
            ]
            versions.append(
                TranslationVersion(
                    translation=translation,
                    number=1,
                    occasion="approved",
                    source_version=translation.source_version,
                    content=content,
                    hash=digest(content),
                    author_ids=[self.people["translator"].pk],
                    created_by=self.people["reviewer"],
                )
            )
        versions = TranslationVersion.objects.bulk_create(versions)
        approvals = Approval.objects.bulk_create(
            Approval(
                translation=version.translation,
                source_version=version.source_version,
                version=version,
                source_hash=version.source_version.hash,
                version_hash=version.hash,
                approver=self.people["reviewer"],
            )
            for version in versions
        )
        self.write_pages(Publication.objects.bulk_create(map(self.edition, approvals)))

    def edition(self, approval: Approval) -> Publication:
        """The first edition of an approved pair."""
        story = approval.translation.story
        content = {
            "ar": texts(approval.version.content, "source"),
            "en": texts(approval.version.content, "target"),
        }
        names = {"editor": "Editor", "translators": ["Translator"], "translation_editor": "Reviewer"}
        topics = [{"slug": self.topics[0].slug, "name": self.topics[0].name_en}]
        labels = {"section": story.section.name_en, "topics": topics}
        return Publication(
            story=story,
            translation=approval.translation,
            edition=1,
            approval=approval,
            source_version=approval.source_version,
            version=approval.version,
            content=content,
            credits={"ar": names, "en": names},
            labels={"ar": labels, "en": labels},
            published_at=approval.translation.state_since,
            published_by=self.people["reviewer"],
            hash=chain_hash("", content=content),
        )

    def write_pages(self, publications: list[Publication]) -> None:
        """A page in each language, with its topic."""
        pages = LivePage.objects.bulk_create(
            LivePage(
                story=publication.story,
                language=language,
                publication=publication,
                slug=slug(publication.content[language]["headline"]),
                headline=publication.content[language]["headline"],
                section=publication.story.section,
                first_published_at=publication.published_at,
                modified_at=publication.published_at,
                etag=publication.hash,
            )
            for publication in publications
            for language in ("ar", "en")
        )
        through = LivePage.topics.through
        through.objects.bulk_create(
            through(livepage_id=page.pk, topic_id=self.topics[page.story_id % 20].pk) for page in pages
        )
