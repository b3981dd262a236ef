"""The whole way of one story, through the actions alone."""

import pytest

from reviews.people.permissions import Refused
from reviews.publishing import actions as publishing
from reviews.stories.models import StoryState
from reviews.translations import actions as translations
from reviews.translations.models import State
from reviews.workflow import actions as workflow
from reviews.workflow.permissions import can
from tests import factories

pytestmark = pytest.mark.django_db


def test_a_story_goes_from_draft_to_both_pages_and_is_withdrawn() -> None:
    translation = factories.published()
    assert translation.state == State.PUBLISHED
    pages = {page.language: page.headline for page in translation.story.pages.all()}
    assert pages == {"ar": "قافلة إغاثة تصل إلى الزيتون", "en": "Aid convoy reaches al-Zaytoun"}
    publishing.withdraw(translation.story, by=factories.person("amal"), reason_en="Wrong.", reason_ar="خطأ.")
    translation.story.refresh_from_db()
    assert translation.story.state == StoryState.WITHDRAWN
    assert not translation.story.pages.filter(withdrawn_at__isnull=True).exists()


def test_a_reviewers_small_change_stands_and_a_large_one_needs_another_person() -> None:
    translation = factories.in_review()
    carine, segment = factories.person("carine"), translation.segments.get(position=3)
    small = segment.target_text.replace("reached", "arrived in")
    translations.edit_segment(segment.pk, text=small, base_version=1, by=carine)
    assert can("approve", carine, translation)
    large = "Twelve lorries carrying aid came into al-Zaytoun on Tuesday, officials said."
    translations.edit_segment(segment.pk, text=large, base_version=2, by=carine)
    with pytest.raises(Refused, match="30 %"):
        workflow.approve(translation, by=carine)
    basil = factories.person("basil")
    for suggestion in list(segment.suggestions.filter(state="proposed")):
        translations.decide_suggestion(suggestion, accept=True, by=basil)
    assert workflow.approve(translation, by=carine).state == State.APPROVED


def test_a_translator_with_every_role_cannot_approve_their_own_words() -> None:
    translation = factories.submitted("farid")
    with pytest.raises(Refused, match="Another translation editor"):
        workflow.advance(translation, verb="review", by=factories.person("farid"))


def test_a_changed_source_reopens_only_what_it_touches() -> None:
    translation = factories.approved()
    story = translation.story
    body = factories.BODY.replace("12", "15")
    workflow.update(story, factories.text(body=body), base_number=1, by=factories.person("amal"))
    translation.refresh_from_db()
    states = list(translation.segments.order_by("position").values_list("state", flat=True))
    assert translation.state == State.IN_TRANSLATION
    assert states == ["final", "final", "initial", "final"]


def test_a_correction_makes_a_second_edition_with_its_note() -> None:
    translation, carine = factories.published(), factories.person("carine")
    translation = workflow.advance(translation, verb="correct", by=carine, reason="wrong number")
    segment = translation.segments.get(position=3)
    text = segment.target_text.replace("trucks", "lorries")
    translations.edit_segment(segment.pk, text=text, base_version=segment.version, by=carine)
    translation = workflow.approve(translation, by=carine)
    with pytest.raises(Refused, match="note"):
        publishing.publish(translation, by=carine)
    edition = publishing.publish(translation, by=carine, note_en="A figure was wrong.", note_ar="صُحح رقم.")
    assert edition.edition == 2
    assert edition.previous_hash == translation.publications.get(edition=1).hash
