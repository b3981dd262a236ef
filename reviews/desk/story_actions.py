"""Saving a story from its form: text, details and release are one act, and all of it happens or nothing."""

from dataclasses import dataclass, field

from django.db import transaction

from reviews.people.models import User
from reviews.stories.actions import Details, Text, change_details, create
from reviews.stories.models import Story, StoryState
from reviews.translations.models import Segment
from reviews.workflow.actions import release, update


@dataclass(frozen=True, slots=True)
class Saved:
    """What a save did. `reopened`: segments that need a person again because their source changed."""

    story: Story
    changed: bool
    released: bool = False
    reopened: list[Segment] = field(default_factory=list)


@transaction.atomic
def save(
    story: Story | None, text: Text, details: Details, *, base_number: int, hand_over: bool, by: User
) -> Saved:
    """Write a story down, typed on top of version `base_number`, and release it if asked.

    Raises ChangedMeanwhile and Refused; then nothing is stored.
    """
    if story is None:
        story = create(text, details, by=by)
        reopened, changed = [], True
    else:
        before = story.current_id
        reopened = update(story, text, base_number=base_number, by=by) or []
        story = change_details(story, details, by=by)
        changed = story.current_id != before
    released = hand_over and story.state == StoryState.DRAFT
    if released:
        story = release(story, by=by)
    return Saved(story, changed, released, reopened)
