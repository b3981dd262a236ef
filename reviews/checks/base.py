"""What every check takes and gives: a pair of texts with what is known about them, and findings."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from reviews.checks.house import HouseRules
from reviews.checks.termbase import Glossary

Span = tuple[int, int]


class Severity(StrEnum):
    """How much a finding weighs: `block` stops the submission, `warn` is shown, `info` is a remark."""

    INFO = "info"
    WARN = "warn"
    BLOCK = "block"


class Kind(StrEnum):
    """What a segment is in its story; house rules differ for each."""

    HEADLINE = "headline"
    DATELINE = "dateline"
    SUMMARY = "summary"
    BODY = "body"


@dataclass(frozen=True)
class Pair:
    """One segment: the Arabic as it is stored, the English as it stands, and what it is in the story."""

    source: str
    target: str
    kind: Kind = Kind.BODY

    def __getstate__(self) -> dict[str, object]:
        """Travel with the texts alone; what was read out of them is read again."""
        return {"source": self.source, "target": self.target, "kind": self.kind}


@dataclass(frozen=True, slots=True)
class Context:
    """What a check may know beside the two texts: languages, the desk's rules, the glossary."""

    source_language: str = "ar"
    target_language: str = "en"
    rules: HouseRules = field(default_factory=HouseRules)
    glossary: Glossary = field(default_factory=Glossary)


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check says about one segment.

    `message` is an English sentence with %(name)s places that `params` fill, to be translated.
    Spans are code points, [start, end), into the texts. `expected` is what should stand there, in words;
    `fix`, where one is certain, is the text that replaces the first target span.
    `segment` is the place of the pair in its document, counted from 0.
    """

    check: str
    severity: Severity
    category: str
    message: str
    params: tuple[tuple[str, str], ...] = ()
    source: tuple[Span, ...] = ()
    target: tuple[Span, ...] = ()
    expected: str | None = None
    fix: str | None = None
    segment: int = 0

    def text(self, translate: Callable[[str], str] = str) -> str:
        """The message with its places filled; pass gettext to have it in the reader's language."""
        return translate(self.message) % dict(self.params)

    def fingerprint(self, pair: Pair) -> str:
        """A short hash of the check and the words it points at: what a dismissal is remembered by.

        The same words in a later version, or in another story, give the same fingerprint wherever they stand.
        """
        words = [pair.source[a:b] for a, b in self.source] + [pair.target[a:b] for a, b in self.target]
        if not any(words):
            words = [pair.source, pair.target]
        said = "\x1f".join([self.check, self.expected or "", *words])
        return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:24]


Findings = Iterator[Finding]
Check = Callable[[Pair, Context], Findings]
DocumentCheck = Callable[[tuple[Pair, ...], Context], Findings]


def gettext_noop(message: str) -> str:
    """Mark a sentence for translation; this room is pure, so the screen translates it later."""
    return message
