"""File formats and plain dataclasses: each reader takes bytes and gives a Document or says what is wrong.

No Django, no network, no file but the bytes that came in; memory bounded by the limits in base.py.
"""

from types import ModuleType

from reviews.formats import docx, html, plain
from reviews.formats.base import Document, FormatError, gettext_noop

# Files that a story can come in, by the ending of their name.
STORY_FORMATS: dict[str, ModuleType] = {
    "txt": plain,
    "text": plain,
    "docx": docx,
    "html": html,
    "htm": html,
}
STRANGERS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", gettext_noop("This is a PDF. Copy its text, or ask for the Word file it was made from.")),
    (b"{\\rtf", gettext_noop("This is a rich text file (RTF). Save it as .docx and upload that.")),
    (
        b"\xd0\xcf\x11\xe0",
        gettext_noop(
            "This is an old Word file (.doc) or one with a password. Save it as .docx without a password."
        ),
    ),
)


def read_story(name: str, data: bytes) -> Document:
    """The story in a file called `name`; raises FormatError with cause and cure."""
    for magic, message in STRANGERS:
        if data.startswith(magic):
            raise FormatError(message)
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    reader = STORY_FORMATS.get(ending)
    if reader is None:
        raise FormatError(
            gettext_noop("A story can be read from .txt, .docx or .html; this file is called %(name)s."),
            values={"name": name[-80:] or "?"},
        )
    if reader is not docx and data.startswith(b"PK\x03\x04"):
        raise FormatError(
            gettext_noop("This is a packed file, not a text. Name it .docx if it comes from Word.")
        )
    document: Document = reader.read(data)
    return document
