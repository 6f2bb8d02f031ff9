"""Things on paper for the tests: entries made by hand."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from zakuro.model.acts import Reversal, body_of, kind_of
from zakuro.model.entry import Author, Entry
from zakuro.model.source import Source
from zakuro.model.statement import Record
from zakuro.model.things import Item, Sort, State, Thing
from zakuro.things.fold import apply, begin
from zakuro.things.thing import KeptThing

NOW = datetime(2026, 7, 1, 12, tzinfo=UTC)


def words(exact: str = "so it is", published: date | None = date(2025, 6, 17)) -> Source:
    return Source(document="D-1", start=0, end=len(exact), exact=exact, published=published)


class Paper:
    """A thing, and the number of the last entry on it."""

    def __init__(self, sort: Sort = "project", **fields: Any) -> None:
        self.number = 1
        self.thing: KeptThing = begin(self.entry(Thing(sort=sort, names={"en": "X"}, **fields)))

    def entry(self, act: Record, party: str | None = None, subject: str = "T-1") -> Entry:
        return Entry(
            number=self.number,
            time=NOW + timedelta(minutes=self.number),
            kind=kind_of(act),
            subject=subject,
            author=Author(filed_by="anna", party=party, basis="attributed" if party else None),
            body=body_of(act),
        )

    def put(self, act: Record, party: str | None = None) -> int:
        self.number += 1
        apply(self.thing, self.entry(act, party))
        return self.number

    def take_back(self, number: int, party: str | None = None) -> int:
        return self.put(Reversal(entry=number, reason="a mistake"), party)


def told(state: Any, since: date) -> State:
    return State(state=state, since=since, source=words())


def item(sort: Any, name: str, **fields: Any) -> Item:
    return Item(sort=sort, names={"en": name}, **fields)
