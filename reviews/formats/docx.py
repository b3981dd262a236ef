"""Word files (.docx): their paragraphs, with tracked changes as accepted, and footnotes.

The XML inside is streamed: no tree is built, no entity is resolved, and the limits are on what comes out of
the packing, whatever the file says of its sizes.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from posixpath import dirname, join, normpath

from lxml import etree

from reviews.formats.article import arranged, unwrapped
from reviews.formats.base import Document, FormatError, Notice, check_size, gettext_noop
from reviews.formats.wordprocessing import Story

MAX_ENTRIES = 2_000
MAX_PART = 40 * 1024 * 1024  # bytes of XML in one part, unpacked
MAX_RELATIONS = 1024 * 1024
_CHUNK = 256 * 1024
_ENTRY = b"PK\x01\x02"  # begins each entry of the table of contents
_DAMAGED = gettext_noop(
    "The Word file is damaged (%(part)s). Open it in a word processor and save it again as .docx."
)


def read(data: bytes) -> Document:
    """The story in a Word file."""
    check_size(data)
    if data.count(_ENTRY) > MAX_ENTRIES:
        raise FormatError(
            gettext_noop("The file holds more than %(limit)d packed parts; that is no Word document."),
            values={"limit": MAX_ENTRIES},
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return _document(packed)
    except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError, OSError) as error:
        raise FormatError(_DAMAGED, values={"part": "zip"}) from error


def _document(packed: zipfile.ZipFile) -> Document:
    main = next((target for kind, target in _relations(packed, "") if kind == "officeDocument"), "")
    main = main or "word/document.xml"
    if main not in packed.namelist():
        raise FormatError(
            gettext_noop("There is no Word text in this file. Save it as .docx in a word processor.")
        )
    story = _story(packed, main)
    parts = [part for block in story.paragraphs for part in unwrapped(block)]
    notes = list(_notes(packed, main, story))
    title = ""
    if story.title_first and len(parts) > 1:
        title = parts.pop(0)
    return arranged([*parts, *notes], title=title, notices=[*story.notices(), *_about_notes(notes)])


def _about_notes(notes: list[str]) -> Iterator[Notice]:
    if notes:
        yield Notice(gettext_noop("Footnotes stand at the end: %(count)d."), {"count": len(notes)})


def _story(packed: zipfile.ZipFile, part: str) -> Story:
    story = Story()
    _parse(packed, part, story, MAX_PART)
    return story


def _notes(packed: zipfile.ZipFile, main: str, story: Story) -> Iterator[str]:
    """The footnotes and endnotes that the text refers to, in its order, each with its number."""
    texts: dict[tuple[str, str], str] = {}
    if story.references:
        for kind, target in _relations(packed, main):
            if kind in {"footnotes", "endnotes"} and target in packed.namelist():
                found = _story(packed, target).notes
                texts |= {(kind.removesuffix("s"), key): " ".join(parts) for key, parts in found.items()}
    for number, reference in enumerate(story.references, start=1):
        if text := " ".join(texts.get(reference, "").split()):
            yield f"[{number}] {text}"


class _Relations:
    """Collects (kind, target) of a relations part."""

    def __init__(self) -> None:
        self.found: list[tuple[str, str]] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if etree.QName(tag).localname == "Relationship" and attributes.get("TargetMode") != "External":
            kind = attributes.get("Type", "").rpartition("/")[2]
            self.found.append((kind, attributes.get("Target", "")))

    def end(self, tag: str) -> None:
        pass

    def data(self, text: str) -> None:
        pass

    def close(self) -> None:
        pass


def _relations(packed: zipfile.ZipFile, part: str) -> list[tuple[str, str]]:
    """What a part (or, for "", the package) refers to, as (kind, name of the part)."""
    folder, name = dirname(part), part.rpartition("/")[2]
    source = join(folder, "_rels", f"{name}.rels")
    if source not in packed.namelist():
        return []
    target = _Relations()
    _parse(packed, source, target, MAX_RELATIONS)
    return [
        (kind, to.lstrip("/") if to.startswith("/") else normpath(join(folder, to)))
        for kind, to in target.found
    ]


class _Guarded:
    """A parser target that refuses a document type, and with it every entity, before it can do anything."""

    def __init__(self, target: Story | _Relations) -> None:
        self.start, self.end, self.data, self.close = target.start, target.end, target.data, target.close

    def doctype(self, _name: str, _public: str, _system: str) -> None:
        raise FormatError(gettext_noop("The Word file holds a document type; no word processor writes one."))


def _parse(packed: zipfile.ZipFile, part: str, target: Story | _Relations, limit: int) -> None:
    parser = etree.XMLParser(
        target=_Guarded(target), resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        for chunk in _unpacked(packed, part, limit):
            parser.feed(chunk)
        parser.close()
    except etree.LxmlError as error:
        raise FormatError(_DAMAGED, place=part, values={"part": part}) from error


def _unpacked(packed: zipfile.ZipFile, part: str, limit: int) -> Iterator[bytes]:
    """The bytes of a part, piece by piece, up to the limit."""
    info = packed.getinfo(part)
    if info.flag_bits & 1 or info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise FormatError(
            gettext_noop("The Word file is locked or strangely packed. Save it again without a password.")
        )
    size = 0
    try:
        with packed.open(info) as stream:
            while chunk := stream.read(_CHUNK):
                size += len(chunk)
                if size > limit:
                    raise FormatError(
                        gettext_noop("The Word file unpacks to more than %(limit)d MB: no news story."),
                        place=part,
                        values={"limit": limit // 1024 // 1024},
                    )
                yield chunk
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError) as error:
        raise FormatError(_DAMAGED, place=part, values={"part": part}) from error
