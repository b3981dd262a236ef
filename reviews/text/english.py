"""English spelling: which texts say the same, and which words stand behind a written form.

Three levels of folding, each letting go what the one before it does:
- WRITTEN: invisible marks and kinds of space.
- STRICT: also typographic quotes, dashes and ellipses, ligatures, accents.
- SEARCH: also capitals.
"""

import unicodedata
from functools import lru_cache
from typing import NamedTuple

from reviews.text.folding import Folded, Folding, Level, simplest

_SIGNS = str.maketrans(
    dict.fromkeys("“”„‟«»″", '"')
    | dict.fromkeys("’‘‚‛ʼʿʾ′`´", "'")
    | dict.fromkeys("‐‑‒–—―−", "-")
    | {"…": "...", "⁄": "/"}
)


def _written(character: str) -> str:
    if unicodedata.category(character) == "Cf":
        return ""
    return " " if character.isspace() else character


def _strict(character: str) -> str:
    plain = character.translate(_SIGNS)
    return plain if plain != character else "".join(map(simplest, plain)).translate(_SIGNS)


def _search(character: str) -> str:
    return _strict(character).lower()


_FOLDINGS = {Level.WRITTEN: Folding(_written), Level.STRICT: Folding(_strict), Level.SEARCH: Folding(_search)}


def fold(text: str, level: Level) -> Folded:
    """The text folded, with the way back to its code points. Folding what is folded changes nothing."""
    return _FOLDINGS[level].fold(text)


def normalise(text: str, level: Level = Level.SEARCH) -> str:
    """The folded text alone: fold(text, level).text, only faster."""
    return _FOLDINGS[level].text(text)


class Base(NamedTuple):
    """A word that a written form may stand for, and how many letters of a possessive follow it."""

    word: str
    possessive: int


@lru_cache(maxsize=50_000)
def bases(word: str) -> tuple[Base, ...]:
    """What a written word (at Level.SEARCH) may be a form of: itself, without 's, in the singular."""
    stem, cut = (word[:-2], 2) if word.endswith("'s") else (word, 0)
    found = [Base(word, 0)] + ([Base(stem, cut)] if cut else [])
    single = _singular(stem)
    return tuple(found + ([Base(single, cut)] if single else []))


def _singular(word: str) -> str | None:
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return None
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("ses", "xes", "zes", "ches", "shes")):
        return word[:-2]
    return word[:-1]


def matches_word(word: str, term: str) -> bool:
    """Whether a written word is the one-word term, in capitals, possessive or plural; Homsi is not Homs."""
    return normalise(term) in {base.word for base in bases(normalise(word))}
