"""Which paragraph of a plain text is the headline and which the dateline."""

import re
from collections.abc import Sequence

from reviews.formats.base import Document, FormatError, Notice, gettext_noop
from reviews.text.controls import without_controls
from reviews.text.segments import paragraphs

# دوما - سمارت, ريف دمشق – سمارت, (دوما - سمارت): a place, a dash between spaces, the agency; few words each.
_PLACE = r"[^\W\d_][^\n.؟!:،«»\"()]{1,40}?"
_DATELINE = re.compile(rf"^\(?\s*({_PLACE})\s+[-–—]\s+([^\W\d_][^\n.؟!:،«»\"()-]{{1,24}}?)\s*\)?\s*[:：]?$")
_LEADING = re.compile(rf"^\(\s*({_PLACE}\s+[-–—]\s+[^\n.؟!:،«»\"()-]{{2,24}}?)\s*\)\s*[:：-]?\s+")
_LONGEST_HEADLINE = 200
_SENTENCE_END = re.compile(r"[.؟!…۔]$")
_LINES = re.compile("\r\n|[\n\r\x85\u2028]")


def unwrapped(text: str) -> list[str]:
    """The paragraphs of a text, each on one line."""
    return [" ".join(part.strip() for part in _LINES.split(span.of(text))) for span in paragraphs(text)]


def is_dateline(text: str) -> bool:
    """Whether a whole line is a place and an agency."""
    found = _DATELINE.match(text)
    return bool(found) and len(found[1].split()) <= 5 and len(found[2].split()) <= 3


def arranged(parts: Sequence[str], *, title: str = "", notices: Sequence[Notice] = ()) -> Document:
    """A Document of these paragraphs; without a `title` the first is the headline if it reads like one."""
    clean, removed = without_controls("\u2029".join([" ".join(title.split()), *parts]))
    title, *rest = (part.strip() for part in clean.split("\u2029"))
    rest = [part for part in rest if part]
    dateline = ""
    if rest and is_dateline(rest[0]) and (title or len(rest) > 1):
        dateline = rest.pop(0)
    if not title and len(rest) > 1 and _reads_like_headline(rest[0]):
        title = rest.pop(0)
    elif title and rest and rest[0] == title:
        rest.pop(0)
    if not dateline and rest and is_dateline(rest[0]):
        dateline = rest.pop(0)
    elif not dateline and rest and (leading := _LEADING.match(rest[0])):
        dateline, rest[0] = leading[1], rest[0][leading.end() :]
    if not (title or rest):
        raise FormatError(gettext_noop("There is no text in this file. If it shows a scan, type it in."))
    said = [*notices, *([_controls_removed(len(removed))] if removed else [])]
    return Document(title, dateline.strip("() :："), tuple(rest), tuple(said))


def _controls_removed(count: int) -> Notice:
    return Notice(
        gettext_noop("%(count)d invisible control characters were removed; they would break feeds."),
        {"count": count},
    )


def _reads_like_headline(text: str) -> bool:
    return len(text) <= _LONGEST_HEADLINE and not _SENTENCE_END.search(text)
