"""What one can follow in the books: a pledge, a party, a decision, or everything."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple
from uuid import NAMESPACE_URL, uuid5

from zakuro.flow.keeping import tables
from zakuro.flow.keeping.books import Books
from zakuro.flow.looking.changes import LEFT_OUT
from zakuro.flow.looking.lists import party_code
from zakuro.journal import Condition
from zakuro.ledger.parties import expand
from zakuro.model.entry import Entry
from zakuro.model.errors import ZakuroError
from zakuro.words import figures

Kind = Literal["all", "pledge", "decision", "party"]
_NAME = re.compile(r"(?P<letter>[PX])-?(?P<number>\d{1,12})", re.ASCII | re.IGNORECASE)
_PAGE = 1000


class Subject(NamedTuple):
    """What is followed: its code in the books, empty for everything."""

    kind: Kind
    code: str

    def name(self, language: str, books: Books) -> str:
        """Give what people call it."""
        if self.kind == "all":
            return books.charter.name or books.journal.books
        return figures.party(language, self.code) if self.kind == "party" else self.code


def subject_of(books: Books, name: str) -> Subject:
    """Give what a name stands for; ZakuroError if the books hold nothing of it."""
    if not name:
        return Subject("all", "")
    found = _NAME.fullmatch(name.strip())
    if found is None:
        return Subject("party", party_code(books, name))
    code = f"{found['letter'].upper()}-{int(found['number'])}"
    kind: Kind = "pledge" if code.startswith("P") else "decision"
    if next(books.journal.entries(subject=code, limit=1), None) is None:
        command = "pledges" if kind == "pledge" else "texts"
        raise ZakuroError(f"There is no {kind} {code}: `zakuro {command}` lists them.")
    return Subject(kind, code)


def lasting_name(books: Books, what: str) -> str:
    """Give a name that stays the same as long as there are these books, and is no one else's."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'zakuro:{books.journal.books}:{what}')}"


def entries_on(books: Books, subject: Subject) -> Iterator[Entry]:
    """Give the entries on what is followed, the newest first."""
    if subject.kind in {"pledge", "decision"}:
        own = list(books.journal.entries(subject=subject.code))
        yield from (entry for entry in reversed(own) if entry.kind not in LEFT_OUT)
        return
    pledges = pledges_of(books, subject.code) if subject.kind == "party" else set()
    first = books.journal.head().size
    while first > 0:
        last, first = first, max(0, first - _PAGE)
        for entry in reversed(list(books.journal.entries(after=first, limit=last - first))):
            concerns = (
                subject.kind == "all"
                or entry.author.party == subject.code
                or entry.subject in pledges
                or entry.subject == f"party:{subject.code}"
            )
            if concerns and entry.kind not in LEFT_OUT:
                yield entry


def pledges_of(books: Books, party: str) -> set[str]:
    """Give the pledges that a party owes or is owed."""
    owes: list[Condition] = [("party", "=", party)]
    owed: list[Condition] = [
        ("role", "=", "receiver"),
        ("code", "in", sorted({party, *expand((party,), books.groups)})),
    ]
    numbers = {int(row["number"]) for row in books.journal.rows(tables.STANDINGS, owes)}
    numbers |= {int(row["number"]) for row in books.journal.rows(tables.NAMED, owed)}
    return {f"P-{number}" for number in numbers}
