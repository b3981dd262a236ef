"""Spelling of the English: words that no list knows and that stand one slip away from a common one."""

import re
from functools import lru_cache

from reviews.checks.base import Context, Finding, Findings, Pair, Severity
from reviews.checks.base import gettext_noop as _
from reviews.checks.wordlists import english

WORD = re.compile(
    r"(?<![\w@#/.'’-])[^\W\d_]{4,}(?![\w@/])(?!\.\w|['’]t)|(?<=[a-z0-9]-)[^\W\d_]{4,}(?![\w@/.'’])"
)
LETTERS = "abcdefghijklmnopqrstuvwxyz"
COMMON = 2000  # occurrences in the list; a slip is read as a slip of a common word only
VERY_COMMON = 20000
PREFIXES = (
    "un re non anti pro pre over under inter multi de mis out co sub super ex mid self semi counter cyber micro mega "
    "post bio geo eco tele photo para hyper ultra neo trans intra extra auto"
).split()
SUFFIXES = (
    "s es ed d ing er ers r rs ly ness less like wear goer goers going maker makers holder holders ship able ish ist "
    "ists ism y ic al ally"
).split()
# How a British spelling differs from the American one that the list holds.
BRITISH = (
    ("our", "or"), ("isation", "ization"), ("ise", "ize"), ("isi", "izi"), ("yse", "yze"), ("ysi", "yzi"), ("tre", "ter"),
    ("ogue", "og"), ("ll", "l"), ("ae", "e"), ("oe", "e"), ("ence", "ense"), ("mme", "m"), ("que", "ck"), ("tyre", "tire"),
    ("grey", "gray"), ("plough", "plow"), ("mould", "mold"), ("ould", "old"), ("amt", "amed"), ("earnt", "earned"), ("tred", "tered"),
    ("tring", "tering"), ("gramme", "gram"), ("sceptic", "skeptic"), ("aluminium", "aluminum"), ("mum", "mom"), ("kerb", "curb"),
)  # fmt: skip


@lru_cache(maxsize=50_000)
def known(word: str) -> bool:
    """Whether a word in small letters is in the list, or made of one by British spelling or by an affix."""
    words = english()
    if word in words or len(word) < 4:
        return True
    for british, american in BRITISH:
        at = word.find(british)
        while at >= 0:
            if word[:at] + american + word[at + len(british) :] in words:
                return True
            at = word.find(british, at + 1)
    for prefix in PREFIXES:
        rest = word.removeprefix(prefix)
        if rest is not word and len(rest) > 4 and words.get(rest, 0) > 50:
            return True
    for suffix in SUFFIXES:
        if word.endswith(suffix):
            base = word[: -len(suffix)]
            if len(base) > 3 and (words.get(base, 0) > 200 or words.get(base + "e", 0) > 200):
                return True
    return any(_frequent(word[:at]) and _frequent(word[at:]) for at in range(4, len(word) - 3))


def _frequent(part: str) -> bool:
    return english().get(part, 0) >= COMMON


@lru_cache(maxsize=20_000)
def slip_of(word: str, least: int) -> str | None:
    """The commonest word that is one slip away: a letter too many, too few, wrong, or two changed over."""
    words = english()
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    near = {a + b[1:] for a, b in cuts if b}
    near |= {a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1}
    near |= {a + letter + b[1:] for a, b in cuts if b for letter in LETTERS}
    near |= {a + letter + b for a, b in cuts for letter in LETTERS}
    best = max(near, key=lambda candidate: (words.get(candidate, 0), candidate))
    return best if words.get(best, 0) >= least else None


def spelling(pair: Pair, _context: Context) -> Findings:
    """A word no list knows, one slip away from a common one; names and words of the source are left alone."""
    for found in WORD.finditer(pair.target):
        word = found.group()
        lower = word.lower()
        if known(lower) or not word.isascii() or (word[1:] != lower[1:]) or word in pair.source:
            continue
        if len(word) > 30 or (word != lower and len(word) < 6):
            continue
        meant = slip_of(lower, COMMON if word == lower and len(word) > 4 else VERY_COMMON)
        if meant is None:
            continue
        fix = meant.capitalize() if word[0].isupper() else meant
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
