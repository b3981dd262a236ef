import pickle
from dataclasses import replace

import pytest

from reviews.checks import Context, Finding, Pair, Severity
from reviews.checks.house import HouseRules, default_rules
from reviews.checks.mqm import CATEGORIES, TREE, dimensions, subtypes


def test_the_shipped_house_rules_are_the_defaults():
    assert replace(default_rules(), words=frozenset()) == HouseRules()


def test_a_desk_changes_one_rule_and_keeps_the_others():
    rules = HouseRules.from_toml('headline_longest = 70\nlongest_share = 3\n[severity]\nspelling = "off"')
    assert (rules.headline_longest, rules.longest_share, rules.quotes) == (70, 3, "either")
    assert rules.level("spelling", "warn") == "off"
    assert rules.level("number", "block") == "block"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("headline_longset = 70", "no rule called 'headline_longset'"),
        ('quotes = "french"', "quotes is one of straight, curly, either"),
        ('headline_longest = "70"', "headline_longest is a int"),
        ("headline_longest = true", "headline_longest is a int"),
        ('[severity]\nnumber = "loud"', "severity of number is one of"),
    ],
)
def test_a_wrong_house_rule_is_named(text, said):
    with pytest.raises(ValueError, match=said):
        HouseRules.from_toml(text)


def test_a_message_is_filled_after_translation():
    finding = Finding(
        "number", Severity.BLOCK, "accuracy/number", "%(figure)s is missing", (("figure", "25"),)
    )
    assert finding.text() == "25 is missing"
    assert finding.text({"%(figure)s is missing": "%(figure)s ناقص"}.get) == "25 ناقص"


def test_a_fingerprint_follows_the_words_and_not_their_place():
    def at(start):
        return Finding("spelling", Severity.WARN, "linguistic/spelling", "", target=((start, start + 3),))

    here = at(0).fingerprint(Pair("", "teh end"))
    assert here == at(4).fingerprint(Pair("غير", "now teh"))
    assert here != at(0).fingerprint(Pair("", "hte end"))


def test_findings_and_contexts_travel():
    finding = Finding("number", Severity.BLOCK, "accuracy/number", "", source=((1, 2),))
    assert pickle.loads(pickle.dumps(finding)) == finding
    assert pickle.loads(pickle.dumps(Context())) == Context()


def test_every_category_hangs_in_the_tree():
    assert len(CATEGORIES) == len(TREE)
    assert all(c.parent is None or c.parent in CATEGORIES for c in TREE)
    assert {d.code for d in dimensions()} >= {
        "accuracy",
        "terminology",
        "style",
        "audience",
        "markup",
        "locale",
    }
    assert next(c.code for c in subtypes("terminology")) == "terminology/resource"
