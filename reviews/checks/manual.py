"""The pages of pages/: what each check looks for, for linguists, with examples that are run as tests."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reviews.checks.base import Kind, Pair

FOLDER = Path(__file__).with_name("pages")
LINE = re.compile(r"(?P<name>ar|en|term|kind): ?(?P<text>.*)")


@dataclass(frozen=True, slots=True)
class Example:
    """Pairs of texts, and the terms of a glossary that hold for them."""

    pairs: tuple[Pair, ...]
    terms: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """The page of one check: its id, its heading, what it says, and an example of each sort."""

    check: str
    title: str
    text: str
    good: Example
    bad: Example


def _example(lines: Iterator[str]) -> Example:
    """Lines of `ar:`, `en:`, `term: هدنة = truce` and `kind:`; \\u escapes stand for signs nobody sees."""
    pairs: list[Pair] = []
    terms: list[tuple[str, str]] = []
    kind, source = Kind.BODY, ""
    for line in lines:
        found = LINE.match(line)
        if not found:
            continue
        text = re.sub(r"\\u([0-9a-f]{4})", lambda m: chr(int(m.group(1), 16)), found["text"])
        if found["name"] == "term":
            arabic, english = text.split(" = ")
            terms.append((arabic, english))
        elif found["name"] == "kind":
            kind = Kind(text)
        elif found["name"] == "ar":
            source = text
        else:
            pairs.append(Pair(source, text, kind))
    return Example(tuple(pairs), tuple(terms))


@cache
def pages() -> dict[str, Page]:
    """Every page by the id of its check, in the order of their names."""
    found = {}
    for path in sorted(FOLDER.glob("*.md")):
        head, good, bad = re.split(
            r"^## (?:Good|Bad)\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE
        )
        title, _, text = head.partition("\n")
        found[path.stem] = Page(
            check=path.stem,
            title=title.removeprefix("# "),
            text=text.strip(),
            good=_example(iter(good.splitlines())),
            bad=_example(iter(bad.splitlines())),
        )
    return found
