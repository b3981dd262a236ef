"""The queues of the desk: one table of names, conditions and order."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from reviews.people.models import User
from reviews.translations.models import State

S = State
BY_HASTE = ("story__urgency", "due", "state_since", "pk")  # what must be out first stands first
BY_TIME = ("-state_since", "-pk")


@dataclass(frozen=True, slots=True)
class Queue:
    """A tab of the desk: its translations are those that meet `condition` for the person who looks."""

    name: str
    label: str | Promise
    condition: Callable[[User], Q]
    order: tuple[str, ...]
    empty: str | Promise


def _mine(user: User) -> Q:
    """What waits for this person, in any of their roles, and the stories they wrote until they are out."""
    translating = Q(translator=user, state__in=[S.WAITING, S.IN_TRANSLATION, S.RETURNED])
    reviewing = Q(reviewer=user, state__in=[S.SUBMITTED, S.IN_REVIEW, S.APPROVED, S.SCHEDULED, S.CORRECTING])
    written = Q(story__editor=user) & ~Q(state__in=[S.PUBLISHED, S.WITHDRAWN])
    return translating | reviewing | written


def _in(*states: State) -> Callable[[User], Q]:
    return lambda _user: Q(state__in=states)


QUEUES: tuple[Queue, ...] = (
    Queue("mine", _("Mine"), _mine, BY_HASTE, _("Nothing waits for you.")),
    Queue(
        "waiting",
        _("Waiting for somebody"),
        _in(S.WAITING, S.SUBMITTED),
        BY_HASTE,
        _("Nothing waits for a translator or a translation editor."),
    ),
    Queue(
        "translation",
        _("In translation"),
        _in(S.IN_TRANSLATION, S.RETURNED),
        BY_HASTE,
        _("Nothing is being translated."),
    ),
    Queue("review", _("In review"), _in(S.IN_REVIEW, S.CORRECTING), BY_HASTE, _("Nothing is in review.")),
    Queue("approved", _("Approved"), _in(S.APPROVED), BY_HASTE, _("Nothing waits for publication.")),
    Queue("scheduled", _("Scheduled"), _in(S.SCHEDULED), ("publish_at", "pk"), _("Nothing is scheduled.")),
    Queue("published", _("Published"), _in(S.PUBLISHED), BY_TIME, _("Nothing is published yet.")),
    Queue("withdrawn", _("Withdrawn"), _in(S.WITHDRAWN), BY_TIME, _("Nothing was withdrawn.")),
)
BY_NAME = {queue.name: queue for queue in QUEUES}
