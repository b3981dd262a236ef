"""Rule 2: an approval binds a pair of hashes; nothing is published without a valid one."""

import pytest
from django.db import DatabaseError, connection, transaction

from reviews.people.permissions import Refused
from reviews.publishing import actions as publishing
from reviews.publishing.models import Publication
from reviews.translations.models import State
from reviews.workflow import actions as workflow
from reviews.workflow.queries import Standing
from tests import factories

pytestmark = pytest.mark.django_db


def test_a_later_change_of_either_side_makes_it_stale_at_once() -> None:
    translation = factories.approved()
    assert Standing(translation).approval
    segment = translation.segments.get(position=3)
    segment.target_text += ","
    segment.save()
    assert Standing(translation).approval is None
    segment.target_text = segment.target_text[:-1]
    segment.save()
    assert Standing(translation).approval, "the very same words are the approved words"
    workflow.update(
        translation.story, factories.text(headline="عنوان آخر"), base_number=1, by=factories.person("amal")
    )
    translation.refresh_from_db()
    assert Standing(translation).approval is None
    assert translation.state == State.IN_TRANSLATION


@pytest.mark.parametrize("verb", ["publish", "schedule"])
def test_a_stale_approval_publishes_nothing(verb: str) -> None:
    translation, carine = factories.approved(), factories.person("carine")
    translation.segments.filter(position=3).update(target_text="Other words.")
    with pytest.raises(Refused, match="changed since the approval"):
        workflow.advance(translation, verb=verb, by=carine)
    assert not Publication.objects.exists()


def test_what_was_scheduled_and_then_changed_comes_off_the_schedule() -> None:
    translation = factories.scheduled()
    translation.segments.filter(position=3).update(target_text="Other words.")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE reviews_translation SET publish_at = now() - interval '1 minute'")
    assert publishing.publish_due() == 0
    translation.refresh_from_db()
    assert translation.state == State.APPROVED
    assert translation.story.events.filter(verb="unscheduled").exists()


def test_the_database_refuses_an_edition_of_another_pair() -> None:
    translation = factories.published()
    edition = translation.publications.get()
    other = factories.published(headline="خبر آخر")
    edition.pk, edition.edition = None, 2
    edition.correction_note_en = edition.correction_note_ar = "x"
    edition.previous_hash = translation.publications.get().hash
    edition.approval = other.approvals.get()
    with pytest.raises(DatabaseError, match="approved pair"), transaction.atomic():
        edition.save()


@pytest.mark.parametrize("change", [{"edition": 3}, {"previous_hash": "0" * 64}, {"correction_note_ar": ""}])
def test_the_database_refuses_a_broken_chain(change: dict[str, object]) -> None:
    translation = factories.published()
    edition = translation.publications.get()
    edition.previous_hash, edition.pk, edition.edition = edition.hash, None, 2
    edition.correction_note_en = edition.correction_note_ar = "x"
    for name, value in change.items():
        setattr(edition, name, value)
    with pytest.raises(DatabaseError), transaction.atomic():
        edition.save()
