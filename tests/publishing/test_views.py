"""Publish, schedule, correct, drop and withdraw as requests: by whom, with what, and what is said to whom not."""

from datetime import UTC, datetime

import pytest
from django.contrib.messages import get_messages
from django.test import override_settings
from django.urls import reverse

from reviews.publishing.models import Publication
from reviews.publishing.panel import panel_of
from reviews.translations import actions as translations
from reviews.translations.models import State
from reviews.workflow import actions as workflow
from tests import factories
from tests.publishing.pages import address

pytestmark = pytest.mark.django_db
NOTES = {"note_en": "A figure was wrong.", "note_ar": "صُحح رقم."}
REASONS = {"reason_en": "The report was wrong.", "reason_ar": "كان الخبر خطأ."}


@pytest.fixture
def carine(client):
    client.force_login(factories.person("carine"))
    return client


def at(name: str, translation) -> str:
    return reverse(name, args=[translation.story_id if name == "withdraw" else translation.pk])


def corrected(translation):
    """A correction, approved and waiting to be published."""
    person = factories.person("carine")
    translation = workflow.advance(translation, verb="correct", by=person, reason="wrong")
    segment = translation.segments.get(position=3)
    text = segment.target_text.replace("trucks", "lorries")
    translations.edit_segment(segment.pk, text=text, base_version=segment.version, by=person)
    return workflow.approve(translation, by=person)


def test_publishing_says_so_and_leads_back(carine) -> None:
    translation = factories.approved()
    response = carine.post(at("publish", translation))
    assert response.headers["Location"] == at("publishing", translation)
    assert [str(m) for m in get_messages(response.wsgi_request)] == ["The story is published."]
    assert carine.get(address(translation)).status_code == 200
    again = carine.post(at("publish", translation), {"next": "https://elsewhere.example/"})
    assert again.headers["Location"] == at("publishing", translation)
    assert Publication.objects.count() == 1


def test_a_correction_asks_for_its_notes(carine) -> None:
    translation = corrected(factories.published())
    refused = carine.post(at("publish", translation), {"note_en": "Only English."})
    assert refused.status_code == 422
    assert "Only English." in refused.content.decode()
    assert "This field is required." in refused.content.decode()
    assert Publication.objects.count() == 1
    assert carine.post(at("publish", translation), NOTES).status_code == 302
    assert "A figure was wrong." in carine.get(address(translation)).content.decode()
    assert "صُحح رقم." in carine.get(address(translation, "ar")).content.decode()
    assert carine.post(at("publish", translation), NOTES).status_code == 302, "a second click is harmless"
    assert Publication.objects.count() == 2


def typed(**parts: str) -> dict[str, str]:
    return {"at": "2100-07-17T10:20"} | parts


@override_settings(TIME_ZONE="Europe/Prague")
def test_a_time_is_the_newsrooms_and_stays_when_saved_again(carine) -> None:
    """C56."""
    translation = factories.approved()
    assert carine.post(at("schedule", translation), typed()).status_code == 302
    translation.refresh_from_db()
    assert (translation.state, translation.publish_at) == (
        State.SCHEDULED,
        datetime(2100, 7, 17, 8, 20, tzinfo=UTC),
    )
    page = carine.get(at("publishing", translation)).content.decode()
    assert 'value="2100-07-17T10:20"' in page
    assert "Europe/Prague" in page
    assert carine.post(at("schedule", translation), typed()).status_code == 302
    translation.refresh_from_db()
    assert translation.publish_at == datetime(2100, 7, 17, 8, 20, tzinfo=UTC)
    assert translation.story.events.filter(verb="scheduled").count() == 1
    carine.post(at("schedule", translation), typed(at="2100-07-17T11:00"))
    translation.refresh_from_db()
    assert translation.publish_at == datetime(2100, 7, 17, 9, 0, tzinfo=UTC)


def test_a_moment_with_seconds_survives_saving_again(carine) -> None:
    translation = factories.scheduled()
    before = translation.publish_at
    assert before.second or before.microsecond
    shown = panel_of(factories.person("carine"), translation).schedule_form["at"].value()
    carine.post(at("schedule", translation), {"at": shown})
    translation.refresh_from_db()
    assert translation.publish_at == before


@override_settings(TIME_ZONE="Europe/London")
def test_a_time_that_does_not_exist_is_refused_with_its_reason(carine) -> None:
    """C56: London, 29 March 2026, 01:30 (asked while it still lies ahead: the gap is told before the past)."""
    translation = factories.approved()
    refused = carine.post(at("schedule", translation), typed(at="2026-03-29T01:30"))
    assert refused.status_code == 422
    text = refused.content.decode()
    assert "2026-03-29 01:30 does not exist in Europe/London" in text
    assert "from 02:30 on" in text
    assert 'value="2026-03-29T01:30"' in text, "what was typed stays"
    translation.refresh_from_db()
    assert (translation.state, translation.publish_at) == (State.APPROVED, None)


@override_settings(TIME_ZONE="UTC")
def test_midnight_utc_can_be_chosen(carine) -> None:
    translation = factories.approved()
    carine.post(at("schedule", translation), typed(at="2100-01-02T00:00"))
    translation.refresh_from_db()
    assert translation.publish_at == datetime(2100, 1, 2, tzinfo=UTC)


def test_the_past_is_refused(carine) -> None:
    translation = factories.approved()
    refused = carine.post(at("schedule", translation), typed(at="2020-01-01T10:00"))
    assert refused.status_code == 409
    assert "lies in the past" in refused.content.decode()


def test_a_story_is_taken_off_the_schedule(carine) -> None:
    translation = factories.scheduled()
    carine.post(reverse("step", args=[translation.pk, "unschedule"]))
    translation.refresh_from_db()
    assert (translation.state, translation.publish_at) == (State.APPROVED, None)


def test_a_correction_is_begun_and_dropped(carine) -> None:
    translation = factories.published()
    carine.post(reverse("step", args=[translation.pk, "correct"]), {"reason": "A figure."})
    segment = translation.segments.get(position=3)
    before = segment.target_text
    translations.edit_segment(segment.pk, text="Other.", base_version=1, by=factories.person("carine"))
    assert carine.post(reverse("step", args=[translation.pk, "drop"])).status_code == 404
    assert carine.post(at("drop", translation)).status_code == 302
    translation.refresh_from_db()
    segment.refresh_from_db()
    assert (translation.state, segment.target_text) == (State.PUBLISHED, before)


def test_the_workspace_leads_to_where_a_correction_is_dropped(carine) -> None:
    translation = factories.correcting()
    page = carine.get(reverse("workspace", args=[translation.pk])).content.decode()
    assert f'id="act-drop" href="{at("publishing", translation)}"' in page
    assert f'action="{at("drop", translation)}"' in carine.get(at("publishing", translation)).content.decode()


def test_a_withdrawal_says_beforehand_what_it_does(carine) -> None:
    translation = factories.published()
    page = carine.get(at("withdraw", translation)).content.decode()
    for language in ("en", "ar"):
        assert f'href="{address(translation, language)}"' in page
    for sentence in ("410", "feeds and sitemap", "cannot be undone", "translation is closed"):
        assert sentence in page
    assert carine.get(address(translation)).status_code == 200, "asking changes nothing"
    refused = carine.post(at("withdraw", translation), {"reason_en": "Wrong."})
    assert refused.status_code == 422
    assert carine.get(address(translation)).status_code == 200
    assert carine.post(at("withdraw", translation), REASONS).status_code == 302
    assert carine.get(address(translation)).status_code == 410
    assert "كان الخبر خطأ." in carine.get(address(translation, "ar")).content.decode()
    assert carine.post(at("withdraw", translation), REASONS).status_code == 302, "a second click is harmless"


def test_a_withdrawal_of_what_was_never_out_says_that(carine) -> None:
    page = carine.get(at("withdraw", factories.scheduled())).content.decode()
    assert "Nothing of it is published" in page
    assert "taken off the schedule" in page
    assert "410" not in page


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "https://elsewhere.example/", "//elsewhere.example/"]
)
def test_cancel_leads_nowhere_else(carine, address) -> None:
    page = carine.get(at("withdraw", factories.published()), {"next": address}).content.decode()
    assert f'href="{address}"' not in page
    assert 'class="btn btn-quiet" href="/desk/"' in page


@pytest.mark.parametrize("name", ["publish", "schedule", "drop"])
@pytest.mark.parametrize("person", ["amal", "basil", "dana"])
def test_others_are_refused_with_the_reason_and_nothing_changes(client, name, person) -> None:
    translation = factories.correcting() if name == "drop" else factories.approved()
    client.force_login(factories.person(person))
    refused = client.post(at(name, translation), typed() if name == "schedule" else {})
    assert refused.status_code == 403
    assert "needs the role: Translation editor" in refused.content.decode()
    before = translation.state
    translation.refresh_from_db()
    assert translation.state == before


def test_translators_and_administrators_do_not_withdraw(client) -> None:
    translation = factories.published()
    for name in ("basil", "dana"):
        client.force_login(factories.person(name))
        assert client.get(at("withdraw", translation)).status_code == 403
        assert client.post(at("withdraw", translation), REASONS).status_code == 403
    assert client.get(address(translation)).status_code == 200


@pytest.mark.parametrize("name", ["publishing", "publish", "schedule", "drop", "withdraw"])
def test_strangers_sign_in_and_outsiders_find_nothing(client, name) -> None:
    translation = factories.approved()
    path = at(name, translation)
    for method in (client.get, client.post):
        assert method(path).headers["Location"].startswith("/accounts/login/")
    client.force_login(factories.person("eve"))
    assert client.post(path).status_code == (405 if name == "publishing" else 404)
    if name in {"publishing", "withdraw"}:
        assert client.get(path).status_code == 404


def test_a_get_changes_nothing(carine) -> None:
    translation = factories.approved()
    for name in ("publish", "schedule"):
        assert carine.get(at(name, translation)).headers["Location"] == at("publishing", translation)
    assert carine.get(at("drop", translation)).status_code == 405
    assert not Publication.objects.exists()


SHOWN = {
    State.WAITING: {"publish": False, "schedule": False, "withdraw": True},
    State.IN_REVIEW: {"publish": False, "schedule": False, "withdraw": True},
    State.APPROVED: {"publish": True, "schedule": True, "withdraw": True},
    State.SCHEDULED: {"publish": True, "schedule": True, "unschedule": True, "withdraw": True},
    State.PUBLISHED: {"correct": True, "withdraw": True},
    State.CORRECTING: {"drop": True, "withdraw": True},
    State.WITHDRAWN: {},
}


@pytest.mark.parametrize(("state", "acts"), SHOWN.items())
def test_the_panel_shows_what_the_state_allows(carine, state, acts) -> None:
    translation = factories.in_state(state)
    panel = panel_of(factories.person("carine"), translation)
    assert {verb: bool(verdict) for verb, verdict in panel.acts.items()} == acts
    page = carine.get(at("publishing", translation)).content.decode()
    for verb in ("publish", "schedule", "unschedule", "correct", "drop", "withdraw"):
        assert (f'id="act-{verb}"' in page) == (verb in acts), verb
    for verdict in panel.acts.values():
        if not verdict:
            assert str(verdict.reason).split("“")[1][:4] in page


def test_for_others_the_panel_is_shut_with_reasons(client) -> None:
    client.force_login(factories.person("basil"))
    page = client.get(at("publishing", factories.approved())).content.decode()
    assert page.count('aria-disabled="true"') == 3
    assert page.count("needs the role: Translation editor") == 2


def test_the_panel_comes_alone_for_a_screen_that_asks(carine) -> None:
    translation = factories.published()
    fragment = carine.get(at("publishing", translation), headers={"HX-Request": "true"}).content.decode()
    assert fragment.lstrip().startswith('<section class="panel publish-panel"')
    assert "</html>" not in fragment


def test_the_panel_costs_a_fixed_number_of_queries(carine, django_assert_num_queries) -> None:
    translation = factories.published()
    person = factories.person("carine")
    with django_assert_num_queries(3):  # the story, the editions, the pages
        panel_of(person, translation)
    carine.post(reverse("step", args=[translation.pk, "correct"]), {"reason": "x"})
    translation.refresh_from_db()
    workflow.approve(translation, by=person)
    carine.post(at("publish", translation), NOTES)
    translation.refresh_from_db()
    assert translation.publications.count() == 2
    with django_assert_num_queries(3):
        panel_of(person, translation)
