"""Books of six members that decide, by a clock that the tests turn."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec

from tests.flow.builder import CHARTER
from zakuro.flow.deciding import closing, texts
from zakuro.flow.deciding.joint import Member, decision
from zakuro.flow.keeping.books import Books, make_books
from zakuro.model.decisions import Office, Procedure

SIX = CHARTER.members
HOUR = timedelta(hours=1)
EN = "The members will open the railway within two years."
RU = "Стороны откроют железную дорогу в течение двух лет."


class Clock:
    """A clock that stands until it is turned."""

    def __init__(self) -> None:
        self.time = datetime(2026, 12, 1, 7, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time


def sitting_at(place: str, clock: Clock, **procedure: Any) -> Books:
    """New books of the six, English and Russian, Kazakhstan in the chair."""
    zones = {"CHN": "Asia/Shanghai"}
    given: dict[str, Any] = {"chair": Office(order=("KAZ",)), "zones": zones} | procedure
    rules = msgspec.structs.replace(CHARTER, languages=("en", "ru"), procedure=Procedure(**given))
    return make_books(place, rules, name="example.org/six", filed_by="anna", now=clock)


def by(party: str, key: Any = None) -> Member:
    """A member, entered by Anna."""
    return Member(party=party, filed_by="anna", key=key)


def tabled(books: Books, title: str = "Programme 2027", sponsor: str = "UZB") -> str:
    """A text on the table in both languages; its name."""
    name = texts.begin_text(books, by(sponsor), EN, title=title, language="en").subject
    texts.add_language(books, name, by(sponsor), RU, "ru")
    texts.table(books, name, by(sponsor))
    return name


def received(books: Books, name: str) -> None:
    """The receipts of all six."""
    for member in SIX:
        closing.receive(books, name, by(member))


def silent(books: Books, name: str, hours: int = 72) -> datetime:
    """Receipts and a silence; its end."""
    received(books, name)
    until = books.now() + hours * HOUR
    closing.open_silence(books, name, by("KAZ"), until)
    return until


def state(books: Books, name: str, at: datetime | None = None) -> str:
    """Where a text stands."""
    return decision(books, name).state(at or books.now())
