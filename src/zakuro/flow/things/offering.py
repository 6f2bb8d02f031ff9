"""Names of things found in what was read, offered to be tied; a person ties."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from zakuro.flow.keeping import tables
from zakuro.flow.keeping.books import Books
from zakuro.flow.things.said import Said, Shelf
from zakuro.flow.things.tables import THING_NAMES, THINGS, TIES
from zakuro.journal import Condition
from zakuro.model.statement import Statement

SHORTEST = 4
"""A name with fewer letters is not looked for within words."""


class Offer(NamedTuple):
    """A name found in the words of a statement, and the thing that is called so, if one is open.

    ``pledge`` is the one that the statement opened or joined: it is what is tied then.
    """

    statement: str
    found: str
    thing: str
    pledge: str
    words: str
    kind: str

    @property
    def target(self) -> str:
        """What is tied: the pledge of the statement, else the statement."""
        return self.pledge or self.statement


def _folded(name: str) -> str:
    return " ".join(name.casefold().split()).strip("«»“”„\"'「」『』《》 ")


class Names:
    """The names of the things that are open, to be found in what was read."""

    def __init__(self, books: Books) -> None:
        opened = {int(row["number"]) for row in books.journal.rows(THINGS, [("open", "=", 1)])}
        self._named = {
            _folded(str(row["name"])): f"T-{row['number']}"
            for row in books.journal.rows(THING_NAMES)
            if int(row["number"]) in opened
        }

    def find(self, statement: Statement) -> list[tuple[str, str]]:
        """Give each name that a statement holds, and the thing of that name (empty: none yet).

        A name is one that the reader found (``about``), or that of a thing in the words.
        """
        found: dict[str, tuple[str, str]] = {}
        for about in statement.about:
            thing = self._named.get(_folded(about.name), "")
            found[thing or _folded(about.name)] = (about.name, thing)
        words = _folded(statement.exact)
        for name, thing in self._named.items():
            if len(name) >= SHORTEST and name in words and thing not in found:
                found[thing] = (name, thing)
        return list(found.values())


def offers(
    books: Books, *, document: str | None = None, statement: str | None = None
) -> Iterator[Offer]:
    """Give the names in statements that nobody has refused, and that are not tied yet.

    Of one ``document`` or ``statement`` only, where it is given.  ZakuroError if it is not there.
    """
    shelf, names = Shelf(books), Names(books)
    tied = {(str(row["target"]), f"T-{row['number']}") for row in books.journal.rows(TIES)}
    if statement is not None:
        yield from _of(shelf.said(statement), names, tied)
        return
    where: list[Condition] = [("state", "!=", "refused")]
    if document is not None:
        shelf.document(document)
        where.append(("document", "=", tables.numbered(document)))
    for row in books.journal.rows(tables.STATEMENTS, where, order=("document", "place")):
        yield from _of(shelf.of_row(row), names, tied)


def _of(said: Said, names: Names, tied: set[tuple[str, str]]) -> Iterator[Offer]:
    for found, thing in names.find(said.statement):
        if thing and {(said.name, thing), (said.pledge, thing)} & tied:
            continue
        yield Offer(said.name, found, thing, said.pledge, said.words, said.statement.kind)
