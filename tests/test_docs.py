"""What is written about the house is true: the README's lists, the lock, the reasons for each dependency."""

import re
import tomllib
from pathlib import Path

from tests.test_architecture import ROOMS

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PROJECT = (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def rows(heading):
    """The first cells of the table below a heading."""
    return re.findall(r"^\| `?([^|`]+?)`? \|", README.split(f"{heading}\n")[1].split("\n#")[0], re.MULTILINE)


def test_the_floor_plan_in_the_readme_is_the_one_that_is_held():
    assert [name for name in rows("## The house") if name != "room"] == ROOMS


def test_every_file_the_readme_sends_people_to_is_there_or_its_room_is_not_built_yet():
    table = README.split("### Where do I put …?")[1]
    named = re.findall(r"`((?:newsroom/)?[a-z_]+/(?:[a-z_]+\.py)?)`", table)
    assert len(named) > 10
    for name in named:
        path = ROOT / name if name.startswith("newsroom/") else ROOT / "reviews" / name
        assert path.exists() or not path.parent.exists(), f"README names {name}, which is not there"


def test_the_readme_names_the_targets_of_the_makefile():
    targets = re.search(r"^\.PHONY: (.+)$", (ROOT / "Makefile").read_text(), re.MULTILINE)[1].split()
    assert [target for target in targets if f"make {target}" not in README] == []


def test_every_dependency_says_why_it_is_here():
    project = tomllib.loads(PROJECT)
    wanted = project["project"]["dependencies"] + project["dependency-groups"]["dev"]
    for requirement in wanted:
        line = next(line for line in PROJECT.splitlines() if f'"{requirement}"' in line)
        assert re.search(r'",\s+# \w.{8,}', line), f"{requirement} does not say why"


def test_every_dependency_is_locked_with_hashes_and_the_lock_names_no_host():
    project = tomllib.loads(PROJECT)
    wanted = project["project"]["dependencies"] + project["dependency-groups"]["dev"]
    names = {re.match(r"[\w-]+", requirement)[0].lower() for requirement in wanted}
    entries = re.findall(
        r"^([\w.-]+)(?:\[[\w,-]+\])?==\S+.*?\\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)",
        LOCK,
        re.MULTILINE,
    )
    assert names <= {name.lower() for name, _ in entries}
    assert len(entries) == len(re.findall(r"^\S+==", LOCK, re.MULTILINE))
    assert not re.search(r"https?://|index-url|find-links", LOCK)
