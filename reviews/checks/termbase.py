"""The glossary as the checks see it: plain data handed in by the caller, indexed by the Arabic."""

import re
from dataclasses import dataclass
from functools import cached_property

from reviews.text.terms import Match, TermIndex

WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Term:
    """One entry: the Arabic forms, the English the desk prefers, what else it allows and what it forbids."""

    source: tuple[str, ...]
    preferred: str
    allowed: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    kind: str = "term"
    note: str = ""


@dataclass(frozen=True)
class Glossary:
    """The terms that hold for a story. The index is made at the first question and kept."""

    terms: tuple[Term, ...] = ()

    @cached_property
    def _index(self) -> TermIndex[Term]:
        return TermIndex(((form, term) for term in self.terms for form in term.source), "ar")

    @cached_property
    def english(self) -> frozenset[str]:
        """Every English form the desk prefers or allows."""
        return frozenset(form for term in self.terms for form in (term.preferred, *term.allowed))

    @cached_property
    def english_words(self) -> frozenset[str]:
        """The single words of those forms, in small letters: none of them is a slip."""
        return frozenset(word.lower() for form in self.english for word in WORD.findall(form))

    def __getstate__(self) -> dict[str, object]:
        """Travel with the terms alone; the index is made again."""
        return {"terms": self.terms}

    def find(self, source: str) -> list[Match[Term]]:
        """The terms that stand in an Arabic text, the longest at each place."""
        return self._index.find(source) if self.terms else []
