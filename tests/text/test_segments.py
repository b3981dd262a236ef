"""Paragraphs and sentences of both languages, case by case and for any text at all."""

import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviews.text.segments import paragraphs, sentences
from reviews.text.spans import Span

CASES = Path(__file__).parent / "cases"
SENTENCES = tomllib.loads((CASES / "sentences.toml").read_text(encoding="utf-8"))["case"]
PARAGRAPHS = tomllib.loads((CASES / "paragraphs.toml").read_text(encoding="utf-8"))["case"]
# Letters, marks and breaks that the rules speak of, so that rules meet each other.
RULED = st.text(st.sampled_from("دأوwW.3٣…!?؟»«”\"') \u200f\u064f\n\r\u2029،-"), max_size=60)


@pytest.mark.parametrize("case", SENTENCES, ids=lambda case: case["name"])
def test_sentences_of_the_case(case: dict) -> None:
    text = case["text"]
    assert [span.of(text) for span in sentences(text, case["language"])] == case["sentences"]


@pytest.mark.parametrize("case", PARAGRAPHS, ids=lambda case: case["name"])
def test_paragraphs_of_the_case(case: dict) -> None:
    assert [span.of(case["text"]) for span in paragraphs(case["text"])] == case["paragraphs"]


def test_a_span_is_its_pair_of_offsets() -> None:
    assert paragraphs("  One.\n\nTwo. ") == [(2, 6), (8, 12)]
    assert Span(2, 5).of("abcdef") == "cde"


@given(st.one_of(st.text(), RULED), st.sampled_from(["ar", "en"]))
def test_sentences_lie_in_order_and_leave_out_only_white_space(text: str, language: str) -> None:
    spans = sentences(text, language)
    kept = "".join(span.of(text) for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert all(span.of(text) and span.of(text) == span.of(text).strip() for span in spans)
    visible = [c for c in text if not c.isspace() and c not in "\u200b\u200e\u200f\u061c\u2060\ufeff"]
    assert visible == [c for c in kept if not c.isspace() and c not in "\u200b\u200e\u200f\u061c\u2060\ufeff"]


@given(st.one_of(st.text(), RULED), st.sampled_from(["ar", "en"]))
def test_no_sentence_crosses_a_paragraph(text: str, language: str) -> None:
    outer = paragraphs(text)
    assert all(any(p.start <= s.start and s.end <= p.end for p in outer) for s in sentences(text, language))


@pytest.mark.parametrize(
    ("language", "piece"),
    [
        ("ar", "."),
        ("ar", ". "),
        ("ar", "د. "),
        ("ar", ". »"),
        ("ar", "؟ "),
        ("ar", "\u2029"),
        ("ar", "\u200f"),
        ("en", "U.S. The "),
        ("en", "1. a "),
        ("en", "\n"),
        ("en", "a\n"),
        ("en", " "),
        ("en", "!“"),
    ],
)
def test_hostile_repetition_ends(language: str, piece: str) -> None:
    text = piece * (100_000 // len(piece))
    assert sum(span.end - span.start for span in sentences(text, language)) <= len(text)
