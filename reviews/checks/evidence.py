"""Which words of the Arabic have a partner in the English: evidence that two texts say the same thing.

The table bilingual.toml holds frequent words; forms of a root meet by their consonants. A word the table does not
know says nothing, so absence counts only where several known words in a row have no partner.
"""

import re
import tomllib
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

ARABIC_WORD = re.compile(r"[\u0621-\u063a\u0640-\u065f\u0670-\u06d3]{2,}")
ENGLISH_WORD = re.compile(r"[A-Za-z]+")
FOLD = str.maketrans(
    "أإآٱىةؤئ", "ااااييوي"[:4] + "يهوي", "ـ\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670"
)
WEAK = str.maketrans("", "", "اويهء")
BEFORE = (
    "وال فال بال كال لل ولل ال و ف ب ل ك س سي ست ي ت ن ا وي وت فت في لي لت سن وس م مت وم است يست تست مست ان ين تن من وت ويت يت "
    "وا فا بم لم ب وب ول وك بت لا بالم"
).split()
AFTER = "هما تهم تها ته اته اتها اتهم ها هم نا ات ون ين ان وا تين تان يه يين يون ه ت ي ا ن ني ك كم ية".split()
INFLECTIONS = ("s", "d", "ed", "ing", "es")
LONGEST = 9  # letters of an English word that are looked at


class Word(NamedTuple):
    """A word of the source that the table knows, where it stands, and whether the English has its partner."""

    start: int
    end: int
    found: bool


def _skeleton(stem: str) -> str:
    return stem.translate(WEAK)


@cache
def _table() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """The table by whole form, and by consonants where there are three or more."""
    exact: dict[str, set[str]] = {}
    skeletons: dict[str, set[str]] = {}
    topics: dict[str, dict[str, str]] = tomllib.loads(
        (Path(__file__).parents[1] / "text" / "bilingual.toml").read_text(encoding="utf-8")
    )
    for topic in topics.values():
        for said, forms in topic.items():
            for form in forms.translate(FOLD).split():
                exact.setdefault(form, set()).update(said.split())
                if len(_skeleton(form)) > 2:
                    skeletons.setdefault(_skeleton(form), set()).update(said.split())
    silent = {form for form in topics["silent"][""].translate(FOLD).split()}
    exact = {form: said for form, said in exact.items() if form not in silent} | dict.fromkeys(silent, set())
    return {k: frozenset(v) for k, v in exact.items()}, {k: frozenset(v) for k, v in skeletons.items()}


@lru_cache(maxsize=50_000)
def senses(word: str) -> frozenset[str]:
    """Beginnings of English words that may render this Arabic word; empty where the table does not know it."""
    exact, skeletons = _table()
    folded = word.translate(FOLD)
    if folded in exact and not exact[folded]:
        return frozenset()
    heads = [folded] + [folded[len(part) :] for part in BEFORE if folded.startswith(part)]
    stems = {head for head in heads if len(head) > 1}
    stems |= {
        s[: -len(part)] for s in tuple(stems) for part in AFTER if s.endswith(part) and len(s) - len(part) > 1
    }
    said = {sense for stem in stems for sense in exact.get(stem, ())}
    said |= {sense for stem in stems if len(stem) > 2 for sense in skeletons.get(_skeleton(stem), ())}
    return frozenset(said)


@lru_cache(maxsize=16)
def beginnings(text: str) -> frozenset[str]:
    """The words of an English text and every beginning of them that has four letters or more."""
    words = set(ENGLISH_WORD.findall(text.lower()))
    words |= {
        word[: -len(end)] for word in words for end in INFLECTIONS if word.endswith(end) and len(word) < 8
    }
    return frozenset(
        words.union(*({word[:n] for n in range(4, min(len(word), LONGEST) + 1)} for word in words))
    )


@lru_cache(maxsize=16)
def partners(source: str, target: str) -> tuple[Word, ...]:
    """The known words of the source, in order, each with whether the English has a partner for it."""
    there = beginnings(target)
    found = []
    for word in ARABIC_WORD.finditer(source):
        said = senses(word.group())
        if said:
            found.append(Word(word.start(), word.end(), not there.isdisjoint(said)))
    return tuple(found)
