"""Writing a story: the form, its refusals, conflicts, control characters, the page, permissions."""

import json

import pytest
from django.urls import reverse

from reviews.stories.models import SourceVersion, Story, StoryState
from reviews.translations.models import Translation
from tests import factories
from tests.desk.writing import JSON, client_of, posted, posted_of
from tests.factories import person

pytestmark = pytest.mark.django_db


@pytest.fixture
def amal():
    return client_of("amal")


def test_a_new_story_is_saved_as_a_draft(amal):
    topic = factories.topic()
    answer = amal.post(
        reverse("story_new"), posted(topics=[topic.pk], note="عاجل", deadline="2026-12-01T10:30")
    )
    story = Story.objects.get()
    assert answer.status_code == 302
    assert answer["Location"] == reverse("story_edit", args=[story.pk])
    assert (story.state, story.editor, story.note) == (StoryState.DRAFT, person("amal"), "عاجل")
    assert list(story.topics.all()) == [topic]
    assert story.deadline.isoformat() == "2026-12-01T07:30:00+00:00"
    assert story.current.body == factories.BODY
    assert b"Saved as version 1" in amal.get(answer["Location"]).content


def test_save_and_release_is_one_act(amal):
    amal.post(reverse("story_new"), posted(act="release"))
    story = Story.objects.get()
    assert story.state == StoryState.RELEASED
    assert story.translations.get().segments.count() == 4


def test_nothing_is_saved_when_a_release_lacks_its_body(amal):
    answer = amal.post(reverse("story_new"), posted(body=" \n ", act="release"))
    assert answer.status_code == 422
    assert "A story needs a headline and a body" in answer.content.decode()
    assert not Story.objects.exists()


def test_each_save_with_changes_is_a_version_and_one_without_is_none(amal):
    story = factories.draft()
    url = reverse("story_edit", args=[story.pk])
    amal.post(url, posted_of(story, headline="عنوان آخر"))
    story = Story.objects.get()
    assert story.current.number == 2
    amal.post(url, posted_of(story))
    amal.post(url, posted_of(story, body=story.current.body.replace("\n", "\r\n")))
    assert story.versions.count() == 2
    amal.post(url, posted_of(story, urgency=1))
    assert story.versions.count() == 2
    assert Story.objects.get().urgency == 1


def test_a_script_that_saves_a_draft_stays_and_learns_what_is_stored(amal):
    answer = amal.post(reverse("story_new"), posted(headline="عنوان\x1d جديد"), **JSON)
    data = json.loads(answer.content)
    story = Story.objects.get()
    assert data["stay"] == reverse("story_edit", args=[story.pk])
    assert (data["base"], data["texts"]["headline"]) == (1, "عنوان جديد")
    assert any("U+001D" in note["message"] for note in data["notes"])
    assert data["saved"].startswith("Saved at ")
    later = amal.post(data["stay"], posted_of(story, act="release"), **JSON)
    assert json.loads(later.content) == {"location": reverse("story", args=[story.pk])}


@pytest.mark.parametrize(
    ("field", "dirty", "clean"),
    [
        ("headline", "قافلة\x1d إغاثة", "قافلة إغاثة"),
        ("headline", "قافلة\x00 إغاثة", "قافلة إغاثة"),
        ("dateline", "دوما\x07 - مقابلة", "دوما - مقابلة"),
        ("summary", "ملخص\ufffe قصير", "ملخص قصير"),
        ("body", "النص\x10 هنا\u200f.", "النص هنا\u200f."),
    ],
)
def test_control_characters_go_on_save_and_the_page_says_where(amal, field, dirty, clean):
    answer = amal.post(reverse("story_new"), posted(**{field: dirty}), follow=True)
    assert getattr(SourceVersion.objects.get(), field) == clean
    page = answer.content.decode()
    assert "control character was removed" in page
    assert clean.split()[0] in page.split("control character was removed")[1]


@pytest.mark.parametrize(
    "fields",
    [
        {"headline": ""},
        {"headline": "\x00\x01"},
        {"headline": "ع" * 501},
        {"section": ""},
        {"section": "9" * 40},
        {"section": "x\x00"},
        {"topics": ["9" * 40]},
        {"topics": ["\x00"]},
        {"topics": ["-1", "x"]},
        {"urgency": "9"},
        {"urgency": "\x00"},
        {"deadline": "2026-02-30T10:00"},
        {"deadline": "0001-01-01T00:00"},
    ],
    ids=str,
)
def test_bad_input_comes_back_marked_with_what_was_typed(amal, fields):
    answer = amal.post(reverse("story_new"), posted(**fields))
    assert answer.status_code == 422
    assert "وصلت قافلة من 12 شاحنة" in answer.content.decode()
    assert not Story.objects.exists()


@pytest.mark.parametrize("base", ["", "x", "\x00", "-1", "9" * 30, "٣"])
def test_a_bad_base_number_is_a_conflict_never_an_error(amal, base):
    story = factories.draft()
    answer = amal.post(
        reverse("story_edit", args=[story.pk]), posted_of(story, headline="آخر") | {"base": base}
    )
    assert answer.status_code == 409


def test_a_deadline_in_the_gap_of_the_clocks_is_refused(amal, settings):
    settings.TIME_ZONE = "Europe/London"
    answer = amal.post(reverse("story_new"), posted(deadline="2026-03-29T01:30"))
    assert answer.status_code == 422
    assert "the clocks go forward" in answer.content.decode()


def test_a_conflict_shows_both_texts_and_loses_neither(amal):
    story = factories.draft(body="الفقرة الأولى هنا.\n\nالفقرة الثانية هنا.")
    mine = posted_of(story, body="الفقرة الأولى هناك.\n\nالفقرة الثانية هنا.")
    theirs = posted_of(story, body="الفقرة الأولى هنا.\n\nالفقرة الثانية الآن.")
    url = reverse("story_edit", args=[story.pk])
    assert amal.post(url, theirs).status_code == 302
    answer = amal.post(url, mine)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "الفقرة الأولى هناك.\n\nالفقرة الثانية هنا.</textarea>" in page, "mine stays in the form"
    assert "<del>الآن</del><ins>هنا</ins>" in page
    assert "الفقرة الأولى هناك.\n\nالفقرة الثانية الآن.</template>" in page, "both changes, merged"
    assert 'name="base" value="2"' in page
    assert Story.objects.get().current.number == 2
    assert amal.post(url, mine | {"base": 2}).status_code == 302
    assert Story.objects.get().current.body == mine["body"]


def test_changes_of_the_same_words_offer_no_merge(amal):
    story = factories.draft(body="وصلت عشر شاحنات.")
    url = reverse("story_edit", args=[story.pk])
    amal.post(url, posted_of(story, body="وصلت تسع شاحنات."))
    page = amal.post(url, posted_of(story, body="وصلت ثماني شاحنات.")).content.decode()
    assert "Both changed the same words" in page or "decide by hand" in page
    assert 'data-take="merged"' not in page


# The page of a story


def test_the_page_shows_text_details_and_the_way_on(amal):
    translation = factories.in_translation()
    page = amal.get(reverse("story", args=[translation.story_id])).content.decode()
    assert "وصلت قافلة من 12 شاحنة" in page
    assert reverse("story_edit", args=[translation.story_id]) in page
    assert "Basil Khoury" in page
    assert "started translating" in page


def test_a_draft_offers_its_release_with_the_reason_why_not(amal):
    story = factories.draft(body="")
    page = amal.get(reverse("story", args=[story.pk])).content.decode()
    assert "A story needs a headline and a body" in page
    assert "No text yet" in page
    ready = factories.draft()
    assert reverse("release", args=[ready.pk]) in amal.get(reverse("story", args=[ready.pk])).content.decode()


def test_markup_in_a_story_stays_text(amal):
    story = factories.draft(headline="<script>alert(1)</script>", body="<b>نص</b>\n\n<img src=x>")
    for url in (reverse("story", args=[story.pk]), reverse("story_edit", args=[story.pk])):
        page = amal.get(url).content.decode()
        assert "<script>alert" not in page
        assert "<img src=x" not in page


# Who may

WRITING = ["story_new", "story_upload", "story_preview", "story_paste"]


@pytest.mark.parametrize("name", ["basil", "carine", "dana", "farid"])
def test_only_editors_write(name):
    story = factories.waiting().story
    client = client_of(name)
    for url in WRITING:
        assert client.post(reverse(url), posted(html="x")).status_code == 403, url
    edit = reverse("story_edit", args=[story.pk])
    assert (
        client.get(edit).status_code == client.post(edit, posted_of(story, headline="آخر")).status_code == 403
    )
    assert Story.objects.get().current.number == 1
    page = client.get(reverse("story", args=[story.pk])).content.decode()
    assert edit not in page
    assert reverse("release", args=[story.pk]) not in page


@pytest.mark.parametrize("name", ["basil", "carine", "dana", "eve"])
def test_a_draft_does_not_exist_for_others(name):
    story = factories.draft()
    client = client_of(name)
    for url in ("story", "story_edit", "story_history", "compare"):
        assert client.get(reverse(url, args=[story.pk])).status_code == 404
    body = client.get(reverse("story", args=[story.pk])).content
    assert body == client.get(reverse("story", args=[story.pk + 999])).content.replace(
        str(story.pk + 999).encode(), str(story.pk).encode()
    )


def test_nobody_is_sent_to_sign_in_and_unsafe_reads_are_refused(client, amal):
    story = factories.draft()
    urls = [reverse(name) for name in WRITING]
    urls += [reverse(name, args=[story.pk]) for name in ("story", "story_edit", "story_history", "compare")]
    for url in urls:
        assert client.get(url)["Location"].startswith("/accounts/login/"), url
    for url in urls[2:4]:
        assert amal.get(url).status_code == 405
    for name in ("story", "story_history", "compare"):
        assert amal.post(reverse(name, args=[story.pk])).status_code == 405


def test_a_withdrawn_story_cannot_be_changed(amal):
    translation = factories.published()
    factories.publishing.withdraw(translation.story, by=person("amal"), reason_en="Wrong.", reason_ar="خطأ.")
    answer = amal.get(reverse("story_edit", args=[translation.story_id]))
    assert answer.status_code == 409
    page = amal.get(reverse("story", args=[translation.story_id])).content.decode()
    assert "Wrong." in page
    assert reverse("story_edit", args=[translation.story_id]) not in page


# Queries


@pytest.mark.parametrize("paragraphs", [2, 30])
def test_a_fixed_number_of_queries(amal, django_assert_num_queries, paragraphs):
    body = "\n\n".join(f"الفقرة رقم {number} من النص." for number in range(paragraphs))
    translation = factories.approved(body=body)
    story = translation.story
    for number in range(paragraphs // 2):
        factories.topic(f"topic-{number}")
        factories.workflow.update(
            story,
            factories.text(body=body.replace("من النص", f"من النص {number}")),
            base_number=number + 1,
            by=person("amal"),
        )
    assert Translation.objects.get().segments.exclude(previous_source=None).exists()
    with django_assert_num_queries(9):
        amal.get(reverse("story", args=[story.pk]))
    with django_assert_num_queries(8):
        amal.get(reverse("story_edit", args=[story.pk]))
    story.refresh_from_db()
    typed = posted_of(story, story=story.pk)
    with django_assert_num_queries(8):
        amal.post(reverse("story_preview"), typed)
