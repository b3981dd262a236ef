"""Comparing and joining versions: cases, and what must hold for any texts."""

import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviews.text.diff import Conflict, Merge, changed_words, compare, longest_common, merge
from reviews.text.spans import Span
from reviews.text.tokens import is_word, pieces

CASES = tomllib.loads((Path(__file__).parent / "cases" / "diff.toml").read_text(encoding="utf-8"))["case"]
WORDS = st.lists(
    st.sampled_from(["a", "b", "في", "قُتل", "12", ".", ",", " ", "\n", "the", "road"]), max_size=40
)
TEXTS = st.one_of(st.text(), WORDS.map(" ".join), WORDS.map("".join))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_changes_of_the_case(case: dict) -> None:
    before, after = case["before"], case["after"]
    changes = [
        [op.before.of(before), op.after.of(after)] for op in compare(before, after) if op.kind != "equal"
    ]
    assert changes == case["changes"]
    assert changed_words(before, after) == case["words"]


@given(TEXTS, TEXTS)
def test_ops_tile_both_texts_and_say_what_happened(before: str, after: str) -> None:
    at = [0, 0]
    kinds = []
    for op in compare(before, after):
        assert [op.before.start, op.after.start] == at
        at = [op.before.end, op.after.end]
        old, new = op.before.of(before), op.after.of(after)
        assert op.kind == {(True, True): "replace", (True, False): "delete", (False, True): "insert"}[
            bool(old), bool(new)
        ] or (op.kind == "equal" and old == new != "")
        kinds.append(op.kind == "equal")
    assert at == [len(before), len(after)]
    assert all(one or other for one, other in pairwise(kinds)), "changes never touch"
    assert all(not (one and other) for one, other in pairwise(kinds)), "nor do equals"


@given(TEXTS, TEXTS)
def test_no_op_cuts_a_word(before: str, after: str) -> None:
    starts = {0}
    for piece in pieces(before):
        starts.add(max(starts) + len(piece))
    assert {op.before.start for op in compare(before, after)} <= starts


@given(TEXTS, TEXTS)
def test_changed_words_never_exceed_the_words_there_are(before: str, after: str) -> None:
    words = [sum(map(is_word, pieces(text))) for text in (before, after)]
    assert abs(words[0] - words[1]) <= changed_words(before, after) <= sum(words)
    assert changed_words(before, before) == 0


@given(TEXTS, TEXTS)
def test_merging_with_an_unchanged_side_gives_the_other(base: str, text: str) -> None:
    assert merge(base, text, base) == merge(base, base, text) == merge(base, text, text) == Merge(text, [])


EDITED = st.lists(
    st.tuples(st.sampled_from(["keep", "mine", "theirs"]), st.sampled_from(["replace", "delete", "insert"])),
    max_size=20,
)


@given(EDITED)
def test_edits_that_do_not_overlap_merge_exactly(plan: list[tuple[str, str]]) -> None:
    """Word n is edited by one side at most, and a kept word stands between any two."""
    texts = {"base": [], "mine": [], "theirs": [], "both": []}
    for n, (side, what) in enumerate(plan):
        old = f"كلمة{n}"
        new = {"replace": [f"new{n}"], "delete": [], "insert": [old, f"more{n}"]}[what]
        for name, words in texts.items():
            words.extend(new if side != "keep" and name in {side, "both"} else [old])
            words.append(f"pause{n}")
    joined = {name: " ".join(words) for name, words in texts.items()}
    assert merge(joined["base"], joined["mine"], joined["theirs"]) == Merge(joined["both"], [])


def test_a_conflict_gives_both_texts_and_its_place() -> None:
    joined = merge("The road is closed today", "The road is open today", "The road is blocked today now")
    assert joined.text == "The road is open today now"
    assert joined.conflicts == [Conflict(Span(12, 16), "closed", "open", "blocked")]


def test_two_insertions_at_one_place_conflict_and_two_equal_ones_do_not() -> None:
    assert merge("one two", "one big two", "one small two").conflicts == [
        Conflict(Span(4, 8), "", "big ", "small ")
    ]
    assert merge("one two", "one big two", "one big two") == Merge("one big two", [])


def test_a_word_put_in_beside_words_struck_out_conflicts() -> None:
    assert merge("a b c", "a X b c", "a c").conflicts
    assert not merge("a b c d", "a c d", "a b X d").conflicts, "a deletion beside a replacement is clear"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("word " * 20_000, "word " * 19_000 + "end"),
        ("." * 100_000, "." * 50_000 + "!" + "." * 50_000),
        ("( " * 50_000, " )" * 50_000),
        ("«" * 100_000, "»" * 100_000),
        (" ".join(map(str, range(20_000))), " ".join(map(str, range(19_999, -1, -1)))),
        ("ab " * 33_000, "ba " + "ab " * 33_000 + "x"),
    ],
    ids=["one word", "one sign", "brackets turned", "quotes", "all in reverse", "shifted"],
)
def test_hostile_texts_are_compared(before: str, after: str) -> None:
    assert "".join(op.after.of(after) for op in compare(before, after)) == after


def test_long_lists_are_split_at_what_occurs_once() -> None:
    old = ["same"] * 9_000 + ["landmark"] + ["same"] * 9_000
    new = ["same"] * 9_500 + ["landmark"] + ["same"] * 9_000
    pairs = longest_common(old, new)
    assert (9_000, 9_500) in pairs
    assert len(pairs) == 18_001
