"""Which reader a file gets, and what files of other kinds are told."""

import pytest

from reviews.formats import FormatError, read_story
from tests.formats.word import docx, p

WORD = docx(p("عنوان الخبر"), p("النص هنا."))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("خبر.docx", WORD),
        ("NEWS.DOCX", WORD),
        ("خبر.txt", "عنوان الخبر\n\nالنص هنا.".encode()),
        ("a.b.html", "<h1>عنوان الخبر</h1><p>النص هنا.</p>".encode()),
    ],
)
def test_each_kind_is_read(name, data):
    found = read_story(name, data)
    assert (found.headline, found.paragraphs) == ("عنوان الخبر", ("النص هنا.",))


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("خبر.pdf", b"%PDF-1.7", "This is a PDF"),
        ("خبر.docx", b"%PDF-1.7", "This is a PDF"),
        ("خبر.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Word file"),
        ("خبر.rtf", b"{\\rtf1", "RTF"),
        ("خبر.odt", b"PK\x03\x04", "خبر.odt"),
        ("خبر", b"x", "from .txt, .docx or .html"),
        ("", b"x", "from .txt, .docx or .html"),
        ("خبر.txt", WORD, "packed file"),
    ],
)
def test_other_kinds_are_told_what_to_do(name, data, sentence):
    with pytest.raises(FormatError, match=sentence):
        read_story(name, data)
