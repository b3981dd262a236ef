"""Rule 1: four eyes, by authorship. Attacked in the action, in the model and in the database."""

import pytest
from django.db import DatabaseError, transaction

from reviews.people.permissions import Refused
from reviews.people.roles import Role
from reviews.translations import actions as translations
from reviews.translations.models import SegmentEdit, State, Translation
from reviews.workflow import actions as workflow
from reviews.workflow.models import Approval, DeskRules
from reviews.workflow.permissions import can
from tests import factories

pytestmark = pytest.mark.django_db


def approval(translation: Translation, **fields: object) -> Approval:
    """A row as an attacker would write it: everything right except what `fields` says."""
    version = workflow.snapshot(translation, "attack", by=factories.person("carine"))
    right = {
        "translation": translation,
        "version": version,
        "source_version": version.source_version,
        "source_hash": version.source_version.hash,
        "version_hash": version.hash,
        "approver": factories.person("carine"),
    }
    return Approval(**(right | fields))


def test_all_roles_together_do_not_let_a_translator_approve() -> None:
    translation = factories.in_review(translator="farid")
    farid = factories.person("farid")
    farid.roles = Role.values
    farid.save()
    assert can("approve", farid, translation).kind == "eyes"
    with pytest.raises(Refused, match="You translated words"):
        workflow.approve(translation, by=farid)
    translation.refresh_from_db()
    assert translation.state == State.IN_REVIEW
    assert not translation.approvals.exists()


def test_one_translated_word_among_a_colleagues_makes_an_author() -> None:
    translation = factories.in_translation("basil")
    factories.translate_all(translation, "basil")
    farid, segment = factories.person("farid"), translation.segments.get(position=3)
    translations.edit_segment(
        segment.pk, text=segment.target_text + " Then", base_version=1, by=farid, confirm=True
    )
    segment.refresh_from_db()
    translations.edit_segment(
        segment.pk,
        text=segment.target_text.removesuffix(" Then"),
        base_version=2,
        by=factories.person("basil"),
        confirm=True,
    )
    workflow.advance(translation, verb="submit", by=factories.person("basil"))
    workflow.advance(translation, verb="review", by=factories.person("carine"))
    with pytest.raises(Refused):
        workflow.approve(translation, by=farid)


def test_the_database_refuses_an_author_as_approver() -> None:
    translation = factories.in_review()
    row = approval(translation, approver=factories.person("basil"))
    with pytest.raises(DatabaseError, match="four eyes"), transaction.atomic():
        row.save()
    approval(translation).save()


def test_the_database_reads_authorship_from_the_edits_not_from_the_version() -> None:
    translation = factories.in_review()
    farid, segment = factories.person("farid"), translation.segments.first()
    row = approval(translation, approver=farid)
    SegmentEdit.objects.create(segment=segment, author=farid, kind="translate", version=50)
    with pytest.raises(DatabaseError, match="four eyes"), transaction.atomic():
        row.save()


@pytest.mark.parametrize("field", ["source_hash", "version_hash"])
def test_the_database_refuses_an_approval_of_another_text(field: str) -> None:
    row = approval(factories.in_review(), **{field: "0" * 64})
    with pytest.raises(DatabaseError, match="hashes of its own pair"), transaction.atomic():
        row.save()


@pytest.mark.parametrize(
    "fields",
    [
        {"override_reason": "fire"},
        {"override_second": "ghada"},
        {"override_reason": "fire", "override_second": "carine"},
        {"override_reason": "fire", "override_second": "basil"},
    ],
)
def test_the_database_refuses_half_an_override(fields: dict[str, str]) -> None:
    translation = factories.in_review()
    fields = {k: factories.person(v) if k == "override_second" else v for k, v in fields.items()}
    row = approval(translation, **fields)
    with pytest.raises(DatabaseError), transaction.atomic():
        row.save()


def test_an_emergency_override_needs_reason_and_second_and_is_logged() -> None:
    translation = factories.in_review(translator="farid")
    farid, ghada = factories.person("farid"), factories.person("ghada")
    with pytest.raises(Refused, match="reason"):
        workflow.approve(translation, by=farid, override_second=ghada)
    for wrong in (farid, factories.person("basil")):
        with pytest.raises(Refused):
            workflow.approve(
                translation, by=farid, override_reason="Fire at the port.", override_second=wrong
            )
    workflow.approve(translation, by=farid, override_reason="Fire at the port.", override_second=ghada)
    event = translation.story.events.get(verb="approved_by_override")
    assert event.data["reason"] == "Fire at the port."
    assert event.data["second"] == "Ghada Rahal"


def test_with_a_share_of_nothing_one_word_needs_a_second_person() -> None:
    DeskRules(pk=1, reviewer_share=0).save()
    translation, carine = factories.in_review(), factories.person("carine")
    segment = translation.segments.get(position=3)
    text = segment.target_text.replace("reached", "entered")
    translations.edit_segment(segment.pk, text=text, base_version=1, by=carine)
    with pytest.raises(Refused, match="0 %"):
        workflow.approve(translation, by=carine)
    suggestion = segment.suggestions.get()
    with pytest.raises(Refused, match="another person accepts"):
        translations.decide_suggestion(suggestion, accept=True, by=carine)
    translations.decide_suggestion(suggestion, accept=True, by=factories.person("basil"))
    assert workflow.approve(translation, by=carine).state == State.APPROVED


def test_a_second_translation_editor_may_accept_instead_of_the_translator() -> None:
    translation, carine = factories.in_review(), factories.person("carine")
    segment = translation.segments.get(position=4)
    translations.edit_segment(
        segment.pk, text="The council denied any harm to people.", base_version=1, by=carine
    )
    with pytest.raises(Refused):
        workflow.approve(translation, by=carine)
    for suggestion in segment.suggestions.filter(state="proposed"):
        translations.decide_suggestion(suggestion, accept=True, by=factories.person("ghada"))
    assert workflow.approve(translation, by=carine).state == State.APPROVED


def test_a_colleagues_open_change_must_be_decided_first() -> None:
    translation = factories.in_review()
    segment = translation.segments.get(position=3)
    text = segment.target_text.replace("reached", "entered")
    translations.edit_segment(segment.pk, text=text, base_version=1, by=factories.person("ghada"))
    verdict = can("approve", factories.person("carine"), translation)
    assert verdict.where == f"suggestion-{segment.suggestions.get().pk}"
