"""The demo newsroom: every state of the workflow, and none of it outside demo mode."""

import pytest
from django.core.management import CommandError, call_command

from reviews.issues.models import Issue
from reviews.people.models import User
from reviews.people.roles import Role
from reviews.publishing.models import LivePage, Publication
from reviews.stories.models import Story, StoryState
from reviews.translations.models import State, Suggestion, SuggestionState, Translation

pytestmark = pytest.mark.django_db


def test_the_demo_looks_like_a_living_desk() -> None:
    call_command("demo")
    assert User.objects.count() == 8
    assert {role for user in User.objects.all() for role in user.roles} == set(Role.values)
    assert Story.objects.count() >= 12
    assert set(Translation.objects.values_list("state", flat=True)) == set(State.values)
    assert Story.objects.filter(state=StoryState.DRAFT).exists()
    assert Issue.objects.count() >= 3
    assert set(Suggestion.objects.values_list("state", flat=True)) >= {
        SuggestionState.PROPOSED,
        SuggestionState.ACCEPTED,
    }
    assert Publication.objects.filter(edition=2).exists()
    assert LivePage.objects.filter(withdrawn_at__isnull=False).count() == 2


def test_it_is_played_once() -> None:
    call_command("demo")
    before = Story.objects.count()
    call_command("demo")
    assert Story.objects.count() == before


def test_it_cannot_exist_in_production(settings: object) -> None:
    settings.DEMO = False
    with pytest.raises(CommandError, match="public password"):
        call_command("demo")
    assert not User.objects.exists()


def test_the_accounts_can_be_listed(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("demo", "--accounts")
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 8
    assert all(len(line.split("\t")) == 4 for line in lines)
