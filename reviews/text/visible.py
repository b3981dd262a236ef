"""A text without the marks that have no width or only colour a letter, and the way back to its offsets."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache

_NO_WIDTH = "\u200b-\u200f\u061c\u202a-\u202e\u2060-\u2069\ufeff"
_VOWELS = "\u0610-\u061a\u064b-\u065f\u0670\u0640"
_ON_LETTERS = frozenset(map(chr, [*range(0x0610, 0x061B), *range(0x064B, 0x0660), 0x0670]))
_WORD = re.compile(r"[^\W\d_]+")
HIDDEN = {"ar": re.compile(f"[{_NO_WIDTH}{_VOWELS}]+"), "en": re.compile(f"[{_NO_WIDTH}]+")}
"""Marks that the readers pass over: bidi controls, zero-width signs, Arabic vowel marks and tatweel."""


class Visible:
    """`plain` is the text without hidden marks; `span` gives stored offsets back, `inner` the plain ones."""

    __slots__ = ("_kept", "plain", "text")

    def __init__(self, text: str, language: str) -> None:
        self.text = text
        hidden = HIDDEN[language]
        self.plain = hidden.sub("", text) if hidden.search(text) else text
        self._kept: list[int] | None = None
        if len(self.plain) != len(text):
            self._kept = _kept(text, hidden)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in `text` for offsets in `plain`; marks inside belong to it, and vowel marks behind."""
        kept = self._kept
        if kept is None:
            return start, end
        if start == end:
            where = kept[start] if start < len(kept) else len(self.text)
            return where, where
        until = kept[end - 1] + 1
        while until < len(self.text) and self.text[until] in _ON_LETTERS:
            until += 1
        return kept[start], until

    def inner(self, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        """Spans of `text` as spans of `plain`."""
        kept = self._kept
        if kept is None:
            return list(spans)
        return [(bisect_left(kept, start), bisect_left(kept, end)) for start, end in spans]


@lru_cache(maxsize=64)
def made_visible(text: str, language: str) -> Visible:
    """`Visible(text, language)`, made once for the readers of one text that follow each other."""
    return Visible(text, language)


@lru_cache(maxsize=64)
def words_of(plain: str) -> frozenset[str]:
    """The words of a text without hidden marks, split once for all readers that ask whether to look."""
    return frozenset(_WORD.findall(plain))


def _kept(text: str, hidden: re.Pattern[str]) -> list[int]:
    """The offsets of the characters that stay."""
    kept: list[int] = []
    at = 0
    for match in hidden.finditer(text):
        kept.extend(range(at, match.start()))
        at = match.end()
    kept.extend(range(at, len(text)))
    return kept
