"""The demo newsroom, played through the actions of the rooms as its people would."""

import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from reviews.issues import actions as issues
from reviews.people.models import User
from reviews.people.roles import Byline
from reviews.publishing import actions as publishing
from reviews.quality import actions as quality
from reviews.quality.queries import of_story
from reviews.stories import actions as stories
from reviews.stories.models import Section, Story, Topic
from reviews.translations import actions as translations
from reviews.translations.models import Translation
from reviews.web.clock import at, now
from reviews.workflow import actions as workflow

Data = Mapping[str, Any]
BOOK = Path(__file__).with_name("demo.toml")


def book() -> dict[str, Any]:
    """What the demo newsroom is made of."""
    return tomllib.loads(BOOK.read_text(encoding="utf-8"))


def play() -> int:
    """Fill an empty newsroom; answers how many stories were made, 0 where there is work already."""
    if Story.objects.exists() or User.objects.exists():
        return 0
    data = book()
    stage = Stage(data)
    for story in data["stories"]:
        stage.play(story)
    return len(data["stories"])


class Stage:
    """The people, sections and topics, and the scenes of one story after another."""

    def __init__(self, data: Data) -> None:
        self.people = {person["key"]: self.hire(person, data["password"]) for person in data["people"]}
        self.sections = {row["slug"]: self.name(Section, row) for row in data["sections"]}
        self.topics = {row["slug"]: self.name(Topic, row) for row in data["topics"]}
        self.moment = now()

    @staticmethod
    def hire(person: Data, password: str) -> User:
        """One of the staff, joined already."""
        byline = {
            "byline": person.get("byline", Byline.NAME),
            "pen_name_en": person.get("pen_en", ""),
            "pen_name_ar": person.get("pen_ar", ""),
        }
        names = {"name_en": person["en"], "name_ar": person["ar"], "roles": person["roles"]}
        return User.objects.create_user(person["email"], password, **names, **byline)

    @staticmethod
    def name(model: type[Section] | type[Topic], row: Data) -> Any:
        """A section or topic in both languages."""
        return model.objects.create(slug=row["slug"], name_en=row["en"], name_ar=row["ar"])

    @contextmanager
    def later(self, minutes: float) -> Iterator[datetime]:
        """The next scene, so many minutes after the last one, never in the future."""
        self.moment = min(self.moment + timedelta(minutes=minutes), now())
        with at(self.moment):
            yield self.moment

    def play(self, story: Data) -> None:
        """One story from its first word to the state the book says."""
        self.moment = now() - timedelta(hours=story["ago"])
        written = self.write(story)
        if story["state"] == "draft":
            return
        with self.later(4):
            workflow.release(written, by=self.people[story["editor"]])
        translation = written.translations.get()
        if "translator" in story:
            self.translate(translation, story)
        if "reviewer" in story:
            self.review(translation, story)
        self.finish(written, translation, story)

    def write(self, story: Data) -> Story:
        """The Arabic draft."""
        headline, dateline, *body = story["ar"]
        text = stories.Text(headline=headline, dateline=dateline, body="\n\n".join(body))
        deadline = now() + timedelta(hours=story["deadline_in"]) if "deadline_in" in story else None
        details = stories.Details(
            section=self.sections[story["section"]],
            topics=[self.topics[slug] for slug in story["topics"]],
            urgency=story.get("urgency", 3),
            deadline=deadline,
        )
        with self.later(0):
            return stories.create(text, details, by=self.people[story["editor"]])

    def translate(self, translation: Translation, story: Data) -> None:
        """Type and confirm the English, as much of it as the book has; submit what is whole."""
        translator = self.people[story["translator"]]
        with self.later(6):
            workflow.advance(translation, verb="start", by=translator)
        for segment, text in zip(translation.segments.order_by("position"), story["en"], strict=False):
            with self.later(3):
                translations.edit_segment(
                    segment.pk, text=text, base_version=segment.version, by=translator, confirm=True
                )
        if "note" in story:
            Translation.objects.filter(pk=translation.pk).update(note=story["note"])
        for decision in story.get("dismissals", ()):
            self.let_stand(translation, decision, translator)
        if len(story["en"]) == len(story["ar"]):
            with self.later(2):
                workflow.advance(translation, verb="submit", by=translator)

    def let_stand(self, translation: Translation, decision: Data, by: User) -> None:
        """Dismiss what stops the submission in one segment, for the reason the book gives."""
        segments = list(translation.segments.order_by("position"))
        segment = segments[decision["segment"] - 1]
        for one in of_story(segments)[segment.pk]:
            if one.stops:
                with self.later(1):
                    quality.dismiss(segment, fingerprint=one.fingerprint, reason=decision["reason"], by=by)

    def review(self, translation: Translation, story: Data) -> None:
        """Suggestions and issues of the translation editor, then a return or an approval."""
        reviewer = self.people[story["reviewer"]]
        with self.later(9):
            workflow.advance(translation, verb="review", by=reviewer)
        for flag in story.get("issues", ()):
            self.flag(translation, flag, reviewer)
        for change in story.get("suggestions", ()):
            self.change(translation, change, reviewer)
        if story["state"] == "returned":
            with self.later(2):
                workflow.advance(translation, verb="return", by=reviewer, reason=story["return_reason"])
        elif story["state"] != "in_review":
            with self.later(5):
                workflow.approve(translation, by=reviewer)

    def change(self, translation: Translation, change: Data, by: User) -> None:
        """Replace words of a segment."""
        segment = translation.segments.get(position=change["segment"])
        text = segment.target_text.replace(change["before"], change["after"])
        with self.later(2):
            translations.edit_segment(
                segment.pk, text=text, base_version=segment.version, by=by, confirm=True
            )

    def flag(self, translation: Translation, flag: Data, by: User) -> None:
        """Raise an issue on words of either side."""
        segment = translation.segments.get(position=flag["segment"])
        with self.later(1):
            issues.raise_issue(
                translation,
                by=by,
                segment=segment,
                category=flag["category"],
                severity=flag["severity"],
                text=flag["text"],
                source=span(segment.source_text, flag.get("source")),
                target=span(segment.target_text, flag.get("target")),
            )

    def finish(self, written: Story, translation: Translation, story: Data) -> None:
        """What the last state still asks for."""
        editor, state = self.people[story["editor"]], story["state"]
        reviewer = self.people.get(story.get("reviewer", ""))
        if state == "scheduled":
            moment = now() + timedelta(hours=story["publish_in"])
            with self.later(6):
                publishing.schedule(translation, at=moment, by=reviewer)
        if state in {"published", "corrected", "correcting", "withdrawn"}:
            with self.later(3):
                publishing.publish(translation, by=reviewer)
        if state == "corrected":
            self.correct(translation, story["correction"], reviewer)
        if state == "correcting":
            with self.later(300):
                workflow.advance(translation, verb="correct", by=reviewer, reason=story["correction_begun"])
        if state == "withdrawn":
            reasons = story["withdrawal"]
            with self.later(180):
                publishing.withdraw(written, by=editor, reason_en=reasons["en"], reason_ar=reasons["ar"])
        if "update" in story:
            self.update(written, story["update"], editor)

    def correct(self, translation: Translation, correction: Data, by: User) -> None:
        """A second edition."""
        with self.later(240):
            workflow.advance(translation, verb="correct", by=by, reason=correction["reason"])
        self.change(translation, correction, by)
        with self.later(4):
            workflow.approve(translation, by=by)
            notes = {"note_en": correction["note_en"], "note_ar": correction["note_ar"]}
            publishing.publish(translation, by=by, **notes)

    def update(self, written: Story, change: Data, by: User) -> None:
        """The Arabic changes under the translator's hands."""
        current = Story.objects.select_related("current").get(pk=written.pk).current
        text = stories.Text(
            headline=current.headline,
            dateline=current.dateline,
            body=current.body.replace(change["before"], change["after"]),
        )
        with self.later(20):
            workflow.update(written, text, base_number=current.number, by=by)


def span(text: str, words: str | None) -> tuple[int, int] | None:
    """Where these words stand in the text; None for no words."""
    if words is None:
        return None
    start = text.index(words)
    return start, start + len(words)
