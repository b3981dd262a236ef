"""Spaces and doubled words in the English. The Arabic's own spacing is never the translator's fault."""

import re

from reviews.checks.base import Context, Finding, Findings, Pair, Severity
from reviews.checks.base import gettext_noop as _

EDGE = re.compile(r"\A\s+|(?<!\s)\s+\Z")
WIDE = re.compile(r"(?<=\S)(?:[^\S\n]{2,}|\t|[\u2000-\u200a\u3000])(?=\S)")
BEFORE = re.compile(
    r"(?<=[^\s.…])[^\S\n]+(?=[,;!?](?!\w)|[,;](?=\w)|:(?![)(DP/\\-])|\.(?![\w.])|[)\]}](?!:))"
)
AFTER_OPENING = re.compile(r"(?<=[(\[{])[^\S\n]+(?=\S)")
ODD = re.compile(r"\s{2}|[\t(<\u2000-\u200a\u3000\u00a0]|\s[,;:!?.)\]}]|[\[{]\s|[,;:!?.\"”)](?=\w)|\A\s|\s\Z")
GLUED = re.compile(
    r"[,;!?](?=[^\W\d_])(?<=\w.)|[,;](?=\d)(?<=[^\W\d_].)"
    r"|[:.](?=[A-Z][a-z])(?<=[a-z]{2}.)|[\"”](?=[A-Za-z])(?<=[a-z]{3}[.,].)|\)(?=[a-z]{3})(?<=[a-z]\))"
)
OPENING_GLUED = re.compile(r"\((?=[A-Za-z]{4})(?<=[a-z]{3}.)")
TAG_GLUED = re.compile(r"<(?<=[A-Za-z].)[a-z][a-z0-9]*(?: [^<>]{0,80})?>(?=[A-Za-z])")
ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|[\w.+-]{1,64}@[\w.-]{1,255}|\b[\w-]{2,63}\.(?:com|org|net|gov|edu|info|co|io|tv|news)\b",
    re.IGNORECASE,
)
DOUBLED = re.compile(r"(?<![\w-])([^\W\d_]+(?:['’][^\W\d_]+)?)([^\S\n]+)\1\b(?!['’-])", re.IGNORECASE)
MEANT = frozenset(["had", "very", "really", "ha", "bye", "blah", "knock", "hear", "boo"])
SOURCE_DOUBLED = re.compile(r"(?<!\w)(\w{2,})\s+\1(?!\w)")


def _addresses(text: str) -> list[tuple[int, int]]:
    return [m.span() for m in ADDRESS.finditer(text)] if "." in text or "@" in text else []


def spacing(pair: Pair, _context: Context) -> Findings:
    """Spaces that are doubled, missing, before a mark, inside a bracket, or at the edges."""
    text = pair.target
    if not ODD.search(text) or not text.strip():
        return
    taken = None
    for pattern, message, fix in RULES:
        for found in pattern.finditer(text):
            if pattern in (GLUED, OPENING_GLUED):
                taken = _addresses(text) if taken is None else taken
                if any(a <= found.start() < b for a, b in taken):
                    continue
            yield Finding(
                "spacing",
                Severity.WARN,
                "linguistic/punctuation",
                message,
                target=(found.span(),),
                fix=fix.format(found.group()),
            )


def doubled_word(pair: Pair, _context: Context) -> Findings:
    """The same word twice in a row, unless English or the Arabic means it so."""
    words = pair.target.lower().split()
    if not any(map(str.startswith, words[1:], words)):
        return
    for found in DOUBLED.finditer(pair.target):
        word = found.group(1)
        if word.lower() in MEANT or (word[0].isupper() and SOURCE_DOUBLED.search(pair.source)):
            continue
        if word[0].islower() and found.group()[len(word) + len(found.group(2))].isupper():
            continue  # "in In Amenas": two different words
        yield Finding(
            "doubled_word",
            Severity.WARN,
            "linguistic/grammar",
            _("“%(word)s” stands twice in a row."),
            (("word", word),),
            target=(found.span(),),
            fix=word,
        )


RULES = (
    (EDGE, _("There is a space at the edge of the segment."), ""),
    (WIDE, _("There is more than one space here."), " "),
    (BEFORE, _("There is a space before a mark."), ""),
    (AFTER_OPENING, _("There is a space after an opening bracket."), ""),
    (GLUED, _("A space is missing here."), "{} "),
    (OPENING_GLUED, _("A space is missing here."), " {}"),
    (TAG_GLUED, _("A space is missing before the markup."), " {}"),
)
