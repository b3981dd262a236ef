"""The approval page: what it shows, and that it refuses with the reason it showed before."""

import pytest
from django.test import Client
from django.urls import reverse

from reviews.issues import actions as issues
from reviews.quality import actions as quality
from reviews.translations import actions as translations
from reviews.translations.models import State, Translation
from reviews.workflow import actions as workflow
from tests import factories
from tests.quality import scenes

pytestmark = pytest.mark.django_db


def as_(name: str) -> Client:
    client = Client()
    client.force_login(factories.person(name))
    return client


def url(translation: Translation) -> str:
    return reverse("approve", args=[translation.pk])


def test_it_approves_and_says_where_to_go_next() -> None:
    translation = factories.in_review()
    page = as_("carine").get(url(translation)).content.decode()
    assert translation.story.current.hash[:16] in page
    assert "Basil Khoury" in page
    response = as_("carine").post(url(translation))
    assert response.url == reverse("workspace", args=[translation.pk])
    translation.refresh_from_db()
    assert translation.state == State.APPROVED


def test_a_critical_issue_stops_approval_until_it_is_closed() -> None:
    translation, carine = factories.in_review(), factories.person("carine")
    issue = issues.raise_issue(translation, by=carine, category="accuracy", severity=25, text="Wrong.")
    assert "1 critical issue is open." in as_("carine").get(url(translation)).content.decode()
    assert as_("carine").post(url(translation)).status_code == 409
    issues.move(issue, state="resolved", by=carine)
    assert as_("carine").post(url(translation)).status_code == 302


def test_a_translator_with_every_role_meets_403_and_nothing_changes() -> None:
    translation = factories.in_review(translator="farid")
    farid = factories.person("farid")
    farid.roles = ["editor", "translator", "translation_editor", "administrator"]
    farid.save()
    before = translation.story.events.count()
    client = as_("farid")
    assert "You translated words of this text" in client.get(url(translation)).content.decode()
    assert client.post(url(translation)).status_code == 403
    translation.refresh_from_db()
    assert translation.state == State.IN_REVIEW
    assert translation.story.events.count() == before


def test_the_share_is_told_beforehand_counted_in_words() -> None:
    translation, carine = factories.in_review(), factories.person("carine")
    segment = translation.segments.get(position=4)
    text = "The council denied any harm to people."
    translations.edit_segment(segment.pk, text=text, base_version=1, by=carine, confirm=True)
    page = as_("carine").get(url(translation)).content.decode()
    assert "Paragraph 4:" in page
    assert "another person must accept them first" in page
    assert as_("carine").post(url(translation)).status_code == 403


def test_an_override_needs_its_reason_and_second() -> None:
    translation = factories.in_review(translator="farid")
    ghada, client = factories.person("ghada"), as_("farid")
    assert (
        client.post(url(translation), {"override": "1", "reason": "", "second": ghada.pk}).status_code == 422
    )
    sent = {"override": "1", "reason": "The port is burning.", "second": ghada.pk}
    assert client.post(url(translation), sent).status_code == 302
    assert translation.approvals.get().override_second == ghada
    page = as_("carine").get(url(translation)).content.decode()
    assert "The port is burning." in page


def test_what_the_checks_find_and_who_let_it_stand() -> None:
    translation = scenes.wrong_figure()
    one, segment = scenes.number(translation), translation.segments.get(position=3)
    basil = factories.person("basil")
    reason = "The council corrected it."
    dismissal = quality.dismiss(segment, fingerprint=one.fingerprint, reason=reason, by=basil)
    workflow.advance(translation, verb="submit", by=basil)
    workflow.advance(translation, verb="review", by=factories.person("carine"))
    carine = as_("carine")
    page = carine.get(url(translation)).content.decode()
    assert reason in page
    assert page.index('data-agrees="no"') < page.index('data-agrees="yes"'), "the ledger, unmatched on top"
    back = reverse("dismissal_restore", args=[dismissal.pk])
    assert carine.post(back, {"next": url(translation)}).url == url(translation)
    page = carine.get(url(translation)).content.decode()
    assert reason not in page
    assert "must be mended" in page
    assert carine.post(url(translation)).status_code == 409


def test_the_page_takes_a_constant_number_of_queries(django_assert_num_queries: object) -> None:
    for paragraphs in (1, 20):
        body = "\n\n".join(f"الفقرة رقم {n}." for n in range(paragraphs))
        translation = factories.in_review(body=body)
        client = as_("carine")
        for segment in translation.segments.filter(kind="body"):
            translations.edit_segment(
                segment.pk, text="Changed words.", base_version=1, by=factories.person("carine")
            )
        with django_assert_num_queries(16):
            client.get(url(translation))
