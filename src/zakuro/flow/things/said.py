"""What was said in documents, each statement with its document: found by kind, speaker, day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from zakuro.flow.acting.take_in import document
from zakuro.flow.keeping import tables
from zakuro.flow.keeping.books import Books
from zakuro.journal import Condition
from zakuro.ledger.parties import expand, spoken_by
from zakuro.model.acts import FiledDocument, FiledStatement, Review, body_as
from zakuro.model.errors import ZakuroError
from zakuro.model.statement import Kind, Statement


class Said(NamedTuple):
    """A statement as it stands now, corrected or as read; the document it is from.

    ``pledge`` is the one that it opened, joined or told of; empty for none.
    """

    name: str
    statement: Statement
    filed: FiledDocument
    state: str
    pledge: str

    @property
    def document(self) -> str:
        """The name of its document."""
        return self.name.partition(":")[0]

    @property
    def speakers(self) -> tuple[str, ...]:
        """The parties whose word it is, where it names them."""
        return spoken_by(self.statement)

    @property
    def said_by(self) -> str:
        """Who says it, as the text has it; else who is named as its source, else who published."""
        found = self.statement
        told = found.speaker or found.told_by or found.reporter
        return told or (self.filed.publisher.name if self.filed.publisher else "")

    @property
    def words(self) -> str:
        """Its words, on one line."""
        return " ".join(self.statement.exact.split())


class Shelf:
    """Statements looked up by their names; each document is read once."""

    def __init__(self, books: Books) -> None:
        self._books = books
        self._documents: dict[str, FiledDocument] = {}

    def document(self, name: str) -> FiledDocument:
        """Give a document as filed."""
        if name not in self._documents:
            self._documents[name] = document(self._books, name)
        return self._documents[name]

    def said(self, name: str) -> Said:
        """Give a statement by its name (``D-1:s3``); ZakuroError if there is none."""
        number, place = tables.places(name)
        at: list[Condition] = [("document", "=", number), ("place", "=", place)]
        for row in self._books.journal.rows(tables.STATEMENTS, at, limit=1):
            return self.of_row(row)
        raise ZakuroError(f"There is no statement {name}: they are named D-1:s1, D-1:s2 …")

    def of_row(self, row: tables.Row) -> Said:
        """Give the statement of a row."""
        name = f"D-{row['document']}:s{row['place']}"
        entry = self._books.journal.entry(int(row["entry"]))
        found = body_as(entry, FiledStatement).statement
        if row["state"] == "corrected":
            for review in self._books.journal.entries(subject=name, kind="review"):
                found = body_as(review, Review).statement or found
        pledge = f"P-{row['pledge']}" if int(row["pledge"]) else ""
        return Said(name, found, self.document(f"D-{row['document']}"), str(row["state"]), pledge)


class Search(NamedTuple):
    """Which statements are meant: of whom, on what, when, where; what is not given counts all.

    ``until`` is the last day.
    """

    speaker: str | None = None
    topic: str | None = None
    since: date | None = None
    until: date | None = None
    document: str | None = None


def statements(books: Books, kinds: Sequence[Kind], search: Search) -> Iterator[Said]:
    """Give the statements of some kinds that nobody has refused, in order of the documents."""
    shelf = Shelf(books)
    where: list[Condition] = [("state", "!=", "refused")]
    if search.document is not None:
        shelf.document(search.document)
        where.append(("document", "=", tables.numbered(search.document)))
    read_so: list[Condition] = [*where, ("kind", "in", list(kinds))]
    corrected: list[Condition] = [*where, ("state", "=", "corrected")]
    rows = {
        (int(row["document"]), int(row["place"])): row
        for found_by in (read_so, corrected)
        for row in books.journal.rows(tables.STATEMENTS, found_by)
    }
    for place in sorted(rows):
        found = shelf.of_row(rows[place])
        if found.statement.kind in kinds and _meets(books, found, search):
            yield found


def _meets(books: Books, found: Said, search: Search) -> bool:
    if search.topic is not None and search.topic not in found.statement.topics:
        return False
    day = found.filed.published
    if search.since is not None and (day is None or day < search.since):
        return False
    if search.until is not None and (day is None or day > search.until):
        return False
    return search.speaker is None or _speaks(books, found, search.speaker)


def _speaks(books: Books, found: Said, speaker: str) -> bool:
    """Tell whether a party, or somebody whose name holds these words, says it."""
    code = speaker.upper()
    if code in expand(found.speakers, books.groups) or code in found.speakers:
        return True
    return speaker.casefold() in found.said_by.casefold()
