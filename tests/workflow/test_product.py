"""The full product of state, verb, roles and authorship, generated from the workflow table."""

import itertools

import pytest

from reviews.people.models import User
from reviews.people.permissions import Refused
from reviews.people.roles import Role
from reviews.translations.models import EditKind, Segment, SegmentEdit, State, Translation
from reviews.workflow import actions as workflow
from reviews.workflow.machine import TRANSITIONS, Step, legal
from reviews.workflow.permissions import can
from tests import factories

pytestmark = pytest.mark.django_db
ROLE_SETS = [set(c) for n in range(len(Role) + 1) for c in itertools.combinations(Role, n)]


def someone(roles: set[Role], *, wrote: Translation | None) -> User:
    """A person with these roles; with `wrote`, one who translated words of that text."""
    name = "-".join(sorted(roles)) or "nobody"
    email = f"{name}-{'author' if wrote else 'other'}@example.org"
    person = User.objects.create_user(email, name_en=name, name_ar=name, roles=[*roles])
    if wrote:
        segment = Segment.objects.filter(translation=wrote).first()
        version = 100 + SegmentEdit.objects.count()
        SegmentEdit.objects.create(segment=segment, author=person, kind=EditKind.TRANSLATE, version=version)
    return person


def expected(step: Step, state: str, roles: set[Role], *, author: bool) -> bool:
    """What the table says, spelled out: role, state, other eyes. The scenes leave every gate open."""
    return bool(roles & set(step.roles)) and state in step.sources and not (step.other_eyes and author)


@pytest.mark.parametrize("state", State.values)
def test_every_answer_is_the_tables(state: str) -> None:
    translation = factories.in_state(state)
    if state == State.IN_TRANSLATION:
        factories.translate_all(translation)
    wrong = []
    for roles, author in itertools.product(ROLE_SETS, (False, True)):
        person = someone(roles, wrote=translation if author else None)
        for step in TRANSITIONS:
            verdict = can(step.verb, person, translation)
            if bool(verdict) != expected(step, state, roles, author=author):
                wrong.append((step.verb, state, sorted(roles), author, str(verdict.reason)))
            assert verdict or str(verdict.reason), "a no comes with a sentence"
    assert not wrong


@pytest.mark.parametrize("state", State.values)
def test_a_refused_step_changes_nothing(state: str) -> None:
    translation = factories.in_state(state)
    before = Translation.objects.values().get(pk=translation.pk)
    events = translation.story.events.count()
    nobody = someone(set(), wrote=None)
    for step in TRANSITIONS:
        with pytest.raises(Refused):
            workflow.advance(translation, verb=step.verb, by=nobody, reason="because")
    assert Translation.objects.values().get(pk=translation.pk) == before
    assert translation.story.events.count() == events


def test_the_table_is_whole() -> None:
    """Every state can be reached and, unless it is the end, left; labels and history verbs exist."""
    reached = {step.target for step in TRANSITIONS} | {State.WAITING}
    assert reached == set(State)
    for state in State:
        assert state == State.WITHDRAWN or any(legal(step.verb, state) for step in TRANSITIONS)
    assert len({step.verb for step in TRANSITIONS}) == len(TRANSITIONS)


def test_administrators_do_nothing_of_it_unless_they_hold_the_role_too() -> None:
    for step in TRANSITIONS:
        assert Role.ADMINISTRATOR not in step.roles
