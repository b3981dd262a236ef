"""Findings as requests: what a check answers, what it costs, and who may decide."""

import pytest
from django.test import Client
from django.urls import reverse

from reviews.quality.models import Dismissal
from reviews.quality.queries import ledger_of
from reviews.translations.models import SegmentEdit
from tests import factories
from tests.quality import scenes

pytestmark = pytest.mark.django_db
JSON = {"accept": "application/json"}


def as_(name: str) -> Client:
    client = Client()
    client.force_login(factories.person(name))
    return client


def check(client: Client, segment, **data):
    return client.post(reverse("segment_check", args=[segment.pk]), data)


def test_what_is_typed_is_checked_and_nothing_is_written(django_assert_num_queries) -> None:
    segment = factories.in_translation().segments.get(position=3)
    basil = as_("basil")
    with django_assert_num_queries(4):
        answer = check(basil, segment, text=scenes.WRONG).json()
    (mark,) = [one for one in answer["marks"] if one["severity"] == "block"]
    text = segment.source_text
    assert [text[a:b] for a, b in mark["source"]] == ["12"]
    assert [scenes.WRONG[a:b] for a, b in mark["target"]] == ["21"]
    assert answer["story"] is None
    assert 'data-replace="12"' in answer["own"]
    assert "data-dismissal" in answer["own"]
    segment.refresh_from_db()
    assert segment.target_text == ""
    assert not SegmentEdit.objects.exists()
    assert check(basil, segment, text=factories.ENGLISH[2]).json()["marks"] == []


@pytest.mark.parametrize("paragraphs", [2, 40])
def test_the_whole_story_costs_one_query_more(paragraphs, django_assert_num_queries) -> None:
    body = "\n\n".join(["قال علوش إن المفاوضات مستمرة."] * paragraphs)
    translation = factories.in_translation(body=body)
    scenes.write(translation, "Alloush said that negotiations continued.", 3)
    segment, basil = translation.segments.get(position=4), as_("basil")
    with django_assert_num_queries(5):
        answer = check(basil, segment, text="Aloush said that negotiations continued.", story="1").json()
    assert "Alloush" in answer["story"]


def test_who_only_reads_sees_findings_and_decides_nothing() -> None:
    segment = scenes.wrong_figure().segments.get(position=3)
    answer = check(as_("amal"), segment).json()
    assert answer["marks"][0]["severity"] == "block"
    assert "data-dismissal" not in answer["own"]
    assert check(as_("eve"), segment).status_code == 404
    assert Client().post(reverse("segment_check", args=[segment.pk])).status_code == 302
    assert check(as_("basil"), segment, text="x" * 20_001).status_code == 422


def test_messages_speak_the_language_of_the_interface() -> None:
    segment = scenes.wrong_figure().segments.get(position=3)
    basil = as_("basil")
    basil.cookies["django_language"] = "ar"
    (mark,) = [one for one in check(basil, segment).json()["marks"] if one["severity"] == "block"]
    assert "يقول الأصل \u206812\u2069" in mark["said"]


def test_dismissing_and_taking_back_by_request() -> None:
    translation = scenes.wrong_figure()
    segment, basil = translation.segments.get(position=3), as_("basil")
    url = reverse("finding_dismiss", args=[segment.pk])
    sent = {"fingerprint": scenes.number(translation).fingerprint, "reason": "The council corrected it."}
    assert as_("eve").post(url, sent).status_code == 404
    assert as_("carine").post(url, sent, headers=JSON).status_code == 409
    assert basil.post(url, sent | {"reason": "\0"}, headers=JSON).status_code == 422
    refused = basil.post(url, sent | {"reason": ""}, headers=JSON)
    assert refused.status_code == 409
    assert "few words" in refused.json()["reason"]
    assert basil.post(url, sent, headers=JSON).status_code == 200
    assert "The council corrected it." in check(basil, segment).json()["own"]
    dismissal = Dismissal.objects.get()
    listed = basil.get(reverse("dismissals")).content.decode()
    assert "The council corrected it." in listed
    back = reverse("dismissal_restore", args=[dismissal.pk])
    assert back in listed
    assert as_("amal").post(back, headers=JSON).status_code == 403
    assert basil.post(back, {"next": "https://elsewhere.example/"}).url == reverse("dismissals")
    dismissal.refresh_from_db()
    assert dismissal.withdrawn_by == factories.person("basil")


def test_the_list_costs_the_same_for_one_and_for_many(django_assert_num_queries) -> None:
    translation = scenes.wrong_figure()
    segment, basil = translation.segments.get(position=3), factories.person("basil")
    client = as_("basil")
    for rows in (1, 8):
        for n in range(rows):
            Dismissal.objects.create(
                code="number",
                fingerprint=f"{rows}-{n}",
                severity="block",
                message="The English does not have %(wanted)s.",
                params={"wanted": "12"},
                reason="So it is.",
                translation=translation,
                segment=segment,
                by=basil,
            )
        with django_assert_num_queries(3):
            assert client.get(reverse("dismissals")).status_code == 200


def test_the_workspace_marks_and_counts() -> None:
    translation = scenes.wrong_figure()
    page = as_("basil").get(reverse("workspace", args=[translation.pk])).content.decode()
    assert ">21</mark> trucks" in page
    assert ">12</mark> شاحنة" in page
    assert 'data-severity="block" data-rail-open="findings"' in page
    assert "must be mended" in page


def test_the_ledger_has_what_disagrees_on_top() -> None:
    translation = scenes.wrong_figure()
    page = as_("amal").get(reverse("ledger", args=[translation.pk])).content.decode()
    first = page.split("<tr data-agrees=")[1]
    assert first.startswith('"no"')
    assert page.index('data-agrees="no"') < page.index('data-agrees="yes"')
    assert ">21<" in page
    segment = translation.segments.get(position=3)
    assert f'data-segment="{segment.pk}"' in page


def test_a_figure_that_became_another_is_one_line_of_the_ledger() -> None:
    translation = scenes.wrong_figure()
    segments = list(translation.segments.order_by("position"))
    wrong = [line for line in ledger_of(segments) if not line.entry.agrees]
    assert [(one.number, one.entry.source.words, one.entry.target.words) for one in wrong] == [
        (3, "12", "21")
    ]


def test_a_part_of_a_date_is_named_in_the_readers_language() -> None:
    translation = factories.in_translation(body="وصلت القافلة في 3 كانون الثاني 2018.")
    segment = scenes.write(translation, "The convoy arrived on December 3, 2018.")
    basil = as_("basil")
    basil.cookies["django_language"] = "ar"
    (mark,) = [one for one in check(basil, segment).json()["marks"] if one["severity"] == "block"]
    assert "month" not in mark["said"]
    assert "January" in mark["said"]
