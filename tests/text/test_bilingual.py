"""The table of frequent words, read from both sides."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviews.text.bilingual import beginnings, senses


@pytest.mark.parametrize(
    ("arabic", "english"),
    [
        ("قتلى", "killed"),
        ("والحكومة", "government"),
        ("ونفى", "denied"),
        ("بالمفاوضات", "negotiations"),
        ("وأضاف", "added"),
    ],
)
def test_a_word_meets_its_rendering(arabic: str, english: str) -> None:
    assert senses(arabic) & beginnings(english)


@pytest.mark.parametrize(
    ("arabic", "english"), [("قتلى", "government"), ("الحكومة", "water"), ("ونفى", "confirmed")]
)
def test_a_word_does_not_meet_another(arabic: str, english: str) -> None:
    assert senses(arabic)
    assert not senses(arabic) & beginnings(english)


def test_particles_and_unknown_words_say_nothing() -> None:
    assert senses("الذي") == senses("زقزقوق") == frozenset()
    assert beginnings("zzz") == frozenset()


@given(st.text())
def test_any_word_may_be_asked(word: str) -> None:
    assert isinstance(senses(word), frozenset)
    assert isinstance(beginnings(word), frozenset)
