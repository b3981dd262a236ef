"""Finding the phrases of a glossary in a text: 50,000 terms cost no more than five.

An index is built once and asked often. The longest phrase wins, words are whole, and each language brings its
own rule for what may be joined to a word: و ف ب ك ل ال لل in Arabic, 's and the plural in English. Between
words any white space will do; punctuation round a phrase never hides it.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, Generic, Literal, NamedTuple, TypeVar

from reviews.text import arabic, english
from reviews.text.folding import Folded, Level
from reviews.text.spans import Span
from reviews.text.tokens import is_word, pieces

T = TypeVar("T")
Language = Literal["ar", "en"]


class Match(NamedTuple, Generic[T]):
    """One place where a phrase stands, whole written words, and what the index holds for the phrase."""

    span: Span
    values: tuple[T, ...]


class _Way(NamedTuple):
    """One way to read a piece: its key in the index, what it is in writing, how many letters to leave out."""

    key: str
    written: str
    cut: int = 0
    definite: bool = False


class _Piece(NamedTuple):
    """A piece of a folded text: its place there, how it may be read where a phrase begins and inside one."""

    start: int
    end: int
    first: tuple[_Way, ...]
    inner: tuple[_Way, ...]


class TermIndex(Generic[T]):
    """Phrases of one language, each with a value of the caller's; a phrase may carry several values."""

    def __init__(self, phrases: Iterable[tuple[str, T]], language: Language) -> None:
        self._cut = _arabic_pieces if language == "ar" else _english_pieces
        self._root: dict[str, Any] = {}
        for phrase, value in phrases:
            self._add(phrase, value)

    def _add(self, phrase: str, value: T) -> None:
        _, parts = self._cut(phrase.strip())
        node = self._root
        for part in parts:
            node = node.setdefault(part.first[0].key, {})
        if parts:
            written = tuple(part.first[0].written for part in parts)
            node.setdefault("", []).append((written, value))

    def find(self, text: str) -> list[Match[T]]:
        """Every phrase in the text from left to right, none inside another."""
        folded, parts = self._cut(text)
        found: list[Match[T]] = []
        at = 0
        while at < len(parts):
            if not any(way.key in self._root for way in parts[at].first):
                at += 1
                continue
            end, cut, values = self._longest(parts, at)
            if values:
                span = folded.span_back(parts[at].start, parts[end - 1].end - cut)
                found.append(Match(span, tuple(dict.fromkeys(values))))
            at = max(end, at + 1)
        return found

    def _longest(self, parts: list[_Piece], at: int) -> tuple[int, int, list[T]]:
        """Where the longest phrase that begins at a piece ends, the letters to leave out, and its values."""
        best: tuple[int, int, list[T]] = (at, 0, [])
        open_ways = [
            (node, (way.written,), way.cut, way.definite)
            for way in parts[at].first
            if (node := self._root.get(way.key)) is not None
        ]
        for end in range(at + 1, len(parts) + 1):
            for node, written, cut, _ in open_ways:
                values = [value for form, value in node.get("", ()) if _agree(form, written)]
                if values and best[0] < end:
                    best = (end, cut, values)
            if not open_ways or end == len(parts):
                return best
            open_ways = [
                (node, (*written, way.written), way.cut, definite)
                for before, written, _, definite in open_ways
                for way in parts[end].inner
                if (definite or not way.definite) and (node := before.get(way.key)) is not None
            ]
        return best


def _agree(form: tuple[str, ...], written: tuple[str, ...]) -> bool:
    return form == written or all(map(arabic.same_letters, form, written))


def _arabic_pieces(text: str) -> tuple[Folded, list[_Piece]]:
    folded = arabic.fold(text, Level.WRITTEN)
    return folded, [
        _Piece(start, end, *_arabic_ways(piece, _has_tanween(text, folded, end)))
        for piece, start, end in _placed(folded.text)
    ]


def _placed(text: str) -> Iterator[tuple[str, int, int]]:
    at = 0
    for piece in pieces(text):
        yield piece, at, at + len(piece)
        at += len(piece)


def _has_tanween(text: str, folded: Folded, end: int) -> bool:
    """Whether the last letter is the alef of an indefinite accusative: هدنةً has none, اتفاقاً does."""
    if folded.text[end - 1] != "ا":
        return False
    at = folded.starts[end - 1]
    return "ً" in text[max(0, at - 1) : folded.ends[end - 1]]


@lru_cache(maxsize=50_000)
def _arabic_ways(piece: str, tanween: bool) -> tuple[tuple[_Way, ...], tuple[_Way, ...]]:
    if not is_word(piece):
        way = (_Way(piece, piece),)
        return way, way
    first = [(reading.stem, reading.joined.endswith(("ال", "لل"))) for reading in arabic.readings(piece)]
    inner = [(piece, False)]
    if piece.startswith("ال"):
        inner.append((piece[2:], True))
    if tanween:
        first += [(stem[:-1], definite) for stem, definite in first]
        inner += [(stem[:-1], definite) for stem, definite in inner]
    return tuple(
        tuple(
            _Way(arabic.normalise(stem, Level.STRICT), stem, 0, definite) for stem, definite in stems if stem
        )
        for stems in (first, inner)
    )


def _english_pieces(text: str) -> tuple[Folded, list[_Piece]]:
    folded = english.fold(text, Level.SEARCH)
    return folded, [
        _Piece(start, end, *((_english_ways(piece),) * 2)) for piece, start, end in _placed(folded.text)
    ]


@lru_cache(maxsize=50_000)
def _english_ways(piece: str) -> tuple[_Way, ...]:
    if not is_word(piece):
        return (_Way(piece, ""),)
    return tuple(_Way(base.word, "", base.possessive) for base in english.bases(piece))
