"""The events of a WordprocessingML part turned into paragraphs."""

from collections.abc import Iterator, Mapping

from reviews.formats.base import FormatError, Notice, check_length, gettext_noop

_SIGNS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_LEFT_OUT = frozenset({"del", "moveFrom"})
_TITLES = frozenset({"title", "heading1", "heading 1", "1"})
_SPECIAL_NOTES = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_MANY = 500_000  # elements: a hundred long stories, and still read in a second or two


class Story:
    """A target for the XML parser. After it: `paragraphs`, `notes` by their id, `references` to notes."""

    def __init__(self) -> None:
        self.paragraphs: list[str] = []
        self.notes: dict[str, list[str]] = {}
        self.references: list[tuple[str, str]] = []
        self.inserted = self.deleted = self.tables = 0
        self.title_first = False
        self._path: list[str] = []
        self._skipping = 0  # how many open elements leave their text out
        self._writing = 0  # inside w:t
        self._hidden = False
        self._open: list[list[str]] = []  # texts of the open paragraphs; a text box has some inside one
        self._carried: list[str] = []  # what a paragraph with a deleted end hands to the next
        self._mark_deleted = False
        self._note: list[str] | None = None
        self._length = self._elements = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._elements += 1
        if self._elements > _MANY:
            raise FormatError(gettext_noop("The Word file is far larger than a news story."))
        name = _name(tag)
        parent = self._path[-1] if self._path else ""
        self._path.append(name)
        if name == "Fallback" or (name in _LEFT_OUT and parent not in {"rPr", "trPr"}):
            self._skipping += 1
            self.deleted += 1
        elif name in _LEFT_OUT and self._path[-3:-1] == ["pPr", "rPr"]:
            self._mark_deleted = True
            self.deleted += 1
        elif name in {"ins", "moveTo"}:
            self.inserted += 1
        elif name == "p":
            self._begin()
        elif name == "tbl":
            self.tables += 1
        elif self._skipping:
            return
        elif name == "r":
            self._hidden = False
        elif name in {"vanish", "webHidden"} and self._path[-3:-1] == ["r", "rPr"]:
            self._hidden = _value(attributes) not in {"0", "false", "off"}
        elif name == "t":
            self._writing += 1
        elif name in _SIGNS and parent == "r":
            self._add(_SIGNS[name])
        elif name == "pStyle" and not self.paragraphs and not any(self._open[:-1]):
            self.title_first = _value(attributes).lower() in _TITLES
        elif name in {"footnoteReference", "endnoteReference"}:
            self._refer(name.removesuffix("Reference"), attributes)
        elif name in {"footnote", "endnote"}:
            self._begin_note(attributes)

    def end(self, _tag: str) -> None:
        name = self._path.pop()
        parent = self._path[-1] if self._path else ""
        if name == "Fallback" or (name in _LEFT_OUT and parent not in {"rPr", "trPr"}):
            self._skipping -= 1
        elif name == "p":
            self._finish()
        elif name == "t" and not self._skipping:
            self._writing -= 1
        elif name in {"footnote", "endnote"}:
            self._note = None

    def data(self, text: str) -> None:
        if self._writing and not self._skipping:
            self._add(text)

    def close(self) -> None:
        if self._carried:
            self._keep("".join(self._carried))

    def notices(self) -> Iterator[Notice]:
        """What the reader decided, for the person to know."""
        if self.inserted or self.deleted:
            yield Notice(
                gettext_noop(
                    "The document had tracked changes: they were read as accepted "
                    "(%(inserted)d insertions kept, %(deleted)d deletions left out)."
                ),
                {"inserted": self.inserted, "deleted": self.deleted},
            )
        if self.tables:
            yield Notice(
                gettext_noop("Tables: %(count)d; each cell became a paragraph."),
                {"count": self.tables},
            )

    def _begin(self) -> None:
        self._open.append([])
        self._mark_deleted = False

    def _finish(self) -> None:
        text = "".join(self._open.pop()) if self._open else ""
        if self._mark_deleted:
            self._carried.append(text)
            self._mark_deleted = False
            return
        self._keep("".join([*self._carried, text]))
        self._carried = []

    def _keep(self, text: str) -> None:
        if not text.strip():
            return
        (self.paragraphs if self._note is None else self._note).append(text)

    def _add(self, text: str) -> None:
        if self._open and not self._hidden:
            self._length += len(text)
            check_length(self._length)
            self._open[-1].append(text)

    def _refer(self, kind: str, attributes: Mapping[str, str]) -> None:
        self.references.append((kind, _value(attributes, "id")))
        self._add(f" [{len(self.references)}]")

    def _begin_note(self, attributes: Mapping[str, str]) -> None:
        self._note = []
        if _value(attributes, "type") not in _SPECIAL_NOTES:
            self.notes[_value(attributes, "id")] = self._note


def _name(tag: str) -> str:
    """The element's own name where it is Word's or a choice between versions; else a name of no meaning."""
    space, _brace, name = tag[1:].rpartition("}") if tag.startswith("{") else ("", "", tag)
    known = "wordprocessingml" in space or "markup-compatibility" in space
    return name if known else f":{name}"


def _value(attributes: Mapping[str, str], name: str = "val") -> str:
    return next((value for key, value in attributes.items() if key.rpartition("}")[2] == name), "")
