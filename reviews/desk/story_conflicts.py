"""Two people changed a story at once: what each text is, and what they make together."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.safestring import SafeString

from reviews.stories.models import SourceVersion
from reviews.text.diff import merge
from reviews.web.marks import diff_html


@dataclass(frozen=True, slots=True)
class Clash:
    """One text that differs. `marked` goes from theirs to mine; `merged` is empty where they collide."""

    name: str
    label: str | Promise
    mine: str
    theirs: str
    marked: SafeString
    merged: str


def clashes(
    mine: Mapping[str, str],
    latest: SourceVersion,
    base: SourceVersion | None,
    labels: Mapping[str, str | Promise],
) -> list[Clash]:
    """The texts in which what was typed on top of `base` is not what is stored now."""
    found = []
    for name, label in labels.items():
        typed, stored = mine.get(name, ""), getattr(latest, name)
        if typed == stored:
            continue
        joined = merge(getattr(base, name) if base else "", typed, stored)
        merged = "" if joined.conflicts or not base else joined.text
        found.append(Clash(name, label, typed, stored, diff_html(stored, typed), merged))
    return found
