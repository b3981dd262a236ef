"""Dates and times in both languages: what they say, who their partner is, what cannot be."""

import tomllib
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviews.text import dates, numbers
from reviews.text.mentions import DateMention, fault_of

CASES = Path(__file__).parent / "cases"
READ = tomllib.loads((CASES / "dates_read.toml").read_text(encoding="utf-8"))["read"]
PAIRS = tomllib.loads((CASES / "dates_match.toml").read_text(encoding="utf-8"))["pair"]
PIECES = st.lists(
    st.sampled_from(
        "27 3 2018 ٢٧ كانون الثاني 2 تشرين الأول آذار /مارس (مارس) رجب هـ الثلاثاء الاثنين من عام و 7:47 م ص الساعة السابعة "
        "والنصف مساء / - . , ، March 27, Sept. May Tuesday, the 3rd of and noon 7 p.m. o'clock half past seven \u200f ـ ً 31 99"
        .split(" ")
    )
).map(" ".join)  # fmt: skip


def said(one: DateMention) -> str:
    """The mention in the notation of dates_read.toml."""
    if one.hour is not None:
        time = f"{'~' if one.half_unknown else ''}{one.hour:02}:{one.minute or 0:02}"
        time += f":{one.second:02}" if one.second is not None else ""
        return f"({time})" if one.soft else time
    weekday = "?" if one.weekday is None else dates.english_name("weekday", one.weekday)
    day = "+".join(map(str, (one.day, *one.more_days))) if one.day else "?"
    text = f"{weekday} {day} {one.month or '?'} {one.year or '?'}"
    text += " hijri" if one.calendar == "hijri" else ""
    return f"({text})" if one.soft else text


@pytest.mark.parametrize("case", READ, ids=lambda case: case["id"])
def test_what_the_text_says(case: dict) -> None:
    found = dates.read(case["text"], case["language"])
    assert [said(one) for one in found] == case["dates"]
    for one in found:
        assert case["text"][one.start : one.end] == one.raw


@pytest.mark.parametrize("case", PAIRS, ids=lambda case: case["id"])
def test_partners(case: dict) -> None:
    source, target = dates.read(case["source"], "ar"), dates.read(case["target"], "en")
    relative = dates.relative_days(case["source"], "ar") or dates.relative_days(case["target"], "en")
    pairs, missing, unexpected = dates.match(source, target, relative=relative)
    found = [
        f"{part} {dates.english_name(part, expected)} {dates.english_name(part, other)}"
        for pair in pairs
        for part, expected, other in dates.differences(*pair)
    ]
    assert found == case.get("differences", [])
    assert [one.raw for one in missing] == case.get("missing", [])
    assert [one.raw for one in unexpected] == case.get("unexpected", [])
    faults = [fault for one in source if (fault := fault_of(one))]
    names = {"weekday": "weekday", "months": "month", "day": "day"}
    assert [f"{kind} {dates.english_name(names[kind], value)}" for kind, value in faults] == (
        [case["fault"]] if "fault" in case else []
    )


def test_the_byline_is_one_moment() -> None:
    found = dates.read("تم النشر بتاريخ : 27 مارس، 2018 7:47:31 م خبر عسكري", "ar")
    assert dates.moment(found) == datetime.fromisoformat("2018-03-27 19:47:31")
    assert dates.moment(dates.read("في 27 مارس 2018", "ar")) is None


def test_a_hinted_year_judges_days_without_one() -> None:
    text = "الأربعاء 27 آذار"
    assert fault_of(dates.read(text, "ar")[0]) is None
    assert fault_of(dates.read(text, "ar", year_hint=2017)[0]) == ("weekday", 0)
    assert fault_of(dates.read(text, "ar", year_hint=2019)[0]) is None  # it was a Wednesday


def test_dates_are_no_numbers() -> None:
    text = "في 27 آذار 2018 قُتل 300 مدني الساعة 7:30 مساءً"
    found = numbers.read(text, "ar", dates.spans(dates.read(text, "ar")))
    assert [one.value for one in found] == [300]
    text = "On March 27, 2018, 300 civilians were killed at 7:30 p.m."
    found = numbers.read(text, "en", dates.spans(dates.read(text, "en")))
    assert [one.value for one in found] == [300]


def test_a_year_inside_a_date_explains_a_year_outside_one() -> None:
    source, target = "في آذار، عام 2018", "in March 2018"
    left, right = dates.read(source, "ar"), dates.read(target, "en")
    found = numbers.match(
        numbers.read(source, "ar", dates.spans(left)),
        numbers.read(target, "en", dates.spans(right)),
        dates.components(left) | dates.components(right),
    )
    assert found == ([], [], [])


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize(
    "hostile",
    ["3/4/" * 8_000, "7:47 " * 6_000, "27 آذار " * 4_000, "27 March " * 4_000, "الاثنين " * 4_000, "March " * 5_000,
     "1" * 30_000, "و" * 30_000, "كانون " * 5_000, " " * 30_000, "7:47 3/4/2018 " * 2_000, "the " * 8_000],
    ids=lambda text: text[:6],
)  # fmt: skip
def test_long_hostile_strings_end(language: str, hostile: str) -> None:
    found = dates.read(hostile, language)
    assert all(0 <= one.start < one.end <= len(hostile) for one in found)
    assert dates.match(found, found)[1:] == ([], [])


@given(text=st.one_of(st.text(), PIECES), language=st.sampled_from(["ar", "en"]))
def test_any_string_is_read_the_same_twice_and_spans_lie_inside(text: str, language: str) -> None:
    found = dates.read(text, language)
    assert found == dates.read(text, language)
    last = 0
    for one in found:
        assert last <= one.start < one.end <= len(text)
        assert one.raw == text[one.start : one.end]
        fault_of(one._replace(assumed_year=2018))
        last = one.end


@given(source=PIECES, target=PIECES)
def test_a_date_is_paired_or_left_over_never_both(source: str, target: str) -> None:
    left, right = dates.read(source, "ar"), dates.read(target, "en")
    pairs, missing, unexpected = dates.match(left, right)
    assert not {id(one) for one in missing} & {id(one) for one, _ in pairs}
    assert not {id(one) for one in unexpected} & {id(other) for _, other in pairs}
    for pair in pairs:
        dates.differences(*pair)
    assert all(not dates.differences(one, one) for one in left)
