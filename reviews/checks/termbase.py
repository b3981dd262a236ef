"""The glossary as the checks see it: terms as plain data, handed in by the caller."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """One entry: the Arabic forms, the English the desk prefers, what else it allows and what it forbids."""

    source: tuple[str, ...]
    preferred: str
    allowed: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    kind: str = "term"
    note: str = ""


@dataclass(frozen=True, slots=True)
class Glossary:
    """The terms that hold for a story."""

    terms: tuple[Term, ...] = ()
