"""The tables for queries of things and of what became of proposals, and the rows of each."""

from __future__ import annotations

from collections.abc import Iterable

from zakuro.flow.keeping.terms import THING_TERMS, numbered_rows
from zakuro.journal import Table, Value
from zakuro.things.thing import KeptThing
from zakuro.things.uptake import Taken

Row = dict[str, Value]

LAST_DAY = "9999-12-31"

THINGS = Table(
    name="things",
    columns={
        "number": "integer",
        "sort": "text",
        "parent": "text",
        "parties": "text",
        "unit": "text",
        "open": "integer",
        "last_entry": "integer",
    },
    key=("number",),
    indexes=(("sort", "number"),),
)

THING_NAMES = Table(
    name="thing_names",
    columns={"number": "integer", "place": "integer", "language": "text", "name": "text"},
    key=("number", "place"),
)
"""What each thing is called, a row for each language."""

THING_STATES = Table(
    name="thing_states",
    columns={
        "number": "integer",
        "since": "text",
        "until": "text",
        "state": "text",
        "entry": "integer",
    },
    key=("number", "since"),
)
"""How far each thing has come, as intervals of days [since, until)."""

TIES = Table(
    name="ties",
    columns={"number": "integer", "entry": "integer", "target": "text", "item": "integer"},
    key=("number", "entry"),
    indexes=(("target", "number"),),
)
"""Which pledge or statement is about which thing, and about which item of it (0: none)."""

UPTAKES = Table(
    name="uptakes",
    columns={
        "document": "integer",
        "place": "integer",
        "entry": "integer",
        "way": "text",
        "made": "text",
        "party": "text",
    },
    key=("document", "place", "entry"),
    indexes=(("made",),),
)
"""What became of proposals: by which text, pledge or report, or whose answer it is."""

OF_THINGS = (THINGS, THING_NAMES, THING_STATES, TIES, THING_TERMS)


def numbered(name: str) -> int:
    """Give the number in the name of a thing: 3 of ``T-3``."""
    return int(name.removeprefix("T-"))


def rows_of(things: Iterable[KeptThing]) -> tuple[tuple[Table, list[Row]], ...]:
    """Give the rows of some things in each table; each has a column ``number`` for the thing."""
    things = list(things)
    return (
        (THINGS, [_thing(thing) for thing in things]),
        (THING_NAMES, [row for thing in things for row in _names(thing)]),
        (THING_STATES, [row for thing in things for row in _states(thing)]),
        (TIES, [row for thing in things for row in _ties(thing)]),
        (THING_TERMS, [row for thing in things for row in _terms(thing)]),
    )


def _thing(thing: KeptThing) -> Row:
    return {
        "number": numbered(thing.subject),
        "sort": thing.thing.sort,
        "parent": thing.parent or "",
        "parties": " ".join(thing.parties),
        "unit": thing.thing.unit or "",
        "open": int(thing.closed is None),
        "last_entry": thing.last.number,
    }


def _names(thing: KeptThing) -> list[Row]:
    return [
        {"number": numbered(thing.subject), "place": place, "language": code, "name": name}
        for place, (code, name) in enumerate(sorted(thing.names.items()), start=1)
    ]


def _terms(thing: KeptThing) -> list[Row]:
    return numbered_rows(numbered(thing.subject), thing.names.values())


def _states(thing: KeptThing) -> list[Row]:
    rows: dict[str, Row] = {}
    for told in thing.told():
        since = told.state.since.isoformat()
        for row in list(rows.values())[-1:]:
            row["until"] = since
        rows[since] = {
            "number": numbered(thing.subject),
            "since": since,
            "until": LAST_DAY,
            "state": told.state.state,
            "entry": told.entry.number,
        }
    return list(rows.values())


def _ties(thing: KeptThing) -> list[Row]:
    return [
        {
            "number": numbered(thing.subject),
            "entry": number,
            "target": tie.to,
            "item": tie.item or 0,
        }
        for number, tie in thing.tied()
    ]


def uptake_rows(document: int, place: int, found: Iterable[Taken]) -> list[Row]:
    """Give the rows of what became of a statement."""
    return [
        {
            "document": document,
            "place": place,
            "entry": each.entry.number,
            "way": each.uptake.way,
            "made": each.uptake.by or "",
            "party": each.entry.author.party or "",
        }
        for each in found
    ]
