"""Control characters and halves of characters: nothing to read, and they break feeds and databases."""

import re
from typing import NamedTuple

# C0 but tab and newlines, DEL, C1 but NEL, non-characters, lone surrogates. Bidi marks stay.
UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")


class Removed(NamedTuple):
    """One removed character, as U+001D, and the words that stood before it."""

    code: str
    after: str


def without_controls(text: str) -> tuple[str, list[Removed]]:
    """The text without unwanted characters, and what was taken out where; vertical tabs and form feeds are
    old ways to write a new line and become one."""
    text = text.replace("\x0b", "\n").replace("\x0c", "\n")
    removed = [
        Removed(
            f"U+{ord(hit[0]):04X}", UNWANTED.sub("", text[max(0, hit.start() - 30) : hit.start()]).strip()
        )
        for hit in UNWANTED.finditer(text)
    ]
    return (UNWANTED.sub("", text), removed) if removed else (text, removed)
