"""A word diff as HTML: whole words, both scripts, nothing unescaped, and either text can be read out of it."""

import re

from hypothesis import given
from hypothesis import strategies as st

from reviews.web.marks import diff_html, diff_sides

OLD = "وصلت القافلة إلى دوما في 27 آذار 2018."
NEW = "وصلت قافلة إلى دوما في 28 آذار 2018."


def test_changed_words_are_marked_whole():
    assert diff_html(OLD, NEW) == (
        "وصلت <del>القافلة</del><ins>قافلة</ins> إلى دوما في <del>27</del><ins>28</ins> آذار 2018."
    )


def test_with_a_language_it_carries_its_direction():
    assert diff_html("دوما", "دوما", "ar") == '<span lang="ar" dir="rtl">دوما</span>'
    assert diff_html("Douma", "Douma", "en").startswith('<span lang="en" dir="ltr">')


def test_two_columns_show_each_text_once():
    left, right = diff_sides(OLD, NEW)
    assert left == "وصلت <del>القافلة</del> إلى دوما في <del>27</del> آذار 2018."
    assert right == "وصلت <ins>قافلة</ins> إلى دوما في <ins>28</ins> آذار 2018."


def test_markup_in_a_text_stays_text():
    html = diff_html("<b>دوما</b> & {0}", '<script>alert("x")</script> {} %s')
    assert not re.search(r"<(?!/?(ins|del)>)", html)


def plain(html, drop):
    """The text left when one kind of mark is dropped with its words."""
    text = re.sub(rf"<{drop}>.*?</{drop}>", "", html, flags=re.DOTALL)
    text = re.sub(r"</?(ins|del)>", "", text)
    for entity, sign in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&#x27;", "'"), ("&amp;", "&")):
        text = text.replace(entity, sign)
    return text


WORDS = st.lists(st.sampled_from("دوما القافلة 12 ١٢ . ، & <b> {} قُتِلَ convoy the".split()), max_size=12)


@given(WORDS.map(" ".join), WORDS.map(" ".join))
def test_both_texts_can_be_read_out_of_the_diff(before, after):
    html = diff_html(before, after)
    assert plain(html, "ins") == before
    assert plain(html, "del") == after
