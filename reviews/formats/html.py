"""HTML, as a saved page or as pasted from a word processor or the web: its text, nothing else."""

import re
from collections.abc import Mapping

from lxml import etree

from reviews.formats.article import arranged, unwrapped
from reviews.formats.base import (
    MAX_CHARACTERS,
    Document,
    FormatError,
    Notice,
    check_length,
    check_size,
    gettext_noop,
)
from reviews.formats.plain import decode

_DROPPED = frozenset(
    "script style noscript template iframe object embed svg math select button form nav aside footer "
    "del s strike head".split()
)
_BLOCKS = frozenset(
    "p div li ul ol dl dt dd h1 h2 h3 h4 h5 h6 table tr td th caption blockquote pre section article main "
    "header figure figcaption address hr body html".split()
)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
_ARABIC_WINDOWS = frozenset({"windows-1256", "cp1256", "x-cp1256"})


def read(data: bytes) -> Document:
    """The story in an HTML file: its h1, or else its title, is the headline."""
    check_size(data)
    found = _Reader()
    _feed(found, _decoded(data))
    notices = [Notice(gettext_noop("Struck-out text was left out."))] if found.struck else []
    return arranged(found.paragraphs(), title=found.headline or found.title, notices=notices)


def pasted(markup: str) -> list[str]:
    """The paragraphs of a pasted piece of HTML, headings among them."""
    found = _Reader(fragment=True)
    _feed(found, markup)
    return found.paragraphs()


def _decoded(data: bytes) -> str:
    declared = _CHARSET.search(data[:4096])
    if declared and declared[1].decode("ascii", "replace").lower() in _ARABIC_WINDOWS:
        return data.decode("windows-1256", errors="replace")
    return decode(data)


def _feed(reader: "_Reader", markup: str) -> None:
    markup = markup.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")
    parser = etree.HTMLParser(target=reader, no_network=True, remove_comments=True, encoding="utf-8")
    try:
        parser.feed(b"<html>")
        parser.feed(markup.encode())
        parser.close()
    except (etree.LxmlError, ValueError) as error:
        raise FormatError(
            gettext_noop("The HTML in this file cannot be read. Open the page and paste its text.")
        ) from error


class _Reader:
    """Takes the parser's events as they come; no tree is built, so a hostile page costs no memory."""

    def __init__(self, *, fragment: bool = False) -> None:
        self.fragment = fragment
        self.title = self.headline = ""
        self.struck = False
        self._blocks: list[str] = []
        self._line: list[str] = []
        self._length = 0
        self._open: list[tuple[str, bool]] = []  # each open element, and whether it drops its text
        self._dropping = 0
        self._into = ""  # "title" or "h1" while its text is collected

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        drops = self._drops(tag, attributes)
        self._open.append((tag, drops))
        self._dropping += drops
        self.struck = self.struck or tag in {"del", "s", "strike"}
        if tag == "title":
            self._into = tag
        elif tag == "h1" and not self.headline and not self.fragment and not self._dropping:
            self._end_block()
            self._into = tag
        elif tag == "br":
            self._add("\n")
        elif tag in _BLOCKS:
            self._end_block()

    def end(self, tag: str) -> None:
        if self._open:
            _tag, drops = self._open.pop()
            self._dropping -= drops
        if tag == self._into:
            self._into = ""
        elif tag in _BLOCKS:
            self._end_block()

    def data(self, text: str) -> None:
        text = _SPACE.sub(" ", text)
        if self._into == "title":
            self.title += text
        elif self._into == "h1":
            self.headline += text
        elif not self._dropping:
            self._add(text)

    def close(self) -> None:
        self._end_block()
        self.title, self.headline = " ".join(self.title.split()), " ".join(self.headline.split())

    def paragraphs(self) -> list[str]:
        """What a reader of the page would call its paragraphs."""
        return [part for block in self._blocks for part in unwrapped(block)]

    @staticmethod
    def _drops(tag: str, attributes: Mapping[str, str]) -> bool:
        style = attributes.get("style", "").replace(" ", "").lower()
        return (
            tag in _DROPPED
            or "hidden" in attributes
            or "mso-list:ignore" in style  # the bullet that Word draws
            or "display:none" in style
        )

    def _add(self, text: str) -> None:
        self._length += len(text)
        if self._length > MAX_CHARACTERS:
            check_length(self._length)
        self._line.append(text)

    def _end_block(self) -> None:
        block = re.sub(" *\n *", "\n", "".join(self._line)).strip()
        self._line = []
        if block:
            self._blocks.append(block)
