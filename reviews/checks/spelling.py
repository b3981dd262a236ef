"""Spelling of the English: words that no list knows and that stand one slip away from a common one."""

import re
from functools import lru_cache

from reviews.checks import names
from reviews.checks.base import Context, Finding, Findings, Pair, Severity, Span
from reviews.checks.base import gettext_noop as _
from reviews.text.lexicon import frequencies

WORD = re.compile(
    r"(?<![\w@#/.'’-])[^\W\d_]{4,}(?![\w@/])(?!\.\w|['’]t)|(?<=[a-z0-9]-)[^\W\d_]{4,}(?![\w@/.'’])"
)
NAME_BEFORE = re.compile(r"(?<![\w.])[A-Z][\w.'’-]{1,28}(?<![.?!]) \Z")
NAME_BEHIND = re.compile(r"['’]?s? ?[A-Z]")
LETTERS_ONLY = re.compile("[A-Za-z]{4,}")
LETTERS = "abcdefghijklmnopqrstuvwxyz"
RARE = 60  # the list holds words it hardly ever saw; nothing is read as a slip of one
COMMON = 1000
VERY_COMMON = 20000
PART = 200  # how often each half of a compound occurs at least
INFLECTIONS = ("s", "es", "d", "ed", "er", "ers", "ing", "ly")
LONGEST = 25  # letters; longer is no word
PREFIXES = (
    "un re non anti pro pre over under inter multi de mis counter cyber micro super sub ultra eco bio geo mid"
).split()
SUFFIXES = (
    "s ed ing er ers ly ness less like wear goer goers maker makers holder holders ship able isation".split()
)
# How a British spelling differs from the American one that the list holds.
BRITISH = tuple(
    (re.compile(british), american)
    for british, american in (
        ("our", "or"), ("is(?=e|ing|ation|able)", "iz"), ("ys(?=e|ing)", "yz"), ("tre", "ter"),
        ("ogue", "og"), ("[ao]e", "e"), ("ll(?=ed|ing|er|or|ous|ist|ery)", "l"), ("l(?=ment|ful)", "ll"),
        ("ence", "ense"), ("mme", "m"), ("tyre", "tire"), ("grey", "gray"), ("plough", "plow"),
        ("ould", "old"),        ("(?<=am)t", "ed"), ("(?<=rn)t", "ed"), ("tr(?=ed|ing)", "ter"),
        ("sceptic", "skeptic"),
        ("mum", "mom"),        ("inium", "inum"), ("kerb", "curb"), ("ch?eque", "check"),
        ("pyjam", "pajam"), ("storey", "story"),
    )
)  # fmt: skip


@lru_cache(maxsize=50_000)
def doubt(word: str, named: bool) -> str | None:
    """What a word in small letters is probably a slip for; None where it is a word, or where nothing is near.

    `named`: it is written with a capital, so it may be a name, and only a very common neighbour counts.
    """
    words = frequencies("en")
    often = words.get(word, 0)
    if often or len(word) > LONGEST or _british(word):
        return None
    if word[-1] == "s" and word[-2] != "s" and frequencies("en").get(word[:-1], 0) > 2 * RARE:
        return None
    least = VERY_COMMON if named or len(word) < 5 else COMMON if _derived(word) else RARE
    meant = _neighbour(word, least)
    return None if meant is not None and word.removeprefix(meant) in INFLECTIONS else meant


def _british(word: str) -> bool:
    """Whether the list has the American spelling of this word."""
    words = frequencies("en")
    return any(
        word[: m.start()] + american + word[m.end() :] in words
        for british, american in BRITISH
        for m in british.finditer(word)
    )


def _derived(word: str) -> bool:
    """Whether an affix or two words make it: reinject, carmaker, headwear."""
    words = frequencies("en")
    if any(
        word.startswith(p) and len(word) > len(p) + 4 and words.get(word[len(p) :], 0) > RARE
        for p in PREFIXES
    ):
        return True
    stems = [word[: -len(s)] for s in SUFFIXES if word.endswith(s) and len(word) > len(s) + 3]
    if any(words.get(stem, 0) > RARE or words.get(stem + "e", 0) > RARE for stem in stems):
        return True
    return any(
        words.get(word[:at], 0) > COMMON and words.get(word[at:], 0) > COMMON
        for at in range(3, len(word) - 3)
    )


def _neighbour(word: str, least: int) -> str | None:
    """The commonest word that is one slip away: a letter too many, too few, wrong, or two changed over."""
    words = frequencies("en")
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    near = {a + b[1:] for a, b in cuts if b}
    near |= {a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1}
    near |= {a + letter + b[1:] for a, b in cuts if b for letter in LETTERS}
    near |= {a + letter + b for a, b in cuts for letter in LETTERS}
    best = max(near - {word}, key=lambda candidate: (words.get(candidate, 0), candidate))
    return best if words.get(best, 0) >= least else None


@lru_cache(maxsize=50_000)
def _doubtful(word: str) -> bool:
    """Whether a word as it is written could be a slip at all: nearly none is."""
    lower = word.lower()
    return lower not in frequencies("en") and doubt(lower, word != lower) is not None


def _in_a_name(text: str, start: int, end: int) -> bool:
    """Whether a word with a capital stands beside another: Narcis Termes, Stadio San Paolo."""
    return bool(NAME_BEFORE.search(text, max(0, start - 30), start) or NAME_BEHIND.match(text, end))


def _heard(pair: Pair) -> list[Span]:
    """Where the English has a name that the Arabic has too, by its sound."""
    return [(other.start, other.end) for _one, other in names.compared(pair.source, pair.target)[0]]


def spelling(pair: Pair, context: Context) -> Findings:
    """A word no list knows, one slip away from one it knows; names and words of the source are left alone."""
    if not any(map(_doubtful, LETTERS_ONLY.findall(pair.target))):
        return
    for found in WORD.finditer(pair.target):
        word = found.group()
        lower = word.lower()
        named = word != lower
        if lower in frequencies("en") or (
            named and (len(word) < 6 or word[1:] != lower[1:] or _in_a_name(pair.target, *found.span()))
        ):
            continue
        meant = doubt(lower, named) if word.isascii() and lower not in context.rules.words else None
        if named and any(a <= found.start() < b for a, b in _heard(pair)):
            continue
        if meant is None or word in pair.source or lower in context.glossary.english_words:
            continue
        fix = meant.capitalize() if named else meant
        yield Finding(
            "spelling",
            Severity.WARN,
            "linguistic/spelling",
            _("“%(word)s” looks like a slip for “%(meant)s”."),
            (("word", word), ("meant", fix)),
            target=(found.span(),),
            expected=fix,
            fix=fix,
        )
