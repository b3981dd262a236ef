"""Writing stories: create, revise, change details."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import datetime

from django.db import transaction

from reviews.history.actions import record
from reviews.history.verbs import Verb
from reviews.people.models import User
from reviews.people.permissions import require
from reviews.stories.models import Section, SourceVersion, Story, StoryState, Topic, Urgency
from reviews.stories.permissions import can_revise, can_write
from reviews.text.arabic import normalise


@dataclass(frozen=True, slots=True)
class Text:
    """The four Arabic texts of a story, as they are to be stored."""

    headline: str
    dateline: str = ""
    summary: str = ""
    body: str = ""


@dataclass(frozen=True, slots=True)
class Details:
    """What may change without a new version of the text."""

    section: Section
    topics: Iterable[Topic] = ()
    urgency: int = Urgency.NORMAL
    note: str = ""
    deadline: datetime | None = None


class ChangedMeanwhile(Exception):
    """Somebody saved a newer version of the story; carries it."""

    def __init__(self, latest: SourceVersion) -> None:
        super().__init__(f"story {latest.story_id} is at version {latest.number}")
        self.latest = latest


@transaction.atomic
def create(text: Text, details: Details, *, by: User) -> Story:
    """A new draft with its first version."""
    require(can_write(by))
    story = Story.objects.create(
        section=details.section,
        urgency=details.urgency,
        note=details.note,
        deadline=details.deadline,
        editor=by,
    )
    story.topics.set(details.topics)
    _add_version(story, text, by=by)
    record(by, Verb.CREATED, story, story_id=story.pk, headline=text.headline)
    return story


@transaction.atomic
def revise(story: Story, text: Text, *, base_number: int, by: User) -> SourceVersion | None:
    """A new version of the text, typed on top of version `base_number`; None when nothing changed.

    For a released story this is an update; its translations must follow: workflow.actions.update does both.
    Raises ChangedMeanwhile where somebody else saved in between, Refused where the person may not.
    """
    story = (
        Story.objects.select_for_update(of=["self"], no_key=True).select_related("current").get(pk=story.pk)
    )
    require(can_revise(by, story))
    current = story.current
    if current and all(getattr(current, f.name) == getattr(text, f.name) for f in fields(text)):
        return None
    if current and current.number != base_number:
        raise ChangedMeanwhile(current)
    version = _add_version(story, text, by=by)
    verb = Verb.REVISED if story.state == StoryState.DRAFT else Verb.UPDATED
    record(by, verb, story, story_id=story.pk, version=version.number)
    return version


@transaction.atomic
def change_details(story: Story, details: Details, *, by: User) -> Story:
    """Change section, topics, urgency, note and deadline; one history line, only when something changed."""
    story = Story.objects.select_for_update(of=["self"], no_key=True).get(pk=story.pk)
    require(can_revise(by, story))
    changed = [
        name
        for name in ("section", "urgency", "note", "deadline")
        if getattr(story, name) != getattr(details, name)
    ]
    for name in changed:
        setattr(story, name, getattr(details, name))
    if changed:
        story.save(update_fields=changed)
    topics = list(details.topics)
    if set(story.topics.values_list("pk", flat=True)) != {topic.pk for topic in topics}:
        story.topics.set(topics)
        changed.append("topics")
    if changed:
        record(by, Verb.DETAILS_CHANGED, story, story_id=story.pk, changed=changed)
    return story


def _add_version(story: Story, text: Text, *, by: User) -> SourceVersion:
    last = story.versions.order_by("-number").values_list("number", flat=True).first() or 0
    version = SourceVersion(
        story=story,
        number=last + 1,
        headline=text.headline,
        dateline=text.dateline,
        summary=text.summary,
        body=text.body,
        created_by=by,
    )
    version.hash = version.digest()
    version.save()
    story.current = version
    story.folded = folded(version)
    story.save(update_fields=["current", "folded"])
    return version


def folded(version: SourceVersion, *targets: str) -> str:
    """What the desk's text filter looks into: both texts, folded as a search query is folded."""
    parts = [version.headline, version.dateline, version.summary, version.body, *targets]
    return normalise("\n".join(part for part in parts if part))
