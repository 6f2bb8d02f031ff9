"""What one can follow in the books: a pledge, party, decision, thing or claim; their lists; all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple
from uuid import NAMESPACE_URL, uuid5

from zakuro.flow.acting.take_in import statement
from zakuro.flow.keeping import tables
from zakuro.flow.keeping.books import Books
from zakuro.flow.looking.changes import LEFT_OUT
from zakuro.flow.looking.lists import party_code
from zakuro.flow.things.joint import thing
from zakuro.flow.things.tables import TIES
from zakuro.flow.things.views import called
from zakuro.journal import Condition
from zakuro.ledger.parties import expand
from zakuro.model.entry import Entry
from zakuro.model.errors import ZakuroError
from zakuro.words import figures
from zakuro.words.catalogue import say

Kind = Literal["all", "pledge", "decision", "party", "thing", "claim", "things", "claims"]
_NAME = re.compile(r"(?P<letter>[PXT])-?(?P<number>\d{1,12})", re.ASCII | re.IGNORECASE)
_CLAIM = re.compile(r"D-?(?P<document>\d{1,12}):s(?P<place>\d{1,12})", re.ASCII | re.IGNORECASE)
_DOCUMENT = re.compile(r"D-?(?P<number>\d{1,12})", re.ASCII | re.IGNORECASE)
_KINDS: dict[str, tuple[Kind, str]] = {
    "P": ("pledge", "pledges"),
    "X": ("decision", "texts"),
    "T": ("thing", "thing list"),
}
"""What a letter names, and the command that lists these."""
_LISTS: tuple[Kind, ...] = ("things", "claims")
_PAGE = 1000


class Subject(NamedTuple):
    """What is followed: its code in the books, empty for everything.

    A ``claim`` is a statement (``D-1:s3``) that something was held against, or that something
    became of; ``things`` and ``claims`` are all of them.
    """

    kind: Kind
    code: str

    @property
    def has_days(self) -> bool:
        """Whether anything of it falls due: nothing of a claim does."""
        return self.kind not in {"claim", "claims"}

    def name(self, language: str, books: Books) -> str:
        """Give what people call it."""
        if self.kind == "all":
            return books.charter.name or books.journal.books
        if self.kind == "party":
            return figures.party(language, self.code)
        if self.kind == "thing":
            return f"{called(thing(books, self.code).names, language)[0]} ({self.code})"
        return say(language, f"menu.{self.kind}") if self.kind in _LISTS else self.code


def subject_of(books: Books, name: str) -> Subject:
    """Give what a name stands for; ZakuroError if the books hold nothing of it."""
    name = name.strip()
    if not name:
        return Subject("all", "")
    for each in _LISTS:
        if name.lower() == each:
            return Subject(each, each)
    if claim := _CLAIM.fullmatch(name):
        code = f"D-{int(claim['document'])}:s{int(claim['place'])}"
        statement(books, code)
        return Subject("claim", code)
    if document := _DOCUMENT.fullmatch(name):
        raise ZakuroError(
            f"A document is not followed; a statement of it is: D-{int(document['number'])}:s3."
        )
    found = _NAME.fullmatch(name)
    if found is None:
        return Subject("party", party_code(books, name))
    letter = found["letter"].upper()
    kind, command = _KINDS[letter]
    code = f"{letter}-{int(found['number'])}"
    if next(books.journal.entries(subject=code, limit=1), None) is None:
        raise ZakuroError(f"There is no {kind} {code}: `zakuro {command}` lists them.")
    return Subject(kind, code)


def lasting_name(books: Books, what: str) -> str:
    """Give a name that stays the same as long as there are these books, and is no one else's."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'zakuro:{books.journal.books}:{what}')}"


def entries_on(books: Books, subject: Subject) -> Iterator[Entry]:
    """Give the entries on what is followed, the newest first."""
    if subject.kind in {"all", "party", "things"}:
        found = _through(books, subject)
    elif subject.kind == "claims":
        every = books.journal.entries(kind="evidence")
        found = reversed([entry for entry in every if entry.subject.startswith("D-")])
    else:
        own = (subject.code, *tied_to(books, subject))
        every = (entry for each in own for entry in books.journal.entries(subject=each))
        found = iter(sorted(every, key=lambda entry: entry.number, reverse=True))
    yield from (entry for entry in found if entry.kind not in LEFT_OUT)


def _through(books: Books, subject: Subject) -> Iterator[Entry]:
    """Give the entries on a party, on any thing, or all of them, page by page from the last."""
    pledges = pledges_of(books, subject.code) if subject.kind == "party" else set()
    first = books.journal.head().size
    while first > 0:
        last, first = first, max(0, first - _PAGE)
        for entry in reversed(list(books.journal.entries(after=first, limit=last - first))):
            if (
                subject.kind == "all"
                or (subject.kind == "things" and entry.subject.startswith("T-"))
                or entry.author.party == subject.code
                or entry.subject in pledges
                or entry.subject == f"party:{subject.code}"
            ):
                yield entry


def tied_to(books: Books, subject: Subject) -> tuple[str, ...]:
    """Give the pledges and statements that are tied to a thing; nothing for what is none."""
    if subject.kind != "thing":
        return ()
    return tuple(dict.fromkeys(tie.to for _, tie in thing(books, subject.code).tied()))


def pledges_on(books: Books, subject: Subject) -> set[str] | None:
    """Give the pledges that what is followed has part in; None where it is all of them."""
    if subject.kind == "party":
        return pledges_of(books, subject.code)
    if subject.kind == "pledge":
        return {subject.code}
    if subject.kind == "thing":
        return {each for each in tied_to(books, subject) if each.startswith("P-")}
    if subject.kind == "things":
        every = (str(row["target"]) for row in books.journal.rows(TIES))
        return {each for each in every if each.startswith("P-")}
    return None if subject.kind == "all" else set()


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
