"""Tracked changes as pure functions: runs of changed words between a settled text and the current one."""

from dataclasses import dataclass

from reviews.text.diff import changed_words, compare


@dataclass(frozen=True, slots=True)
class Hunk:
    """One run of changed words: settled[start:end] became `after`, which stands at target[at:at + len]."""

    start: int
    end: int
    before: str
    after: str
    at: int
    words: int


def hunks(settled: str, current: str) -> list[Hunk]:
    """The open changes between two texts, in order; a replaced word counts once."""
    found = []
    for op in compare(settled, current):
        if op.kind == "equal":
            continue
        before, after = settled[op.before[0] : op.before[1]], current[op.after[0] : op.after[1]]
        words = max(changed_words(before, after), 1)
        found.append(Hunk(op.before[0], op.before[1], before, after, op.after[0], words))
    return found


def apply(settled: str, start: int, end: int, after: str) -> str:
    """The settled text once a change is accepted."""
    return settled[:start] + after + settled[end:]


def revert(current: str, hunk: Hunk) -> str:
    """The current text once a change is rejected."""
    return current[: hunk.at] + hunk.before + current[hunk.at + len(hunk.after) :]
