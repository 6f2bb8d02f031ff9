"""What an extractor gives of a file: text, blocks, and what the file says of itself."""

from __future__ import annotations

from datetime import date

from zakuro.model.statement import Doubt, Record
from zakuro.read.document.block import Block


class Extracted(Record, frozen=True, kw_only=True):
    """The text of a file with its blocks.

    ``extractor`` is the library that opened it, with its version.  ``title``, ``author``,
    ``publisher``, ``published`` and ``language`` are what the file says of itself; ``created`` is
    the day on which the file was made, which need not be that of publication.  ``notes`` say in
    sentences what could not be read; ``doubts`` are letters that a recogniser was not sure of.
    """

    text: str
    blocks: tuple[Block, ...]
    extractor: str
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: date | None = None
    created: date | None = None
    language: str | None = None
    notes: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()
