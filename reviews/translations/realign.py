"""Which segment a unit of a changed source belongs to: a pure function over texts."""

from difflib import SequenceMatcher

from rapidfuzz.distance import Levenshtein

SAME_PARAGRAPH = 0.4  # below this similarity a paragraph was replaced rather than edited

Unit = tuple[str, str]  # kind, text


def realign(old: list[Unit], new: list[Unit]) -> list[int | None]:
    """For each new unit the index of the old unit it continues, or None where it is new.

    Equal texts find each other wherever they moved; headline, dateline and summary keep their place; edited
    paragraphs pair with the most similar old neighbour left over. An old unit is used at most once.
    """
    partner: list[int | None] = [None] * len(new)
    free = set(range(len(old)))
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for block in matcher.get_matching_blocks():
        for offset in range(block.size):
            partner[block.b + offset] = block.a + offset
            free.discard(block.a + offset)
    for index, unit in enumerate(new):
        if partner[index] is None:
            moved = next((i for i in sorted(free) if old[i] == unit), None)
            _take(partner, free, index, moved)
    for index, (kind, _text) in enumerate(new):
        if partner[index] is None and kind != "body":
            _take(partner, free, index, next((i for i in free if old[i][0] == kind), None))
    for index, (kind, text) in enumerate(new):
        if partner[index] is None and kind == "body":
            _take(partner, free, index, _most_similar(old, free, text))
    return partner


def _take(partner: list[int | None], free: set[int], index: int, found: int | None) -> None:
    if found is not None:
        partner[index] = found
        free.discard(found)


def _most_similar(old: list[Unit], free: set[int], text: str) -> int | None:
    rated = [(Levenshtein.normalized_similarity(old[i][1], text), -i) for i in free if old[i][0] == "body"]
    best = max(rated, default=(0.0, 0))
    return -best[1] if best[0] >= SAME_PARAGRAPH else None
