"""How common a word is, from the frequency lists of pyspellchecker."""

from collections.abc import Mapping
from functools import cache

from spellchecker import SpellChecker


@cache
def frequencies(language: str) -> Mapping[str, int]:
    """Every listed word of "ar" or "en", in lower case, without vowel marks, with its count. Read once."""
    return SpellChecker(language=language).word_frequency.dictionary
