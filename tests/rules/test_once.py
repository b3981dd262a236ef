"""Rules 3 and 5 under real connections at once: every act once, and nothing acknowledged is lost."""

import threading
from collections.abc import Callable

import pytest
from django.db import connection

from reviews.people.permissions import Refused
from reviews.publishing import actions as publishing
from reviews.translations import actions as translations
from reviews.translations.models import SegmentEdit, State
from reviews.workflow import actions as workflow
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*acts: Callable[[], object]) -> list[object]:
    """Run the acts in threads of their own connections, started together; answers or exceptions in order."""
    barrier, answers = threading.Barrier(len(acts)), [None] * len(acts)

    def run(index: int, act: Callable[[], object]) -> None:
        barrier.wait()
        try:
            answers[index] = act()
        except Exception as error:  # noqa: BLE001 - the test looks at it
            answers[index] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    return answers


@pytest.mark.parametrize(
    ("scene", "verb", "name", "state"),
    [
        (factories.waiting, "start", "basil", State.IN_TRANSLATION),
        (factories.submitted, "review", "carine", State.IN_REVIEW),
        (factories.in_review, "return", "carine", State.RETURNED),
        (factories.published, "correct", "carine", State.CORRECTING),
    ],
)
def test_two_clicks_take_one_step(scene: object, verb: str, name: str, state: str) -> None:
    translation, person = scene(), factories.person(name)
    before = translation.story.events.count()

    def click() -> object:
        return workflow.advance(translation, verb=verb, by=person, reason="because")

    answers = at_once(click, click, click)
    assert [answer.state for answer in answers] == [state] * 3
    assert translation.story.events.count() == before + 1


def test_submit_and_approve_once() -> None:
    translation = factories.in_translation()
    factories.translate_all(translation)
    basil, carine = factories.person("basil"), factories.person("carine")
    at_once(*[lambda: workflow.advance(translation, verb="submit", by=basil)] * 3)
    assert translation.versions.count() == 1
    workflow.advance(translation, verb="review", by=carine)
    at_once(*[lambda: workflow.approve(translation, by=carine)] * 3)
    assert translation.approvals.count() == 1
    assert translation.versions.count() == 2
    at_once(*[lambda: publishing.publish(translation, by=carine)] * 3)
    assert translation.publications.count() == 1
    assert translation.story.events.filter(verb="published").count() == 1


def test_two_reviewers_approving_at_once_make_one_approval() -> None:
    translation = factories.in_review()
    people = [factories.person("carine"), factories.person("ghada")]
    answers = at_once(*[lambda p=p: workflow.approve(translation, by=p) for p in people])
    assert translation.approvals.count() == 1
    assert sum(isinstance(answer, Refused) for answer in answers) == 1


def test_of_two_saves_on_one_version_one_is_told_and_gets_both_texts() -> None:
    translation = factories.in_translation()
    segment = translation.segments.get(position=3)
    people = {"The first text.": factories.person("basil"), "The second text.": factories.person("farid")}
    answers = at_once(
        *[
            lambda text=text, by=by: translations.edit_segment(segment.pk, text=text, base_version=0, by=by)
            for text, by in people.items()
        ]
    )
    stale = next(answer for answer in answers if isinstance(answer, translations.Stale))
    segment.refresh_from_db()
    assert {stale.mine, segment.target_text} == set(people)
    assert stale.segment.target_text == segment.target_text
    assert SegmentEdit.objects.filter(segment=segment).count() == 1


def test_the_same_save_sent_again_is_acknowledged_without_a_second_edit() -> None:
    translation, basil = factories.in_translation(), factories.person("basil")
    segment = translation.segments.get(position=3)

    def save() -> object:
        return translations.edit_segment(segment.pk, text="Once.", base_version=0, by=basil)

    answers = at_once(save, save, save)
    assert [answer.segment.target_text for answer in answers] == ["Once."] * 3
    assert SegmentEdit.objects.filter(segment=segment).count() == 1


def test_fifty_saves_of_eight_writers_are_all_there() -> None:
    translation = factories.in_translation(body="\n\n".join(f"فقرة رقم {n} من الخبر." for n in range(8)))
    segments = list(translation.segments.filter(kind="body"))
    basil = factories.person("basil")

    def write(segment: object) -> Callable[[], None]:
        def all_of_it() -> None:
            for version in range(6):
                translations.edit_segment(segment.pk, text=f"Text {version}.", base_version=version, by=basil)

        return all_of_it

    assert at_once(*[write(segment) for segment in segments]) == [None] * 8
    assert SegmentEdit.objects.filter(segment__in=segments).count() == 48
    translation.refresh_from_db()
    assert translation.revision >= 48


def test_a_withdrawal_an_update_and_a_save_at_once_do_not_lock_each_other_out() -> None:
    translation = factories.in_translation()
    amal, basil = factories.person("amal"), factories.person("basil")
    segment = translation.segments.get(position=3)
    answers = at_once(
        lambda: publishing.withdraw(translation.story, by=amal, reason_en="Wrong.", reason_ar="خطأ."),
        lambda: workflow.update(translation.story, factories.text(headline="عنوان"), base_number=1, by=amal),
        lambda: translations.edit_segment(segment.pk, text="A text.", base_version=0, by=basil),
    )
    assert not [a for a in answers if isinstance(a, Exception) and not isinstance(a, Refused)], answers
    translation.refresh_from_db()
    assert translation.state == State.WITHDRAWN
