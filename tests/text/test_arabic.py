"""Arabic spelling and joined words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviews.text.arabic import Reading, clitic_forms, fold, matches_word, normalise, readings, same_letters
from reviews.text.folding import Level


def test_c25_to_is_not_except() -> None:
    assert normalise("إلى") == "الي"


def test_c27_the_span_lies_in_the_stored_text() -> None:
    stored = "قُتِلَ مَدَنِيٌّ في دوما"
    folded = fold(stored, Level.SEARCH)
    at = folded.text.index("دوما")
    assert (at, folded.span_back(at, at + 4)) == (12, (20, 24))


@pytest.mark.parametrize(
    ("stored", "query", "places"),
    [
        ("إدلب وريف إدلب", "ادلب", ["إدلب", "إدلب"]),
        ("قرب حمـــاةَ", "حماه", ["حمـــاةَ"]),
        ("إلى کوبانی", "كوباني", ["کوبانی"]),
        ("مستشفى دوما", "الرقة", []),
        ("دوما", "", []),
    ],
)
def test_c24_a_query_finds_every_place_as_it_is_written(stored: str, query: str, places: list[str]) -> None:
    folded = fold(stored, Level.SEARCH)
    assert [span.of(stored) for span in folded.places_of(normalise(query))] == places


@pytest.mark.parametrize(
    ("stored", "word", "span"),
    [
        ("قُتِلَ مَدَنِيٌّ", "مدني", (7, 16)),  # the marks on the last letter belong to it
        ("في \u200fدوما\u200f.", "دوما", (4, 8)),  # direction marks belong to nobody
        ("محـــمد هنا", "محمد", (0, 7)),
        ("ﻻجئ", "لاجئ", (0, 3)),  # one stored sign, two letters
    ],
)
def test_c27_spans_cover_whole_written_words(stored: str, word: str, span: tuple[int, int]) -> None:
    folded = fold(stored, Level.WRITTEN)
    at = folded.text.index(word)
    assert folded.span_back(at, at + len(word)) == span


@pytest.mark.parametrize(
    ("word", "term"),
    [
        ("بالهدنة", "هدنة"), ("للهدنة", "هدنة"), ("فالهدنة", "الهدنة"), ("وللهدنة", "الهدنة"), ("لله", "الله"),
        ("للجنة", "اللجنة"), ("للجنة", "لجنة"), ("وسيعلن", "يعلن"), ("بدمشق", "دمشق"), ("ولبنان", "لبنان"),
        ("وبإدلب", "ادلب"), ("كَالهُدْنَةِ", "هدنة"),
    ],
)  # fmt: skip
def test_c30_joined_words_are_seen(word: str, term: str) -> None:
    assert matches_word(word, term)


@pytest.mark.parametrize(
    ("word", "term"),
    [
        ("هشام", "شام"), ("كتاب", "تاب"), ("والي", "لي"), ("لبنان", "بنان"), ("المدرسة", "مدرس"), ("ولبنان", "بنان"),
        ("الهدنات", "هدنة"), ("سلام", "لام"), ("أعلام", "إعلام"), ("علي", "على"), ("الدم", "دم"), ("", "دم"),
    ],
)  # fmt: skip
def test_c31_other_words_are_not(word: str, term: str) -> None:
    assert not matches_word(word, term)


def test_readings_name_what_is_joined() -> None:
    assert readings("وبالهدنة") == (
        Reading("", "وبالهدنة"),
        Reading("و", "بالهدنة"),
        Reading("وب", "الهدنة"),
        Reading("وبال", "هدنة"),
    )


@pytest.mark.parametrize("term", ["هدنة", "الهدنة", "اللجنة", "دمشق", "الأمم", "معارضة"])
def test_every_form_written_is_a_form_read(term: str) -> None:
    forms = clitic_forms(term)
    assert forms[0] == term
    assert len(set(forms)) == len(forms) >= 12
    assert all(matches_word(form, term) for form in forms)


def test_a_bare_alef_stands_for_any() -> None:
    assert same_letters("ادلب", "إدلب")
    assert not same_letters("أمن", "آمن")
    assert not same_letters("إدلب", "إدلبي")


@given(st.text(), st.text())
def test_any_text_may_be_asked(word: str, term: str) -> None:
    matches_word(word, term)
    assert clitic_forms(term)[0] == normalise(term, Level.WRITTEN)
    assert readings(word)[0].stem == word
