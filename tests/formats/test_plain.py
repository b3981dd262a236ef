"""Text files: encodings, headline and dateline, wrapped lines (C61), controls (C54), bad input."""

import codecs
import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviews.formats import FormatError, plain

STORY = (
    "قافلة إغاثة تصل إلى الزيتون\nالزيتون - مقابلة\n\nوصلت القافلة إلى البلدة.\n\nوغادرت مساء، بلا إصابات.\n"
)


@pytest.mark.parametrize(
    "data",
    [
        STORY.encode(),
        codecs.BOM_UTF8 + STORY.encode(),
        codecs.BOM_UTF16_LE + STORY.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + STORY.encode("utf-16-be"),
        STORY.encode("windows-1256"),
        STORY.replace("\n", "\r\n").encode(),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16-le", "utf-16-be", "windows-1256", "crlf"],
)
def test_every_encoding_gives_the_same_story(data):
    found = plain.read(data)
    assert found.headline == "قافلة إغاثة تصل إلى الزيتون"
    assert found.dateline == "الزيتون - مقابلة"
    assert found.paragraphs == ("وصلت القافلة إلى البلدة.", "وغادرت مساء، بلا إصابات.")
    assert found.notices == ()


@pytest.mark.parametrize("between", ["\r\n\r\n", "\u2029", "\n \n", "\n\n\n"])
def test_three_paragraphs_are_three_however_they_are_parted(between):
    text = between.join(["وصلت القافلة.", "وغادرت مساء.", "ولم تسجل إصابات."])
    assert len(plain.read(text.encode()).paragraphs) == 3


def test_wrapped_wire_copy_keeps_its_paragraphs():
    words = "وصلت قافلة من المساعدات إلى البلدة صباح اليوم بعد انتظار طويل على الطريق".split()
    wrapped = "\n".join(" ".join(words) for _ in range(4)) + "."
    found = plain.read(f"{wrapped}\n\n{wrapped}".encode())
    assert len(found.paragraphs) == 2
    assert "\n" not in found.body.replace("\n\n", "")


@pytest.mark.parametrize(
    "line",
    ["دوما - سمارت", "ريف دمشق – مقابلة", "(دوما - سمارت)", "دوما - سمارت:", "الغوطة الشرقية - مقابلة"],
)
def test_datelines_are_recognised(line):
    found = plain.read(f"عنوان الخبر\n{line}\n\nالنص هنا.".encode())
    assert found.dateline == line.strip("():")
    assert found.headline == "عنوان الخبر"


@pytest.mark.parametrize("line", ["وقال: دوما - سمارت.", "هدنة - أخيرا - في دوما بعد أسابيع طويلة من القتال"])
def test_what_is_no_dateline_stays_text(line):
    assert plain.read(f"عنوان\n\n{line}\n\nالنص.".encode()).dateline == ""


def test_a_dateline_in_brackets_before_the_text_is_taken_off():
    found = plain.read("عنوان الخبر\n\n(دوما - سمارت) وصلت القافلة.".encode())
    assert (found.dateline, found.paragraphs) == ("دوما - سمارت", ("وصلت القافلة.",))


def test_a_text_without_a_headline_stays_whole():
    found = plain.read("وصلت القافلة إلى البلدة.\n\nوغادرت مساء.".encode())
    assert (found.headline, len(found.paragraphs)) == ("", 2)


def test_control_characters_go_and_are_counted():
    found = plain.read("عنوان\x1d الخبر\n\nالنص\x10 هنا\ufffe وهناك\u200f، وفي كل مكان.".encode())
    assert found.headline == "عنوان الخبر"
    assert found.paragraphs == ("النص هنا وهناك\u200f، وفي كل مكان.",)
    assert [notice.values["count"] for notice in found.notices] == [3]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "empty"),
        (b" \n\n ", "no text"),
        ("نص".encode("utf-16-le"), "UTF-16 without its mark"),
        ("نص عربي".encode("utf-16-le") + b"\x00 a", "UTF-16 without its mark"),
        (codecs.BOM_UTF16_LE + b"\x01\xd8\x01", "breaks at byte"),
        (codecs.BOM_UTF8 + b"\xff\xfe", "breaks at byte 0"),
        (bytes(range(128, 256)), "neither UTF-8"),
        (b"\x89PNG\r\n\x1a\n\x00", "not plain text"),
        ("كلمة ".encode() * 100_001, "longer than"),
    ],
    ids=range(9),
)
def test_wrong_files_say_what_to_do(data, sentence):
    with pytest.raises(FormatError, match=sentence):
        plain.read(data)


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data):
    with contextlib.suppress(FormatError):
        plain.read(data)


@given(st.text(max_size=200))
def test_any_text_loses_no_letter(text):
    with contextlib.suppress(FormatError):
        found = plain.read(text.encode("utf-8", "surrogatepass"))
        kept = sorted(c for c in f"{found.headline}{found.dateline}{found.body}" if c.isalnum())
        assert kept == sorted(c for c in text if c.isalnum())
