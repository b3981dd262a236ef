"""Pages of long lists by position, not by number: as fast on the last page as on the first, and no COUNT(*).

A page begins after the last row of the one before it. The position travels in the address as an opaque word;
a word that was tampered with or outlived a change of order means the first page, never an error.
"""

import base64
import binascii
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model, Q, QuerySet

PAGE_SIZE = 50


@dataclass(frozen=True)
class Page:
    """Some rows, and where to go on; `before` and `after` are words for the address, empty at the ends."""

    rows: Sequence[Any]
    before: str = ""
    after: str = ""


def page_of(
    queryset: QuerySet[Any], *, order: Sequence[str], after: str = "", before: str = "", size: int = PAGE_SIZE
) -> Page:
    """The page of `queryset` after (or before) a position, in `order`.

    `order` names fields that are never null, a minus for descending ones, ending in a unique one ("-pk").
    One query; it reads size + 1 rows through an index that has the same order.
    """
    backwards = bool(before) and not after
    place = place_of(after or before, order)
    wanted = [reverse(name) for name in order] if backwards else list(order)
    rows = queryset.order_by(*wanted)
    if place:
        try:
            rows = rows.filter(beyond(wanted, place))
        except (ValueError, TypeError, ValidationError):
            place, backwards = [], False
            rows = queryset.order_by(*order)
    else:
        backwards = False
        rows = queryset.order_by(*order)
    found = list(rows[: size + 1])
    more, found = len(found) > size, found[:size]
    if backwards:
        found.reverse()
    return Page(
        rows=found,
        before=word_of(found[0], order) if found and (more if backwards else bool(place)) else "",
        after=word_of(found[-1], order) if found and (backwards or more) else "",
    )


def beyond(order: Sequence[str], place: Sequence[Any]) -> Q:
    """Rows that come after `place` in `order`: (a, b) > (x, y), said so that an index can be used for it."""
    condition = Q()
    for depth in range(len(order), 0, -1):
        name, value = order[depth - 1], place[depth - 1]
        field, sign = name.removeprefix("-"), "lt" if name.startswith("-") else "gt"
        if depth == len(order):
            condition = Q(**{f"{field}__{sign}": value})
        else:
            condition = Q(**{f"{field}__{sign}e": value}) & (Q(**{f"{field}__{sign}": value}) | condition)
    return condition


def reverse(name: str) -> str:
    return name.removeprefix("-") if name.startswith("-") else f"-{name}"


def word_of(row: Model, order: Sequence[str]) -> str:
    """The position of a row in this order, as a word for the address."""
    values = [plain(value_of(row, name.removeprefix("-"))) for name in order]
    text = json.dumps([list(order), values], separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def place_of(word: str, order: Sequence[str]) -> list[Any]:
    """The values behind a word, or [] if it is not one of ours for this order."""
    if not word:
        return []
    try:
        padded = word + "=" * (-len(word) % 4)
        names, values = json.loads(base64.urlsafe_b64decode(padded.encode()))
    except (ValueError, TypeError, binascii.Error, RecursionError):
        return []
    fits = names == list(order) and isinstance(values, list) and len(values) == len(order)
    return values if fits and all(map(can_be_stored, values)) else []


def can_be_stored(value: object) -> bool:
    """Whether PostgreSQL could hold this: no NUL in a text, no number beyond its largest."""
    if isinstance(value, str):
        return "\0" not in value
    return isinstance(value, int | float) and abs(value) < 2**63


def value_of(row: Any, path: str) -> Any:
    for step in path.split("__"):
        row = getattr(row, step)
    return row


def plain(value: Any) -> str | int | float:
    if isinstance(value, datetime | date):
        return value.isoformat()
    return value if isinstance(value, str | int | float) else str(value)
