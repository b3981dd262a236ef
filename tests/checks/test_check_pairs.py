"""The command as a person runs it: a file in, one JSON object a line out, no database anywhere."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GOOD = "قُتل ٢٥ مدنياً\tTwenty-five civilians were killed\n"
BAD = "قُتل ٢٥ مدنياً\tFifty-two civilians were killed\n"


@pytest.fixture
def check(tmp_path):
    """Run check_pairs over these bytes; gives its objects and what it said on standard error."""

    def run(content, *options):
        path = tmp_path / "pairs.tsv"
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        clean = {
            key: value
            for key, value in os.environ.items()
            if "DATABASE" not in key and key != "DJANGO_SETTINGS_MODULE"
        }
        done = subprocess.run(
            [sys.executable, "manage.py", "check_pairs", str(path), *options],
            cwd=ROOT,
            env=clean,
            capture_output=True,
            check=True,
        )
        return [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()], done.stderr.decode(
            "utf-8"
        )

    return run


def test_a_finding_is_one_object_with_all_its_parts(check):
    (found,), errors = check(GOOD + BAD)
    assert found == {
        "line": 2,
        "check": "number",
        "severity": "block",
        "category": "accuracy/number",
        "message": "The Arabic says ٢٥, the English Fifty-two.",
        "source": [[5, 7]],
        "target": [[0, 9]],
        "expected": "25",
        "fix": None,
    }
    assert not errors


def test_a_malformed_line_is_named_and_the_rest_goes_on(check):
    objects, errors = check(
        b"\xef\xbb\xbf" + GOOD.encode() + b"no tab here\n\n\xff\xfe\tx\na\tb\tc\r\n" + BAD.encode()
    )
    assert [o["line"] for o in objects] == [2, 4, 5, 6]
    assert [o.get("error", o.get("check")) for o in objects] == [
        "expected Arabic, one tab and English; found 0 tabs",
        "not UTF-8 at byte 1",
        "expected Arabic, one tab and English; found 2 tabs",
        "number",
    ]
    assert "line 2:" in errors
    assert "line 5:" in errors


def test_a_story_is_looked_at_as_a_whole(check):
    story = "قال علوش\tAlloush said\nوقال علوش\tAlloush also said\nعاد علوش\tAloush returned\n"
    assert [o["check"] for o in check(story)[0]] == []
    assert [(o["line"], o["check"], o["fix"]) for o in check(story, "--document")[0]] == [
        (3, "name_spelling", "Alloush")
    ]


def test_a_glossary_and_house_rules_hold(check, tmp_path):
    terms, rules = tmp_path / "terms.tsv", tmp_path / "house.toml"
    terms.write_text("arabic\tenglish\nهدنة\ttruce\n", encoding="utf-8")
    rules.write_text('[severity]\nterminology = "block"\n', encoding="utf-8")
    objects, _errors = check(
        "رحبت المدينة بالهدنة\tThe city welcomed the calm\n", "--glossary", str(terms), "--rules", str(rules)
    )
    assert [(o["check"], o["severity"], o["expected"]) for o in objects] == [
        ("terminology", "block", "truce")
    ]
