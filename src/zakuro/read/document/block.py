"""One block of a document: a heading, a paragraph, an item of a list, a row of a table."""

from __future__ import annotations

from typing import Literal

from zakuro.model.statement import Record

BlockKind = Literal["heading", "paragraph", "item", "table-row", "reference", "boilerplate"]


class Block(Record, frozen=True, kw_only=True):
    """One block of a document: ``text[start:end]``, without its bullet, number or markup around.

    ``level`` is the rank of a heading (1 for the title) and the depth of an item (1 outermost).
    ``number`` is that of a numbered heading or item.  ``path`` holds the indexes, among the
    document's blocks, of the headings that it stands under, outermost first.  ``locator`` says
    where it stood: in text its lines as RFC 5147 counts them (``line=0,2`` are the first two),
    in HTML the path of its element.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    number: int | None = None
    path: tuple[int, ...] = ()
    locator: str = ""
