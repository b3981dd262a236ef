"""Which words of the Arabic have a partner in the English: evidence that two texts say the same thing.

The table bilingual.toml holds frequent words; forms of a root meet by their consonants. A word the table does not
know says nothing, so absence counts only where several known words in a row have no partner.
"""

import re
import tomllib
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from reviews.checks.numbers import compared

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


class Weight(NamedTuple):
    """A word or figure and what it weighs: above nothing where the other text has its partner, below where not."""

    start: int
    end: int
    weight: float


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


@lru_cache(maxsize=50_000)
def beginnings(word: str) -> frozenset[str]:
    """An English word in small letters, its bare form, and its beginnings of four letters and more."""
    bare = {word[: -len(end)] for end in INFLECTIONS if word.endswith(end) and len(word) < 8}
    return frozenset(
        {word, *bare, *(word[:n] for n in range(4, min(len(word), LONGEST) + 1))} & _vocabulary()
    )


@cache
def _vocabulary() -> frozenset[str]:
    return frozenset(sense for said in _table()[0].values() for sense in said)


@lru_cache(maxsize=16)
def weigh(source: str, target: str) -> tuple[tuple[Weight, ...], tuple[Weight, ...]]:
    """What the known words and the figures of the source weigh, then those of the target, each in order."""
    left = [(m.span(), said) for m in ARABIC_WORD.finditer(source) if (said := senses(m.group()))]
    right = [
        (m.span(), said) for m in ENGLISH_WORD.finditer(target) if (said := beginnings(m.group().lower()))
    ]
    meant = frozenset().union(*(said for _span, said in left))
    there = frozenset().union(*(said for _span, said in right))
    sources = [Weight(*span, MISS if there.isdisjoint(said) else HIT) for span, said in left]
    targets = [Weight(*span, MISS if meant.isdisjoint(said) else HIT) for span, said in right]
    pairs, missing, unexpected = compared(source, target)
    sources += [Weight(one.start, one.end, FIGURE_HIT) for one, _other in pairs]
    targets += [Weight(other.start, other.end, FIGURE_HIT) for _one, other in pairs]
    sources += [Weight(one.start, one.end, FIGURE_MISS) for one in missing]
    targets += [Weight(one.start, one.end, FIGURE_MISS) for one in unexpected]
    return tuple(sorted(sources)), tuple(sorted(targets))


def support(source: str, target: str) -> float:
    """How much speaks for these two texts saying the same: far above 0 for a translation, below for strangers."""
    return sum(weight for side in weigh(source, target) for _start, _end, weight in side)


# Logarithms of how much likelier a word has its partner in a translation than in a stranger's text.
HIT, MISS = 2.2, -0.75
FIGURE_HIT, FIGURE_MISS = 2.5, -1.5
