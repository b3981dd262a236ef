"""What happened to a story, as sentences under the days they happened on."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import groupby

from django.utils import formats, timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reviews.history.models import Event
from reviews.history.verbs import Verb

# Where a line of the timeline has more to say than its verb. Fields come from the event's data.
SENTENCES = {
    Verb.REVISED: gettext_lazy("changed the draft: version %(version)s"),
    Verb.UPDATED: gettext_lazy("updated the Arabic text: version %(version)s"),
    Verb.APPROVED: gettext_lazy("approved the translation: version %(version)s"),
    Verb.APPROVED_BY_OVERRIDE: gettext_lazy(
        "approved the translation by emergency override, with %(second)s: version %(version)s"
    ),
    Verb.DETAILS_CHANGED: gettext_lazy("changed the story's details: %(changed)s"),
    Verb.SCHEDULED: gettext_lazy("scheduled publication for %(at)s"),
    Verb.ASSIGNED: gettext_lazy("assigned the translation: %(people)s"),
}
DETAILS = {
    "section": gettext_lazy("section"),
    "urgency": gettext_lazy("urgency"),
    "note": gettext_lazy("note to the desk"),
    "deadline": gettext_lazy("deadline"),
    "topics": gettext_lazy("topics"),
    "translator": gettext_lazy("translator"),
    "reviewer": gettext_lazy("translation editor"),
}
# Which state's sign stands beside a line; the others get a plain ring.
SIGNS = {
    Verb.CREATED: "draft",
    Verb.RELEASED: "released",
    Verb.STARTED: "in_translation",
    Verb.RESUMED: "in_translation",
    Verb.RECALLED: "in_translation",
    Verb.SUBMITTED: "submitted",
    Verb.REVIEW_STARTED: "in_review",
    Verb.REOPENED: "in_review",
    Verb.RETURNED: "returned",
    Verb.APPROVED: "approved",
    Verb.APPROVED_BY_OVERRIDE: "approved",
    Verb.SCHEDULED: "scheduled",
    Verb.UNSCHEDULED: "approved",
    Verb.PUBLISHED: "published",
    Verb.CORRECTED: "published",
    Verb.CORRECTION_DROPPED: "published",
    Verb.CORRECTING: "correcting",
    Verb.WITHDRAWN: "withdrawn",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One thing somebody did. `before` and `after` are the words of a tracked change."""

    event: Event
    what: str
    sign: str
    reason: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Day:
    """The lines of one day of the newsroom, latest first."""

    date: date
    lines: list[Line] = field(default_factory=list)


def timeline(events: Iterable[Event]) -> list[Day]:
    """Events, latest first, under their days in the newsroom's zone."""
    by_day = groupby(events, key=lambda event: timezone.localtime(event.at).date())
    return [Day(day, [line_of(event) for event in group]) for day, group in by_day]


def line_of(event: Event) -> Line:
    """An event as a line to read after its actor's name."""
    data = event.data
    return Line(
        event=event,
        what=_what(event),
        sign=SIGNS.get(Verb(event.verb), ""),
        reason=_word(data.get("reason")),
        before=_word(data.get("before")),
        after=_word(data.get("after")),
    )


def _what(event: Event) -> str:
    sentence = SENTENCES.get(Verb(event.verb))
    plain = str(Verb(event.verb).label)
    if event.data.get("scheduled"):
        return _("%(what)s, as scheduled") % {"what": plain}
    if sentence is None:
        return plain
    try:
        return str(sentence) % _fields(event)
    except KeyError:
        return plain


def _fields(event: Event) -> dict[str, str]:
    """The data of an event in words; an older event may lack some of it."""
    data = event.data
    fields = {name: _word(data[name]) for name in ("version", "second") if name in data}
    if isinstance(data.get("changed"), list):
        fields["changed"] = _list(str(DETAILS.get(name, name)) for name in data["changed"])
    if at := _moment(data.get("at")):
        fields["at"] = formats.date_format(timezone.localtime(at), "DATETIME_FORMAT")
    roles = [role for role in ("translator", "reviewer", "deadline") if role in data]
    if roles:
        fields["people"] = _list(f"{DETAILS[role]} {_shown(data[role])}" for role in roles)
    return fields


def _list(words: Iterable[str]) -> str:
    return _(", ").join(words)


def _shown(value: object) -> str:
    """A name, or a moment as the newsroom's clock shows it."""
    at = _moment(value)
    return formats.date_format(timezone.localtime(at), "DATETIME_FORMAT") if at else _word(value) or "—"


def _moment(value: object) -> datetime | None:
    try:
        found = parse_datetime(value) if isinstance(value, str) else None
    except ValueError:
        return None
    return found if found and timezone.is_aware(found) else None


def _word(value: object) -> str:
    return "" if value is None or isinstance(value, dict | list) else str(value)
