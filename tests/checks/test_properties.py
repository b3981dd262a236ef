import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviews.checks import CHECKS, Context, Kind, Pair, ledger, run, run_document
from reviews.checks.house import default_rules
from reviews.checks.termbase import Glossary, Term

CONTEXT = Context(
    rules=default_rules(),
    glossary=Glossary((Term(("هدنة",), "truce"), Term(("الغوطة الشرقية",), "Eastern Ghouta"))),
)
PIECES = st.sampled_from(
    "قُتل ٢٥ مدنياً في دوما يوم الثلاثاء 27 آذار 2018 بنسبة ١٢٪ لم يصل «نعم» ؟ ، \u200f \u202e ( ) [ \" “ ” ' 1,250.50 "
    "٣٦٫ -٣ الأربعاء كانون 2 وبالهدنة الغوطة الشرقية twenty-five percent Tuesday March 27, 2018 not never? He said "
    "teh the the  .. ,, http://x.y a@b.c @desk #tag <b> </b> 5 p.m. U.S. $3 million وقال علوش Alloush \n \t \x00 \ud7ff".split(
        " "
    )
)
TEXTS = st.one_of(
    st.text(max_size=120),
    st.lists(PIECES, max_size=25).map(" ".join),
    st.lists(PIECES, max_size=12).map("".join),
)
KINDS = st.sampled_from(list(Kind))


@settings(max_examples=250, deadline=None)
@given(TEXTS, TEXTS, KINDS)
def test_no_check_raises_and_spans_lie_inside(source, target, kind):
    pair = Pair(source, target, kind)
    for finding in run(pair, CONTEXT):
        assert all(0 <= a <= b <= len(source) for a, b in finding.source), finding
        assert all(0 <= a <= b <= len(target) for a, b in finding.target), finding
        assert finding.text()
        assert finding.fix is None or finding.target, "a fix needs a place"


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS)
def test_identical_input_gives_identical_findings_that_travel(source, target):
    first = run(Pair(source, target), CONTEXT)
    assert (
        run(Pair(source, target), Context(rules=default_rules(), glossary=Glossary(CONTEXT.glossary.terms)))
        == first
    )
    assert pickle.loads(pickle.dumps(first)) == first


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(TEXTS, TEXTS), max_size=5))
def test_a_story_holds_the_findings_of_its_segments(rows):
    pairs = tuple(Pair(*row) for row in rows)
    found = run_document(pairs, CONTEXT)
    assert [f.segment for f in found] == sorted(f.segment for f in found)
    assert all(0 <= f.segment < len(pairs) for f in found)
    assert all(b <= len(pairs[f.segment].target) for f in found for _a, b in f.target)
    ledger(pairs)


HOSTILE = {
    "brackets": "(" * 10_000,
    "brackets both ways": "([{" * 3_000 + ")]}" * 3_000,
    "digits": "1" * 10_000,
    "separated digits": "1," * 10_000,
    "quotes": '"' * 10_000,
    "curly quotes": "“" * 10_000,
    "spaces": "x" + " " * 100_000 + "x",
    "dots": "." * 10_000,
    "one word": "a" * 100_000,
    "hyphens": "a-" * 20_000,
    "apostrophes": "a'" * 20_000,
    "capitals": "Ab " * 10_000,
    "arabic": "قتل " * 20_000,
    "one arabic word": "ق" * 100_000,
    "marks": "\u200f" * 10_000,
    "vowel marks": "قُ" * 20_000,
    "addresses": "a@b." * 10_000,
    "tags": "<b " * 10_000,
    "doubled": "the the " * 5_000,
    "months": "يوم الثلاثاء آذار " * 3_000,
    "questions": "؟" * 10_000,
    "unknown words": "".join(f"zq{n}x " for n in range(5_000)),
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("side", ["source", "target", "both"])
def test_hostile_text_is_read_to_the_end(name, side):
    """No check is quadratic: one that is would keep this test for minutes."""
    text = HOSTILE[name]
    pair = Pair(
        text if side != "target" else "قُتل ٢٥ مدنياً", text if side != "source" else "25 civilians were killed"
    )
    assert isinstance(run(pair, CONTEXT), tuple)


def test_the_list_of_checks_has_no_check_twice():
    assert len(set(CHECKS)) == len(CHECKS)
