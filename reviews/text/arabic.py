"""Arabic spelling: what is the same word, how strictly, and which small words are written onto another.

Three levels of folding, each letting go what the one before it does:
- WRITTEN: vowel marks, tatweel, invisible marks, presentation forms, digits, Persian keyboard letters.
- STRICT: also the hamza on alef, which newsroom copy leaves out. على is not علي, هدى is not هدا.
- SEARCH: also alef maqsura and yeh, teh marbuta and heh, hamza seats, foreign letters, capitals, quotes.
"""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from reviews.text.folding import Folded, Folding, Level, simplest
from reviews.text.lexicon import frequencies

_TATWEEL = "ـ"
_SAME_LETTER = str.maketrans("ٱکڪیېےہھەۀۃ", "اككيييههههة")
_ALEFS = str.maketrans("أإآٲٳ", "ااااا")
_LOOSE = str.maketrans("ىةؤئگڤپچژ", "يهويكفبجز")
_SIGNS = str.maketrans(
    {"،": ",", "؛": ";", "؟": "?", "٪": "%", "٫": ".", "٬": ",", "…": "..."}
    | dict.fromkeys("«»“”„‹›", '"')
    | dict.fromkeys("‘’‚ʼ", "'")
    | dict.fromkeys("–—−", "-")
)
_HAMZA_ABOVE, _HAMZA_BELOW, _MADDA = "\u0654", "\u0655", "\u0653"
_ON_OTHERS = {("و", _HAMZA_ABOVE): "ؤ", ("ي", _HAMZA_ABOVE): "ئ", ("ى", _HAMZA_ABOVE): "ئ"}
_ON_ALEF = {("ا", _HAMZA_ABOVE): "أ", ("ا", _HAMZA_BELOW): "إ", ("ا", _MADDA): "آ"}


# ل before ال writes one alef less, and before ال and a lam one lam less too: لـ + اللجنة is للجنة.
_LAM_LAM = "لل"
_ARTICLE = "ال"
_IMPERFECT = frozenset("يتنأا")  # what a verb after س begins with


def _written(character: str) -> str:
    if character == _TATWEEL:
        return ""
    if "\u0600" <= character <= "\u06ff" and character.isalpha():
        return character.translate(_SAME_LETTER)
    if "\ufb50" <= character <= "\ufdff" or "\ufe70" <= character <= "\ufeff":
        letters = unicodedata.normalize("NFKC", character).strip()  # a lone mark comes with a space
        if letters != character:
            return "".join(map(_written, letters))
    return simplest(character)


def _strict(character: str) -> str:
    return _written(character).translate(_ALEFS)


def _search(character: str) -> str:
    return _strict(character).lower().translate(_LOOSE).translate(_SIGNS)


_FOLDINGS = {
    Level.WRITTEN: Folding(_written, _ON_OTHERS | _ON_ALEF),
    Level.STRICT: Folding(_strict, _ON_OTHERS),
    Level.SEARCH: Folding(_search),
}


def fold(text: str, level: Level) -> Folded:
    """The text folded, with the way back to its code points. Folding what is folded changes nothing."""
    return _FOLDINGS[level].fold(text)


def normalise(text: str, level: Level = Level.SEARCH) -> str:
    """The folded text alone, for an index or a comparison: fold(text, level).text, only faster."""
    return _FOLDINGS[level].text(text)


def same_letters(one: str, other: str) -> bool:
    """Whether two words are one; a bare alef may stand for any: إدلب and ادلب, but not إعلام and أعلام."""
    one, other = normalise(one, Level.WRITTEN), normalise(other, Level.WRITTEN)
    if one == other:
        return True
    return one.translate(_ALEFS) == other.translate(_ALEFS) and all(
        a == b or "ا" in {a, b} for a, b in zip(one, other, strict=True)
    )


class Reading(NamedTuple):
    """A written word as small words joined to a longer one: وللمدينة as ول + المدينة, or as ولل + مدينة."""

    joined: str
    stem: str


@lru_cache(maxsize=50_000)
def readings(word: str) -> tuple[Reading, ...]:
    """Every way to read one written word (at Level.WRITTEN); first as it stands, with nothing joined to it.

    Without the article a stem must be at least as common as the word it leaves: لبنان is no ل + بنان.
    """
    found = [Reading("", word)]
    found += (Reading(joined, stem) for joined, stem in _before_noun(word))
    if word[:1] in {"و", "ف"} and _may_leave(word, word[1:], shortest=2):
        found.append(Reading(word[0], word[1:]))
        found += (Reading(word[0] + joined, stem) for joined, stem in _before_noun(word[1:]))
    return tuple(found)


def _before_noun(word: str) -> Iterator[tuple[str, str]]:
    """The article, ب ك ل and س taken off in each way the spelling allows."""
    if word.startswith(_LAM_LAM) and len(word) > 2:
        yield "ل", _ARTICLE + word[2:]
        yield "ل", _ARTICLE + word[1:]
        yield "ل", word[1:]
        if len(word) > 4:
            yield _LAM_LAM, word[2:]
    elif word[:1] in {"ب", "ك", "ل"} and len(word) > 5 and word.startswith(_ARTICLE, 1):
        yield word[0], word[1:]
        yield word[:3], word[3:]
    elif word[:1] in {"ب", "ك", "ل"} and _may_leave(word, word[1:], shortest=3):
        yield word[0], word[1:]
    elif word.startswith(_ARTICLE) and len(word) > 4:
        yield _ARTICLE, word[2:]
    elif word[:1] == "س" and word[1:2] in _IMPERFECT and _may_leave(word, word[1:], shortest=3):
        yield "س", word[1:]


def _may_leave(word: str, stem: str, *, shortest: int) -> bool:
    common = frequencies("ar")
    return len(stem) >= shortest and common.get(stem, 0) >= common.get(word, 0)


def matches_word(word: str, term: str) -> bool:
    """Whether a written word is the one-word term, alone or with و ف ب ك ل ال لل or س joined to it."""
    wanted = normalise(term, Level.WRITTEN)
    return any(same_letters(reading.stem, wanted) for reading in readings(normalise(word, Level.WRITTEN)))


def clitic_forms(term: str) -> list[str]:
    """The term as it may be written with small words joined to it, itself first."""
    term = normalise(term, Level.WRITTEN)
    definite = term.startswith(_ARTICLE)
    heads = ["", "ب", "ك"] if definite else ["", "ب", "ك", "ل", "ال", "بال", "كال"]
    stems = [head + term for head in heads]
    bare = term[2:] if definite else term
    stems.append("ل" + bare if bare.startswith("ل") else _LAM_LAM + bare)
    return [conjunction + stem for conjunction in ("", "و", "ف") for stem in stems]
