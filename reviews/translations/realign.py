"""Which segment a unit of a changed source belongs to: a pure function over texts."""

from reviews.text.moves import moves

Unit = tuple[str, str]  # kind, text


def realign(old: list[Unit], new: list[Unit]) -> list[int | None]:
    """For each new unit the index of the old unit it continues, or None where it is new.

    Headline, dateline and summary keep their place. Paragraphs find each other by their words wherever they
    moved (text.moves). An old unit is used at most once.
    """
    partner: list[int | None] = [None] * len(new)
    for kind in {kind for kind, _text in new}:
        before = [i for i, unit in enumerate(old) if unit[0] == kind]
        after = [j for j, unit in enumerate(new) if unit[0] == kind]
        if kind != "body":
            pairs = [(0, 0)] if before else []
        else:
            rows = moves([old[i][1] for i in before], [new[j][1] for j in after])
            pairs = [(row.before, row.after) for row in rows if None not in (row.before, row.after)]
        for i, j in pairs:
            partner[after[j]] = before[i]
    return partner
