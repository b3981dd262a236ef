"""The timeline of a story, and any two versions of either text compared (C57)."""

import re
from datetime import UTC, datetime

import pytest
from django.test import Client
from django.urls import reverse

from reviews.desk.compare import Unit, rows_of, stretches
from reviews.desk.history import line_of, timeline
from reviews.history.models import Event
from reviews.history.queries import timeline_of_story
from reviews.history.verbs import Verb
from reviews.workflow import actions as workflow
from tests import factories
from tests.factories import person

P1 = "وصلت قافلة من 12 شاحنة إلى بلدة الزيتون يوم الثلاثاء 27 آذار 2018."
P2 = "ولم تسجل أي إصابات، بحسب المجلس المحلي في البلدة."
P3 = "وقال شهود عيان إن الطريق الشرقي أغلق صباحا أمام السيارات."


def client_of(name="basil"):
    client = Client()
    client.force_login(person(name))
    return client


def event(verb, moment=None, **data):
    moment = moment or datetime(2026, 3, 1, 12, tzinfo=UTC)
    return Event(actor=None, verb=verb, subject_type="story", subject_id=1, at=moment, data=data)


# Sentences


def test_events_stand_under_the_days_of_the_newsroom(settings):
    late = datetime(2026, 3, 1, 22, 30, tzinfo=UTC)  # already the second of March in Damascus
    days = timeline([event(Verb.RELEASED, late), event(Verb.CREATED)])
    assert [(day.date.day, len(day.lines)) for day in days] == [(2, 1), (1, 1)]


@pytest.mark.parametrize(
    ("verb", "data", "sentence"),
    [
        (Verb.UPDATED, {"version": 3}, "updated the Arabic text: version 3"),
        (Verb.APPROVED, {"version": 2}, "approved the translation: version 2"),
        (Verb.APPROVED, {}, "approved the translation"),
        (
            Verb.DETAILS_CHANGED,
            {"changed": ["section", "topics"]},
            "changed the story's details: section, topics",
        ),
        (
            Verb.ASSIGNED,
            {"translator": "Basil", "reviewer": ""},
            "assigned the translation: translator Basil, translation editor —",
        ),
        (Verb.SCHEDULED, {"at": "2026-03-01T12:00:00+00:00"}, "scheduled publication for"),
        (Verb.PUBLISHED, {"scheduled": True}, "published the story, as scheduled"),
    ],
)
def test_a_line_says_what_its_event_knows(verb, data, sentence):
    assert line_of(event(verb, **data)).what.startswith(sentence)


@pytest.mark.parametrize("verb", list(Verb))
@pytest.mark.parametrize(
    "data",
    [
        {},
        {"at": "x", "changed": 5, "version": None, "translator": {}},
        {"at": "2026-13-45T99:00:00+00:00", "changed": [1]},
    ],
)
def test_no_event_is_too_odd_to_be_shown(verb, data):
    assert str(line_of(event(verb, **data)).what)


# Comparing


def unit(text, kind="body", key=""):
    return Unit(kind, text, key)


def fates(before, after):
    return [row.fate for row in rows_of([unit(t) for t in before], [unit(t) for t in after])]


def test_every_fate_has_its_name():
    assert fates([P1, P2, P3], [P1, P2, P3]) == ["equal"] * 3
    assert fates([P1, P2, P3], [P1, P3]) == ["equal", "deleted", "equal"]
    assert fates([P1, P3], [P1, P2, P3]) == ["equal", "inserted", "equal"]
    assert fates([P1, P2], [P1.replace("12", "15"), P2]) == ["changed", "equal"]
    assert fates([P1, P2, P3], [P3, P1, P2]) == ["moved", "equal", "equal"]


def test_a_headline_stays_the_headline_and_a_new_dateline_is_new():
    rows = rows_of(
        [unit("عنوان", "headline"), unit(P1)], [unit("آخر", "headline"), unit("دوما", "dateline"), unit(P1)]
    )
    assert [(row.kind, row.fate) for row in rows] == [
        ("headline", "changed"),
        ("dateline", "inserted"),
        ("body", "equal"),
    ]
    assert [(row.before, row.after) for row in rows] == [(1, 1), (None, 2), (2, 3)]


def test_english_paragraphs_pair_by_their_segment_however_much_was_rewritten():
    rows = rows_of(
        [unit("One.", key="7"), unit("Two.", key="8"), unit("Gone.", key="9")],
        [unit("Entirely other words.", key="8"), unit("One.", key="7")],
    )
    assert {(row.before, row.after) for row in rows} == {(1, 2), (2, 1), (3, None)}
    assert sum(row.fate == "moved" for row in rows) == 1


def test_unchanged_runs_are_folded():
    rows = rows_of([unit(t) for t in (P1, P2, P3)], [unit(t) for t in (P1, P2, P3 + " وفتح مساء.")])
    assert [(stretch.folded, len(stretch.rows)) for stretch in stretches(rows)] == [(True, 2), (False, 1)]


# The screens


@pytest.fixture
def revised(db):
    story = factories.draft(headline="عنوان", dateline="", body=f"{P1}\n\n{P2}\n\n{P3}")
    story = workflow.release(story, by=person("amal"))
    text = factories.text(headline="عنوان", dateline="", body=f"{P3}\n\n{P1.replace('12', '15')}\n\n{P2}")
    workflow.update(story, text, base_number=1, by=person("amal"))
    return story


def test_arabic_is_compared_right_to_left_in_whole_words(revised):
    page = client_of().get(reverse("compare", args=[revised.pk])).content.decode()
    box = re.search(
        r'<div class="compare compare-inline" lang="(\w+)" dir="(\w+)">(.*?)</div>\s*$',
        page,
        re.DOTALL | re.MULTILINE,
    )
    assert box.group(1, 2) == ("ar", "rtl")
    assert "<del>12</del><ins>15</ins> شاحنة" in page
    assert "آذار 2018.</p>" in page
    assert "moved from 4 to 2" in page
    assert "1 unchanged paragraph" in page


def test_two_columns_show_each_text_on_its_side(revised):
    page = client_of().get(reverse("compare", args=[revised.pk]), {"layout": "columns"}).content.decode()
    assert "<del>12</del> شاحنة" in page
    assert "<ins>15</ins> شاحنة" in page
    assert "version 1, Amal Haddad" in page


def test_english_versions_and_the_text_as_it_stands_are_compared(db):
    translation = factories.in_review()
    segment = translation.segments.get(position=3)
    factories.translations.edit_segment(
        segment.pk,
        text=segment.target_text.replace("12", "15"),
        base_version=segment.version,
        by=person("carine"),
    )
    url = reverse("compare", args=[translation.story_id])
    page = client_of().get(url, {"translation": translation.pk, "from": 1, "to": "now"}).content.decode()
    assert 'lang="en" dir="ltr">' in page
    assert "<del>12</del><ins>15</ins> trucks" in page


def test_markup_in_versions_stays_text(db):
    story = factories.draft(headline="<script>1</script>", body="<b>نص</b>")
    workflow.update(
        story,
        factories.text(headline="<script>2</script>", body="<i>نص</i>"),
        base_number=1,
        by=person("amal"),
    )
    for layout in ("inline", "columns"):
        page = client_of("amal").get(reverse("compare", args=[story.pk]), {"layout": layout}).content.decode()
        assert "<script>1" not in page
        assert "<script>2" not in page
        assert "<b>" not in page


@pytest.mark.parametrize(
    "query",
    [
        {"from": "99", "to": "x"},
        {"from": "\x00", "to": "-1"},
        {"from": "2", "to": "2"},
        {"layout": "<x>", "translation": ""},
    ],
)
def test_odd_choices_fall_back(revised, query):
    assert client_of().get(reverse("compare", args=[revised.pk]), query).status_code == 200


@pytest.mark.parametrize("word", ["0", "9" * 30, "x", "\x00"])
def test_a_translation_of_another_story_is_not_there(revised, word):
    other = factories.waiting()
    for pk in (word, other.pk):
        assert client_of().get(reverse("compare", args=[revised.pk]), {"translation": pk}).status_code == 404


def test_a_single_version_has_nothing_to_compare(db):
    story = factories.waiting().story
    assert "Nothing to compare" in client_of().get(reverse("compare", args=[story.pk])).content.decode()


def test_the_history_names_people_reasons_and_versions(db):
    translation = factories.in_review()
    workflow.advance(translation, verb="return", by=person("carine"), reason="الأرقام <ناقصة>")
    page = client_of().get(reverse("story_history", args=[translation.story_id])).content.decode()
    for part in (
        "Amal Haddad",
        "wrote the story",
        "Carine Saleh",
        "returned the translation",
        "الأرقام &lt;ناقصة&gt;",
    ):
        assert part in page
    assert page.index("returned the translation") < page.index("wrote the story"), "latest first"
    assert "submitted: Basil Khoury" in page
    assert "?translation=" in page


def test_long_histories_come_in_pages(db):
    story = factories.draft()
    for number in range(60):
        Event.objects.create(
            actor=person("amal"),
            verb=Verb.REVISED,
            subject_type="story",
            subject_id=story.pk,
            story=story,
            data={"version": number},
        )
    client, url, seen = client_of("amal"), reverse("story_history", args=[story.pk]), []
    page = client.get(url).content.decode()
    while True:
        seen += re.findall(r'id="event-(\d+)"', page)
        onward = re.search(r'rel="next" href="([^"]+)"', page)
        if not onward:
            break
        page = client.get(url + onward[1].replace("&amp;", "&")).content.decode()
    assert len(seen) == len(set(seen)) == timeline_of_story(story.pk).count() == 61


@pytest.mark.parametrize("times", [1, 12])
def test_a_fixed_number_of_queries(db, django_assert_num_queries, times):
    translation = factories.in_translation()
    story = translation.story
    for number in range(times):
        factories.translate_all(translation)
        workflow.advance(translation, verb="submit", by=person("basil"))
        workflow.update(
            story, factories.text(body=f"{P1}\n\n{number}"), base_number=number + 1, by=person("amal")
        )
    client = client_of()
    with django_assert_num_queries(7):
        client.get(reverse("story_history", args=[story.pk]))
    with django_assert_num_queries(5):
        client.get(reverse("compare", args=[story.pk]))
    with django_assert_num_queries(7):
        client.get(reverse("compare", args=[story.pk]), {"translation": translation.pk, "to": "now"})
