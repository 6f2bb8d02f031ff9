"""Where what was said stands in the books: its document, its pledge, its things, its lists."""

from __future__ import annotations

from typing import Literal, NamedTuple

from zakuro.flow.keeping.books import Books
from zakuro.flow.things.said import Shelf
from zakuro.flow.things.tables import TIES
from zakuro.things.uptake import FOLLOWED

Sort = Literal["pledge", "thing", "proposals", "positions", "document"]


class Place(NamedTuple):
    """One place at which a statement stands: a page of its own, or a row in a list."""

    sort: Sort
    name: str


def places(books: Books, name: str) -> tuple[Place, ...]:
    """Give where a statement (``D-1:s3``) stands, its document last; ZakuroError for none.

    What was refused stands in its document alone.
    """
    said = Shelf(books).said(name)
    document = Place("document", said.document)
    if said.state == "refused":
        return (document,)
    found = [Place("pledge", said.pledge)] if said.pledge else []
    targets = [target for target in (name, said.pledge) if target]
    rows = books.journal.rows(TIES, [("target", "in", targets)], order=("number",))
    found += dict.fromkeys(Place("thing", f"T-{row['number']}") for row in rows)
    if said.statement.kind in FOLLOWED:
        found.append(Place("proposals", name))
    if said.statement.kind == "position":
        found.append(Place("positions", name))
    return (*found, document)
