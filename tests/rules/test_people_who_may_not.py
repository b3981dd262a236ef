"""Cases C45 and C50: people approve nothing of their own by any door, and people who left do nothing at all."""

import pytest
from django.test import Client
from django.urls import reverse

from reviews.people import actions as people
from reviews.people.roles import Role
from reviews.translations.models import SegmentEdit, State
from tests import factories

pytestmark = pytest.mark.django_db


def test_c45_a_translator_with_every_role_meets_403_at_every_door() -> None:
    """By the approval page, by an override in their own name, by the table's own verb, as a script would ask."""
    translation = factories.in_review(translator="farid")
    farid = factories.person("farid")
    farid.roles = Role.values
    farid.save()
    client = Client()
    client.force_login(farid)
    before = translation.story.events.count()
    page = reverse("approve", args=[translation.pk])
    override = {"override": "1", "reason": "Now.", "second": farid.pk}
    assert client.post(page).status_code == 403
    assert client.post(page, headers={"accept": "application/json"}).json()["kind"] == "eyes"
    assert client.post(page, override).status_code == 422, "nobody is their own second person"
    assert client.post(reverse("step", args=[translation.pk, "approve"])).status_code == 404
    assert client.post(reverse("publish", args=[translation.pk])).status_code == 409
    translation.refresh_from_db()
    assert translation.state == State.IN_REVIEW
    assert translation.story.events.count() == before


def test_c50_who_is_deactivated_is_refused_at_the_next_request_of_any_kind() -> None:
    translation = factories.in_translation()
    basil, segment = factories.person("basil"), translation.segments.get(position=3)
    client = Client()
    client.force_login(basil)
    live = reverse("live", args=[translation.pk])
    assert client.get(live, {"since": 0}).status_code == 200
    people.deactivate(basil, by=factories.person("dana"))
    save = {"text": "Words of somebody who left.", "base": 0}
    requests = [
        client.get(reverse("desk")),
        client.get(live, {"since": 0}),
        client.post(reverse("segment_save", args=[segment.pk]), save, headers={"accept": "application/json"}),
        client.post(reverse("step", args=[translation.pk, "submit"])),
    ]
    assert [response.status_code for response in requests] == [302] * 4
    assert all(response.url.startswith(reverse("account_login")) for response in requests)
    assert not SegmentEdit.objects.filter(segment=segment).exists()
