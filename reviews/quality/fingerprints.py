"""What a dismissal is remembered by."""

import hashlib
import re

from reviews.checks.base import Finding, Pair, Span

NEAR = 3  # words on each side
REACH = 80  # characters within which they are looked for
WORD = re.compile(r"[^\W\d_]{2,}")


def fingerprint(finding: Finding, pair: Pair) -> str:
    """A short hash of the check and the words it is about, the same wherever those words stand again.

    A spelling or a term is decided once for the whole desk. What is said of the meaning, or of a mere figure
    or mark, is decided for its place: the words beside it belong to it, or “52 became 25” dismissed in one
    story would be silent about the next.
    """
    own = finding.fingerprint(pair)
    words = " ".join(
        [pair.source[a:b] for a, b in finding.source] + [pair.target[a:b] for a, b in finding.target]
    )
    if WORD.search(words) and not finding.category.startswith("accuracy"):
        return own
    beside = _beside(pair.source, finding.source) or _beside(pair.target, finding.target)
    if not beside:
        return own
    said = "\x1f".join([own, *beside])
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:24]


def _beside(text: str, spans: tuple[Span, ...]) -> list[str]:
    """The words before and behind the first span."""
    if not spans:
        return []
    start, end = spans[0]
    before = text[max(0, start - REACH) : start].split()[-NEAR:]
    return [*before, "…", *text[end : end + REACH].split()[:NEAR]]
