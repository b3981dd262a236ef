"""The workspace as requests: who may open it, what a save answers, what others hear, and what it costs."""

import json

import pytest
from django.test import Client
from django.urls import reverse

from reviews.translations import actions as translations
from reviews.translations.models import SegmentEdit
from reviews.workflow import actions as workflow
from tests import factories

pytestmark = pytest.mark.django_db
STRANGER = 987654


def as_(name: str) -> Client:
    client = Client()
    client.force_login(factories.person(name))
    return client


def body_of(translation):
    return translation.segments.get(position=3)


def save(client: Client, segment, text: str, base: int = 0, **more):
    data = {"text": text, "base": base, **more}
    headers = {"accept": "application/json"}
    return client.post(reverse("segment_save", args=[segment.pk]), data, headers=headers)


def hear(client: Client, translation, **query):
    known = {"since": translation.revision, "state": translation.state, "who": "4f53cda18c2b"}
    return client.get(reverse("live", args=[translation.pk]), known | query)


@pytest.mark.parametrize("name", ["amal", "basil", "carine", "dana", "farid"])
def test_all_of_the_staff_read_both_texts(name) -> None:
    translation = factories.in_translation()
    page = as_(name).get(reverse("workspace", args=[translation.pk]))
    assert page.status_code == 200
    assert body_of(translation).source_text in page.content.decode()


def test_what_one_may_not_see_does_not_exist() -> None:
    translation = factories.in_translation()
    segment = body_of(translation)
    eve = as_("eve")
    for name, pk in [
        ("workspace", translation.pk),
        ("live", translation.pk),
        ("segment_history", segment.pk),
        ("segment_since", segment.pk),
    ]:
        strange = eve.get(reverse(name, args=[pk]))
        never = as_("basil").get(reverse(name, args=[STRANGER]))
        assert (strange.status_code, never.status_code) == (404, 404)
    assert save(eve, segment, "Mine").status_code == 404
    assert eve.post(reverse("note_save", args=[translation.pk]), {"text": "x"}).status_code == 404
    segment.refresh_from_db()
    assert segment.target_text == ""


def test_nobody_is_sent_to_sign_in() -> None:
    segment = body_of(factories.in_translation())
    answer = save(Client(), segment, "Mine")
    assert answer.status_code == 302
    assert answer.url.startswith("/accounts/login/")


def test_a_save_answers_what_the_page_needs() -> None:
    translation = factories.in_translation()
    segment = body_of(translation)
    answer = save(as_("basil"), segment, "A convoy of 12 trucks.", confirm="1")
    assert answer.status_code == 200
    segment.refresh_from_db()
    assert segment.target_text == "A convoy of 12 trucks."
    assert answer.json() == {
        "id": segment.pk,
        "version": 1,
        "state": "translated",
        "state_label": "Translated",
        "saved_at": segment.updated_at.isoformat(),
        "revision": translation.revision + 1,
        "progress": {"segments": 4, "segments_done": 1, "words": 25, "words_done": 10},
    }


def test_the_same_save_twice_is_one_edit() -> None:
    segment = body_of(factories.in_translation())
    client = as_("basil")
    first = save(client, segment, "A convoy.").json()
    second = save(client, segment, "A convoy.").json()
    assert first == second
    assert SegmentEdit.objects.filter(segment=segment).count() == 1


def test_a_text_is_kept_to_the_letter() -> None:
    segment = body_of(factories.in_translation())
    save(as_("basil"), segment, "  Two lines,\r\none <b>bold</b> & true.\n")
    segment.refresh_from_db()
    assert segment.target_text == "  Two lines,\none <b>bold</b> & true.\n"


def test_a_stale_save_gets_both_texts_and_a_merge_and_changes_nothing() -> None:
    """C47."""
    segment = body_of(factories.in_translation())
    basil, farid = as_("basil"), as_("farid")
    save(basil, segment, "A convoy of 12 trucks reached the town on Tuesday.")
    assert (
        save(basil, segment, "A long convoy of 12 trucks reached the town on Tuesday.", base=1).status_code
        == 200
    )
    answer = save(farid, segment, "A convoy of 12 trucks reached the village on Tuesday.", base=1)
    assert answer.status_code == 409
    told = answer.json()
    assert (told["version"], told["clean"]) == (2, True)
    assert told["theirs"] == "A long convoy of 12 trucks reached the town on Tuesday."
    assert told["merged"] == "A long convoy of 12 trucks reached the village on Tuesday."
    assert "Basil Khoury" in told["html"]
    segment.refresh_from_db()
    assert (segment.version, segment.target_text) == (2, told["theirs"])
    assert save(farid, segment, told["merged"], base=2).status_code == 200


@pytest.mark.parametrize(("name", "status"), [("amal", 403), ("dana", 403), ("carine", 409)])
def test_who_may_not_write_is_told_why(name, status) -> None:
    segment = body_of(factories.in_translation())
    answer = save(as_(name), segment, "Mine")
    assert answer.status_code == status
    assert answer.json()["reason"]
    segment.refresh_from_db()
    assert segment.target_text == ""


def test_words_go_in_under_the_name_of_who_typed_them() -> None:
    """A page opened by Basil sends its text after Farid signed in beside it: refused, not signed by Farid."""
    segment = body_of(factories.in_translation())
    answer = save(as_("farid"), segment, "Typed by Basil", by=factories.person("basil").pk)
    assert answer.status_code == 403
    assert "Farid Mansour" in answer.json()["reason"]
    assert not SegmentEdit.objects.exists()


@pytest.mark.parametrize(
    "data",
    [
        {"text": "x"},
        {"text": "x", "base": "-1"},
        {"text": "a\x07b", "base": 0},
        {"text": "\0", "base": 0},
        {"text": "x" * 20_001, "base": 0},
    ],
)
def test_a_save_that_makes_no_sense_is_refused_with_a_sentence(data) -> None:
    segment = body_of(factories.in_translation())
    answer = as_("basil").post(reverse("segment_save", args=[segment.pk]), data)
    assert answer.status_code == 422
    assert answer.json()["reason"]
    assert not SegmentEdit.objects.exists()


def test_nothing_new_is_no_content() -> None:
    translation = factories.in_translation()
    assert hear(as_("basil"), translation).status_code == 204


def test_others_hear_what_changed() -> None:
    translation = factories.in_translation()
    save(as_("basil"), body_of(translation), "A convoy <i>came</i>.")
    news = hear(as_("carine"), translation).json()
    assert [one["id"] for one in news["segments"]] == [body_of(translation).pk]
    assert news["segments"][0]["name"] == "Basil Khoury"
    assert "A convoy &lt;i&gt;came&lt;/i&gt;." in news["segments"][0]["html"]
    assert news["progress"]["segments_done"] == 0
    translation.refresh_from_db()
    assert news["revision"] == translation.revision
    assert hear(as_("carine"), translation).status_code == 204


def test_a_step_renews_every_row_and_says_what_one_may_do_now() -> None:
    translation = factories.submitted()
    news = hear(as_("carine"), translation, state="in_translation", since=translation.revision).json()
    assert len(news["segments"]) == 4
    assert (news["state"], news["editable"]) == ("submitted", False)
    assert "Start the review" in news["head"]


def test_who_is_here_and_where() -> None:
    translation = factories.in_translation()
    segment = body_of(translation)
    hear(as_("basil"), translation, at=segment.pk)
    news = hear(as_("carine"), translation).json()
    assert news["here"] == [{"id": factories.person("basil").pk, "name": "Basil Khoury", "at": segment.pk}]
    assert "segments" not in news
    assert hear(as_("carine"), translation, who=news["who"]).status_code == 204


def test_a_page_in_the_background_is_nobody() -> None:
    translation = factories.in_translation()
    hear(as_("basil"), translation, away=1)
    assert hear(as_("carine"), translation).status_code == 204


def test_history_of_a_segment_shows_each_change() -> None:
    segment = body_of(factories.in_translation())
    basil = as_("basil")
    save(basil, segment, "A convoy of 12 trucks.")
    save(basil, segment, "A convoy of 21 trucks.", base=1)
    page = as_("carine").get(reverse("segment_history", args=[segment.pk])).content.decode()
    assert page.count("Basil Khoury") == 2
    assert "<del>12</del><ins>21</ins>" in page
    bar = as_("farid").get(reverse("segment_since", args=[segment.pk]), {"base": 1}).content.decode()
    assert "<del>12</del><ins>21</ins>" in bar


def test_tracked_changes_stand_in_the_row_by_author() -> None:
    translation = factories.in_review()
    segment = body_of(translation)
    save(as_("carine"), segment, segment.target_text.replace("trucks", "<lorries>"), base=segment.version)
    page = as_("basil").get(reverse("workspace", args=[translation.pk])).content.decode()
    assert 'title="Carine Saleh">trucks</del>' in page
    assert 'title="Carine Saleh">&lt;lorries&gt;</ins>' in page
    assert page.count('class="sign" data-severity="info" data-rail-open="suggestions"') == 1


def test_a_changed_source_shows_what_changed_and_the_old_translation() -> None:
    translation = factories.in_translation()
    factories.translate_all(translation)
    text = factories.text(body=factories.BODY.replace("12", "21"))
    story = translation.story
    workflow.update(story, text, base_number=1, by=factories.person("amal"))
    segment = translation.segments.get(position=3)
    save(as_("basil"), segment, "A convoy of 21 trucks.", base=segment.version)
    page = as_("basil").get(reverse("workspace", args=[translation.pk])).content.decode()
    assert "<del>12</del><ins>21</ins>" in page
    assert factories.ENGLISH[2] in page
    assert page.count("data-reopened") == 1


def test_an_orphan_is_shown_as_one() -> None:
    translation = factories.in_translation()
    factories.translate_all(translation)
    text = factories.text(body=factories.BODY.partition("\n\n")[0])
    workflow.update(translation.story, text, base_number=1, by=factories.person("amal"))
    page = as_("basil").get(reverse("workspace", args=[translation.pk])).content.decode()
    assert page.count("data-orphaned") == 1
    assert factories.ENGLISH[3] in page


def test_the_note_is_the_translators_until_submission() -> None:
    translation = factories.in_translation()
    address = reverse("note_save", args=[translation.pk])
    as_json = {"accept": "application/json"}
    assert as_("basil").post(address, {"text": "Check the name.", "base": ""}).status_code == 200
    assert as_("basil").post(address, {"text": "Check the name.", "base": ""}).status_code == 200, (
        "twice is once"
    )
    translation.refresh_from_db()
    assert translation.note == "Check the name."
    clash = as_("farid").post(address, {"text": "Mine", "base": ""})
    assert clash.status_code == 409
    assert clash.json()["stored"] == "Check the name."
    assert (
        as_("carine").post(address, {"text": "Mine", "base": "Check the name."}, headers=as_json).status_code
        == 409
    )
    translation.refresh_from_db()
    assert translation.note == "Check the name."


@pytest.mark.parametrize("paragraphs", [3, 60])
def test_the_cost_of_each_request(paragraphs, django_assert_num_queries) -> None:
    """Constant in the number of segments: page at most 15, save at most 10, poll 3."""
    body = "\n\n".join(f"الفقرة رقم {n} من النص، وفيها 12 كلمة تقريبا." for n in range(paragraphs - 2))
    translation = factories.in_review(body=body)
    for segment in translation.segments.filter(position__lte=3):
        translations.edit_segment(
            segment.pk,
            text=f"{segment.target_text} indeed",
            base_version=segment.version,
            by=factories.person("carine"),
        )
    translation.refresh_from_db()
    carine = as_("carine")
    with django_assert_num_queries(10):
        assert carine.get(reverse("workspace", args=[translation.pk])).status_code == 200
    with django_assert_num_queries(3):
        assert hear(carine, translation).status_code == 204
    with django_assert_num_queries(11):
        assert hear(carine, translation, since=0, state="").status_code == 200
    segment = body_of(translation)
    with django_assert_num_queries(12):  # of them the two of the transaction itself
        assert save(carine, segment, "Typed anew", base=segment.version).status_code == 200
    fresh = factories.in_translation("farid", body=body, headline="أخرى")
    farid, segment = as_("farid"), body_of(fresh)
    with django_assert_num_queries(10):  # of them the two of the transaction itself
        assert save(farid, segment, "Typed").status_code == 200
    assert json.loads(hear(carine, translation, since=0).content)["order"]
