"""Word files: tracked changes (C42), order of lists, tables and footnotes (C43), bombs and lies (C44)."""

import contextlib
import io
import struct
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviews.formats import FormatError, docx
from tests.formats.word import NOTES, TOP, W, body, p, packed, run
from tests.formats.word import docx as word

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data" / "interchange"
HEAD, ONE = p("قافلة إغاثة تصل إلى الزيتون"), p("وصلت القافلة إلى البلدة.")


def sentences(document):
    return [notice.message % notice.values for notice in document.notices]


def test_headline_dateline_and_paragraphs():
    found = docx.read(word(HEAD, p("الزيتون - مقابلة"), ONE, p("وغادرت مساء.")))
    assert found.headline == "قافلة إغاثة تصل إلى الزيتون"
    assert found.dateline == "الزيتون - مقابلة"
    assert found.paragraphs == ("وصلت القافلة إلى البلدة.", "وغادرت مساء.")
    assert found.body == "وصلت القافلة إلى البلدة.\n\nوغادرت مساء."
    assert found.notices == ()


def test_tracked_changes_are_read_as_accepted_and_said():
    inserted, deleted = f"<w:ins>{run('١٢')}</w:ins>", "<w:del><w:r><w:delText>عشرة</w:delText></w:r></w:del>"
    found = docx.read(word(p("وصل ", deleted, inserted, " جريحاً إلى المشفى.")))
    assert found.paragraphs == ("وصل ١٢ جريحاً إلى المشفى.",)
    assert "tracked changes" in sentences(found)[0]
    assert "1 insertions kept, 1 deletions left out" in sentences(found)[0]


def test_text_inside_a_deletion_never_comes_through_even_as_ordinary_text():
    found = docx.read(word(p("قبل ", f"<w:moveFrom>{run('محذوف')}</w:moveFrom>", "بعد.")))
    assert found.paragraphs == ("قبل بعد.",)


def test_a_deleted_paragraph_end_joins_the_next_paragraph():
    gone = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + run("وصلت القافلة ") + "</w:p>"
    assert docx.read(word(gone, p("إلى البلدة."))).paragraphs == ("وصلت القافلة إلى البلدة.",)


def test_lists_and_tables_are_paragraphs_in_order():
    cells = f"<w:tbl><w:tr><w:tc>{p('١٢٥')}</w:tc><w:tc>{p('دمشق')}</w:tc></w:tr></w:tbl>"
    found = docx.read(word(HEAD, ONE, p("أولا.", style="ListParagraph"), p("ثانيا."), cells))
    assert found.paragraphs[1:] == ("أولا.", "ثانيا.", "١٢٥", "دمشق")
    assert sentences(found) == ["Tables: 1; each cell became a paragraph."]


def test_footnotes_keep_their_place_and_text():
    note = '<w:r><w:footnoteReference w:id="7"/></w:r>'
    notes = (
        f'<w:footnotes xmlns:w="{W}"><w:footnote w:type="separator" w:id="0">{p("---")}</w:footnote>'
        f'<w:footnote w:id="7">{p("بحسب المجلس المحلي.")}</w:footnote></w:footnotes>'
    )
    parts = {"word___rels__document.xml.rels": NOTES, "word__footnotes.xml": notes}
    found = docx.read(word(HEAD, p("وصلت القافلة", note, "."), **parts))
    assert found.paragraphs == ("وصلت القافلة [1].", "[1] بحسب المجلس المحلي.")


def test_a_styled_title_is_the_headline_whatever_it_ends_with():
    found = docx.read(word(p("هل تصل القافلة؟", style="Title"), ONE))
    assert (found.headline, found.paragraphs) == ("هل تصل القافلة؟", ("وصلت القافلة إلى البلدة.",))


def test_hidden_text_fields_and_fallbacks_stay_out():
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>سر</w:t></w:r>"
    field = "<w:r><w:instrText>HYPERLINK x</w:instrText></w:r>"
    compat = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    twice = (
        f'<mc:AlternateContent xmlns:mc="{compat}"><mc:Choice>{run("مرة")}</mc:Choice>'
        f"<mc:Fallback>{run('مرة')}</mc:Fallback></mc:AlternateContent>"
    )
    assert docx.read(word(p("قبل ", hidden, field, twice, " بعد."))).paragraphs == ("قبل مرة بعد.",)


# C44: what wants to eat the server


def zip_of(size, *, said=None, filler=b"<w:p/>"):
    """A .docx whose document.xml unpacks to `size` bytes, and says it is `said` bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("_rels/.rels", TOP)
        with file.open("word/document.xml", "w") as part:
            part.write(f'<w:document xmlns:w="{W}"><w:body>'.encode())
            for _ in range(size // 2**20):
                part.write(filler * (2**20 // len(filler)))
    data = out.getvalue()
    if said is not None:
        real = zipfile.ZipFile(io.BytesIO(data)).getinfo("word/document.xml").file_size
        data = data.replace(struct.pack("<L", real), struct.pack("<L", said))
    return data


@pytest.mark.parametrize("said", [None, 1000])
def test_a_bomb_is_refused_in_bounded_memory_whatever_it_says_of_its_size(said):
    bomb = zip_of(64 * 2**20, said=said)
    assert len(bomb) < 400_000
    tracemalloc.start()
    with pytest.raises(FormatError):
        docx.read(bomb)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 16 * 2**20


def test_the_limit_counts_what_came_out_even_where_it_says_nothing():
    empty = b"<!--" + b" " * 1000 + b"-->"
    with pytest.raises(FormatError, match="unpacks to more than 40 MB"):
        docx.read(zip_of(48 * 2**20, filler=empty))


def test_fifty_thousand_entries_are_refused_before_any_is_looked_at():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for number in range(50_000):
            file.writestr(f"{number}", b"")
    data = out.getvalue()
    with pytest.raises(FormatError, match="more than 2000 packed parts"):
        docx.read(data)


@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE x [<!ENTITY a "{}">]>'.format("ب" * 50) + "<x>&a;</x>",
        '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]><w>&x;</w>',
        '<!DOCTYPE w SYSTEM "http://example.org/x.dtd"><w/>',
    ],
)
def test_a_document_type_is_refused_with_its_entities(declaration):
    with pytest.raises(FormatError, match="document type"):
        docx.read(packed(declaration))


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "empty"),
        (b"PK\x03\x04 and nothing else", "damaged"),
        (b"no zip at all", "damaged"),
        (packed("<w:document"), "damaged"),
        (packed(body(ONE))[:-30], "damaged"),
        (packed(body()), "no text"),
    ],
)
def test_broken_files_say_what_to_do(data, sentence):
    with pytest.raises(FormatError, match=sentence):
        docx.read(data)


def test_a_file_that_is_too_large_is_not_even_opened():
    with pytest.raises(FormatError, match="larger than 10 MB"):
        docx.read(bytes(10 * 2**20 + 1))


def test_a_story_of_endless_text_is_refused():
    with pytest.raises(FormatError, match="longer than 500000"):
        docx.read(word(*[p("كلمة " * 20_000)] * 6))


GOOD = word(HEAD, ONE, p("سطر", f"<w:ins>{run('جديد')}</w:ins>"))


@given(st.integers(0, len(GOOD) - 1), st.binary(max_size=6), st.integers(0, 40))
def test_a_damaged_file_is_read_or_refused_never_worse(at, put, drop):
    data = GOOD[:at] + put + GOOD[at + drop :]
    with contextlib.suppress(FormatError):
        docx.read(data)


@given(st.text(alphabet="<>/wptrdelins:& \n\"='xب", max_size=80))
def test_any_document_xml_is_read_or_refused(xml):
    with contextlib.suppress(FormatError):
        docx.read(packed(f'<w:document xmlns:w="{W}">{xml}</w:document>'))


EMPTY = {
    "pythondocx_blk-containing-table",
    "pythondocx_doc-no-coreprops",
    "pythondocx_sty-having-no-styles-part",
}


def shared(pattern):
    return sorted(SHARED.glob(pattern)) or [None]


@pytest.mark.parametrize("path", shared("docx/*.docx"), ids=lambda path: path and path.stem)
def test_files_of_other_tools_are_read(path):
    if path is None:
        pytest.skip("../shared/data/interchange is not here")
    if path.stem in EMPTY:
        with pytest.raises(FormatError, match="no text"):
            docx.read(path.read_bytes())
    else:
        found = docx.read(path.read_bytes())
        assert found.headline or found.paragraphs


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("docxjs_revision", "Original text insered"),
        ("pandoc_track_changes_insertion", "This is a text with two exciting insertions."),
        ("pandoc_track_changes_deletion", "This is a text with a deletion."),
        ("pandoc_track_changes_scrubbed_metadata", "Here is a test document."),
    ],
)
def test_tracked_changes_of_other_tools(name, expected):
    path = SHARED / "docx" / f"{name}.docx"
    if not path.exists():
        pytest.skip("../shared/data/interchange is not here")
    found = docx.read(path.read_bytes())
    assert found.paragraphs[0] == expected
    assert "tracked changes" in sentences(found)[0]


@pytest.mark.parametrize("name", ["pandoc_rtl_article", "libreoffice_rtl_article"])
def test_articles_of_other_tools(name):
    path = SHARED / "written_by_other_tools" / f"{name}.docx"
    if not path.exists():
        pytest.skip("../shared/data/interchange is not here")
    found = docx.read(path.read_bytes())
    assert found.headline.startswith("قرش يصيب طفلا")
    assert found.paragraphs.index("١٢٥") + 1 == found.paragraphs.index("دمشق") or "دمشق" in found.paragraphs
    assert found.paragraphs[-1].startswith("[1] ")
