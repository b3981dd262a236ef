"""Text on its way into the form: the preview of segments, paste (C61), files."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from reviews.stories.models import Story
from tests import factories
from tests.desk.writing import JSON, client_of, posted, posted_of
from tests.formats.word import docx, p

pytestmark = pytest.mark.django_db


@pytest.fixture
def amal():
    return client_of("amal")


# Preview


def test_the_preview_counts_segments_and_words(amal):
    answer = amal.post(
        reverse("story_preview"), posted(body="جملة أولى.\r\n\r\nجملة ثانية.", headline="عنوان")
    )
    page = answer.content.decode()
    assert "4 segments" in page
    assert "8 words" in page
    assert not Story.objects.exists()


def test_the_preview_of_a_released_story_says_what_would_reopen(amal):
    translation = factories.approved()
    story = translation.story
    body = story.current.body.replace("12", "15")
    page = amal.post(reverse("story_preview"), posted_of(story, body=body, story=story.pk)).content.decode()
    assert "1 segment would reopen" in page
    assert "The translation leaves “Approved”" in page
    same = amal.post(reverse("story_preview"), posted_of(story, story=story.pk)).content.decode()
    assert "No segment is touched" in same


@pytest.mark.parametrize(
    "body",
    ["", "headline=%00", "story=%00x", "body=%ED%A0%80%FF", "topics=x&section=%00", "body=" + "a" * 500_001],
)
def test_the_preview_takes_anything(amal, body):
    answer = amal.post(reverse("story_preview"), body, content_type="application/x-www-form-urlencoded")
    assert answer.status_code == 200


# Paste and upload


def test_a_paste_from_word_becomes_paragraphs(amal):
    html = "<p class=MsoNormal>واحد</p><p class=MsoNormal>اثنان</p><p class=MsoNormal>ثلاثة</p><script>x</script>"
    data = json.loads(amal.post(reverse("story_paste"), {"html": html}).content)
    assert data == {"text": "واحد\n\nاثنان\n\nثلاثة", "count": 3}


def upload(name, data):
    return SimpleUploadedFile(name, data)


def test_an_upload_fills_the_form_and_stores_nothing(amal):
    file = upload("خبر.docx", docx(p("عنوان الملف"), p("دوما - سمارت"), p("النص هنا.")))
    answer = amal.post(reverse("story_upload"), {"file": file})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "عنوان الملف</textarea>" in page
    assert 'value="دوما - سمارت"' in page
    assert "Nothing is stored until you save" in page
    assert not Story.objects.exists()


def test_an_upload_into_a_story_keeps_its_details_and_base(amal):
    story = factories.draft()
    file = upload("a.txt", "عنوان من ملف\n\nنص من ملف هنا.".encode())
    page = amal.post(reverse("story_upload"), {"file": file, "story": story.pk}).content.decode()
    assert "عنوان من ملف</textarea>" in page
    assert f'action="{reverse("story_edit", args=[story.pk])}"' in page
    assert f'name="topics" value="{factories.topic().pk}" checked' in page
    assert Story.objects.get().current.number == 1


def test_an_upload_for_a_script_is_data(amal):
    file = upload("a.html", "<h1>عنوان</h1><p>نص <del>قديم</del></p>".encode())
    data = json.loads(amal.post(reverse("story_upload"), {"file": file}, **JSON).content)
    assert data["texts"] == {"headline": "عنوان", "dateline": "", "body": "نص"}
    assert data["notices"] == ["Struck-out text was left out."]


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("a.pdf", b"%PDF", "This is a PDF"),
        ("a.docx", b"PK\x03\x04", "damaged"),
        ("a.txt", b"", "The file is empty"),
        ("a.txt", b"\x00\x01", "not plain text"),
        ("a.txt", b"a" * (10 * 2**20 + 1), "larger than 10 MB"),
    ],
    ids=["pdf", "zip", "empty", "binary", "large"],
)
def test_a_wrong_file_says_why_and_changes_nothing(amal, name, data, sentence):
    answer = amal.post(reverse("story_upload"), {"file": upload(name, data)})
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    again = amal.post(reverse("story_upload"), {"file": upload(name, data)}, **JSON)
    assert (again.status_code, sentence in json.loads(again.content)["reason"]) == (422, True)
    assert amal.post(reverse("story_upload"), {}).status_code == 422
    assert not Story.objects.exists()


def test_a_refusal_speaks_the_language_of_the_interface(amal):
    amal.cookies["django_language"] = "ar"
    answer = amal.post(reverse("story_upload"), {"file": upload("a.pdf", b"%PDF")})
    assert "هذا ملف PDF" in answer.content.decode()
