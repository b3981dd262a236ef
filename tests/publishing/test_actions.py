"""Editions: made once, chained, bound to what was approved; corrections that are dropped; another time."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection

from reviews.people.permissions import Refused
from reviews.publishing import actions as publishing
from reviews.publishing.models import LivePage, Publication
from reviews.publishing.permissions import can_drop
from reviews.publishing.queries import verify_chain
from reviews.translations import actions as translations
from reviews.translations.models import SegmentEdit, State, Suggestion
from reviews.web.clock import at, now
from reviews.workflow import actions as workflow
from reviews.workflow.queries import Standing, latest_approval
from tests import factories
from tests.publishing.pages import address, correct, withdraw

pytestmark = pytest.mark.django_db
LATER = timedelta(hours=2)


def change(translation, text: str, by: str = "carine") -> None:
    segment = translation.segments.get(position=3)
    person = factories.person(by)
    translations.edit_segment(segment.pk, text=text, base_version=segment.version, by=person)


def test_what_was_approved_is_served_until_the_next_edition(client) -> None:
    """C46: a comma after publication changes neither page nor feed, and the approval keeps its hash."""
    translation = factories.published()
    approval, words = latest_approval(translation), factories.ENGLISH[2]
    before = [client.get(path).content for path in (address(translation), "/en/feed.xml")]
    workflow.advance(translation, verb="correct", by=factories.person("carine"), reason="a comma")
    change(translation, words.replace("trucks", "trucks,"))
    assert [client.get(path).content for path in (address(translation), "/en/feed.xml")] == before
    assert Standing(translation).approval is None
    approval.refresh_from_db()
    assert approval.approver == factories.person("carine")
    assert approval.version_hash == approval.version.hash == translation.publications.get().version.hash
    translation.refresh_from_db()
    with pytest.raises(Refused):
        publishing.publish(translation, by=factories.person("carine"), note_en="x", note_ar="x")


def test_a_reopened_approval_publishes_nothing() -> None:
    """C46 before the first edition: approve, reopen, change a comma."""
    translation = factories.approved()
    approval = latest_approval(translation)
    translation = workflow.advance(translation, verb="reopen", by=factories.person("carine"))
    change(translation, factories.ENGLISH[2].replace("trucks", "trucks,"))
    translation.refresh_from_db()
    assert translation.state == State.IN_REVIEW
    with pytest.raises(Refused, match="In review"):
        publishing.publish(translation, by=factories.person("carine"))
    assert not LivePage.objects.exists()
    assert latest_approval(translation) == approval


def test_publishing_again_is_the_same_edition() -> None:
    translation, carine = factories.published(), factories.person("carine")
    again = publishing.publish(translation, by=carine)
    assert again == translation.publications.get()
    correct(translation, headline="Aid convoy enters al-Zaytoun")
    assert publishing.publish(translation, by=carine).edition == 2
    verbs = translation.story.events.values_list("verb", flat=True)
    assert [verb for verb in verbs if verb in {"published", "corrected"}] == ["corrected", "published"]


def test_an_edition_needs_its_notes_and_a_refusal_changes_nothing() -> None:
    translation, carine = factories.published(), factories.person("carine")
    translation = workflow.advance(translation, verb="correct", by=carine, reason="wrong")
    change(translation, factories.ENGLISH[2].replace("trucks", "lorries"))
    translation = workflow.approve(translation, by=carine)
    for notes in ({}, {"note_en": "Wrong."}, {"note_en": " ", "note_ar": "خطأ."}):
        with pytest.raises(Refused, match="English and in Arabic"):
            publishing.publish(translation, by=carine, **notes)
        with pytest.raises(Refused, match="English and in Arabic"):
            publishing.schedule(translation, at=now() + LATER, by=carine, **notes)
    translation.refresh_from_db()
    assert translation.state == State.APPROVED
    with pytest.raises(Refused, match="needs the role"):
        publishing.publish(translation, by=factories.person("eve"))
    assert translation.publications.count() == 1


def test_a_scheduled_correction_keeps_its_notes_until_it_is_out() -> None:
    translation, carine = factories.published(), factories.person("carine")
    translation = workflow.advance(translation, verb="correct", by=carine, reason="wrong")
    change(translation, factories.ENGLISH[2].replace("trucks", "lorries"))
    translation = workflow.approve(translation, by=carine)
    publishing.schedule(translation, at=now() + LATER, by=carine, note_en="Wrong.", note_ar="خطأ.")
    with at(now() + LATER):
        assert publishing.publish_due() == 1
    edition = translation.publications.get(edition=2)
    assert (edition.correction_note_en, edition.correction_note_ar) == ("Wrong.", "خطأ.")
    translation.refresh_from_db()
    assert (translation.correction_note_en, translation.publish_at) == ("", None)
    assert translation.story.events.filter(verb="corrected").count() == 1


def test_another_time_is_one_more_line_and_the_same_time_is_none() -> None:
    translation, carine = factories.approved(), factories.person("carine")
    first = now() + LATER
    lines = translation.story.events.filter(verb="scheduled")
    publishing.schedule(translation, at=first, by=carine)
    publishing.schedule(translation, at=first, by=carine)
    publishing.schedule(translation, at=first, by=factories.person("ghada"))
    assert lines.count() == 1
    moved = publishing.schedule(translation, at=first + LATER, by=factories.person("ghada"))
    assert (moved.publish_at, moved.scheduled_by) == (first + LATER, factories.person("ghada"))
    assert lines.count() == 2
    with pytest.raises(Refused, match="past"):
        publishing.schedule(translation, at=now() - LATER, by=carine)
    moved.refresh_from_db()
    assert moved.publish_at == first + LATER


def test_publishing_a_scheduled_story_now_takes_it_off_the_schedule() -> None:
    translation = factories.scheduled()
    publishing.publish(translation, by=factories.person("carine"))
    translation.refresh_from_db()
    assert (translation.state, translation.publish_at) == (State.PUBLISHED, None)
    with at(now() + LATER):
        assert publishing.publish_due() == 0
    assert Publication.objects.count() == 1


def test_midnight_utc_is_a_time_like_any_other() -> None:
    """C56."""
    translation = factories.approved()
    midnight = datetime(2100, 1, 2, tzinfo=UTC)
    publishing.schedule(translation, at=midnight, by=factories.person("carine"))
    translation.refresh_from_db()
    assert translation.publish_at == midnight
    with at(midnight - timedelta(seconds=5)):
        assert publishing.publish_due() == 0
    with at(midnight):
        assert publishing.publish_due() == 1


def test_one_that_fails_hinders_no_other(caplog) -> None:
    """The first due is broken (its correction has no notes, by a hand in the database); the second goes out."""
    broken, sound = factories.published(), factories.scheduled(headline="خبر سليم")
    carine = factories.person("carine")
    broken = workflow.advance(broken, verb="correct", by=carine, reason="wrong")
    broken = workflow.approve(broken, by=carine)
    publishing.schedule(broken, at=now() + LATER / 2, by=carine, note_en="Wrong.", note_ar="خطأ.")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE reviews_translation SET correction_note_ar = '' WHERE id = %s", [broken.pk])
    with at(now() + LATER):
        assert publishing.publish_due() == 1
    sound.refresh_from_db()
    broken.refresh_from_db()
    assert (sound.state, broken.state) == (State.PUBLISHED, State.SCHEDULED)
    assert f"Translation {broken.pk} was not published at its time" in caplog.text


def test_who_scheduled_may_be_gone_by_then() -> None:
    translation = factories.scheduled()
    carine = factories.person("carine")
    carine.is_active = False
    carine.save()
    with at(now() + LATER):
        assert publishing.publish_due() == 1
    assert translation.publications.get().published_by == carine


def test_a_dropped_correction_brings_the_published_words_back() -> None:
    translation, carine = factories.published(), factories.person("carine")
    words = list(translation.segments.values_list("position", "target_text"))
    translation = workflow.advance(translation, verb="correct", by=carine, reason="wrong")
    change(translation, "Something else altogether.")
    change(translation, "Something else by the translator.", by="basil")
    dropped = publishing.drop_correction(translation, by=carine)
    assert dropped.state == State.PUBLISHED
    assert list(translation.segments.values_list("position", "target_text")) == words
    assert set(translation.segments.values_list("state", flat=True)) == {"final"}
    assert not Suggestion.objects.filter(state="proposed").exists()
    assert SegmentEdit.objects.filter(segment__position=3).count() == 4, "nothing of what was typed is lost"
    assert Standing(translation).approval
    assert publishing.drop_correction(translation, by=carine).state == State.PUBLISHED
    assert translation.story.events.filter(verb="correction_dropped").count() == 1
    assert translation.publications.count() == 1


def test_a_correction_of_changed_arabic_cannot_be_dropped() -> None:
    translation, carine = factories.published(), factories.person("carine")
    body = factories.BODY.replace("12", "15")
    workflow.update(translation.story, factories.text(body=body), base_number=1, by=factories.person("amal"))
    translation.refresh_from_db()
    assert translation.state == State.CORRECTING
    assert not can_drop(carine, translation)
    with pytest.raises(Refused, match="must be finished"):
        publishing.drop_correction(translation, by=carine)
    with pytest.raises(Refused, match="needs the role"):
        publishing.drop_correction(translation, by=factories.person("basil"))


def test_a_chain_is_sound_until_somebody_touches_it() -> None:
    translation = factories.published()
    correct(translation, headline="Aid convoy enters al-Zaytoun")
    correct(translation, body="A convoy of 12 lorries reached the town of al-Zaytoun on Tuesday.")
    assert translation.publications.count() == 3
    assert verify_chain(translation) == []


@pytest.mark.parametrize(
    ("damage", "faults"),
    [
        (
            "UPDATE reviews_publication SET content = jsonb_set(content, '{en,headline}', '\"Other\"') WHERE edition = 1",
            ["edition 1 was changed after it was made", "edition 1 is not what was approved"],
        ),
        (
            "UPDATE reviews_publication SET correction_note_en = 'Nothing.' WHERE edition = 2",
            ["edition 2 was changed after it was made"],
        ),
        (
            "UPDATE reviews_publication SET published_at = published_at - interval '1 day' WHERE edition = 1",
            ["edition 1 was changed after it was made"],
        ),
        (
            "UPDATE reviews_publication SET previous_hash = repeat('0', 64) WHERE edition = 2",
            ["edition 2 does not follow the one before it"],
        ),
        (
            "UPDATE reviews_approval SET version_hash = repeat('0', 64)",
            [
                f"edition {n} {fault}"
                for n in (1, 2)
                for fault in ("was changed after it was made", "is not what was approved")
            ],
        ),
        (
            "DELETE FROM reviews_publication WHERE edition = 1",
            ["edition 1 is out of order", "edition 1 does not follow the one before it"],
        ),
        (
            "UPDATE reviews_sourceversion SET body = body || '.'",
            ["edition 1 is not what was approved", "edition 2 is not what was approved"],
        ),
    ],
)
def test_damage_by_somebody_with_the_keys_is_found(damage, faults) -> None:
    """Whoever owns the database can switch the triggers off; the chain still tells."""
    translation = factories.published()
    correct(translation, headline="Aid convoy enters al-Zaytoun")
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in ("publication", "approval", "sourceversion"):
            cursor.execute(f"ALTER TABLE reviews_{table} DISABLE TRIGGER USER")
        cursor.execute(damage)
    found = verify_chain(translation)
    assert set(faults) <= set(found)
    if "DELETE" not in damage:
        assert found == faults


def test_a_withdrawal_takes_the_schedule_along_and_is_the_end() -> None:
    translation = factories.scheduled()
    withdraw(translation)
    with at(now() + LATER):
        assert publishing.publish_due() == 0
    translation.refresh_from_db()
    assert translation.state == State.WITHDRAWN
    with pytest.raises(Refused):
        publishing.publish(translation, by=factories.person("carine"))
    assert not LivePage.objects.exists()
    withdraw(translation)
    assert translation.story.events.filter(verb="withdrawn").count() == 1
