"""Dismissing a finding, being reminded of it nowhere, and taking that back."""

import pytest
from django.db import IntegrityError, transaction

from reviews.people.permissions import Refused
from reviews.quality import actions as quality
from reviews.quality.models import Dismissal
from reviews.quality.queries import across_story, of_segment, of_story
from reviews.translations.models import State
from reviews.workflow import actions as workflow
from reviews.workflow.permissions import can
from tests import factories
from tests.quality import scenes

pytestmark = pytest.mark.django_db


def dismiss(translation, *, by="basil", reason="The council corrected it.", position=3):
    one = scenes.number(translation, position)
    segment = translation.segments.get(position=position)
    return quality.dismiss(segment, fingerprint=one.fingerprint, reason=reason, by=factories.person(by))


def submit(translation):
    return workflow.advance(translation, verb="submit", by=factories.person("basil"))


def test_a_wrong_figure_stops_the_submission_until_it_is_mended() -> None:
    translation = scenes.wrong_figure()
    with pytest.raises(Refused, match="must be mended") as refused:
        submit(translation)
    assert refused.value.verdict.kind == "gate"
    assert refused.value.verdict.where == f"segment-{translation.segments.get(position=3).pk}"
    scenes.write(translation, factories.ENGLISH[2])
    assert submit(translation).state == State.SUBMITTED


def test_or_until_somebody_lets_it_stand_with_a_reason() -> None:
    translation = scenes.wrong_figure()
    dismissal = dismiss(translation)
    assert (dismissal.code, dismissal.severity, dismissal.by) == (
        "number",
        "block",
        factories.person("basil"),
    )
    assert (dismissal.source_quote, dismissal.target_quote) == ("12", "21")
    assert submit(translation).state == State.SUBMITTED
    event = translation.story.events.get(verb="finding_dismissed")
    assert (event.actor, event.data["reason"]) == (dismissal.by, "The council corrected it.")


def test_an_approval_waits_for_it_too() -> None:
    translation = factories.in_review()
    scenes.write(translation, scenes.WRONG, by="carine")
    carine = factories.person("carine")
    verdict = can("approve", carine, translation)
    assert not verdict
    assert "must be mended" in str(verdict.reason)
    dismiss(translation, by="carine")
    assert workflow.approve(translation, by=carine).state == State.APPROVED


def test_it_is_remembered_in_later_versions_and_other_stories() -> None:
    translation = scenes.wrong_figure()
    dismissal = dismiss(translation)
    scenes.write(translation, scenes.WRONG.replace("on Tuesday", "last Tuesday"))
    assert scenes.number(translation).dismissal == dismissal
    other = scenes.wrong_figure(headline="قافلة أخرى")
    assert scenes.number(other).dismissal == dismissal
    assert submit(other).state == State.SUBMITTED
    third = scenes.wrong_figure(body=factories.BODY.replace("شاحنة", "حافلة"), headline="ثالثة")
    assert scenes.number(third).stops, "other words around the figure need a decision of their own"


def test_taken_back_it_stands_again() -> None:
    translation = scenes.wrong_figure()
    dismissal = quality.restore(dismiss(translation), by=factories.person("basil"))
    assert (dismissal.withdrawn_by, dismissal.withdrawn_at is None) == (factories.person("basil"), False)
    assert scenes.number(translation).stops
    with pytest.raises(Refused, match="must be mended"):
        submit(translation)
    assert quality.restore(dismissal, by=factories.person("carine")).withdrawn_by.email == "basil@example.org"
    assert translation.story.events.filter(verb="finding_restored").count() == 1
    assert dismiss(translation).pk != dismissal.pk, "and may be decided again"


def test_twice_is_once() -> None:
    translation = scenes.wrong_figure()
    assert dismiss(translation) == dismiss(translation, reason="Again.")
    assert Dismissal.objects.get().reason == "The council corrected it."
    assert translation.story.events.filter(verb="finding_dismissed").count() == 1


@pytest.mark.parametrize("name", ["amal", "carine", "dana", "eve"])
def test_only_who_may_write_now_dismisses(name) -> None:
    translation = scenes.wrong_figure()
    with pytest.raises(Refused):
        dismiss(translation, by=name)
    assert not Dismissal.objects.exists()


@pytest.mark.parametrize(
    ("name", "may"), [("amal", False), ("farid", True), ("carine", True), ("dana", False)]
)
def test_who_takes_a_decision_back(name, may) -> None:
    dismissal = dismiss(scenes.wrong_figure())
    if may:
        assert quality.restore(dismissal, by=factories.person(name)).withdrawn_at
    else:
        with pytest.raises(Refused):
            quality.restore(dismissal, by=factories.person(name))


def test_no_reason_no_decision() -> None:
    translation = scenes.wrong_figure()
    with pytest.raises(Refused, match="few words"):
        dismiss(translation, reason=" \n ")
    with pytest.raises(IntegrityError), transaction.atomic():
        Dismissal.objects.create(
            code="x", reason="", translation=translation, segment=translation.segments.first(), by_id=1
        )


def test_what_the_text_does_not_have_cannot_be_dismissed() -> None:
    translation = scenes.wrong_figure()
    name = scenes.number(translation).fingerprint
    segment = scenes.write(translation, factories.ENGLISH[2])
    with pytest.raises(Refused, match="no longer there"):
        quality.dismiss(segment, fingerprint=name, reason="Why not.", by=factories.person("basil"))


def test_those_who_watch_hear_of_it() -> None:
    translation = scenes.wrong_figure()
    translation.refresh_from_db()
    before = translation.revision
    dismiss(translation)
    translation.refresh_from_db()
    assert translation.revision == before + 1
    assert translation.segments.get(position=3).revision == translation.revision


def test_an_empty_text_and_an_orphan_are_not_found_fault_with() -> None:
    translation = factories.in_translation()
    segments = list(translation.segments.order_by("position"))
    assert not any(of_story(segments).values())
    segments[2].target_text, segments[2].orphaned = scenes.WRONG, True
    assert not any(of_story(segments).values())


def test_a_fault_of_the_source_is_told_and_stops_nobody() -> None:
    body = "وصلت القافلة الأربعاء 27 آذار 2018 إلى البلدة."  # a Tuesday
    translation = factories.in_translation(body=body)
    segment = scenes.write(translation, "The convoy reached the town on Wednesday, March 27, 2018.")
    (one,) = [one for one in of_segment(segment) if one.about_source]
    assert (one.finding.check, one.severity, one.stops) == ("source_date", "warn", False)


def test_the_whole_story_is_looked_at_for_what_one_segment_cannot_show() -> None:
    body = "قال علوش إن المفاوضات مستمرة.\n\nوأضاف علوش أن الوفد باق."
    translation = factories.in_translation(body=body)
    scenes.write(translation, "Alloush said that negotiations continued.", 3)
    last = scenes.write(translation, "Aloush added that the delegation would stay.", 4)
    segments = list(translation.segments.order_by("position"))
    named = [one for pk in (s.pk for s in segments) for one in across_story(segments, pk)]
    assert [one.finding.check for one in named] == ["name_spelling"]
    assert not [one for one in of_segment(last) if one.finding.check == "name_spelling"]
