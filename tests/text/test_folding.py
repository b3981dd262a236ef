"""What folding must keep in both languages: the same again when repeated, and the way back."""

import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviews.text import arabic, english
from reviews.text.folding import Level

CASES = tomllib.loads((Path(__file__).parent / "cases" / "folding.toml").read_text(encoding="utf-8"))["case"]
LANGUAGES = {"ar": arabic, "en": english}
ALL = [(language, level) for language in (arabic, english) for level in Level]
TEXTS = st.one_of(
    st.text(),
    st.text(st.sampled_from("اأويىهة\u0654\u0655\u0653\u064eـ \u00a0\u200f\u200dﻻﷺ٣…éE\u0301“"), max_size=30),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_spellings_of_the_case(case: dict) -> None:
    def normal(text: str) -> str:
        return LANGUAGES[case["language"]].normalise(text, Level(case["level"]))

    for one, other in case["same"]:
        assert normal(one) == normal(other)
    for one, other in case["different"]:
        assert normal(one) != normal(other)


@pytest.mark.parametrize(("language", "level"), ALL)
def test_folding_again_changes_no_character(language: ModuleType, level: Level) -> None:
    step = (
        7 if level == Level.SEARCH else 31
    )  # the first planes whole, the rest in steps: a run over all takes long
    for code in [*range(0x3000), *range(0xFB00, 0x10000), *range(0x3000, sys.maxunicode, step * 101)]:
        once = language.normalise(chr(code), level)
        assert language.normalise(once, level) == once, hex(code)


@pytest.mark.parametrize(("language", "level"), ALL)
@given(text=TEXTS)
def test_folding_again_changes_nothing_and_both_ways_agree(
    language: ModuleType, level: Level, text: str
) -> None:
    folded = language.fold(text, level)
    assert folded.text == language.normalise(text, level)
    assert language.fold(folded.text, level).text == folded.text


@pytest.mark.parametrize(("language", "level"), ALL)
@given(text=TEXTS)
def test_offsets_map_back(language: ModuleType, level: Level, text: str) -> None:
    folded = language.fold(text, level)
    assert len(folded.starts) == len(folded.ends) == len(folded.text)
    assert list(folded.starts) == sorted(folded.starts)
    for at in range(len(folded.text)):
        span = folded.span_back(at, at + 1)
        assert 0 <= span.start < span.end <= len(text)
        assert folded.text[at] in language.normalise(span.of(text), level)
    assert folded.span_back(0, 0).start == folded.span_back(0, 0).end


@given(st.text(st.characters(codec="utf-8"), max_size=20))
def test_the_quick_way_is_the_slow_way(text: str) -> None:
    """A text of ordinary letters skips the loop; a vowel mark in front forces it."""
    for language, level in ALL:
        quick, slow = language.fold(text, level), language.fold(text + "\u00ad", level)
        assert (quick.text, list(quick.starts), list(quick.ends)) == (
            slow.text,
            list(slow.starts),
            list(slow.ends),
        )
