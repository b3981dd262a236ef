"""Frequent words of Arabic news and the English that may render them: evidence that two texts say the same.

The table bilingual.toml is our own. Forms of an Arabic root meet by their consonants. A word that the table
does not know says nothing.
"""

import re
import tomllib
from functools import cache, lru_cache
from pathlib import Path

ARABIC_WORD = re.compile(r"[\u0621-\u063a\u0640-\u065f\u0670-\u06d3]{2,}")
ENGLISH_WORD = re.compile(r"[A-Za-z]+")
_FOLD = str.maketrans("أإآٱىةؤئ", "اااايهوي", "ـ\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670")
_WEAK = str.maketrans("", "", "اويهء")
_BEFORE = (
    "وال فال بال كال لل ولل ال و ف ب ل ك س سي ست ي ت ن ا وي وت فت في لي لت سن وس م مت وم است يست تست مست"
    " ان ين تن من وت ويت يت وا فا بم لم ب وب ول وك بت لا بالم"
).split()
_AFTER = (
    "هما تهم تها ته اته اتها اتهم ها هم نا ات ون ين ان وا تين تان يه يين يون ه ت ي ا ن ني ك كم ية".split()
)
_INFLECTIONS = ("s", "d", "ed", "ing", "es")
_LONGEST = 12  # letters of an English word that are looked at


@cache
def _table() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """The table by whole form, and by consonants where there are three or more."""
    exact: dict[str, set[str]] = {}
    skeletons: dict[str, set[str]] = {}
    topics: dict[str, dict[str, str]] = tomllib.loads(
        Path(__file__).with_name("bilingual.toml").read_text(encoding="utf-8")
    )
    for topic in topics.values():
        for said, forms in topic.items():
            for form in forms.translate(_FOLD).split():
                exact.setdefault(form, set()).update(said.split())
                if len(form.translate(_WEAK)) > 2:
                    skeletons.setdefault(form.translate(_WEAK), set()).update(said.split())
    for silent in topics["silent"][""].translate(_FOLD).split():
        exact[silent] = set()
    return {k: frozenset(v) for k, v in exact.items()}, {k: frozenset(v) for k, v in skeletons.items()}


@cache
def _vocabulary() -> frozenset[str]:
    return frozenset(sense for said in _table()[0].values() for sense in said)


@lru_cache(maxsize=50_000)
def senses(word: str) -> frozenset[str]:
    """Beginnings of English words that may render this Arabic word; none where the table does not know it."""
    exact, skeletons = _table()
    folded = word.translate(_FOLD)
    if folded in exact and not exact[folded]:
        return frozenset()
    heads = [folded] + [folded[len(part) :] for part in _BEFORE if folded.startswith(part)]
    stems = {head for head in heads if len(head) > 1}
    stems |= {
        s[: -len(part)]
        for s in tuple(stems)
        for part in _AFTER
        if s.endswith(part) and len(s) - len(part) > 1
    }
    said = {sense for stem in stems for sense in exact.get(stem, ())}
    said |= {sense for stem in stems if len(stem) > 2 for sense in skeletons.get(stem.translate(_WEAK), ())}
    return frozenset(said)


@lru_cache(maxsize=50_000)
def beginnings(word: str) -> frozenset[str]:
    """Of an English word in small letters: itself and its beginnings, as far as the table has them."""
    bare = {word[: -len(end)] for end in _INFLECTIONS if word.endswith(end) and len(word) < 8}
    return frozenset(
        {word, *bare, *(word[:n] for n in range(4, min(len(word), _LONGEST) + 1))} & _vocabulary()
    )
