"""Plain text files: UTF-8, UTF-16 with its mark, or Windows-1256."""

import codecs
import re
from itertools import pairwise

from reviews.formats.article import arranged, is_dateline, unwrapped
from reviews.formats.base import Document, FormatError, check_length, check_size, gettext_noop

_MARKS = (  # the longer mark first: UTF-32's begins with UTF-16's
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NOT_TEXT = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_CONTROL_BYTES = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
_LINE = re.compile("\r\n|[\n\r]")


def read(data: bytes) -> Document:
    """The story in a text file. Its first line is the headline if it reads like one."""
    check_size(data)
    text = decode(data)
    check_length(len(text))
    return arranged(unwrapped(_with_headline_apart(text)))


def decode(data: bytes) -> str:
    """The text behind these bytes; raises FormatError where they are no text in an encoding we know."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding)
    if b"\x00" in data or 20 * len(_CONTROL_BYTES.findall(data)) > len(data):
        raise FormatError(
            gettext_noop("This is not plain text, or it is UTF-16 without its mark. Save it as UTF-8 text.")
        )
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _as_windows_1256(data, error.start)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise FormatError(
            gettext_noop(
                "The file says it is %(encoding)s, but it breaks at byte %(place)d. Save it as UTF-8 text."
            ),
            place=f"byte {error.start}",
            values={"encoding": encoding.upper(), "place": error.start},
        ) from error


def _as_windows_1256(data: bytes, broken_at: int) -> str:
    """What old Arabic Windows wrote; believed only where it comes out as Arabic."""
    text = data.decode("windows-1256", errors="replace")
    high = [character for character in text if character > "\x7f"]
    arabic = sum("\u060c" <= character <= "\u0652" for character in high)
    if 2 * arabic < len(high) or _NOT_TEXT.search(text) or "\ufffd" in text:
        raise FormatError(
            gettext_noop(
                "The file is neither UTF-8 (it breaks at byte %(place)d) nor Arabic Windows-1256. "
                "Open it where it was written and save it as UTF-8 text."
            ),
            place=f"byte {broken_at}",
            values={"place": broken_at},
        )
    return text


def _with_headline_apart(text: str) -> str:
    """The text with its first lines set apart where the right margin did not break them."""
    lines = _LINE.split(text.lstrip("\ufeff \t\r\n"), maxsplit=2)
    joined = lines[0]
    for line, following in pairwise(lines):
        below = _LINE.split(following, maxsplit=1)[0]
        joined += ("\u2029" if _stands_alone(line.strip(), below.strip()) else "\n") + following
    return joined


def _stands_alone(line: str, below: str) -> bool:
    """Whether the next word would have fitted, so that the line was ended on purpose."""
    word = below.split(maxsplit=1)[0] if below else ""
    return bool(line and word) and (
        is_dateline(line) or is_dateline(below) or len(line) + 1 + len(word) < 0.8 * len(below)
    )
