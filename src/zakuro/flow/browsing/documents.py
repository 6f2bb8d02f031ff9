"""The documents filed, and one of them opened: its text, what was read there, what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from zakuro.flow.acting.take_in import document
from zakuro.flow.keeping import tables
from zakuro.flow.keeping.books import Books
from zakuro.flow.page.highlight import Piece, pieces
from zakuro.journal import Condition
from zakuro.model.acts import FiledDocument, FiledStatement, Review, body_as
from zakuro.model.statement import Statement
from zakuro.read.document.document import Block
from zakuro.read.document.plain.layout import blocks_of

BEGINS = 120
"""How many characters of a text without a heading stand in a list."""

_LONGEST_WORD = 20
"""Characters within which an excerpt looks for the end of a word; some scripts part none."""

SHORT_SIGN = 8
"""A list's sign (``–``, ``12.``) has fewer characters than this."""


class Filed(NamedTuple):
    """A document in a list; ``open`` counts its pledges that wait for review.

    ``begins`` are its first words where it has no title or heading of its own; ``retold`` says that
    they are the keeper's.
    """

    name: str
    title: str
    occasion: str
    published: date | None
    language: str
    source: str
    statements: int
    open: int
    begins: str
    retold: bool


def count(books: Books, **chosen: str) -> int:
    """Count the documents whose columns have these values."""
    return books.journal.count(tables.DOCUMENTS, [(name, "=", of) for name, of in chosen.items()])


def languages(books: Books) -> list[str]:
    """Give the languages of the documents."""
    return sorted({str(row["language"]) for row in books.journal.rows(tables.DOCUMENTS)})


def documents(books: Books, after: int = 0, limit: int | None = None, **chosen: str) -> list[Filed]:
    """Give the documents filed whose columns have these values, in order, from after one on."""
    where: list[Condition] = [("number", ">", after), *((n, "=", of) for n, of in chosen.items())]
    return [
        _filed(books, row)
        for row in books.journal.rows(tables.DOCUMENTS, where, order=("number",), limit=limit)
    ]


def _filed(books: Books, row: tables.Row) -> Filed:
    text = books.journal.blob(str(row["sha256"])).decode("utf-8")
    title = str(row["title"]) or first_heading(text)
    return Filed(
        name=f"D-{row['number']}",
        title=title or whose(document(books, f"D-{row['number']}")),
        occasion=str(row["occasion"]),
        published=tables.day(row["published"]),
        language=str(row["language"]),
        source=str(row["source"]),
        statements=int(row["statements"]),
        open=books.journal.count(
            tables.STATEMENTS,
            [("state", "=", "open"), ("document", "=", row["number"]), ("kind", "=", "pledge")],
        ),
        begins="" if title else begins(text),
        retold=bool(row["retold"]),
    )


def begins(text: str) -> str:
    """Give the first words of a text."""
    words = " ".join(text.split())
    return words if len(words) <= BEGINS else words[:BEGINS].rstrip() + "…"


def whose(filed: FiledDocument) -> str:
    """Give who published a document, or else where it came from; empty where nobody says."""
    return filed.publisher.name if filed.publisher else filed.source or ""


def retold(books: Books) -> tuple[str, ...]:
    """Give the documents that are digests by the keeper, whose words nobody else has said."""
    digests: list[Condition] = [("retold", "=", 1)]
    return tuple(f"D-{row['number']}" for row in books.journal.rows(tables.DOCUMENTS, digests))


def first_heading(text: str) -> str:
    """Give the first heading of a text; empty if it has none."""
    heads = (text[block.start : block.end] for block in blocks_of(text) if block.kind == "heading")
    return " ".join(next(heads, "").split())


class Looked(NamedTuple):
    """A statement of a document: as read, what became of it, and the correction if there is one.

    ``state`` is open, accepted, corrected, joined or refused; ``pledge`` the one opened or joined.
    """

    name: str
    statement: Statement
    state: str
    pledge: str | None
    corrected: Statement | None

    @property
    def now(self) -> Statement:
        """The statement as it stands: corrected, or as read."""
        return self.corrected or self.statement


def results(books: Books, most: int = 200) -> list[tuple[str, str]]:
    """Give the results said in documents, the newest first: their names and words."""
    said: list[Condition] = [("kind", "=", "result")]
    rows = books.journal.rows(
        tables.STATEMENTS, said, order=("document", "place"), descending=True, limit=most
    )
    found = []
    for row in rows:
        entry = books.journal.entry(int(row["entry"]))
        words = body_as(entry, FiledStatement).statement.exact
        found.append((f"D-{row['document']}:s{row['place']}", " ".join(words.split())))
    return found


class Paragraph(NamedTuple):
    """A block of a text: its sign, its pieces, and the statements that begin in it."""

    kind: str
    level: int
    sign: str
    pieces: tuple[tuple[Piece, str], ...]
    begins: tuple[int, ...]


class Opened(NamedTuple):
    """A document opened."""

    name: str
    filed: FiledDocument
    text: str
    statements: tuple[Looked, ...]

    @property
    def title(self) -> str:
        """The document's title, else its first heading, else who published it or where."""
        return self.filed.title or first_heading(self.text) or whose(self.filed) or self.name

    @property
    def paragraphs(self) -> Iterator[Paragraph]:
        """The text block by block, cut where statements begin and end."""
        return paragraphs(self.text, [each.statement for each in self.statements])


def open_document(books: Books, name: str) -> Opened:
    """Open a document by its name; ZakuroError if there is none."""
    filed = document(books, name)
    at: list[Condition] = [("document", "=", tables.numbered(name))]
    looked = []
    for row in books.journal.rows(tables.STATEMENTS, at, order=("place",)):
        said = f"{name}:s{row['place']}"
        entry = books.journal.entry(int(row["entry"]))
        state = str(row["state"])
        looked.append(
            Looked(
                name=said,
                statement=body_as(entry, FiledStatement).statement,
                state=state,
                pledge=f"P-{row['pledge']}" if int(row["pledge"]) else None,
                corrected=_correction(books, said) if state == "corrected" else None,
            )
        )
    text = books.journal.blob(filed.sha256).decode("utf-8")
    return Opened(name, filed, text, tuple(looked))


def _correction(books: Books, name: str) -> Statement | None:
    last = None
    for entry in books.journal.entries(subject=name, kind="review"):
        last = body_as(entry, Review).statement
    return last


def paragraphs(text: str, statements: Sequence[Statement]) -> Iterator[Paragraph]:
    """Give a text block by block, cut where statements, figures and marks begin and end."""
    blocks = blocks_of(text)
    borders = [border for block in blocks for border in (block.start, block.end)]
    cut = pieces(tuple(statements), borders, len(text))
    piece = next(cut, None)
    before = 0
    for block in blocks:
        own = []
        while piece is not None and piece.stop <= block.end:
            if piece.start >= block.start:
                own.append((piece, text[piece.start : piece.stop]))
            piece = next(cut, None)
        yield Paragraph(
            block.kind,
            block.level,
            _sign(text, before, block),
            tuple(own),
            tuple(index for each, _ in own for index in each.begin),
        )
        before = block.end


def _sign(text: str, before: int, block: Block) -> str:
    line = text.rfind("\n", before, block.start) + 1
    sign = text[max(line, before) : block.start].strip()
    return sign if len(sign) < SHORT_SIGN else ""


def in_context(text: str, start: int, end: int, around: int = 90) -> tuple[str, str, str]:
    """Give words with what stands before and after them in their line, about ``around`` of it.

    What is left out is told by an ellipsis; no word is cut in two.
    """
    line = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    before, after = text[line:start], text[end : len(text) if stop < 0 else stop]
    if len(before) > around:
        shown = before[-around:]
        before = "…" + shown[shown.find(" ", 0, _LONGEST_WORD) + 1 :]
    if len(after) > around:
        shown = after[:around]
        at = shown.rfind(" ", around - _LONGEST_WORD)
        after = (shown if at < 0 else shown[:at]) + "…"
    return before, text[start:end], after
