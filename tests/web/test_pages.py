"""Pages of a long list: every row once, in order, in both directions, in one query, whatever the address says."""

import base64
import json
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reviews.stories.models import Topic
from reviews.web.pages import page_of
from tests import factories

pytestmark = pytest.mark.django_db
ORDER = ("name_en", "-pk")


@pytest.fixture
def topics():
    """Eleven topics, of which several share a name, so that the last field of the order decides."""
    names = ["b", "a", "b", "c", "b", "a", "b", "c", "b", "d", "b"]
    made = [Topic.objects.create(slug=f"t{i}", name_en=name, name_ar="م") for i, name in enumerate(names)]
    return sorted(made, key=lambda topic: (topic.name_en, -topic.pk))


def test_walking_on_meets_every_row_once_and_in_order(topics) -> None:
    met, after, pages = [], "", 0
    while pages == 0 or after:
        page = page_of(Topic.objects.all(), order=ORDER, after=after, size=3)
        met += page.rows
        after, pages = page.after, pages + 1
    assert met == topics
    assert pages == 4


def test_walking_back_meets_the_same_pages(topics) -> None:
    last = page_of(Topic.objects.all(), order=ORDER, size=3)
    forward = [last.rows]
    while last.after:
        last = page_of(Topic.objects.all(), order=ORDER, after=last.after, size=3)
        forward.append(last.rows)
    backward, before = [], last.before
    while before:
        page = page_of(Topic.objects.all(), order=ORDER, before=before, size=3)
        backward.insert(0, page.rows)
        before = page.before
    assert backward == forward[:-1]


def test_the_ends_have_no_further_page(topics) -> None:
    only = page_of(Topic.objects.all(), order=ORDER, size=11)
    assert (only.before, only.after) == ("", "")
    assert len(page_of(Topic.objects.all(), order=ORDER, size=10).rows) == 10


def test_an_empty_list_is_an_empty_page() -> None:
    page = page_of(Topic.objects.none(), order=ORDER)
    assert (list(page.rows), page.before, page.after) == ([], "", "")


def test_a_row_that_vanished_does_not_hide_its_neighbours(topics) -> None:
    first = page_of(Topic.objects.all(), order=ORDER, size=3)
    topics[2].delete()
    assert list(page_of(Topic.objects.all(), order=ORDER, after=first.after, size=3).rows) == topics[3:6]


def word(value) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")


@pytest.mark.parametrize(
    "tampered",
    [
        "x",
        "ا",
        "%%%",
        word([["name_en", "-pk"], ["a"]]),
        word([["name_en", "-pk"], ["a", "not a number"]]),
        word([["name_en", "-pk"], ["a", {"deep": 1}]]),
        word([["slug", "-pk"], ["a", 1]]),
        word({"a": 1}),
        word([["name_en", "-pk"], "ab"]),
        word([["name_en", "-pk"], ["a", 10**30]]),
        word([["name_en", "-pk"], ["a\u0000", 1]]),
    ],
)
@pytest.mark.parametrize("direction", ["after", "before"])
def test_a_tampered_address_means_the_first_page(topics, tampered, direction) -> None:
    page = page_of(Topic.objects.all(), order=ORDER, size=3, **{direction: tampered})
    assert list(page.rows) == topics[:3]
    assert page.before == ""


def test_one_query_and_no_count(topics) -> None:
    first = page_of(Topic.objects.all(), order=ORDER, size=3)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        page_of(Topic.objects.all(), order=ORDER, after=first.after, size=3)
    assert len(queries) == 1
    assert "COUNT(" not in queries[0]["sql"]
    assert "LIMIT 4" in queries[0]["sql"]


def test_moments_keep_their_microseconds() -> None:
    """Two rows of one millisecond, in an order by time: neither is met twice, neither is left out."""
    from reviews.people.models import User

    people = [factories.person(name) for name in ("amal", "basil", "carine")]
    moment = datetime(2026, 3, 1, 12, tzinfo=UTC)
    for step, user in enumerate(people):
        User.objects.filter(pk=user.pk).update(joined_at=moment + timedelta(microseconds=step))
    met, after = [], ""
    for _ in people:
        page = page_of(User.objects.all(), order=("-joined_at", "-pk"), after=after, size=1)
        met += page.rows
        after = page.after
    assert met == people[::-1]
