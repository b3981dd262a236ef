"""Which capitalised words of an English text are names, and which have a capital for another reason."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from reviews.text.lexicon import frequencies

ARTICLES = frozenset("al el ad an ar as ash at az ul ud ur ir er ed es en il".split())
PARTICLES = ARTICLES | frozenset(
    "bin ben ibn bint abd abdul abdel abu abou umm de la le les du des del della di da do dos van "
    "von der den "
    "ter zu st".split()
)
"""Small words inside names; they are not looked for by themselves."""

_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀŠŽŞÇĞİ][^\W\d_]*(?:['’ʿʾ`][^\W\d_]+)*"
_SMALL = "|".join(sorted(PARTICLES, key=len, reverse=True))
_NAME = re.compile(
    rf"(?<![@#/\w])(?:(?:{'|'.join(sorted(ARTICLES, key=len, reverse=True))})-)?{_CAPITAL}"
    rf"(?:[ \u00a0-](?:(?:{_SMALL})[ -])?{_CAPITAL})*"
)
_WORD = re.compile(_CAPITAL)
_POSSESSIVE = re.compile(r"['’]s?\Z")
_BEGINS = re.compile(
    r"(?:\A|[.!?:;…•|\n\r\u2029]['\"”’)\]]*\s*['\"“‘(\[]?|[\"“«‘(\[]\s*|\s['\"]|\A['\"]|[-–—]\s+)\Z"
)
_TITLES = frozenset(
    "mr mrs ms miss dr sir lord lady dame president vice prime minister ministry king queen prince "
    "princess general "
    "colonel captain lieutenant major sergeant commander sheikh shaykh imam sultan emir pope bishop "
    "archbishop cardinal "
    "reverend rev judge justice senator governor mayor ambassador secretary chancellor professor "
    "prof doctor director "
    "chairman chairwoman spokesman spokeswoman spokesperson deputy chief head detective inspector".split()
)
_NOT_NAMES = frozenset(
    "i god internet monday tuesday wednesday thursday friday saturday sunday january february march "
    "april may june "
    "july august september october november december jan feb mar apr jun jul aug sep sept oct nov "
    "dec ramadan eid "
    "metropolitan episcopal christmas easter foreign federal united general central national "
    "international supreme "
    "republican republicans "
    "democrat democrats democratic labour conservative conservatives tory tories liberal sen sens "
    "rep gov gen col lt "
    "sgt capt jr premiership olympics olympic interior magistrates".split()
)
_NAMES = frozenset(
    "peter andrew scott nick tony jimmy billy julie molly brad max victor john paul david michael "
    "robert martin simon "
    "daniel james jack tom mike bill joe sam ben harry henry frank charlie george mark mary ann anna "
    "jane kate sarah "
    "emma lucy alice rose grace bush trump ford baker bruce donald hill clinton brown johnson jordan "
    "israel".split()
)
"""Names that the list of common words holds too."""
_COMMON = 200
_VERY_COMMON = 50_000
_ENDINGS = tuple(
    "ed ing tion ity ous ive ship ment ness ics ance ence able ible ary ory ism ists ful less".split()
)
_PREFIXES = tuple("un pre de super non anti re over under inter co multi ex mid sub".split())
_FORMS = tuple("ed ing ly ies er ers al es".split())


class Candidate(NamedTuple):
    """One run of capitalised words: offsets, what stands there, and its words with their offsets.

    `soft`: it may be no name (it begins a sentence, its words are ordinary ones, the whole line has
    capitals).
    """

    start: int
    end: int
    raw: str
    words: tuple[tuple[int, int, str], ...]
    soft: bool


def candidates(text: str) -> list[Candidate]:
    """The capitalised runs of an English text that may be names, in order."""
    found = [one for match in _NAME.finditer(text) if (one := _candidate(text, match)).words]
    if len(found) > 1 and _is_headline(text):
        return [one._replace(soft=True) for one in found]
    return found


def _candidate(text: str, match: re.Match[str]) -> Candidate:
    start = match.start()
    begins = bool(_BEGINS.search(text, max(0, start - 6), start))
    words = list(_words(match))
    if begins and words[0][0] == start and is_ordinary(words[0][2].lower()):
        words = words[1:]
    named = tuple(word for word in words if not _is_set_aside(word[2]))
    soft = (begins and len(words) < 2 and words[:1] and words[0][2].lower() in frequencies("en")) or all(
        is_ordinary(word.lower()) for _, _, word in named
    )
    return Candidate(start, match.end(), match[0], named, soft)


def _words(match: re.Match[str]) -> Iterator[tuple[int, int, str]]:
    for word in _WORD.finditer(match[0]):
        bare = _POSSESSIVE.sub("", word[0])
        yield match.start() + word.start(), match.start() + word.start() + len(bare), bare


def _is_set_aside(word: str) -> bool:
    """Titles, days, months, small words, initials, and words with capitals inside (UN, MPs, WhatsApp)."""
    low = word.lower()
    if not 2 < len(word) < 40 or low in _TITLES or low in _NOT_NAMES or low in PARTICLES:
        return True
    return not word[1:].islower() and not word.startswith(("Mc", "Mac", "O'", "O’", "Al", "El", "D'", "D’"))


def _is_headline(text: str) -> bool:
    """Whether most longer words have capitals, as in a headline: then a capital says nothing."""
    longer = [word for word in text.split() if len(word) > 3 and word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in longer)
    return len(longer) > 3 and capitals * 10 > len(longer) * 7


@lru_cache(maxsize=20_000)
def is_ordinary(word: str) -> bool:
    """Whether a word in small letters is an everyday one that only stands in names too: army, council."""
    if word in _NAMES or len(word) > 40:
        return False
    if word in _TITLES or word in _NOT_NAMES:
        return True
    counts = frequencies("en")
    count = counts.get(word, 0)
    if count > _VERY_COMMON:
        return True
    if count and (word.endswith(_ENDINGS) or (word[-1] == "s" and counts.get(word[:-1], 0) > _COMMON)):
        return True
    if _is_made(word, counts):
        return True
    if count < _COMMON:
        return False
    bare = word.removesuffix("s").removesuffix("e")
    stem = bare.removesuffix("y")
    forms = {base + form for base in (bare, stem) for form in _FORMS} - {word}
    return counts.get(word + "s", 0) > _COMMON or any(counts.get(form, 0) > 5 for form in forms)


def _is_made(word: str, counts: Mapping[str, int]) -> bool:
    """A word made of known ones: un-beaten, wild-life, demilitar-ised."""
    for prefix in _PREFIXES:
        if word.startswith(prefix) and counts.get(word[len(prefix) :], 0) > _COMMON:
            return True
    if word.endswith(("ised", "ising", "isation")):
        return True
    return any(
        counts.get(word[:at], 0) > 25 * _COMMON and counts.get(word[at:], 0) > 5 * _COMMON
        for at in range(4, len(word) - 3)
    )
