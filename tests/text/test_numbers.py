"""Numbers in both languages: what they are worth, who their partner is, and that no string upsets the reader."""

import tomllib
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviews.text import numbers

CASES = Path(__file__).parent / "cases"
READ = tomllib.loads((CASES / "numbers_read.toml").read_text(encoding="utf-8"))["read"]
PAIRS = tomllib.loads((CASES / "numbers_match.toml").read_text(encoding="utf-8"))["pair"]
PIECES = st.lists(
    st.sampled_from(
        [
            "٢٥",
            "12",
            "1,250",
            "٬",
            "٫",
            "،",
            ".",
            "-",
            "–",
            "/",
            "½",
            "٪",
            "%",
            "$",
            "£",
            "F-",
            "إف-",
            "و",
            "ب",
            "لـ",
            "ثلاثة",
            "وعشرون",
            "عشر",
            "مئتا",
            "ألف",
            "ألفاً",
            "آلاف",
            "مليون",
            "ونصف",
            "ثلث",
            "أرباع",
            "الثالث",
            "عشرات",
            "twenty",
            "-",
            "five",
            "hundred",
            "and",
            "thousand",
            "million",
            "half",
            "a",
            "third",
            "two",
            "thirds",
            "dozens",
            "of",
            "3rd",
            "1990s",
            "percent",
            "points",
            "دولار",
            "ليرة",
            "سورية",
            "km",
            "كم",
            "\u200f",
            "\u061c",
            "\xa0",
            "كسر",
            "ـ",
            "ً",
        ]
    )
).map(" ".join)


def values(quantities: list[numbers.Quantity]) -> list[str]:
    return [str(quantity.value) for quantity in quantities if not quantity.implied and not quantity.soft]


@pytest.mark.parametrize("case", READ, ids=lambda case: case["id"])
def test_values_and_kinds(case: dict) -> None:
    found = [one for one in numbers.read(case["text"], case["language"]) if not one.implied and not one.soft]
    assert [str(one.value) for one in found] == case["values"]
    for field, expected in (("kind", "kinds"), ("currency", "currencies"), ("unit", "units")):
        if expected in case:
            assert [getattr(one, field) for one in found] == case[expected]
    for one in found:
        assert case["text"][one.start : one.end] == one.raw


@pytest.mark.parametrize("case", PAIRS, ids=lambda case: case["id"])
def test_partners(case: dict) -> None:
    source, target = numbers.read(case["source"], "ar"), numbers.read(case["target"], "en")
    pairs, missing, unexpected = numbers.match(
        source,
        target,
        source_tells=numbers.implied(case["source"], "ar"),
        target_tells=numbers.implied(case["target"], "en"),
    )
    assert values(missing) == case.get("missing", [])
    assert values(unexpected) == case.get("unexpected", [])
    assert [said for pair in pairs if (said := numbers.difference(*pair))] == case.get("differences", [])


def test_twenty_four_ways_to_say_twelve_percent() -> None:
    arabic = ["١٢٪", "٪١٢", "12%", "١٢ في المئة", "12 بالمئة", "12 في المائة"]
    english = ["12%", "12 percent", "12 per cent", "twelve percent"]
    for source in arabic:
        for target in english:
            pairs, missing, unexpected = numbers.match(numbers.read(source, "ar"), numbers.read(target, "en"))
            assert (len(pairs), missing, unexpected) == (1, [], []), (source, target)
            assert numbers.difference(*pairs[0]) == ""


def test_spans_cover_the_stored_text_with_its_marks() -> None:
    text = "إلى \u061c-٣\u061c درجات، ومئةً وخمسونَ ألفاً"
    assert [one.raw for one in numbers.read(text, "ar")] == ["-٣", "ومئةً وخمسونَ ألفاً"]


def test_taken_spans_are_left_out() -> None:
    text = "في 27 آذار 2018 قُتل 300 مدني"
    assert values(numbers.read(text, "ar", taken=[(3, 15)])) == ["300"]


def test_a_second_reading_is_kept() -> None:
    assert numbers.read("وصل 1.250 شخصاً", "ar")[0].values == (1250, Fraction(5, 4))
    assert numbers.read("a 3.2m wall", "en")[0].values == (3_200_000, Fraction(16, 5))


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize(
    "hostile",
    ["9" * 30_000, "9," * 15_000, "9 " * 15_000, "1,000" * 8_000, "-" * 30_000, "9/" * 15_000, "½" * 15_000,
     "مئة و" * 8_000, "one and " * 4_000, "ـ" * 30_000, "\u200f9" * 15_000, "a" * 30_000 + "9", "$" * 30_000],
    ids=lambda text: text[:6],
)  # fmt: skip
def test_long_hostile_strings_end(language: str, hostile: str) -> None:
    for one in numbers.read(hostile, language):
        assert 0 <= one.start < one.end <= len(hostile)


def test_matching_long_lists_ends() -> None:
    source, target = numbers.read("9 7% " * 5_000, "ar"), numbers.read("7% 8 " * 5_000, "en")
    pairs, missing, unexpected = numbers.match(source, target)
    assert (len(pairs), len(missing), len(unexpected)) == (5_000, 5_000, 5_000)


@given(text=st.one_of(st.text(), PIECES), language=st.sampled_from(["ar", "en"]))
def test_any_string_is_read_the_same_twice_and_spans_lie_inside(text: str, language: str) -> None:
    found = numbers.read(text, language)
    assert found == numbers.read(text, language)
    last = 0
    for one in found:
        assert last <= one.start < one.end <= len(text)
        assert one.raw == text[one.start : one.end]
        last = one.end


@given(source=PIECES, target=PIECES)
def test_every_number_is_paired_or_left_over_never_both(source: str, target: str) -> None:
    left, right = numbers.read(source, "ar"), numbers.read(target, "en")
    pairs, missing, unexpected = numbers.match(left, right)
    assert all(one in left and other in right for one, other in pairs)
    assert not {id(one) for one in missing} & {id(one) for one, _ in pairs}
    assert not {id(one) for one in unexpected} & {id(other) for _, other in pairs}
    assert numbers.match(left, left)[1:] == ([], [])
