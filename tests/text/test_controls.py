"""Control characters: gone, and said where (C54)."""

from hypothesis import given
from hypothesis import strategies as st

from reviews.text.controls import Removed, without_controls


def test_what_goes_and_what_stays():
    text, removed = without_controls("قافلة\x1d إغاثة\u200f\n\tفي\u202b دوما\u202c \x00\ufffe.")
    assert text == "قافلة إغاثة\u200f\n\tفي\u202b دوما\u202c ."
    assert removed[0] == Removed("U+001D", "قافلة")
    assert [one.code for one in removed] == ["U+001D", "U+0000", "U+FFFE"]


def test_old_line_ends_become_new_lines():
    assert without_controls("a\x0bb\x0cc") == ("a\nb\nc", [])


@given(st.text())
def test_each_one_gone_is_told_and_a_second_look_finds_none(text):
    clean, removed = without_controls(text)
    assert len(clean) == len(text) - len(removed)
    assert without_controls(clean) == (clean, [])
    clean.encode()
