"""Issues by request: raising on either side, the thread, who may move what, and bad input."""

import pytest
from django.test import Client
from django.urls import reverse

from reviews.issues.models import Issue, IssueState
from reviews.translations.models import Translation
from tests import factories

pytestmark = pytest.mark.django_db


def as_(name: str) -> Client:
    client = Client()
    client.force_login(factories.person(name))
    return client


def flag(translation: Translation, **fields: object) -> dict[str, object]:
    segment = translation.segments.get(position=3)
    return {
        "segment": segment.pk,
        "category": "accuracy/number",
        "severity": 25,
        "text": "Count again.",
        "source_start": 0,
        "source_end": 4,
        "target_start": 2,
        "target_end": 8,
    } | fields


def test_an_issue_keeps_the_words_of_both_sides() -> None:
    translation = factories.in_review()
    response = as_("carine").post(reverse("issues", args=[translation.pk]), flag(translation))
    assert response.status_code == 200
    issue = Issue.objects.get()
    assert (issue.source_quote, issue.target_quote) == ("وصلت", "convoy")
    assert issue.raised_on.occasion == "submitted"
    assert f'id="issue-{issue.pk}"' in response.content.decode()


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"category": "accuracy/nonsense"}, 422),
        ({"severity": 7}, 422),
        ({"text": " "}, 422),
        ({"source_start": -1}, 422),
        ({"target_end": 100_000}, 409),
        ({"segment": 999_999_999}, 404),
    ],
)
def test_bad_input_raises_nothing(fields: dict[str, object], status: int) -> None:
    translation = factories.in_review()
    response = as_("carine").post(reverse("issues", args=[translation.pk]), flag(translation, **fields))
    assert response.status_code == status
    assert not Issue.objects.exists()


def test_the_way_of_an_issue() -> None:
    translation, carine, basil = factories.in_review(), as_("carine"), as_("basil")
    carine.post(reverse("issues", args=[translation.pk]), flag(translation, severity=5))
    issue = Issue.objects.get()
    basil.post(reverse("issue_answer", args=[issue.pk]), {"text": "I counted twelve."})
    basil.post(reverse("issue_move", args=[issue.pk, "disputed"]))
    assert basil.post(reverse("issue_move", args=[issue.pk, "upheld"])).status_code == 403
    carine.post(reverse("issue_move", args=[issue.pk, "upheld"]))
    carine.post(reverse("issue_move", args=[issue.pk, "resolved"]))
    carine.post(reverse("issue_move", args=[issue.pk, "resolved"]))
    issue.refresh_from_db()
    assert issue.state == IssueState.RESOLVED
    assert issue.comments.get().text == "I counted twelve."
    verbs = translation.story.events.filter(subject_type="issue").values_list("verb", flat=True)
    assert sorted(verbs) == ["issue_answered"] * 3 + ["issue_closed", "issue_raised"]


@pytest.mark.parametrize(("name", "status"), [("eve", 404), ("dana", 403), ("amal", 403), ("basil", 200)])
def test_who_may_raise(name: str, status: int) -> None:
    translation = factories.in_review()
    response = as_(name).post(reverse("issues", args=[translation.pk]), flag(translation))
    assert response.status_code == status


def test_the_panel_takes_a_constant_number_of_queries(django_assert_num_queries: object) -> None:
    translation, carine = factories.in_review(), as_("carine")
    url = reverse("issues", args=[translation.pk])
    for more in (1, 5):
        for _ in range(more):
            carine.post(url, flag(translation))
            carine.post(reverse("issue_answer", args=[Issue.objects.first().pk]), {"text": "Hm."})
        with django_assert_num_queries(6):
            carine.get(url)
