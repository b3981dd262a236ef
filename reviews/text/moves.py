"""Which paragraph of the new text was which paragraph of the old one: kept, changed, moved, new or gone."""

from collections import Counter
from collections.abc import Sequence
from typing import Literal, NamedTuple

from reviews.text.chains import heaviest_chain
from reviews.text.diff import longest_common
from reviews.text.tokens import is_word, pieces

Fate = Literal["equal", "changed", "moved", "inserted", "deleted"]


class Paragraph(NamedTuple):
    """One row of the comparison; a moved paragraph may have changed too. None: not on that side."""

    fate: Fate
    before: int | None
    after: int | None


_ALIKE = 0.5  # shared words that make two paragraphs the same one, wherever they stand
_NEARBY = 0.25  # the same between the same neighbours
_COMMON = 50  # a word in more paragraphs than this says nothing about which is which


def moves(before: Sequence[str], after: Sequence[str]) -> list[Paragraph]:
    """Every paragraph of both sides once: in the order of `after`, a deleted one after those it followed.

    "moved" means out of the order that keeps the most text in place.
    """
    pairs = _same(before, after)
    old_taken, new_taken = {i for i, _ in pairs}, {j for _, j in pairs}
    old = {i: _bag(text) for i, text in enumerate(before) if i not in old_taken}
    new = {j: _bag(text) for j, text in enumerate(after) if j not in new_taken}
    pairs += _alike(old, new)
    pairs += _neighbours(pairs, old, new, (len(before), len(after)))
    pairs.sort()
    in_place = heaviest_chain(pairs, [1 + len(before[i]) for i, _ in pairs])
    return _rows(pairs, set(in_place), before, after)


def _same(before: Sequence[str], after: Sequence[str]) -> list[tuple[int, int]]:
    """Paragraphs with the very same text: as many as can be in order, then first with first."""
    pairs = longest_common(before, after)
    old_taken, new_taken = {i for i, _ in pairs}, {j for _, j in pairs}
    places: dict[str, list[int]] = {}
    for i in range(len(before) - 1, -1, -1):
        if i not in old_taken:
            places.setdefault(before[i], []).append(i)
    rest = (j for j, text in enumerate(after) if j not in new_taken)
    return pairs + [(places[after[j]].pop(), j) for j in rest if places.get(after[j])]


def _bag(text: str) -> Counter[str]:
    return Counter(piece for piece in pieces(text) if is_word(piece))


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """Shared words over all words (Dice), 0 to 1."""
    size = one.total() + other.total()
    return 2 * (one & other).total() / size if size else 1.0


def _alike(old: dict[int, Counter[str]], new: dict[int, Counter[str]]) -> list[tuple[int, int]]:
    """Paragraphs that share most of their words, the most alike first, wherever they stand."""
    places: dict[str, list[int]] = {}
    for i, bag in old.items():
        for word in bag:
            places.setdefault(word, []).append(i)
    scored: list[tuple[float, int, int]] = []
    for j, bag in new.items():
        telling = (places[word] for word in bag if len(places.get(word, ())) in range(1, _COMMON))
        hits = Counter(i for where in telling for i in where)
        scored += ((-_likeness(old[i], bag), i, j) for i, _ in hits.most_common(5))
    chosen: dict[int, int] = {}
    used: set[int] = set()
    for score, i, j in sorted(scored):
        if -score >= _ALIKE and i not in chosen and j not in used:
            chosen[i] = j
            used.add(j)
    return list(chosen.items())


def _neighbours(
    pairs: list[tuple[int, int]],
    old: dict[int, Counter[str]],
    new: dict[int, Counter[str]],
    ends: tuple[int, int],
) -> list[tuple[int, int]]:
    """Rewritten paragraphs that still follow, or come before, the paragraph they did."""
    partner = dict(pairs)
    used = {j for _, j in pairs}
    partner |= {-1: -1, ends[0]: ends[1]}
    found: list[tuple[int, int]] = []
    for step in (1, -1):
        for i in sorted(old, reverse=step < 0):
            j = partner.get(i - step, -9) + step
            if i not in partner and j in new and j not in used and _likeness(old[i], new[j]) >= _NEARBY:
                partner[i] = j
                used.add(j)
                found.append((i, j))
    return found


def _rows(
    pairs: list[tuple[int, int]],
    in_place: set[tuple[int, int]],
    before: Sequence[str],
    after: Sequence[str],
) -> list[Paragraph]:
    partner = {j: i for i, j in pairs}
    staying = dict(in_place)
    paired = {i for i, _ in pairs}
    deleted: dict[int, list[Paragraph]] = {}
    anchor = -1
    for i in range(len(before)):
        anchor = staying.get(i, anchor)
        if i not in paired:
            deleted.setdefault(anchor, []).append(Paragraph("deleted", i, None))
    rows = deleted.get(-1, [])
    for j, text in enumerate(after):
        i = partner.get(j)
        if i is None:
            rows.append(Paragraph("inserted", None, j))
        elif (i, j) not in in_place:
            rows.append(Paragraph("moved", i, j))
        else:
            rows.append(Paragraph("equal" if before[i] == text else "changed", i, j))
        rows += deleted.get(j, [])
    return rows
