"""What can be done with the editions of a translation now, for the screens that show it."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings

from reviews.people.models import User
from reviews.people.permissions import Verdict
from reviews.publishing.forms import PublishForm, ScheduleForm
from reviews.publishing.models import LivePage, Publication
from reviews.publishing.permissions import can_drop
from reviews.publishing.queries import editions_of, pages_of
from reviews.translations.models import State, Translation
from reviews.workflow.machine import BY_VERB
from reviews.workflow.permissions import can, can_withdraw
from reviews.workflow.queries import Standing

OUT = (State.PUBLISHED, State.CORRECTING)


@dataclass(frozen=True)
class Panel:
    """For publishing/_publish_panel.html. `acts` maps a verb to its verdict; absent ones are not shown."""

    translation: Translation
    acts: dict[str, Verdict]
    pages: list[LivePage]
    editions: list[Publication]
    publish_form: PublishForm
    schedule_form: ScheduleForm
    zone: str

    @property
    def correction(self) -> bool:
        """Whether the next edition is a correction."""
        return bool(self.editions)


def panel_of(
    user: User, translation: Translation, standing: Standing | None = None, data: dict[str, Any] | None = None
) -> Panel:
    """The panel for a person; `data` is a POST that one of its forms refused. Two queries of its own."""
    standing = standing or Standing(translation)
    editions, pages = list(editions_of(translation)), list(pages_of(translation.story_id))
    extra = {"translation": translation, "correction": bool(editions)}
    return Panel(
        translation=translation,
        acts=acts_of(user, translation, standing),
        pages=pages,
        editions=editions,
        publish_form=PublishForm(data if data and "at" not in data else None, **extra),
        schedule_form=ScheduleForm(data if data and "at" in data else None, **extra),
        zone=settings.TIME_ZONE,
    )


def acts_of(user: User, translation: Translation, standing: Standing) -> dict[str, Verdict]:
    """The acts that belong to this state, open or shut; publishing is always in sight until it is done."""
    acts = {}
    for verb in ("publish", "schedule", "unschedule", "correct"):
        ahead = verb in {"publish", "schedule"} and translation.state not in (*OUT, State.WITHDRAWN)
        if ahead or translation.state in BY_VERB[verb].sources:
            acts[verb] = can(verb, user, translation, standing)
    if translation.state == State.CORRECTING:
        acts["drop"] = can_drop(user, translation, standing)
    if translation.state != State.WITHDRAWN:
        acts["withdraw"] = can_withdraw(user, standing.story)
    return acts
