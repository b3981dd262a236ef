"""Names across the scripts: spellings of one name meet, other names stay apart, and a changed name is seen."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviews.text import names
from reviews.text.capitals import candidates
from reviews.text.exonyms import known
from reviews.text.transliteration import arabic_sounds, latin_sounds

CASES = tomllib.loads((Path(__file__).parent / "cases" / "names.toml").read_text(encoding="utf-8"))
PIECES = st.lists(
    st.sampled_from(
        "وفي دمشق علوش محمد عبد الرحمن الأمم المتحدة روسيا السورية لبنان والقاهرة دولار أمريكي \u200f ً ـ Damascus Alloush "
        "al- Abd the UN U.S. New York St. Petersburg O'Hagan said Ministry İstanbul “ . - ’s É ß".split(" ")
    )
).map(" ".join)


@pytest.mark.parametrize("case", CASES["one"], ids=lambda case: case["id"])
def test_spellings_of_one_name_sound_alike(case: dict) -> None:
    first = case["arabic"][-1]
    for latin in case["latin"]:
        assert names.similar(first, latin) >= names.NAME_LIMIT, latin


@pytest.mark.parametrize("case", CASES["apart"], ids=lambda case: case["id"])
def test_other_names_do_not(case: dict) -> None:
    for arabic in case["arabic"]:
        for latin in case["latin"]:
            assert names.similar(arabic, latin) < names.limit(latin_sounds(latin)[0]), (arabic, latin)


@pytest.mark.parametrize("case", CASES["pair"], ids=lambda case: case["id"])
def test_partners(case: dict) -> None:
    _pairs, missing, unexpected = names.match(case["source"], case["target"])
    assert [one.raw for one in missing] == case.get("missing", [])
    assert [one.raw for one in unexpected] == case.get("unexpected", [])


def test_keys_meet_and_part() -> None:
    alloush = names.key("علوش", "ar")
    assert all(alloush & names.key(latin, "en") for latin in ("Alloush", "Aloush", "Allouche"))
    assert not alloush & names.key("Haddad", "en")
    assert names.key("محمد علوش", "ar") & names.key("Muhammad Alloush", "en")


def test_a_changed_name_is_sure_where_the_arabic_has_one_unanswered() -> None:
    changed = names.match("وصل إلى حلب", "He arrived in Damascus.")[2]
    added = names.match("وصل إلى هناك", "He arrived in Damascus.")[2]
    assert [one.sure for one in changed] == [True]
    assert [one.sure for one in added] == [False]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Alloush", "Aloush", True),
        ("Jaysh al-Islam", "Jaysh-al-Islam", True),
        ("Muhammad", "Mohammed", True),
        ("Ghouta", "Ghutah", True),
        ("Raqqa", "Raqqah", True),
        ("Erdogan", "Erdoğan", True),
        ("Salem", "Salim", True),
        ("Deir ez-Zor", "Deir Ezzor", True),
        ("Hassan", "Hussein", False),
        ("Jamal", "Jamil", False),
        ("Muhammad", "Mahmoud", False),
        ("Homs", "Homsi", False),
        ("Syria", "Syrian", False),
        ("Bashar", "Bashir", False),
        ("Ahmad", "Hamid", False),
    ],
)
def test_two_latin_spellings_of_one_name(one: str, other: str, same: bool) -> None:
    assert names.same_latin(one, other) is same
    assert names.same_latin(other, one) is same


def test_candidates_carry_their_words_and_offsets() -> None:
    text = "The mayor met Muhammad al-Haddad and Dr. Sarah O'Hagan's team on Tuesday."
    found = candidates(text)
    assert [one.raw for one in found] == ["Muhammad al-Haddad", "Sarah O'Hagan's"]
    assert [text[start:end] for one in found for start, end, _ in one.words] == [
        "Muhammad",
        "Haddad",
        "Sarah",
        "O'Hagan",
    ]
    assert not any(one.soft for one in found)


def test_the_first_word_of_a_sentence_may_be_no_name() -> None:
    assert candidates("Activists left.") == [] or all(one.soft for one in candidates("Activists left."))
    assert [one.soft for one in candidates("Alloush left.")] == [False]


def test_known_names_are_found_by_their_longest_form() -> None:
    found = known("وبحسب وكالة فرانس برس فإن الجيش السوري الحر غادر الغوطة الشرقية", "ar")
    assert [one.english for one in found] == ["AFP", "Free Syrian Army", "Ghouta"]
    found = known("The New York Times in St. Petersburg, Russia", "en")
    assert [one.raw for one in found] == ["New York Times", "St. Petersburg", "Russia"]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("دمشق " * 3_000, "Damascus " * 3_000),
        ("علوش " * 2_000, "Haddad " * 300),
        ("ع" * 30_000, "A" * 30_000),
        ("عبد " * 3_000, "al-" * 5_000),
        ("و" * 30_000, "Aa " * 5_000),
        ("", "O'" * 8_000),
        (" ".join(map(chr, range(0x628, 0x64A))) * 300, "A" * 60_000 + " O'" * 9_000),
        (
            "".join(f"علش{one}{two} " for one in "بتجدر" * 9 for two in "سصطعفقكلمن"),
            "".join(f"Z{a}b{e}r " for a in "aeiou" * 9 for e in "bcdfg"),
        ),
    ],
    ids=["known", "unknown", "one letter", "halves", "waws", "quotes", "one long word", "all different"],
)
def test_long_hostile_strings_end(source: str, target: str) -> None:
    for one in names.match(source, target)[2]:
        assert 0 <= one.start < one.end <= len(target)


@given(source=st.one_of(st.text(), PIECES), target=st.one_of(st.text(), PIECES))
def test_any_pair_is_matched_the_same_twice_and_spans_lie_inside(source: str, target: str) -> None:
    found = names.match(source, target)
    assert found == names.match(source, target)
    pairs, missing, unexpected = found
    for one in [*missing, *(one for one, _ in pairs)]:
        assert source[one.start : one.end] == one.raw
        assert one.raw
    for other in [*unexpected, *(other for _, other in pairs)]:
        assert target[other.start : other.end] == other.raw
        assert other.raw


@given(text=st.text())
def test_sounds_never_fail(text: str) -> None:
    assert all(reading.isascii() for reading in (*arabic_sounds(text), *latin_sounds(text)))
    assert 0.0 <= names.similar(text, text) <= 1.0
    assert names.same_latin(text, text)
