"""What a written word is, in both scripts, and the pieces a text falls into.

Arabic letters stay joined and vowel marks stay with their letters; figures keep their separators (1,250.50);
English words keep their apostrophes. Hyphens separate: "Jaysh-al-Islam" is three words and two hyphens.
"""

import re
from collections.abc import Sequence
from typing import TypeVar

from rapidfuzz.distance import Indel, Levenshtein

from reviews.text.spans import Span

T = TypeVar("T")

# Signs that never stand alone: vowel marks, accents, variation selectors, joiners. `\w` knows none of them.
MARKS = (
    "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
    "\u0898-\u089f\u08ca-\u08e1\u08e3-\u08ff\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f"
    "\u200c\u200d"
)
WORD_CHARACTER = rf"[\w{MARKS}]"
WORD_PATTERN = rf"\w{WORD_CHARACTER}*(?:(?:['’ʼ](?=[^\W\d_])|(?<=\d)[.,٫٬،](?=\d)){WORD_CHARACTER}+)*"
_WORD = re.compile(WORD_PATTERN)
_PIECE = re.compile(rf"{WORD_PATTERN}|\s+|.[{MARKS}]*", re.DOTALL)
# What a reader counts as one word: F-16, cease-fire, U.S., www.example.org, أ.ف.ب
_LETTER = r"[^\W\d_]"
_READ = re.compile(
    rf"(?:{_LETTER}\.){{2,}}(?:{_LETTER}(?!{WORD_CHARACTER}))?"
    rf"|{WORD_PATTERN}(?:(?:[-‐‑](?=\w)|\.(?=[a-z\d])){WORD_PATTERN})*"
)


def pieces(text: str) -> list[str]:
    """The text cut into words, runs of white space and single signs; joined again they are the text."""
    return _PIECE.findall(text)


def is_word(piece: str) -> bool:
    """Whether a piece is a word or a figure, not white space or a sign."""
    return bool(_WORD.match(piece))


def words(text: str) -> list[Span]:
    """The words as a reader counts them: a hyphen or an inner dot joins (cease-fire, F-16, U.S.)."""
    return [Span(*match.span()) for match in _READ.finditer(text)]


def ngrams(items: Sequence[T], size: int) -> list[tuple[T, ...]]:
    """Every run of `size` neighbours, of words or of a string's characters; none if there are fewer."""
    return list(zip(*(items[start:] for start in range(size)), strict=False))


def similarity(one: str, other: str, cutoff: float = 0.0) -> float:
    """How alike two texts are, letter by letter, 0 to 1; 0 below `cutoff`, which makes it faster.

    Fold both sides first for what shall not count (see arabic.normalise, english.normalise).
    """
    return Levenshtein.normalized_similarity(one, other, score_cutoff=cutoff)


def word_similarity(one: str, other: str) -> float:
    """The share of words two texts have in common, in order, 0 to 1; figures are words like others."""
    return Indel.normalized_similarity(
        [piece for piece in pieces(one) if is_word(piece)],
        [piece for piece in pieces(other) if is_word(piece)],
    )
