"""English words and what they may be forms of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviews.text.english import Base, bases, matches_word


@pytest.mark.parametrize(
    ("word", "term"),
    [
        ("Homs’s", "Homs"), ("HOMS", "Homs"), ("truces", "truce"), ("militias'", "militias'"), ("cities", "city"),
        ("losses", "loss"), ("Truce's", "truce"), ("branches", "branch"),
    ],
)  # fmt: skip
def test_forms_of_a_word(word: str, term: str) -> None:
    assert matches_word(word, term)


@pytest.mark.parametrize(
    ("word", "term"), [("Homsi", "Homs"), ("crisis", "crisi"), ("pass", "pas"), ("his", "hi")]
)
def test_other_words(word: str, term: str) -> None:
    assert not matches_word(word, term)


def test_a_possessive_says_how_much_to_leave_out() -> None:
    assert bases("homs's") == (Base("homs's", 0), Base("homs", 2), Base("hom", 2))


@given(st.text(), st.text())
def test_any_text_may_be_asked(word: str, term: str) -> None:
    matches_word(word, term)
    assert bases(word)[0] == Base(word, 0)
