"""What every reader gives, what it raises, and the limits that keep a hostile file small."""

from collections.abc import Mapping
from dataclasses import dataclass, field

MAX_BYTES = 10 * 1024 * 1024  # of a file as it came
MAX_CHARACTERS = 500_000  # of the text in it: two hundred times a news story


def gettext_noop(message: str) -> str:
    """Mark a sentence for translation; the screen that shows it translates it."""
    return message


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the person should know about how a file was read; `message` % `values` is the sentence."""

    message: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Document:
    """A story out of a file. A paragraph holds no line breaks."""

    headline: str = ""
    dateline: str = ""
    paragraphs: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()

    @property
    def body(self) -> str:
        """The paragraphs as they are stored: a blank line between two."""
        return "\n\n".join(self.paragraphs)


class FormatError(Exception):
    """A file that cannot be read: `message` % `values` names cause and cure, `place` where it is."""

    def __init__(self, message: str, place: str = "", values: Mapping[str, object] | None = None) -> None:
        super().__init__(message % (values or {}) if values else message)
        self.message, self.place, self.values = message, place, dict(values or {})


def check_size(data: bytes) -> None:
    """Refuse a file that is empty or larger than MAX_BYTES."""
    if not data:
        raise FormatError(gettext_noop("The file is empty."))
    if len(data) > MAX_BYTES:
        raise FormatError(
            gettext_noop("The file is larger than %(limit)d MB. Remove pictures, or paste the text instead."),
            values={"limit": MAX_BYTES // 1024 // 1024},
        )


def check_length(characters: int) -> None:
    """Refuse a text longer than MAX_CHARACTERS."""
    if characters > MAX_CHARACTERS:
        raise FormatError(
            gettext_noop("The text in the file is longer than %(limit)d characters. Upload one story."),
            values={"limit": MAX_CHARACTERS},
        )
