"""The desk: which queue shows what to whom, filters, paging, claiming, and the number of queries."""

import pytest
from django.test import Client
from django.urls import reverse

from reviews.stories.models import Urgency
from reviews.translations.models import State
from reviews.workflow import actions as workflow
from tests import factories

pytestmark = pytest.mark.django_db


def desk(name: str, **query: object) -> str:
    """What this person reads on the desk."""
    client = Client()
    client.force_login(factories.person(name))
    response = client.get(reverse("desk"), query)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize(
    ("queue", "scene"),
    [
        ("waiting", factories.waiting),
        ("waiting", factories.submitted),
        ("translation", factories.in_translation),
        ("review", factories.in_review),
        ("approved", factories.approved),
        ("published", factories.published),
    ],
)
def test_each_queue_holds_its_states(queue: str, scene: object) -> None:
    translation = scene()
    row = f'id="translation-{translation.pk}"'
    assert row in desk("carine", queue=queue)
    others = {"waiting", "translation", "review", "approved", "scheduled", "published", "withdrawn"} - {queue}
    assert not [other for other in others if row in desk("carine", queue=other)]


def test_mine_is_what_waits_for_me_in_any_role() -> None:
    translation = factories.in_translation()
    row = f'id="translation-{translation.pk}"'
    assert row in desk("basil")
    assert row in desk("amal"), "the editor follows the story until it is out"
    assert row not in desk("farid")
    assert "Nothing waits for you." in desk("carine")


def test_drafts_are_a_queue_of_the_editors_alone() -> None:
    story = factories.draft(headline="مسودة لا يراها أحد")
    assert story.current.headline in desk("amal", queue="drafts")
    for name in ("basil", "carine", "dana"):
        assert story.current.headline not in desk(name, queue="drafts")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"text": "قافله"}, True),
        ({"text": "Aid convoy"}, True),
        ({"text": "الزيتون 12"}, True),
        ({"text": "طائرة"}, False),
        ({"urgency": "3"}, True),
        ({"urgency": "1"}, False),
        ({"state": "submitted"}, True),
        ({"state": "waiting"}, False),
        ({"text": "%"}, False),
        ({"section": "999999"}, True),
        ({"urgency": "most"}, True),
        ({"after": "nonsense"}, True),
    ],
)
def test_filters_narrow_a_queue_and_nonsense_is_as_if_not_chosen(query: dict[str, str], found: bool) -> None:
    translation = factories.submitted()
    assert (f'id="translation-{translation.pk}"' in desk("carine", queue="waiting", **query)) is found


def test_what_is_urgent_stands_first() -> None:
    first, second = factories.waiting(), factories.waiting(headline="عاجل: حريق في المرفأ")
    second.story.urgency = Urgency.FLASH
    second.story.save()
    page = desk("carine", queue="waiting")
    assert page.index(f'id="translation-{second.pk}"') < page.index(f'id="translation-{first.pk}"')


def test_a_translator_claims_from_the_desk() -> None:
    translation = factories.waiting()
    client = Client()
    client.force_login(factories.person("basil"))
    client.post(reverse("step", args=[translation.pk, "start"]), {"next": reverse("desk")})
    translation.refresh_from_db()
    assert translation.state == State.IN_TRANSLATION
    assert translation.translator == factories.person("basil")


def test_a_person_without_a_role_is_told_so() -> None:
    client = Client()
    client.force_login(factories.person("eve"))
    response = client.get(reverse("desk"))
    assert response.status_code == 403
    assert "no role yet" in response.content.decode()


def test_assigning_checks_roles_and_leaves_a_line() -> None:
    translation = factories.waiting()
    client = Client()
    client.force_login(factories.person("carine"))
    url = reverse("assign", args=[translation.pk])
    refused = client.post(url, {"translator": factories.person("ghada").pk})
    assert refused.status_code == 422
    client.post(url, {"translator": factories.person("basil").pk, "deadline": "2030-05-01T12:30"})
    translation.refresh_from_db()
    assert translation.translator == factories.person("basil")
    assert translation.story.deadline.isoformat() == "2030-05-01T09:30:00+00:00"
    assert translation.story.events.filter(verb="assigned").count() == 1


@pytest.mark.parametrize("queue", ["mine", "waiting"])
def test_the_desk_takes_the_same_number_of_queries_for_one_row_and_for_six(
    django_assert_num_queries: object, queue: str
) -> None:
    client = Client()
    client.force_login(factories.person("carine"))
    factories.submitted()
    for more in (0, 5):
        for _ in range(more):
            workflow.assign(
                factories.submitted(), by=factories.person("carine"), reviewer=factories.person("carine")
            )
        with django_assert_num_queries(8 if more or queue == "waiting" else 7):
            client.get(reverse("desk"), {"queue": queue})
