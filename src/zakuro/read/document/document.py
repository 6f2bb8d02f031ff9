"""A document as zakuro keeps it: the frozen text, and the blocks that it is made of.

The frozen text of plain text and Markdown is the text as given, character for character, without
a byte order mark and with every line ending as one line feed (CRLF and lone CR become LF; nothing
else is changed, normalised or folded).  The frozen text of HTML is the article, one line per block.
Every offset that zakuro ever gives counts code points of the frozen text.
"""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from pathlib import PurePath
from typing import Literal, get_args

from zakuro.model.errors import ZakuroError
from zakuro.model.statement import Record
from zakuro.read.document.block import Block
from zakuro.read.document.decode import checked, decode
from zakuro.read.document.front_matter import front_matter
from zakuro.read.document.plain.layout import blocks_of

__all__ = ["Block", "Document", "DocumentKind", "freeze"]

DocumentKind = Literal["text", "markdown", "html"]

_KINDS: dict[str, DocumentKind] = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
}


class Document(Record, frozen=True, kw_only=True):
    """The frozen text of a document with its blocks, in order and apart from each other.

    ``title``, ``published``, ``language`` and ``home`` (the state of its publisher, ISO 3166-1
    alpha-3) are what the document says of itself, if it does.
    """

    text: str
    kind: DocumentKind
    blocks: tuple[Block, ...]
    source: str | None = None
    title: str | None = None
    published: date | None = None
    language: str | None = None
    home: str | None = None

    @property
    def digest(self) -> str:
        """The SHA-256 of the frozen text in UTF-8, in hexadecimal: the document's address."""
        return sha256(self.text.encode()).hexdigest()


def freeze(
    data: str | bytes, source: str | None = None, kind: DocumentKind | None = None
) -> Document:
    """The document in ``data``: its frozen text and its blocks.

    ``source`` is the file name or address it came from; ``kind`` is told from the source's ending
    or from the text itself when it is not given.  Raises ZakuroError for what is not text, or
    holds none.
    """
    name = source or "the text"
    if kind is not None and kind not in get_args(DocumentKind):
        known = ", ".join(get_args(DocumentKind))
        raise ZakuroError(f"{name}: unknown kind of document {kind!r}; known are {known}")
    text = decode(data, name) if isinstance(data, bytes) else checked(data, name)
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    kind = kind or _kind_of(text, source)
    document = _freeze_html(text, source) if kind == "html" else _freeze_text(text, source, kind)
    if not document.blocks:
        raise ZakuroError(f"{name}: nothing to read: it holds no text")
    return document


def _kind_of(text: str, source: str | None) -> DocumentKind:
    suffix = PurePath(source).suffix.lower() if source else ""
    if suffix in _KINDS:
        return _KINDS[suffix]
    beginning = text[:1000].lstrip().lower()
    if beginning.startswith(("<!doctype html", "<html", "<?xml", "<head", "<body", "<article")):
        return "html"
    return "markdown" if beginning.startswith("---\n") else "text"


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


def _freeze_html(text: str, source: str | None) -> Document:
    from zakuro.read.document.html import article_of  # noqa: PLC0415 (its parser is slow to load)

    article = article_of(text)
    return Document(
        text=article.text,
        kind="html",
        source=source,
        title=article.title,
        published=article.published,
        language=article.language,
        blocks=article.blocks,
    )
