"""Texts reduced to what matters for a comparison, with the way back to the stored text.

A folding is a rule from one character to none, one or several. White space runs become one space.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from reviews.text.spans import Span
from reviews.text.tokens import MARKS


class Level(StrEnum):
    """How much is let go. Each language says in its own file what that means for it."""

    SEARCH = "search"  # what a hurried typist leaves out or mistypes
    STRICT = "strict"  # glossary and names: different words stay different
    WRITTEN = "written"  # only what no reader can see or tell apart


class Folded(NamedTuple):
    """A folded text. The character at place i stands for stored code points starts[i] to ends[i]."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def span_back(self, start: int, end: int) -> Span:
        """The stored code points behind text[start:end], with the marks that hang on its last letter."""
        if start >= end:
            at = self.starts[start] if start < len(self.starts) else (self.ends[-1] if self.ends else 0)
            return Span(at, at)
        return Span(self.starts[start], self.ends[end - 1])

    def places_of(self, folded: str) -> list[Span]:
        """Where words folded the same way stand in the stored text, from left to right; for a highlight."""
        found: list[Span] = []
        at = self.text.find(folded) if folded else -1
        while at >= 0:
            found.append(self.span_back(at, at + len(folded)))
            at = self.text.find(folded, at + len(folded))
        return found


# Dropped signs that belong to the letter before them; other dropped signs (direction marks) stand alone.
_HANGING = re.compile(f"[{MARKS}\u0640]")
# Characters of which every folding keeps one for one; white space only as a single space.
_ONE_FOR_ONE = "[\x21-\x7e\u0621-\u063a\u0641-\u064a\u0660-\u0669،؛؟٪٫٬«»“”‘’–—]"
_PLAIN = re.compile(f"{_ONE_FOR_ONE}+(?: {_ONE_FOR_ONE}+)*")


class Folding(dict[int, str]):
    """One rule as a table that fills itself; see `fold`.

    `rule` gives for a character what stands for it; `joins` gives for (a folded character, a mark) what the
    two are together, where the mark makes another letter.
    """

    def __init__(
        self, rule: Callable[[str], str], joins: Mapping[tuple[str, str], str] | None = None
    ) -> None:
        super().__init__()
        self.rule = rule
        self.joins = dict(joins or {})
        self.joining = re.compile(f"[{''.join({mark for _, mark in self.joins})}]") if self.joins else None

    def __missing__(self, code: int) -> str:
        self[code] = folded = self.rule(chr(code))
        return folded

    def text(self, text: str) -> str:
        """The folded text alone: the same as fold(text).text, only faster."""
        if self.joining and self.joining.search(text):
            return self.fold(text).text
        return re.sub("  +", " ", text.translate(self))

    def fold(self, text: str) -> Folded:
        """The folded text with the way back."""
        if _PLAIN.fullmatch(text):
            return Folded(text.translate(self), range(len(text)), range(1, len(text) + 1))
        out: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        for at, character in enumerate(text):
            folded = self[ord(character)]
            if not folded:
                if out and ends[-1] == at and _HANGING.match(character):
                    ends[-1] = at + 1
                    out[-1] = self.joins.get((out[-1], character), out[-1])
                continue
            for piece in folded:
                if piece == " " and out and out[-1] == " ":
                    ends[-1] = at + 1
                    continue
                out.append(piece)
                starts.append(at)
                ends.append(at + 1)
        return Folded("".join(out), starts, ends)


def simplest(character: str) -> str:
    """What is left of a character of any script: no marks, no invisible signs, no special forms."""
    category = unicodedata.category(character)
    if category in {"Mn", "Me", "Cf"}:
        return ""
    if character.isspace():
        return " "
    if category == "Nd":
        return str(unicodedata.decimal(character))
    if category in {"No", "Cs"}:  # ½ and ² are not 12 and 2; half a character has no parts
        return character
    parts = unicodedata.normalize("NFKD", character)
    return character if parts == character else "".join(map(simplest, parts))
