"""Over the whole story: one thing is said in one way, and every paragraph has its place."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass

from reviews.checks.base import Context, Finding, Findings, Pair, Severity, Span
from reviews.checks.base import gettext_noop as _
from reviews.checks.evidence import support
from reviews.text import arabic
from reviews.text.lexicon import frequencies

NAME = re.compile(
    r"[A-Z][\w]*(?:['’`ʿʾ-][\w]+)*(?:[ -](?:(?:al|el|an|ar|as|az|ez|es)-)?[A-Z][\w]*(?:['’`-][\w]+)*)*"
)
PART = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
JOINS = re.compile(r"[\s'’`ʿʾ-]+")
POSSESSIVE = re.compile(r"['’]s?\Z")
LONGEST_NAME = 40
MOST_MOVES = 200  # a story with more strangers than that is no translation of this source
REACH = 8  # segments before and behind that are looked at
SURE = 4.0


@dataclass(frozen=True, slots=True)
class Place:
    """Where a name stands: the pair's place in the story and the span in its English."""

    segment: int
    span: Span


def _names(pairs: tuple[Pair, ...]) -> dict[str, list[Place]]:
    """Each written name of the story's English with all its places; compound names also by their parts."""
    found: dict[str, list[Place]] = defaultdict(list)
    for at, pair in enumerate(pairs):
        for match in NAME.finditer(pair.target):
            name = POSSESSIVE.sub("", match.group())
            if len(name) <= LONGEST_NAME:
                found[name].append(Place(at, (match.start(), match.start() + len(name))))
            for part in PART.finditer(match.group()) if JOINS.search(name) else ():
                word = POSSESSIVE.sub("", part.group())
                if word[0].isupper() and len(word) > 3:
                    start = match.start() + part.start()
                    found[word].append(Place(at, (start, start + len(word))))
    return found


def name_spelling(pairs: tuple[Pair, ...], context: Context) -> Findings:
    """One name in two spellings; the glossary's form is right, else the one that stands most often."""
    found = _names(pairs)
    for group in _groups(found):
        counts = Counter({name: len(found[name]) for name in group})
        listed = [name for name in group if name in context.glossary.english]
        best = (
            listed[0]
            if listed
            else max(counts, key=lambda name: (counts[name], -found[name][0].segment, name))
        )
        said = ", ".join(f"{name} ×{count}" for name, count in counts.most_common())
        for name in sorted(group - {best}):
            first = found[name][0].segment
            where = ", ".join(
                str(segment + 1) for segment in dict.fromkeys(place.segment for place in found[name])
            )
            yield Finding(
                "name_spelling",
                Severity.WARN,
                "style/inconsistent",
                _("One name is spelled in two ways: %(said)s. “%(name)s” stands in segment %(where)s."),
                (("said", said), ("name", name), ("where", where)),
                target=tuple(place.span for place in found[name] if place.segment == first),
                expected=best,
                fix=best,
                segment=first,
            )


def _groups(found: dict[str, list[Place]]) -> list[set[str]]:
    """Names that are one: equal but for joins, or one letter apart where no word list knows them."""
    groups: dict[str, set[str]] = defaultdict(set)
    for name in found:
        groups[JOINS.sub("", name).lower()].add(name)
    joined = [group for key, group in groups.items() if len({name.lower() for name in group}) > 1]
    singles: dict[str, set[str]] = defaultdict(set)
    for name in found:
        if len(name) > 4 and PART.fullmatch(name) and name.lower() not in frequencies("en"):
            for key in _shadows(name.lower()):
                singles[key].add(name)
    near = {frozenset(group) for group in singles.values() if len({name.lower() for name in group}) > 1}
    return joined + [set(group) for group in sorted(near, key=sorted)]


def _shadows(name: str) -> set[str]:
    """What is left of a name when doubled letters are one and vowels that newsrooms waver about are alike."""
    bare = (
        re.sub(r"(.)\1+", r"\1", name)
        .replace("ou", "u")
        .replace("oo", "u")
        .replace("ee", "i")
        .replace("dj", "j")
    )
    return {bare.replace("o", "u").replace("e", "i").replace("y", "i").replace("q", "k").replace("ch", "sh")}


def same_source(pairs: tuple[Pair, ...], _context: Context) -> Findings:
    """The same Arabic translated in two ways."""
    first: dict[str, int] = {}
    for at, pair in enumerate(pairs):
        key = arabic.normalise(pair.source).strip()
        if not key or not pair.target.strip():
            continue
        before = first.setdefault(key, at)
        if pairs[before].target.strip() != pair.target.strip():
            yield Finding(
                "same_source",
                Severity.WARN,
                "style/inconsistent",
                _("The same Arabic has another English in segment %(where)s."),
                (("where", str(before + 1)),),
                target=((0, len(pair.target)),),
                expected=pairs[before].target,
                segment=at,
            )


def moved_paragraph(pairs: tuple[Pair, ...], _context: Context) -> Findings:
    """English that answers to the Arabic of another place: paragraphs changed over, or one left out."""
    strangers = [
        at for at, pair in enumerate(pairs) if pair.target.strip() and support(pair.source, pair.target) < 0
    ]
    for at in strangers[:MOST_MOVES]:
        near = [
            n
            for n in range(max(0, at - REACH), min(len(pairs), at + REACH + 1))
            if n != at and pairs[n].source.strip()
        ]
        fits = max(near, key=lambda n: support(pairs[n].source, pairs[at].target), default=None)
        if fits is not None and support(pairs[fits].source, pairs[at].target) > SURE:
            yield Finding(
                "moved_paragraph",
                Severity.BLOCK,
                "markup/order",
                _("This English answers to the Arabic of segment %(where)s."),
                (("where", str(fits + 1)),),
                source=((0, len(pairs[at].source)),),
                target=((0, len(pairs[at].target)),),
                segment=at,
            )
