"""Which mention of one side answers which of the other: the same for figures and for dates."""

from collections import deque
from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

Mention = TypeVar("Mention")


def paired(
    left: list[Mention],
    right: list[Mention],
    keys: Callable[[Mention], Iterable[Hashable]],
    pairs: list[tuple[Mention, Mention]],
) -> tuple[list[Mention], list[Mention]]:
    """Move those that share a key to `pairs`, first come first served; gives back the rest of both sides."""
    waiting: dict[Hashable, deque[int]] = {}
    for n, other in enumerate(right):
        for key in keys(other):
            waiting.setdefault(key, deque()).append(n)
    rest: list[Mention] = []
    taken: set[int] = set()
    for one in left:
        for key in keys(one):
            queue = waiting.get(key)
            while queue and queue[0] in taken:
                queue.popleft()
            if queue:
                taken.add(queue[0])
                pairs.append((one, right[queue[0]]))
                break
        else:
            rest.append(one)
    return rest, [other for n, other in enumerate(right) if n not in taken]
