"""The floor plan as a test: rooms stand in one order, files in a room too, and each rule has one owner."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ROOMS = (
    "text checks formats web history people notifications stories translations "
    "glossary memory issues quality workflow publishing interchange search reporting desk"
).split()
FILES = "models queries permissions actions tasks forms views feeds urls".split()
NO_DJANGO = {"text", "checks", "formats"}
NOT_FOR_OTHERS = {"forms", "views", "feeds", "sitemaps", "urls"}
STATES_OF_THEIR_OWN = {"segment", "suggestion", "issue"}  # theirs changes in their own room
MAX_LINES = 400


def imports(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Every module a file imports, also inside functions, as (line, dotted name)."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = "." * node.level + (node.module or "")
            for alias in node.names:
                yield node.lineno, f"{base}.{alias.name}"


def faults_of(path: Path, source: str) -> Iterator[str]:
    """The sentences this file deserves; `path` is relative to the repository (reviews/<room>/<file>.py)."""
    parts = path.with_suffix("").parts
    room, file = (parts[1], parts[-1]) if len(parts) > 2 and parts[1] in ROOMS else (None, parts[-1])
    tree = ast.parse(source)
    if source.count("\n") > MAX_LINES:
        yield f"{path}: over {MAX_LINES} lines; a file that long has two nouns"
    for line, name in imports(tree):
        where = f"{path}:{line}"
        if name.startswith("."):
            yield f"{where}: absolute imports only, so that the order of rooms can be read"
        if name.split(".")[0] == "newsroom":
            yield f"{where}: the app does not know its project"
        if room in NO_DJANGO and name.split(".")[0] == "django":
            yield f"{where}: this room is pure; the database lives in its partner upstairs"
        target = name.split(".")
        if room and target[0] == "reviews" and len(target) > 1 and target[1] in ROOMS:
            yield from room_faults(where, room, file, target)
    if room != "workflow" or file != "actions":
        yield from (
            f"{path}:{node.lineno}: only workflow/actions.py changes the state of a story or a translation"
            for node in ast.walk(tree)
            if isinstance(node, ast.Assign)
            for target in node.targets
            if isinstance(target, ast.Attribute) and target.attr == "state"
            if not (isinstance(target.value, ast.Name) and target.value.id in STATES_OF_THEIR_OWN)
        )


def room_faults(where: str, room: str, file: str, target: list[str]) -> Iterator[str]:
    other, other_file = target[1], target[2] if len(target) > 2 else "__init__"
    file, other_file = file.rsplit("_", 1)[-1], other_file.rsplit("_", 1)[-1]  # queue_views are views
    if other != room:
        if ROOMS.index(other) > ROOMS.index(room):
            yield f"{where}: {room} stands before {other} and must not know it"
        if other != "web" and other_file in NOT_FOR_OTHERS:  # web holds what every screen is made of
            yield f"{where}: {other}'s {other_file} are its own screen; a screen over two rooms belongs to the upper one"
    elif file in FILES and other_file in FILES and FILES.index(other_file) >= FILES.index(file):
        yield f"{where}: {file} stands before {other_file} in every room"


def all_files() -> list[Path]:
    return [p for p in (ROOT / "reviews").rglob("*.py") if "migrations" not in p.parts]


def test_the_house_follows_its_floor_plan() -> None:
    found = [f for p in all_files() for f in faults_of(p.relative_to(ROOT), p.read_text(encoding="utf-8"))]
    assert not found, "\n" + "\n".join(found)


def test_every_room_has_a_sign() -> None:
    for room in ROOMS:
        folder = ROOT / "reviews" / room
        if folder.is_dir() and any(folder.glob("*.py")):
            sign = ast.get_docstring(ast.parse((folder / "__init__.py").read_text(encoding="utf-8")))
            assert sign, f"reviews/{room}/__init__.py needs a docstring: the sign on the door"


def test_other_packages_stay_small() -> None:
    """The project package and the tests obey the same cap as the rooms."""
    for package in ("newsroom", "tests"):
        for path in (ROOT / package).rglob("*.py"):
            lines = path.read_text(encoding="utf-8").count("\n")
            assert lines <= MAX_LINES, f"{path.relative_to(ROOT)} has {lines} lines, more than {MAX_LINES}"


@pytest.mark.parametrize(
    ("path", "source", "sentence"),
    [
        ("reviews/text/arabic.py", "import django.db", "this room is pure"),
        ("reviews/people/models.py", "import newsroom.settings", "does not know its project"),
        ("reviews/people/models.py", "from reviews.stories.models import Story", "must not know it"),
        ("reviews/desk/views.py", "from reviews.stories.views import story", "its own screen"),
        ("reviews/stories/models.py", "from reviews.stories.queries import x", "in every room"),
        ("reviews/stories/models.py", "from . import queries", "absolute imports only"),
        ("reviews/desk/views.py", "def f(t):\n    t.state = 'approved'", "only workflow/actions.py"),
        ("reviews/desk/views.py", "\n" * 401, "two nouns"),
    ],
)
def test_each_planted_fault_gets_its_own_sentence(path: str, source: str, sentence: str) -> None:
    assert any(sentence in fault for fault in faults_of(Path(path), source))


@pytest.mark.parametrize("ending", ["css", "js", "html"])
def test_what_the_browser_gets_stays_short_too(ending: str) -> None:
    """Stylesheets, scripts and templates obey the cap."""
    for folder in ("static", "templates"):
        for path in (ROOT / folder).rglob(f"*.{ending}"):
            lines = path.read_text(encoding="utf-8").count("\n")
            assert lines <= MAX_LINES, f"{path.relative_to(ROOT)} has {lines} lines, more than {MAX_LINES}"
