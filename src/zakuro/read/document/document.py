"""A document as zakuro keeps it: the frozen text, and the blocks that it is made of.

The frozen text of plain text and Markdown is the text as given, character for character, without
a byte order mark or sequences that steer a terminal, and with every line ending as one line feed
(CRLF and lone CR become LF; nothing else is changed, normalised or folded).  The frozen text of
HTML, of Word documents and of PDF is what they say, one line per block.
Every offset that zakuro ever gives counts code points of the frozen text.
"""

from __future__ import annotations

import re
from datetime import date
from hashlib import sha256
from pathlib import PurePath
from typing import Literal, get_args

import msgspec

from zakuro.model.errors import ZakuroError
from zakuro.model.statement import Doubt, Record
from zakuro.read.document.block import Block
from zakuro.read.document.decode import Decoded, checked, decode
from zakuro.read.document.extracted import Extracted
from zakuro.read.document.formats import packed
from zakuro.read.document.front_matter import front_matter
from zakuro.read.document.plain.layout import blocks_of

__all__ = ["Block", "Document", "DocumentKind", "freeze"]

DocumentKind = Literal["text", "markdown", "html", "docx", "pdf"]

_KINDS: dict[str, DocumentKind] = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
}
_PAGE = ("<!doctype html", "<html", "<?xml", "<head", "<body", "<article")
_TAG = re.compile(r"<[a-z!?/]", re.I)


class Document(Record, frozen=True, kw_only=True):
    """The frozen text of a document with its blocks, in order and apart from each other.

    ``title``, ``author``, ``publisher``, ``published``, ``language`` and ``home`` (the state of its
    publisher, ISO 3166-1 alpha-3) are what the document says of itself, if it does; ``created`` is
    the day on which its file was made.  ``original`` is the SHA-256 of its bytes, ``extractor`` the
    program and version that gave its text.  ``notes`` say what of it could not be read,
    ``doubts`` which letters a recogniser of pictures was not sure of.
    """

    text: str
    kind: DocumentKind
    blocks: tuple[Block, ...]
    source: str | None = None
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: date | None = None
    created: date | None = None
    language: str | None = None
    home: str | None = None
    original: str | None = None
    extractor: str = "zakuro"
    notes: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    @property
    def digest(self) -> str:
        """The SHA-256 of the frozen text in UTF-8, in hexadecimal: the document's address."""
        return sha256(self.text.encode()).hexdigest()


def freeze(
    data: str | bytes,
    source: str | None = None,
    kind: DocumentKind | None = None,
    *,
    lenient: bool = False,
) -> Document:
    """The document in ``data``: its frozen text and its blocks.

    ``source`` is the file name or address it came from.  Packed formats are told by their bytes;
    of text, ``kind`` is told from the source's ending or from the text itself when it is not given.
    A ``lenient`` reading leaves out the bytes that do not fit the encoding, with a note.  Raises
    ZakuroError for what is no document, or holds no text.
    """
    name = source or "the text"
    if kind is not None and kind not in get_args(DocumentKind):
        known = ", ".join(get_args(DocumentKind))
        raise ZakuroError(f"{name}: unknown kind of document {kind!r}; known are {known}")
    if not data:
        raise ZakuroError(f"{name}: nothing to read: it is empty")
    original = sha256(data if isinstance(data, bytes) else data.encode("utf-8", "replace"))
    found = packed(data, name) if isinstance(data, bytes) else None
    if found is not None:
        form, extracted = found
        document = _of_extracted(extracted, form, source)
    else:
        text, notes = (
            decode(data, name, lenient=lenient)
            if isinstance(data, bytes)
            else Decoded(checked(data, name))
        )
        document = _of_text(text, notes, source, kind)
    if not document.blocks:
        raise ZakuroError(f"{name}: nothing to read: it holds no text")
    notes = tuple(
        words if words.startswith(name) else f"{name}: {words}" for words in document.notes
    )
    return msgspec.structs.replace(document, original=original.hexdigest(), notes=notes)


def _of_text(
    text: str, notes: tuple[str, ...], source: str | None, kind: DocumentKind | None
) -> Document:
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    kind = kind or _kind_of(text, source)
    if kind == "html":
        return _freeze_html(text, notes, source)
    return msgspec.structs.replace(_freeze_text(text, source, kind), notes=notes)


def _kind_of(text: str, source: str | None) -> DocumentKind:
    """What a text is: pages by how they begin, whatever their name; else by its name's ending."""
    beginning = text[:1000].lstrip().lower()
    if beginning.startswith(_PAGE):
        return "html"
    suffix = PurePath(source).suffix.lower() if source else ""
    kind = _KINDS.get(suffix, "markdown" if beginning.startswith("---\n") else "text")
    return "text" if kind == "html" and not _TAG.search(text) else kind


def _freeze_text(text: str, source: str | None, kind: DocumentKind) -> Document:
    matter = front_matter(text) if kind == "markdown" else None
    return Document(
        text=text,
        kind=kind,
        source=source,
        title=matter.title if matter else None,
        published=matter.published if matter else None,
        home=matter.home if matter else None,
        blocks=blocks_of(text, markdown=kind == "markdown", matter=matter.end if matter else 0),
    )


def _freeze_html(text: str, notes: tuple[str, ...], source: str | None) -> Document:
    from zakuro.read.document.html import article_of  # noqa: PLC0415 (its parser is slow to load)

    return _of_extracted(article_of(text), "html", source, notes)


def _of_extracted(
    extracted: Extracted, kind: DocumentKind, source: str | None, notes: tuple[str, ...] = ()
) -> Document:
    said = msgspec.structs.asdict(extracted)
    return Document(**said | {"kind": kind, "source": source, "notes": (*notes, *extracted.notes)})
