"""Words and pieces of both scripts, and how alike texts are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviews.text.tokens import is_word, ngrams, pieces, similarity, word_similarity, words


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("قُتِلَ ١٢ مدنيّاً.", ["قُتِلَ", " ", "١٢", " ", "مدنيّاً", "."]),
        ("١٬٢٥٠٫٥٠ أو 1,250.50", ["١٬٢٥٠٫٥٠", " ", "أو", " ", "1,250.50"]),
        ("Jaysh-al-Islam’s", ["Jaysh", "-", "al", "-", "Islam’s"]),
        ("«نعم»، قال", ["«", "نعم", "»", "،", " ", "قال"]),
        ("3, 5 and ‘7’", ["3", ",", " ", "5", " ", "and", " ", "‘", "7", "’"]),
        ("ب\u200dـ25\u200f", ["ب\u200dـ25", "\u200f"]),
    ],
)
def test_pieces(text: str, cut: list[str]) -> None:
    assert pieces(text) == cut


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (
            "The U.S. cease-fire began at 5 a.m. on www.example.org.",
            "The U.S. cease-fire began at 5 a.m. on www.example.org",
        ),
        ("F-16 – don't", "F-16 don't"),
        ("قالت وكالة أ.ف.ب إن المدينة.وقال آخرون", "قالت وكالة أ.ف.ب إن المدينة وقال آخرون"),
        ("«الدفاع المدني»، ٢٥٫٥ في المئة", "الدفاع المدني ٢٥٫٥ في المئة"),
        (" - … ", ""),
    ],
)
def test_words_as_a_reader_counts_them(text: str, read: str) -> None:
    assert [span.of(text) for span in words(text)] == read.split()


def test_ngrams() -> None:
    assert ngrams("abcd", 3) == [("a", "b", "c"), ("b", "c", "d")]
    assert ngrams(["one"], 2) == []


def test_similarity_is_a_share_of_letters_and_zero_below_the_cutoff() -> None:
    assert similarity("دوما", "دوما") == similarity("", "") == 1
    assert similarity("abcd", "abcx") == 0.75
    assert similarity("abcd", "abcx", cutoff=0.8) == 0


def test_word_similarity_counts_words_in_order() -> None:
    assert word_similarity("أصيب 12 مدنياً أمس", "أصيب 21 مدنياً أمس") == 0.75
    assert word_similarity("", "") == 1


@given(st.text())
def test_pieces_are_the_text_and_words_are_in_it(text: str) -> None:
    assert "".join(pieces(text)) == text
    spans = words(text)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert bool(spans) == any(map(is_word, pieces(text)))
