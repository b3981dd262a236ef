"""HTML: headline, paragraphs (C61), what never comes through, bad input."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviews.formats import FormatError, html

PARTS = ["وصلت القافلة.", "وغادرت مساء.", "ولم تسجل إصابات."]
WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal {margin:0}</style>
<!--[if gte mso 9]><xml><o:x>سر</o:x></xml><![endif]--></head><body><!--StartFragment-->
<p class=MsoNormal dir=RTL><span lang=AR-SA>وصلت
القافلة.<o:p></o:p></span></p><p class=MsoNormal>وغادرت&nbsp;مساء.</p>
<p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>·&nbsp;</span><![endif]>ولم تسجل إصابات.</p>
<!--EndFragment--></body></html>"""


@pytest.mark.parametrize(
    "markup",
    [
        "<br><br>".join(PARTS),
        "<p class=MsoNormal>" + "</p><p class=MsoNormal>".join(PARTS) + "</p>",
        "<div>" + "</div>\r\n<div>".join(PARTS) + "</div>",
        "<ul><li>" + "<li>".join(PARTS) + "</ul>",
        "\u2029".join(PARTS),
        "<table><tr><td>" + "</td></tr><tr><td>".join(PARTS) + "</td></tr></table>",
    ],
)
def test_three_paragraphs_are_three(markup):
    assert html.pasted(markup) == PARTS


def test_what_word_puts_on_the_clipboard():
    assert html.pasted(WORD) == ["وصلت القافلة.", "وغادرت\u00a0مساء.", "ولم تسجل إصابات."]


def test_an_h1_is_the_headline_and_the_title_stands_in_for_it():
    page = "<title>الموقع</title><h1>عنوان <b>الخبر</b></h1><p>دوما - سمارت</p><p>وصلت القافلة.</p>"
    found = html.read(page.encode())
    assert (found.headline, found.dateline, found.paragraphs) == (
        "عنوان الخبر",
        "دوما - سمارت",
        ("وصلت القافلة.",),
    )
    assert html.read(page.replace("h1", "h2").encode()).headline == "الموقع"


def test_scripts_styles_and_furniture_stay_out():
    page = (
        "<h1>عنوان</h1><script>alert(1)</script><style>x{}</style><nav>قائمة</nav><template>قالب</template>"
        "<p onclick='x()'>النص <del>القديم</del>هنا.<img src=x onerror=alert(1)></p><footer>ذيل</footer><p hidden>سر</p>"
    )
    found = html.read(page.encode())
    assert found.paragraphs == ("النص هنا.",)
    assert [notice.message for notice in found.notices] == ["Struck-out text was left out."]


def test_a_declared_windows_1256_page_is_read():
    page = "<meta charset=windows-1256><h1>عنوان</h1><p>النص هنا.</p>"
    assert html.read(page.encode("windows-1256")).headline == "عنوان"
    assert html.read(page.replace(" charset=windows-1256", "").encode("windows-1256")).headline == "عنوان"


def test_entities_are_signs_and_never_files():
    page = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]><p>قبل &amp; بعد &x; &#x1d; .</p>'
    assert "&x;" in html.read(page.encode()).body


@pytest.mark.parametrize(
    ("data", "sentence"),
    [(b"", "empty"), (b"<p></p>", "no text"), (b"<p>" + b"a " * 300_000, "longer than")],
    ids=range(3),
)
def test_wrong_pages_say_what_to_do(data, sentence):
    with pytest.raises(FormatError, match=sentence):
        html.read(data)


def test_a_deep_page_does_not_bring_it_down():
    with contextlib.suppress(FormatError):
        html.read(b"<div>" * 50_000 + "نص".encode())


@given(st.text(alphabet="<>/pbrdivh1&;#x\"'= \n!-[]سلام", max_size=120))
def test_any_markup_is_read_or_refused(markup):
    with contextlib.suppress(FormatError):
        html.read(markup.encode())
    with contextlib.suppress(FormatError):
        assert all("\n" not in part for part in html.pasted(markup))


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data):
    with contextlib.suppress(FormatError):
        html.read(data)
