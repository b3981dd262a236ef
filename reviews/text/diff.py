"""Two texts compared word by word: what was struck out, what was put in, and how two people's edits join.

Words are whole (joined letters, vowel marks on their letters); white space and signs are pieces of their own.
All spans are code points. Hostile input stays cheap: common ends are cut off, and long texts are split at
words that occur once before the remains are compared.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import Literal, NamedTuple

from rapidfuzz.distance import LCSseq

from reviews.text.chains import heaviest_chain
from reviews.text.spans import Span
from reviews.text.tokens import is_word, pieces

Kind = Literal["equal", "delete", "insert", "replace"]


class Op(NamedTuple):
    """One stretch of the comparison. Over all ops, `before` tiles the old text and `after` the new one."""

    kind: Kind
    before: Span
    after: Span


class Conflict(NamedTuple):
    """Where both sides changed the same words: `span` lies in the merged text, which holds `mine` there."""

    span: Span
    base: str
    mine: str
    theirs: str


class Merge(NamedTuple):
    """The joined text; it is the right one only where `conflicts` is empty."""

    text: str
    conflicts: list[Conflict]


class _Edit(NamedTuple):
    """A change in pieces: old[start:end] became new[new_start:new_end]. In order, never touching."""

    start: int
    end: int
    new_start: int
    new_end: int


_CELLS = 200_000_000  # the largest table the bit-parallel comparison may fill: some 50 ms, 25 MB
_REACH = 100  # how many pieces an insertion may slide to a better place


def compare(before: str, after: str) -> list[Op]:
    """The ops that turn `before` into `after`, grouped for reading: no stray words left."""
    old, new = pieces(before), pieces(after)
    return list(_ops(_grouped(_edits(old, new), old, new), old, new))


def changed_words(before: str, after: str) -> int:
    """How many words were inserted or deleted; a replaced word counts once, signs not at all."""
    old, new = pieces(before), pieces(after)
    return sum(_size(edit, old, new) for edit in _edits(old, new))


def merge(base: str, mine: str, theirs: str) -> Merge:
    """Both sides' edits of `base` in one text. Clean where they do not overlap or say the same.

    A word put in at the very edge of words the other side struck out counts as overlapping.
    """
    old, my_new, their_new = pieces(base), pieces(mine), pieces(theirs)
    my_edits, their_edits = _edits(old, my_new), _edits(old, their_new)
    texts: list[str] = []
    conflicts: list[Conflict] = []
    done = length = 0
    for start, end, my_part, their_part in _clusters(my_edits, their_edits):
        base_words = "".join(old[start:end])
        my_words = _applied(old, start, end, my_part, my_new)
        their_words = _applied(old, start, end, their_part, their_new)
        chosen = their_words if my_words == base_words else my_words
        kept = "".join(old[done:start])
        length += len(kept)
        if my_words not in {base_words, their_words} and their_words != base_words:
            span = Span(length, length + len(chosen))
            conflicts.append(Conflict(span, base_words, my_words, their_words))
        length += len(chosen)
        texts += kept, chosen
        done = end
    texts += old[done:]
    return Merge("".join(texts), conflicts)


def _clusters(mine: list[_Edit], theirs: list[_Edit]) -> Iterator[tuple[int, int, list[_Edit], list[_Edit]]]:
    """Stretches of the base with the edits of either side that fall into them, in order."""
    start = end = -1
    put_in = False
    parts: tuple[list[_Edit], list[_Edit]] = ([], [])
    sided = [(edit, 0) for edit in mine] + [(edit, 1) for edit in theirs]
    for edit, side in sorted(sided):
        empty = edit.start == edit.end
        if not (edit.start < end or (edit.start == end and (empty or put_in))):
            if end >= 0:
                yield start, end, *parts
            start, end, put_in, parts = edit.start, edit.end, empty, ([], [])
        elif edit.end > end:
            end, put_in = edit.end, False
        parts[side].append(edit)
    if end >= 0:
        yield start, end, *parts


def _applied(old: list[str], start: int, end: int, edits: list[_Edit], new: list[str]) -> str:
    """old[start:end] after these edits."""
    out: list[str] = []
    for edit in edits:
        out += old[start : edit.start]
        out += new[edit.new_start : edit.new_end]
        start = edit.end
    return "".join(out + old[start:end])


def _size(edit: _Edit, old: list[str], new: list[str]) -> int:
    return max(_words(old[edit.start : edit.end]), _words(new[edit.new_start : edit.new_end]))


def _words(items: list[str]) -> int:
    return sum(map(is_word, items))


def _edits(old: list[str], new: list[str]) -> list[_Edit]:
    """The fewest changed words and signs, each change at its most natural place."""
    head, tail = _common_ends(old, new)
    old_solid = [i for i in range(head, len(old) - tail) if not old[i].isspace()]
    new_solid = [i for i in range(head, len(new) - tail) if not new[i].isspace()]
    pairs = longest_common([old[i] for i in old_solid], [new[i] for i in new_solid])
    anchors = [(head - 1, head - 1), *((old_solid[i], new_solid[j]) for i, j in pairs)]
    anchors.append((len(old) - tail, len(new) - tail))
    edits: list[_Edit] = []
    for (i, j), (k, m) in pairwise(anchors):
        if k - i > 1 or m - j > 1:
            front, back = _common_ends(old[i + 1 : k], new[j + 1 : m])
            edit = _Edit(i + 1 + front, k - back, j + 1 + front, m - back)
            if edit.start < edit.end or edit.new_start < edit.new_end:
                edits.append(edit)
    return _joined(_placed(edits, old, new))


def _common_ends(old: list[str], new: list[str]) -> tuple[int, int]:
    """How many pieces are equal at the front, and how many of the rest at the back."""
    shorter = min(len(old), len(new))
    head = 0
    while head < shorter and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < shorter - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return head, tail


def longest_common(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs (place in `old`, place in `new`) of equal items, both rising; the most there are, unless huge."""
    if len(old) * len(new) <= _CELLS:
        return _longest(old, new)
    found: list[tuple[int, int]] = []
    for (i, j), (k, m) in pairwise([(-1, -1), *_unique_anchors(old, new), (len(old), len(new))]):
        if (k - i) * (m - j) <= _CELLS:
            found += [(i + 1 + a, j + 1 + b) for a, b in _longest(old[i + 1 : k], new[j + 1 : m])]
        if k < len(old):
            found.append((k, m))
    return found


def _longest(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    if not old or not new:
        return []
    codes: dict[str, int] = {}
    coded = [[codes.setdefault(piece, len(codes)) for piece in side] for side in (old, new)]
    blocks = (op for op in LCSseq.opcodes(*coded) if op.tag == "equal")
    return [(b.src_start + n, b.dest_start + n) for b in blocks for n in range(b.src_end - b.src_start)]


def _unique_anchors(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """The longest rising chain of pieces that occur exactly once on either side (patience)."""
    old_counts, new_counts = Counter(old), Counter(new)
    places = {piece: j for j, piece in enumerate(new) if new_counts[piece] == 1}
    return heaviest_chain([(i, places[p]) for i, p in enumerate(old) if old_counts[p] == 1 and p in places])


def _placed(edits: list[_Edit], old: list[str], new: list[str]) -> Iterator[_Edit]:
    """Pure insertions and deletions slid to where a reader would put them: sentences, then words."""
    floor = 0
    for index, edit in enumerate(edits):
        ceiling = edits[index + 1].start if index + 1 < len(edits) else len(old)
        placed = edit
        if (edit.start == edit.end) != (edit.new_start == edit.new_end):
            items, start, end = (
                (old, edit.start, edit.end) if edit.start < edit.end else (new, edit.new_start, edit.new_end)
            )
            shift = _best_shift(
                items, start, end, min(_REACH, edit.start - floor), min(_REACH, ceiling - edit.end)
            )
            placed = _Edit(*(place + shift for place in edit))
        yield placed
        floor = placed.end


def _best_shift(items: list[str], start: int, end: int, left: int, right: int) -> int:
    low = high = 0
    while -low < left and items[start + low - 1] == items[end + low - 1]:
        low -= 1
    while high < right and items[start + high] == items[end + high]:
        high += 1
    return max(
        range(low, high + 1), key=lambda shift: (_fitness(items, start + shift, end + shift), -abs(shift))
    )


def _fitness(items: list[str], start: int, end: int) -> int:
    """How natural it is to take items[start:end] out."""
    before = items[start - 1] if start else "\n"
    if "\n" in before or "\u2029" in before:
        return 4
    solid = items[start - 2] if before.isspace() and start > 1 else before
    if solid[0] in ".!?؟" and (before.isspace() or items[start].isspace()):
        return 3
    if before.isspace() and items[end - 1].isspace():
        return 2
    return int(items[start].isspace() and not items[end - 1].isspace())


def _joined(edits: Iterator[_Edit]) -> list[_Edit]:
    """Edits that touch after sliding become one."""
    out: list[_Edit] = []
    for edit in edits:
        if out and out[-1].end == edit.start and out[-1].new_end == edit.new_start:
            out[-1] = out[-1]._replace(end=edit.end, new_end=edit.new_end)
        else:
            out.append(edit)
    return out


def _grouped(edits: list[_Edit], old: list[str], new: list[str]) -> list[_Edit]:
    """Edits with a stray word or sign between two larger changes made one."""
    out: list[_Edit] = []
    sizes: list[int] = []
    for edit in edits:
        size = _size(edit, old, new)
        if out and _is_stray(old[out[-1].end : edit.start], min(size, sizes[-1])):
            out[-1] = out[-1]._replace(end=edit.end, new_end=edit.new_end)
            sizes[-1] += size
        else:
            out.append(edit)
            sizes.append(size)
    return out


def _is_stray(between: list[str], size: int) -> bool:
    """Whether too little lies between two changes, the smaller one being `size` words long."""
    if len(between) > 7 or any(character.isdigit() for piece in between for character in piece):
        return False
    words = [piece for piece in between if is_word(piece)]
    if len(words) == 1:
        return size >= (2 if len(words[0]) <= 3 else 4)
    return size >= (3 if not words else 8)


def _ops(edits: list[_Edit], old: list[str], new: list[str]) -> Iterator[Op]:
    """Edits in pieces as ops in code points, with the equal stretches between them."""
    old_at = [0, *accumulate(map(len, old))]
    new_at = [0, *accumulate(map(len, new))]
    i = j = 0
    for edit in [*edits, _Edit(len(old), len(old), len(new), len(new))]:
        if i < edit.start:
            yield Op("equal", Span(old_at[i], old_at[edit.start]), Span(new_at[j], new_at[edit.new_start]))
        i, j = edit.end, edit.new_end
        before = Span(old_at[edit.start], old_at[i])
        after = Span(new_at[edit.new_start], new_at[j])
        if before.start < before.end:
            yield Op("replace" if after.start < after.end else "delete", before, after)
        elif after.start < after.end:
            yield Op("insert", before, after)
