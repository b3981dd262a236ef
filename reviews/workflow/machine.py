"""The workflow: one table from which views, buttons, permission tests and the documentation are made."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from reviews.history.verbs import Verb
from reviews.people.roles import Role
from reviews.translations.models import State

# Gates: what must hold besides state and role. Each has one function in workflow/permissions.py.
COMPLETE = "complete"  # every segment has a confirmed text
SETTLED = "settled"  # nobody else's tracked change is undecided
SMALL = "small"  # the person's own tracked changes stay within the desk's share
NO_CRITICAL = "no_critical"  # no critical issue is open
NO_BLOCKING = "no_blocking"  # what checks find wrong is mended, or dismissed with a reason
VALID = "valid"  # an approval of exactly this pair of texts stands
CURRENT = "current"  # the segments answer the story's latest Arabic text


@dataclass(frozen=True, slots=True)
class Step:
    """One row of the table: this verb leads from one of these states to that one, under these conditions."""

    verb: str
    label: str | Promise
    sources: tuple[State, ...]
    target: State
    roles: tuple[Role, ...]
    done: Verb
    other_eyes: bool = False  # nobody who wrote words of the text may do it
    gates: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()  # "reason", "time": what the person must give


S = State
TRANSLATOR, TRANSLATION_EDITOR, EDITOR = Role.TRANSLATOR, Role.TRANSLATION_EDITOR, Role.EDITOR

TRANSITIONS: tuple[Step, ...] = (
    Step("start", _("Start translating"), (S.WAITING,), S.IN_TRANSLATION, (TRANSLATOR,), Verb.STARTED),
    Step(
        "submit",
        _("Submit for review"),
        (S.IN_TRANSLATION,),
        S.SUBMITTED,
        (TRANSLATOR,),
        Verb.SUBMITTED,
        gates=(CURRENT, COMPLETE, NO_BLOCKING),
    ),
    Step("recall", _("Take back"), (S.SUBMITTED,), S.IN_TRANSLATION, (TRANSLATOR,), Verb.RECALLED),
    Step(
        "review",
        _("Start the review"),
        (S.SUBMITTED,),
        S.IN_REVIEW,
        (TRANSLATION_EDITOR,),
        Verb.REVIEW_STARTED,
        other_eyes=True,
    ),
    Step(
        "return",
        _("Return to the translator"),
        (S.IN_REVIEW,),
        S.RETURNED,
        (TRANSLATION_EDITOR,),
        Verb.RETURNED,
        needs=("reason",),
    ),
    Step("resume", _("Resume translating"), (S.RETURNED,), S.IN_TRANSLATION, (TRANSLATOR,), Verb.RESUMED),
    Step(
        "approve",
        _("Approve"),
        (S.IN_REVIEW, S.CORRECTING),
        S.APPROVED,
        (TRANSLATION_EDITOR,),
        Verb.APPROVED,
        other_eyes=True,
        gates=(CURRENT, COMPLETE, NO_CRITICAL, NO_BLOCKING, SETTLED, SMALL),
    ),
    Step("reopen", _("Reopen the review"), (S.APPROVED,), S.IN_REVIEW, (TRANSLATION_EDITOR,), Verb.REOPENED),
    Step(
        "schedule",
        _("Schedule"),
        (S.APPROVED, S.SCHEDULED),  # a scheduled one gets another time
        S.SCHEDULED,
        (TRANSLATION_EDITOR,),
        Verb.SCHEDULED,
        gates=(VALID,),
        needs=("time",),
    ),
    Step(
        "unschedule",
        _("Take off the schedule"),
        (S.SCHEDULED,),
        S.APPROVED,
        (TRANSLATION_EDITOR,),
        Verb.UNSCHEDULED,
    ),
    Step(
        "publish",
        _("Publish now"),
        (S.APPROVED, S.SCHEDULED),
        S.PUBLISHED,
        (TRANSLATION_EDITOR,),
        Verb.PUBLISHED,
        gates=(VALID,),
    ),
    Step(
        "correct",
        _("Correct"),
        (S.PUBLISHED,),
        S.CORRECTING,
        (TRANSLATION_EDITOR,),
        Verb.CORRECTING,
        needs=("reason",),
    ),
    Step(
        "drop",
        _("Drop the correction"),
        (S.CORRECTING,),
        S.PUBLISHED,
        (TRANSLATION_EDITOR,),
        Verb.CORRECTION_DROPPED,
        gates=(VALID,),
    ),
    Step(
        "withdraw",
        _("Withdraw"),
        tuple(state for state in S if state != S.WITHDRAWN),
        S.WITHDRAWN,
        (EDITOR, TRANSLATION_EDITOR),
        Verb.WITHDRAWN,
        needs=("reason",),
    ),
)
BY_VERB = {step.verb: step for step in TRANSITIONS}

# The one step everybody waits for in a state; where none is named the next thing happens by itself or never.
NEXT = {
    S.WAITING: "start",
    S.IN_TRANSLATION: "submit",
    S.SUBMITTED: "review",
    S.IN_REVIEW: "approve",
    S.RETURNED: "resume",
    S.APPROVED: "publish",
    S.CORRECTING: "approve",
}

# A changed source takes its translation along: nobody asks for it, so it is not a verb of the table.
AFTER_SOURCE_CHANGE = {
    S.SUBMITTED: S.IN_TRANSLATION,
    S.IN_REVIEW: S.IN_TRANSLATION,
    S.APPROVED: S.IN_TRANSLATION,
    S.SCHEDULED: S.IN_TRANSLATION,
    S.PUBLISHED: S.CORRECTING,
}


def legal(verb: str, state: str) -> bool:
    """Whether the table has a row for this verb from this state."""
    return verb in BY_VERB and state in BY_VERB[verb].sources


def verbs_from(state: str) -> Iterator[Step]:
    """The rows that leave this state, in the table's order."""
    return (step for step in TRANSITIONS if state in step.sources)
