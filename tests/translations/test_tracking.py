"""Tracked changes: hunks, their rows through further edits, and decisions on them."""

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from reviews.translations import actions as translations
from reviews.translations.models import Segment, Suggestion, SuggestionState
from reviews.translations.tracking import apply, hunks, revert
from tests import factories

WORDS = st.lists(st.sampled_from("the aid convoy not of 12 13 trucks , . “ ” وصلت".split()), max_size=12).map(
    " ".join
)


@given(WORDS, WORDS)
def test_applying_all_hunks_gives_the_new_text_and_reverting_all_the_old(old: str, new: str) -> None:
    text = old
    for hunk in reversed(hunks(old, new)):
        text = apply(text, hunk.start, hunk.end, hunk.after)
    assert text == new
    for hunk in reversed(hunks(old, new)):
        text = revert(text, hunk)
    assert text == old


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("two dead", "three dead", [1]),
        ("a b c d", "a x y d", [2]),
        ("He left.", "He left, then.", [1]),
        ("same", "same", []),
    ],
)
def test_words_are_counted_once(before: str, after: str, words: list[int]) -> None:
    assert [hunk.words for hunk in hunks(before, after)] == words


@pytest.fixture
def segment(db: None) -> Segment:
    return factories.in_review().segments.get(position=3)


def edit(segment: Segment, text: str, by: str = "carine") -> None:
    segment.refresh_from_db()
    translations.edit_segment(segment.pk, text=text, base_version=segment.version, by=factories.person(by))
    segment.refresh_from_db()


def proposed(segment: Segment) -> list[tuple[str, str]]:
    return [(s.before, s.after) for s in segment.suggestions.filter(state="proposed")]


def test_every_edit_is_tracked_against_what_was_submitted(segment: Segment) -> None:
    submitted = segment.target_text
    edit(segment, submitted.replace("reached", "entered"))
    edit(segment, segment.target_text.replace("on Tuesday", "on Monday"))
    assert proposed(segment) == [("reached", "entered"), ("Tuesday", "Monday")]
    edit(segment, segment.target_text.replace("entered", "came to"))
    assert proposed(segment) == [("reached", "came to"), ("Tuesday", "Monday")]
    edit(segment, submitted)
    assert proposed(segment) == []
    assert segment.edits.filter(kind="review").count() == 4


def test_accepting_and_rejecting_move_the_others_along(segment: Segment) -> None:
    edit(segment, "A long convoy of 12 trucks entered the town of al-Zaytoun on Monday.")
    assert (
        proposed(segment) == [("", "long "), ("reached", "entered"), ("Tuesday", "Monday")]
        or len(proposed(segment)) == 3
    )
    basil = factories.person("basil")
    first, second, third = segment.suggestions.filter(state="proposed").order_by("start")
    translations.decide_suggestion(first, accept=True, by=basil)
    translations.decide_suggestion(second, accept=False, by=basil)
    translations.decide_suggestion(third, accept=True, by=basil)
    translations.decide_suggestion(third, accept=True, by=basil)
    segment.refresh_from_db()
    assert segment.target_text == "A long convoy of 12 trucks reached the town of al-Zaytoun on Monday."
    assert segment.settled_text == segment.target_text
    states = Suggestion.objects.filter(segment=segment).values_list("state", flat=True)
    assert sorted(states) == ["accepted", "accepted", "rejected"]


def test_a_translators_own_words_are_settled_at_once(segment: Segment) -> None:
    from reviews.workflow import actions as workflow

    edit(segment, segment.target_text.replace("reached", "entered"))
    translation = segment.translation
    workflow.advance(translation, verb="return", by=factories.person("carine"), reason="See the verb.")
    workflow.advance(translation, verb="resume", by=factories.person("basil"))
    edit(segment, segment.target_text.replace("on Tuesday", "late on Tuesday"), by="basil")
    assert proposed(segment) == [("reached", "entered")]
    assert "late on Tuesday" in segment.settled_text


@pytest.mark.parametrize(
    ("name", "status"), [("basil", 200), ("ghada", 200), ("carine", 403), ("dana", 403), ("eve", 404)]
)
def test_who_may_accept(segment: Segment, name: str, status: int) -> None:
    edit(segment, segment.target_text.replace("reached", "entered"))
    client = Client()
    client.force_login(factories.person(name))
    response = client.post(reverse("suggestion_decide", args=[segment.suggestions.get().pk, "accept"]))
    assert response.status_code == status
    expected = SuggestionState.ACCEPTED if status == 200 else SuggestionState.PROPOSED
    assert segment.suggestions.get().state == expected


def test_the_panel_takes_a_constant_number_of_queries(
    segment: Segment, django_assert_num_queries: object
) -> None:
    client = Client()
    client.force_login(factories.person("ghada"))
    for text in ("A convoy of 12 trucks entered.", "One convoy of 13 trucks entered a town, on Monday."):
        edit(segment, text)
        with django_assert_num_queries(4):
            client.get(reverse("suggestions", args=[segment.translation_id]))
