"""What ties a sentence to its translation: figures, words, names by their sound, weighed by rarity."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import product
from math import log
from typing import NamedTuple

from reviews.text import arabic, english
from reviews.text.bilingual import ARABIC_WORD, ENGLISH_WORD, beginnings, senses
from reviews.text.folding import Level
from reviews.text.numbers import read
from reviews.text.transliteration import arabic_sounds, coarse, latin_sounds

_LATIN = re.compile("[A-Za-z]{2,}")
_MOST = 2.5  # what the rarest anchor is worth
_CROWD = 20  # pairs for each unit; what occurs in more says nothing and would cost much


class _Kind(NamedTuple):
    """What anchors of a kind are worth when shared, and what one costs that has no partner."""

    worth: float
    alone: float


_FIGURE, _WORD, _FOREIGN = _Kind(1.5, 1.0), _Kind(1.0, 0.4), _Kind(1.5, 0.0)
_HEARD = _Kind(1.0, 0.0)
_CAPITAL = re.compile(r"\b[A-Z][A-Za-z'-]{2,}")
_JOINED = re.compile("[وف]?(?:[بلك]?ال|لل|[بلك])?")


class Anchors(NamedTuple):
    """How strongly unit i of the source and unit j of the target hold together.

    A group of units is worth the sum of its `ties`, less what each of its units has that seeks a partner.
    """

    ties: dict[tuple[int, int], float]
    loose_source: list[float]
    loose_target: list[float]


def anchors(source: Sequence[str], target: Sequence[str]) -> Anchors:
    """The anchors between Arabic and English units of one story."""
    places: dict[str, set[int]] = {}
    loose_target = [0.0] * len(target)
    for j, text in enumerate(target):
        figures = _figures(text, "en")
        loose_target[j] = len(figures) * _FIGURE.alone
        for key in {*figures, *_english_keys(text)}:
            places.setdefault(key, set()).add(j)
    holders: dict[tuple[frozenset[str], _Kind], set[int]] = {}
    loose_source = [0.0] * len(source)
    for i, text in enumerate(source):
        for keys, kind in set(_arabic_keys(text)):
            loose_source[i] += kind.alone
            holders.setdefault((keys, kind), set()).add(i)
    units = max(len(source), len(target))
    ties: dict[tuple[int, int], float] = {}
    for (keys, kind), where in holders.items():
        there = set().union(*(places.get(key, ()) for key in keys))
        if not there or len(where) * len(there) > _CROWD * units:
            continue
        rarity = min(log(0.8 * units / max(len(where), len(there))), _MOST)
        if rarity > 0:
            tie = kind.worth * rarity + kind.alone * (2 if kind is _FIGURE else 1)
            for pair in product(where, there):
                ties[pair] = ties.get(pair, 0.0) + tie
    return Anchors(ties, loose_source, loose_target)


def _figures(text: str, language: str) -> set[str]:
    return {f"={number.value}" for number in read(text, language) if not number.soft and not number.implied}


def _english_keys(text: str) -> Iterable[str]:
    for word in ENGLISH_WORD.findall(english.normalise(text, Level.SEARCH)):
        yield f"~{word}"
        yield from beginnings(word)
    for word in _CAPITAL.findall(english.normalise(text, Level.STRICT)):
        yield from _sounding(latin_sounds(word))


def _arabic_keys(text: str) -> Iterable[tuple[frozenset[str], _Kind]]:
    for figure in _figures(text, "ar"):
        yield frozenset({figure}), _FIGURE
    for word in _LATIN.findall(text):
        yield frozenset({f"~{word.lower()}"}), _FOREIGN
    for word in ARABIC_WORD.findall(arabic.normalise(text, Level.WRITTEN)):
        if said := senses(word):
            yield said, _WORD
        elif heard := _heard(word):
            yield heard, _HEARD


@lru_cache(maxsize=50_000)
def _heard(word: str) -> frozenset[str]:
    """How a word outside the table may sound in English, with and without what may be joined to it."""
    stems = {word, word[_JOINED.match(word).end() :]}
    return frozenset(key for stem in stems for key in _sounding(arabic_sounds(stem)))


def _sounding(readings: Iterable[str]) -> Iterable[str]:
    return (f"@{key}" for reading in readings if len(key := coarse(reading)) > 2)
