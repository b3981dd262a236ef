import ast
from pathlib import Path

import pytest

from reviews.checks import Context, run, run_document
from reviews.checks.house import HouseRules, default_rules
from reviews.checks.manual import pages
from reviews.checks.mqm import CATEGORIES
from reviews.checks.termbase import Glossary, Term

ROOM = Path(__file__).resolve().parents[2] / "reviews" / "checks"


def findings(example, rules):
    terms = tuple(Term((arabic,), english) for arabic, english in example.terms)
    context = Context(rules=rules, glossary=Glossary(terms))
    return run_document(example.pairs, context) if len(example.pairs) > 1 else run(example.pairs[0], context)


def rules_for(check):
    wanted = {"percent_style": 'percent = "percent"', "mixed_marks": 'quotes = "straight"'}.get(check)
    return HouseRules.from_toml(wanted) if wanted else default_rules()


def ids_in_code():
    """Every id and category that a Finding of this room is made with, read from the code."""
    ids, categories = set(), set()
    for path in ROOM.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Finding":
                ids |= {arg.value for arg in node.args[:1] if isinstance(arg, ast.Constant)}
                categories |= {arg.value for arg in node.args[2:3] if isinstance(arg, ast.Constant)}
    return ids, categories


COMPUTED = {"percent", "currency", "unit", "date", "weekday", "time"}


def test_every_check_has_its_page_and_every_page_its_check():
    assert set(pages()) == ids_in_code()[0] | COMPUTED


def test_every_category_is_in_the_tree():
    assert ids_in_code()[1] <= set(CATEGORIES)


@pytest.mark.parametrize("check", sorted(pages()))
def test_the_good_example_is_quiet(check):
    assert [
        (f.check, f.text()) for f in findings(pages()[check].good, rules_for(check)) if f.check == check
    ] == []


@pytest.mark.parametrize("check", sorted(pages()))
def test_the_bad_example_is_found(check):
    assert check in {f.check for f in findings(pages()[check].bad, rules_for(check))}


@pytest.mark.parametrize("check", sorted(pages()))
def test_the_page_can_be_read(check):
    page = pages()[check]
    assert page.title
    assert 40 < len(page.text) < 1500
