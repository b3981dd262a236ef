"""The steps a person is offered: the one everybody waits for, and what else their roles allow."""

import pytest

from reviews.translations.models import State
from reviews.workflow.machine import BY_VERB, NEXT
from reviews.workflow.permissions import offers
from tests import factories


def test_each_next_step_leaves_its_state() -> None:
    for state, verb in NEXT.items():
        assert state in BY_VERB[verb].sources
    assert set(State) - set(NEXT) == {State.SCHEDULED, State.PUBLISHED, State.WITHDRAWN}


@pytest.mark.django_db
def test_the_next_step_is_shown_to_all_and_open_to_some() -> None:
    translation = factories.submitted()
    following, further = offers(factories.person("basil"), translation)
    assert (following.step.verb, bool(following.verdict), following.verdict.kind) == ("review", False, "role")
    assert [offer.step.verb for offer in further] == ["recall"]
    following, further = offers(factories.person("carine"), translation)
    assert (following.step.verb, bool(following.verdict)) == ("review", True)
    assert [offer.step.verb for offer in further] == ["withdraw"]


@pytest.mark.django_db
def test_what_is_published_waits_for_nobody() -> None:
    following, further = offers(factories.person("carine"), factories.published())
    assert following is None
    assert [offer.step.verb for offer in further] == ["correct", "withdraw"]
