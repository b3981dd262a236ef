"""Paragraphs and sentences of a stored text, as spans of code points; the text itself is never changed.

Paragraphs: a blank line or U+2029 separates. A single newline is a wrapped line, unless the text shows that
its lines are whole paragraphs. Sentences: . ! ? ؟ end them, marks that close a quotation belong to the
sentence they close; a dot inside a figure, an address or an abbreviation ends nothing, nor does an ellipsis.
"""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from reviews.text.abbreviations import (
    ARABIC_CONTINUES,
    ARABIC_STARTS,
    ARABIC_TITLES,
    ENGLISH_STARTS,
    MAY_END,
    NEVER_END,
    NUMBERED,
    SAYING,
)
from reviews.text.spans import Span
from reviews.text.tokens import MARKS

_NEWLINE = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028]")
_INVISIBLE = "\u200b\u200e\u200f\u061c\u2060\ufeff"
_BLANK = " \t\u00a0" + _INVISIBLE
_TERMINAL = re.compile(rf"[.!?؟…:۔][»”’\"')\]{_INVISIBLE}]*$")
_NARROW, _WIDE = 45, 120  # columns between which wire copy is wrapped


def paragraphs(text: str) -> list[Span]:
    """Each paragraph without the white space round it, in order; nothing for an empty text."""
    found: list[Span] = []
    start = 0
    while start <= len(text):
        end = text.find("\u2029", start)
        end = len(text) if end < 0 else end
        found += _paragraphs_between(text, start, end)
        start = end + 1
    return found


def _paragraphs_between(text: str, start: int, end: int) -> Iterator[Span]:
    """The paragraphs of a stretch that holds no U+2029."""
    blocks: list[list[Span]] = [[]]
    for line in _lines(text, start, end):
        if line.of(text).strip(_BLANK).strip():
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    blocks = [block for block in blocks if block]
    for block in blocks:
        separates = _rule_for(text, block, has_blank_lines=len(blocks) > 1)
        begin = block[0].start
        for line, following in pairwise(block):
            if separates(line.of(text), following.of(text)):
                yield _trim(text, begin, line.end)
                begin = following.start
        yield _trim(text, begin, block[-1].end)


def _lines(text: str, start: int, end: int) -> Iterator[Span]:
    for newline in _NEWLINE.finditer(text, start, end):
        yield Span(start, newline.start())
        start = newline.end()
    yield Span(start, end)


def _trim(text: str, start: int, end: int) -> Span:
    part = text[start:end]
    return Span(start + len(part) - len(part.lstrip()), end - len(part) + len(part.rstrip()))


def _rule_for(text: str, block: list[Span], *, has_blank_lines: bool) -> Callable[[str, str], bool]:
    """How single newlines are read in this block: a test of a line and the line below it."""
    lines = [line.of(text).rstrip() for line in block]
    width = max(map(len, lines))
    if has_blank_lines:
        return lambda line, _: width > _WIDE and _ends(line)
    if not _is_wrapped(lines, width):
        return lambda _line, _following: True
    return lambda line, following: (
        (_ends(line) and not _is_full(line, following, width)) or _indent(following) > _indent(line)
    )


def _is_wrapped(lines: list[str], width: int) -> bool:
    """Whether lines break only where the next word would have passed the right margin."""
    if len(lines) < 2 or not _NARROW <= width <= _WIDE:
        return False
    breaks = list(pairwise(lines))
    full = sum(_is_full(line, following, width) for line, following in breaks)
    ended = sum(_ends(line) for line, _ in breaks)
    return 3 * full >= 2 * len(breaks) and 2 * ended <= len(breaks)


def _is_full(line: str, following: str, width: int) -> bool:
    word = following.split(maxsplit=1)[0]
    return len(line.rstrip()) + 1 + len(word) > 0.9 * width


def _ends(line: str) -> bool:
    return bool(_TERMINAL.search(line.rstrip()[-12:]))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


_END = re.compile(
    rf"(?P<marks>[.!?؟…۔‼⁇⁈⁉]+)"
    rf"(?P<closers>(?:[{_INVISIBLE}]*(?:[”’\"'»›)\]}}]|“(?=\s|$)|[ \u00a0\u202f]»(?=[\s،؛,.]|$)))*"
    rf"[{_INVISIBLE}]*)"
)
_NEXT = re.compile(rf"[\s\"'“”‘’«»‹›()\[\]–—•\-{_INVISIBLE}]*((?:[\w{MARKS}'’-]|\.(?=\w)){{0,40}})")
_CHAIN = re.compile(r"(?:\w\.)+\w")
_ATTRIBUTED = re.compile(rf"\s+(?:[A-Z][\w'’.-]{{0,30}}\s+){{1,4}}(?:{SAYING})\b")
_PREFIXED_NAME = re.compile(r"(?:[ae][a-z]{1,2}[-’']|i)[A-Z]")
_MARK = re.compile(f"[{MARKS}]")


def sentences(text: str, language: str) -> list[Span]:
    """Each sentence of a text in `language` ("ar" or "en"), without the white space round it.

    A sentence never crosses a paragraph. Together the spans cover everything but white space.
    """
    found: list[Span] = []
    for paragraph in paragraphs(text):
        start = paragraph.start
        for end in _END.finditer(text, start, paragraph.end):
            if end.start() >= start and _is_end(text, start, end, paragraph.end, language):
                found.append(_trim(text, start, end.end()))
                start = end.end()
        rest = _trim(text, start, paragraph.end)
        if rest.start < rest.end:
            found.append(rest)
    return found


def _is_end(text: str, start: int, end: re.Match[str], limit: int, language: str) -> bool:
    if end.end() >= limit:
        return True
    marks, closers = end["marks"], end["closers"].strip(_INVISIBLE)
    before = _word_before(text, start, end.start())
    after = _NEXT.match(text, end.end(), limit)
    following = after[1] if after else ""
    if not text[end.end()].isspace():
        return (
            language == "ar" and not closers and _is_unspaced_end(marks, before, text[end.end()], following)
        )
    if marks in {"…", "..", "..."}:
        return False
    if marks == "." and not closers and _is_short(text, start, end.start(), before, following):
        return False
    if language == "ar":
        return _opens_arabic(following, asked=marks[-1] not in ".۔…", closed=bool(closers))
    return _opens_english(text, end, before, following)


def _word_before(text: str, start: int, end: int) -> str:
    """The word that touches the dot, with inner dots: "Mr", "U.S", "أ.ف.ب"."""
    begin = end
    while begin > max(start, end - 24) and (
        text[begin - 1].isalnum() or text[begin - 1] == "." or _MARK.match(text, begin - 1)
    ):
        begin -= 1
    return _MARK.sub("", text[begin:end]).strip(".")


def _is_unspaced_end(marks: str, before: str, next_character: str, following: str) -> bool:
    """Two sentences run together in a hurry: دوما.وقال; not أ.ف.ب and not a file name."""
    arabic = "\u0620" <= next_character <= "\u064a" and before[-1:] >= "\u0620"
    return arabic and (
        "؟" in marks or "!" in marks or (len(before) > 2 and len(following) > 2 and "." not in before)
    )


def _is_short(text: str, start: int, end: int, before: str, following: str) -> bool:
    """Whether a single dot belongs to a short form or to the number of a list item."""
    key = before.lower()
    if key.isdigit() and len(key) < 4:
        return end - start < 12 and not text[start : end - len(key)].strip(_BLANK + "(").strip()
    if key in NEVER_END or key in ARABIC_TITLES:
        return True
    if key in NUMBERED and following[:1].isdigit():
        return True
    single = len(before) == 1 and before.isalpha()
    if single and before > "\u0600":
        return not text[max(start, end - 4) : end - 1].rstrip()[-1:].isdigit()
    if single or key in MAY_END or _CHAIN.fullmatch(before):
        return not (following in ENGLISH_STARTS or _begins_arabic_sentence(following))
    return False


def _begins_arabic_sentence(word: str) -> bool:
    bare = _MARK.sub("", word)
    return bare in ARABIC_STARTS or (bare[:1] in {"و", "ف"} and len(bare) > 3)


def _opens_arabic(following: str, *, asked: bool, closed: bool) -> bool:
    """Whether a new sentence begins after . ! ؟ and, if `closed`, a quotation mark or bracket."""
    if not closed:
        return True
    if asked:
        return _begins_arabic_sentence(following)
    bare = _MARK.sub("", following)
    participle = len(bare) > 4 and bare[0] == "م" and bare[-1] == "ا"
    return not (participle or bare in ARABIC_CONTINUES)


def _opens_english(text: str, end: re.Match[str], before: str, following: str) -> bool:
    """Whether a new sentence begins: a capital, a figure, another script, or a slip after a full word."""
    if end["closers"] and end["marks"][-1] in "!?" and _ATTRIBUTED.match(text, end.end()):
        return False
    if following[:1].islower() and not _PREFIXED_NAME.match(following):
        return end.group() == "." and len(before) > 3 and before.islower()
    return True
