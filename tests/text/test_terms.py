"""Phrases of a glossary in a text."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviews.text.terms import Match, TermIndex

CASES = tomllib.loads((Path(__file__).parent / "cases" / "terms.toml").read_text(encoding="utf-8"))["case"]
WORDS = [
    "جيش",
    "الإسلام",
    "وبجيش",
    "هدنة",
    "بالهدنة",
    "في",
    "،",
    "\u00a0",
    "ل",
    "ال",
    "وال",
    "US",
    "U.S.",
    "army's",
    "-",
]
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(WORDS)).map(" ".join))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_phrases_of_the_case(case: dict) -> None:
    index = TermIndex([(term, term) for term in case["terms"]], case["language"])
    found = [[text, "|".join(match.span.of(text) for match in index.find(text))] for text, _ in case["found"]]
    assert found == case["found"]


def test_c27_the_span_is_in_the_stored_text() -> None:
    index = TermIndex([("دوما", "Douma")], "ar")
    assert index.find("قُتِلَ مَدَنِيٌّ في دوما") == [Match((20, 24), ("Douma",))]


def test_a_phrase_may_stand_for_several_things() -> None:
    index = TermIndex([("هدنة", 1), ("هدنة", 2), ("هدنه", 3), ("هدنة", 1)], "ar")
    assert index.find("الهدنة") == [Match((0, 6), (1, 2))]


def test_terms_that_differ_in_a_hamza_are_told_apart_where_it_is_written() -> None:
    index = TermIndex([("إعلام", "media"), ("أعلام", "flags")], "ar")
    assert [match.values for match in index.find("أعلام إعلام اعلام")] == [
        ("flags",),
        ("media",),
        ("media", "flags"),
    ]


def test_the_article_of_a_phrase_is_on_both_words_or_on_none() -> None:
    index = TermIndex([("قصف جوي", 1)], "ar")
    assert index.find("بالقصف الجوي")
    assert not index.find("قصف الجوي")


def test_an_empty_index_and_empty_phrases_find_nothing() -> None:
    assert TermIndex([], "ar").find("هدنة") == TermIndex([("", 1), (" \u200f", 2)], "ar").find("هدنة") == []


@pytest.mark.parametrize("language", ["ar", "en"])
@given(text=TEXTS, phrases=st.lists(TEXTS, max_size=5))
def test_spans_lie_in_order_in_any_text(language: str, text: str, phrases: list[str]) -> None:
    matches = TermIndex([(phrase, phrase) for phrase in phrases], language).find(text)
    ends = [0, *(match.span.end for match in matches)]
    for before, match in zip(ends, matches, strict=False):
        assert before <= match.span.start < match.span.end <= len(text)


@pytest.mark.parametrize("language", ["ar", "en"])
@given(words=st.lists(st.sampled_from(["جيش", "هدنة", "Homs", "army", "إدلب"]), min_size=1, max_size=4))
def test_a_phrase_is_found_in_itself(language: str, words: list[str]) -> None:
    phrase = " ".join(words)
    assert TermIndex([(phrase, 1)], language).find(f"({phrase})") == [Match((1, 1 + len(phrase)), (1,))]


@pytest.mark.parametrize(
    ("language", "piece"),
    [
        ("ar", "ا "),
        ("ar", "وال"),
        ("ar", "لل "),
        ("ar", "\u064b"),
        ("ar", "("),
        ("en", "a b "),
        ("en", "s' "),
        ("en", " "),
    ],
)
def test_hostile_texts_end(language: str, piece: str) -> None:
    text = piece * (100_000 // len(piece))
    index = TermIndex([("ا ا ا ا ا ا ب", 1), ("a b a b a c", 2), ("a b", 3)], language)
    assert all(match.values == (3,) for match in index.find(text))
