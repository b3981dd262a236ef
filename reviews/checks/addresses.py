"""Addresses: links, e-mail, handles and Latin hashtags pass through a translation unchanged."""

import re

from reviews.checks.base import Context, Finding, Findings, Pair, Severity
from reviews.checks.base import gettext_noop as _

ADDRESS = re.compile(
    r"https?://[^\s<>\"«»“”،؛]+|www\.[\w.-]+[^\s<>\"«»“”،؛]*"
    r"|(?<![\w.@])[A-Za-z0-9][\w.+-]{0,63}@[A-Za-z0-9][\w-]{0,62}(?:\.[\w-]{1,62}){1,4}"
    r"|(?<![\w@/])@[A-Za-z0-9_]{2,40}|(?<![\w#/])#[A-Za-z][A-Za-z0-9_]{1,80}",
    re.ASCII,
)
TRAILING = ".,;:!?)]}'\"،؛؟…"


def _addresses(text: str) -> list[tuple[str, tuple[int, int]]]:
    if not any(sign in text for sign in ("@", "#", "://", "www.")):
        return []
    found = ((m.group().rstrip(TRAILING), m.start()) for m in ADDRESS.finditer(text))
    return [(said, (at, at + len(said))) for said, at in found]


def address(pair: Pair, _context: Context) -> Findings:
    """A link, e-mail address, handle or Latin hashtag of the Arabic that the English has not."""
    wanted = _addresses(pair.source)
    have = _addresses(pair.target) if wanted or "@" in pair.target or "://" in pair.target else []
    there = [said for said, _span in have]
    lost = [(said, span) for said, span in wanted if said not in there]
    spare = [span for said, span in have if said not in {said for said, _span in wanted}]
    for at, (said, span) in enumerate(lost):
        changed = at < len(spare)
        yield Finding(
            "address",
            Severity.BLOCK if changed else Severity.WARN,
            "accuracy/do-not-translate",
            _("The address %(address)s was changed.")
            if changed
            else _("The address %(address)s is missing."),
            (("address", said),),
            source=(span,),
            target=(spare[at],) if changed else (),
            expected=said,
            fix=said if changed else None,
        )
    if not wanted:
        for span in spare:
            yield Finding(
                "address",
                Severity.WARN,
                "accuracy/addition",
                _("The Arabic has no such address."),
                target=(span,),
            )
