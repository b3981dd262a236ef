"""Names and places: who stands in the English stands in the Arabic, by the table of names or by sound."""

import re
from functools import lru_cache

from reviews.checks.base import Context, Finding, Findings, Pair, Severity, Span
from reviews.checks.base import gettext_noop as _
from reviews.text import exonyms, names
from reviews.text.bilingual import ARABIC_WORD, beginnings, senses
from reviews.text.lexicon import frequencies
from reviews.text.names import NameMention

Compared = tuple[
    tuple[tuple[NameMention, NameMention], ...], tuple[NameMention, ...], tuple[NameMention, ...]
]

ADJECTIVE = re.compile(r"(?:ish|ians?|[ae]ans?|ese|ic|[^l]is?|[^a]nch|tch)\Z")
RARE = 0  # occurrences of an Arabic word form up to which it may be a name
LONGEST = 9  # letters; a longer word that no list knows is two written together
IMPERFECT = "يتن"  # a verb begins so
NEAR = 2  # letters between two neighbours
LATIN_WORD = re.compile(r"[A-Za-z'’-]{3,40}")
PREFIXES = re.compile(r"\A[وف]?[بلك]?")


@lru_cache(maxsize=16)
def compared(source: str, target: str) -> Compared:
    """Names of both texts as partners, known names the English lacks, names only the English has."""
    pairs, missing, unexpected = names.match(source, target)
    if unexpected:
        meant = frozenset().union(*(senses(word) for word in ARABIC_WORD.findall(source)))
        latin = source.lower()
        unexpected = [
            one
            for one in unexpected
            if one.english or (meant.isdisjoint(beginnings(one.raw.lower())) and one.raw.lower() not in latin)
        ]
    return tuple(pairs), tuple(missing), tuple(unexpected)


def place(pair: Pair, _context: Context) -> Findings:
    """A country, city or organisation of the English that the Arabic does not name, or the reverse."""
    if not pair.target.strip():
        return
    _pairs, missing, unexpected = compared(pair.source, pair.target)
    known = [one for one in unexpected if one.english]
    for wanted, found in zip(missing, known, strict=False):
        yield Finding(
            "place",
            Severity.WARN,
            "accuracy/name",
            _("The Arabic names %(wanted)s, the English %(found)s."),
            (("wanted", wanted.english), ("found", found.raw)),
            source=((wanted.start, wanted.end),),
            target=((found.start, found.end),),
            expected=wanted.english,
            fix=wanted.english if wanted.english[:1].isupper() and found.raw == found.english else None,
        )
    left = _unanswered(pair.source, pair.target) if len(known) > len(missing) else False
    for found in known[len(missing) :]:
        yield Finding(
            "place",
            Severity.WARN if left and not ADJECTIVE.search(found.raw) else Severity.INFO,
            "accuracy/name",
            _("The Arabic does not name %(found)s."),
            (("found", found.raw),),
            target=((found.start, found.end),),
        )
    for wanted in missing[len(known) :]:
        yield Finding(
            "place",
            Severity.INFO,
            "accuracy/name",
            _("The English does not name %(wanted)s."),
            (("wanted", wanted.english or wanted.raw),),
            source=((wanted.start, wanted.end),),
            expected=wanted.english or None,
        )


def _unanswered(source: str, target: str) -> bool:
    """Whether the Arabic has a place, people or organisation, if as an adjective, that the English lacks."""
    said = {number for one in exonyms.known(target, "en") for number in one.names}
    return any(said.isdisjoint(one.names) for one in exonyms.known(source, "ar"))


def name(pair: Pair, _context: Context) -> Findings:
    """A name of the English that sounds like nothing in the Arabic, surer where one there is left over."""
    pairs, _missing, unexpected = compared(pair.source, pair.target)
    for found in unexpected:
        if found.english or not pair.target.strip():
            continue
        left = _left_over(pair.source, pair.target, found, pairs)
        yield Finding(
            "name",
            Severity.WARN if left else Severity.INFO,
            "accuracy/name",
            _("“%(name)s” sounds like no name of the Arabic."),
            (("name", found.raw),),
            source=(left,) if left else (),
            target=((found.start, found.end),),
        )


def _left_over(
    source: str, target: str, found: NameMention, pairs: tuple[tuple[NameMention, NameMention], ...]
) -> Span | None:
    """Beside a name that has its partner (محمد, Muhammad) a rare word that no English word sounds like."""
    for arabic, latin in pairs:
        if min(abs(found.start - latin.end), abs(latin.start - found.end)) > NEAR:
            continue
        for word in ARABIC_WORD.finditer(source):
            beside = min(abs(word.start() - arabic.end), abs(arabic.start - word.end())) <= NEAR
            if beside and _is_rare(word.group()) and not _sounds_like_any(word.group(), target):
                return word.span()
    return None


def _is_rare(word: str) -> bool:
    if len(word) > LONGEST or word[0] in IMPERFECT:
        return False
    bare = PREFIXES.sub("", word) if len(word) > 4 else word
    often = frequencies("ar")
    return often.get(word, 0) <= RARE and often.get(bare, 0) <= RARE and not senses(word)


def _sounds_like_any(word: str, text: str) -> bool:
    return any(
        names.similar(word, latin) >= names.NAME_LIMIT
        for latin in re.findall(r"[A-Za-z'’-]{3,40}", text[:2000])
    )
