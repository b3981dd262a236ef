"""Two versions of a text laid side by side: which paragraph became which, word by word."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from django.utils.safestring import SafeString

from reviews.stories.models import Kind, SourceVersion
from reviews.text.moves import Paragraph, moves
from reviews.translations.models import Segment
from reviews.web.marks import diff_html, diff_sides


class Unit(NamedTuple):
    """One unit of a version. `key` names it across versions; empty where only its words can tell."""

    kind: str
    text: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One unit of the comparison. fate: equal, changed, moved, inserted or deleted.

    `before` and `after` are its places in the two versions, from 1, or None. `inline` has both texts in one,
    `left` and `right` are the columns.
    """

    fate: str
    kind: str
    label: str
    before: int | None
    after: int | None
    inline: SafeString | str
    left: SafeString | str
    right: SafeString | str


@dataclass(frozen=True, slots=True)
class Stretch:
    """Rows in a row that are all equal, to be folded, or one row that is not."""

    rows: list[Row]
    folded: bool


def source_units(version: SourceVersion) -> list[Unit]:
    """The units of an Arabic version."""
    return [Unit(kind, text) for kind, text in version.units()]


def stored_units(content: Iterable[dict[str, object]]) -> list[Unit]:
    """The English units of a stored translation version."""
    return [Unit(str(one["kind"]), str(one["target"]), str(one["segment"])) for one in content]


def current_units(segments: Iterable[Segment]) -> list[Unit]:
    """The English units as they stand now."""
    return [Unit(one.kind, one.target_text, str(one.pk)) for one in segments]


def rows_of(before: Sequence[Unit], after: Sequence[Unit]) -> list[Row]:
    """Every unit of both versions once, in the order of the newer one."""
    return [_row(place, before, after) for place in _places(before, after)]


def stretches(rows: Iterable[Row]) -> list[Stretch]:
    """The rows with runs of unchanged ones folded together."""
    found: list[Stretch] = []
    for equal, group in groupby(rows, key=lambda row: row.fate == "equal"):
        run = list(group)
        found += [Stretch(run, folded=True)] if equal else [Stretch([row], folded=False) for row in run]
    return found


def _places(before: Sequence[Unit], after: Sequence[Unit]) -> Iterator[Paragraph]:
    """Heads (headline, dateline, summary) pair by their kind, paragraphs by their key or their words."""
    for kind in (Kind.HEADLINE, Kind.DATELINE, Kind.SUMMARY):
        i = next((at for at, unit in enumerate(before) if unit.kind == kind), None)
        j = next((at for at, unit in enumerate(after) if unit.kind == kind), None)
        if i is not None or j is not None:
            yield Paragraph("deleted" if j is None else "inserted" if i is None else "changed", i, j)
    old_at = [i for i, unit in enumerate(before) if unit.kind == Kind.BODY]
    new_at = [j for j, unit in enumerate(after) if unit.kind == Kind.BODY]
    old, new = (
        [unit.key or unit.text for unit in side if unit.kind == Kind.BODY] for side in (before, after)
    )
    for fate, i, j in moves(old, new):
        yield Paragraph(fate, None if i is None else old_at[i], None if j is None else new_at[j])


def _names(units: Sequence[Unit], places: Iterable[int]) -> list[str]:
    return [units[place].key or units[place].text for place in places]


def _row(place: Paragraph, before: Sequence[Unit], after: Sequence[Unit]) -> Row:
    old = "" if place.before is None else before[place.before].text
    new = "" if place.after is None else after[place.after].text
    unit = after[place.after] if place.after is not None else before[place.before or 0]
    fate = place.fate
    if fate in {"equal", "changed"}:
        fate = "equal" if old == new else "changed"
    if fate == "equal":
        inline, left, right = new, old, new
    else:
        inline, (left, right) = diff_html(old, new), diff_sides(old, new)
    return Row(
        fate=fate,
        kind=unit.kind,
        label=str(Kind(unit.kind).label),
        before=None if place.before is None else place.before + 1,
        after=None if place.after is None else place.after + 1,
        inline=inline,
        left=left,
        right=right,
    )
