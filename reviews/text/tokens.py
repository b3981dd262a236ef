"""What a written word is, in both scripts, and the pieces a text falls into.

Arabic letters stay joined and vowel marks stay with their letters; figures keep their separators (1,250.50);
English words keep their apostrophes. Hyphens separate: "Jaysh-al-Islam" is three words and two hyphens.
"""

import re

# Signs that never stand alone: vowel marks, accents, variation selectors, joiners. `\w` knows none of them.
MARKS = (
    "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
    "\u0898-\u089f\u08ca-\u08e1\u08e3-\u08ff\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f"
    "\u200c\u200d"
)
WORD_CHARACTER = rf"[\w{MARKS}]"
WORD_PATTERN = rf"{WORD_CHARACTER}+(?:(?:['’ʼ](?=[^\W\d_])|(?<=\d)[.,٫٬،](?=\d)){WORD_CHARACTER}+)*"
_WORD = re.compile(WORD_PATTERN)
_PIECE = re.compile(rf"{WORD_PATTERN}|\s+|.[{MARKS}]*", re.DOTALL)


def pieces(text: str) -> list[str]:
    """The text cut into words, runs of white space and single signs; joined again they are the text."""
    return _PIECE.findall(text)


def is_word(piece: str) -> bool:
    """Whether a piece is a word or a figure, not white space or a sign."""
    return piece[:1].isalnum() or bool(_WORD.match(piece))
