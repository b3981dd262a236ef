"""Each file in cases/ is a kind of fault from a public bug report: what must be found, and what must not.

A linguist adds a case without Python: [[case]] with source, target and findings. A list of sources or targets means
every combination. Findings of weight info are looked at only where the case lists them.
"""

import tomllib
from itertools import product
from pathlib import Path

import pytest

from reviews.checks import Context, Kind, Pair, Severity, run, run_document
from reviews.checks.house import default_rules
from reviews.checks.termbase import Glossary, Term

FOLDER = Path(__file__).parent / "cases"
FILES = sorted(FOLDER.glob("*.toml"))
EXPECTED = "C01 C02 C03 C04 C05 C06 C07 C08 C09 C10 C11 C12 C13 C14 C15 C16 C17 C18 C19 C26 C27 C28 C29 C30 C31 C32 C33 C34 C58 C59 C60 C62"


def listed(value):
    return value if isinstance(value, list) else [value]


def load(path):
    for number, case in enumerate(tomllib.loads(path.read_text(encoding="utf-8"))["case"], 1):
        if "story" in case:
            yield f"{path.stem}.{number}", case, tuple(Pair(*row) for row in case["story"])
            continue
        for source, target in product(listed(case["source"]), listed(case["target"])):
            kind = Kind(case.get("kind", "body"))
            yield f"{path.stem}.{number}", case, (Pair(source, target, kind),)


CASES = [case for path in FILES for case in load(path)]


def said_of(pairs, case):
    terms = tuple(
        Term((entry["ar"],) if isinstance(entry["ar"], str) else tuple(entry["ar"]), entry["en"])
        for entry in case.get("glossary", [])
    )
    context = Context(rules=default_rules(), glossary=Glossary(terms))
    return run_document(pairs, context) if "story" in case else run(pairs[0], context)


def meets(found, wanted, pairs):
    pair = pairs[found.segment]
    have = {
        "check": found.check,
        "severity": found.severity.value,
        "source": [pair.source[a:b] for a, b in found.source],
        "target": [pair.target[a:b] for a, b in found.target],
        "at": found.target[0][0] if found.target else None,
        "source_at": list(found.source[0]) if found.source else None,
        "expected": found.expected,
        "fix": found.fix,
        "says": found.text(),
    }
    return all(
        (value in have["says"])
        if key == "says"
        else have[key] == (listed(value) if key in {"source", "target"} else value)
        for key, value in wanted.items()
    )


@pytest.mark.parametrize(("name", "case", "pairs"), CASES, ids=[case[0] for case in CASES])
def test_the_case_is_judged_right(name, case, pairs):
    found = said_of(pairs, case)
    wanted = case["findings"]
    ignored = set(case.get("besides", []))
    seen = [f for f in found if f.check not in ignored]
    for one in wanted:
        assert any(meets(f, one, pairs) for f in seen), (
            f"{one} is not among {[(f.check, f.text()) for f in seen]}"
        )
    loud = [f for f in seen if f.severity is not Severity.INFO]
    unlisted = [(f.check, f.text()) for f in loud if not any(meets(f, one, pairs) for one in wanted)]
    assert not unlisted
    assert len(loud) <= len(wanted)


def test_every_case_that_concerns_checks_has_a_file_with_three_more_of_its_kind():
    assert [path.stem for path in FILES if path.stem.startswith("C")] == EXPECTED.split()
    for path in FILES:
        cases = tomllib.loads(path.read_text(encoding="utf-8"))["case"]
        assert sum(case.get("ours", False) for case in cases) >= 3, (
            f"{path.name} needs three cases of our own"
        )
