"""Polarity where both sides deny, and not equally often: a remark on the side that denies more."""

from reviews.checks import Context, Pair, Severity
from reviews.checks.negation import negation_added, negation_lost

SOURCE = "لم يصل الوفد ولن يعود غداً."


def test_one_of_two_denials_lost_is_told():
    pair = Pair(SOURCE, "The delegation did not arrive and will return tomorrow.")
    assert [f.check for f in negation_lost(pair, Context())] == ["negation_lost"]


def test_a_not_too_many_is_a_remark():
    pair = Pair("لم يصل الوفد وسيعود غداً.", "The delegation did not arrive and will not return tomorrow.")
    assert [(f.check, f.severity) for f in negation_added(pair, Context())] == [
        ("negation_added", Severity.INFO)
    ]


def test_as_many_denials_on_both_sides_are_fine():
    pair = Pair(SOURCE, "The delegation did not arrive and will not return tomorrow.")
    assert [*negation_lost(pair, Context()), *negation_added(pair, Context())] == []
