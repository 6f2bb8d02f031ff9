"""How speakers stand: positions as said in documents, by speaker, topic and day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from zakuro.flow.keeping.books import Books
from zakuro.flow.things.followed.proposals import things_of
from zakuro.flow.things.said import Search, statements


class Position(NamedTuple):
    """A position: whose, on what, said when and where, in which words."""

    name: str
    speaker: str
    speakers: tuple[str, ...]
    topics: tuple[str, ...]
    on: date | None
    words: str
    language: str
    state: str
    things: tuple[str, ...]


def positions(books: Books, search: Search | None = None) -> Iterator[Position]:
    """Give the positions that nobody has refused, by speaker and day."""
    things = things_of(books)
    found = [
        Position(
            name=said.name,
            speaker=said.said_by,
            speakers=said.speakers,
            topics=said.statement.topics,
            on=said.filed.published,
            words=said.words,
            language=said.filed.language,
            state=said.state,
            things=things.get(said.name, ()),
        )
        for said in statements(books, ("position",), search or Search())
    ]
    yield from sorted(
        found, key=lambda each: (each.speakers or (each.speaker,), each.on or date.min)
    )
