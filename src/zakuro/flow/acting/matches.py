"""The loop closes: results in documents taken in later, held against the pledges, for review."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from zakuro.flow.acting.acts import Word, confirm, receive, report
from zakuro.flow.acting.beside import add_evidence
from zakuro.flow.acting.review import refuse, settle
from zakuro.flow.acting.take_in import document
from zakuro.flow.acting.waiting import Selection, waiting
from zakuro.flow.keeping import tables
from zakuro.flow.keeping.books import Books
from zakuro.ledger.account import PledgeAccount
from zakuro.ledger.matching import Match, best_match
from zakuro.ledger.rules.confirming import open_to
from zakuro.model.acts import FiledDocument
from zakuro.model.entry import Entry
from zakuro.model.errors import RefusedError
from zakuro.model.statement import Statement
from zakuro.model.vocabulary import kin_objects, kin_units


class Offered(NamedTuple):
    """A result, and the pledge that it may be one of."""

    name: str
    statement: Statement
    match: Match


def matches(books: Books, *, document_name: str | None = None) -> Iterator[Offered]:
    """Give the unreviewed results that fit a pledge; nothing is posted before a review."""
    shelf = _Shelf(books)
    results = Selection(kinds=("result",), document=document_name)
    for name, statement, *_ in waiting(books, results):
        where = name.partition(":")[0]
        accounts = [a for a in shelf.like(statement) if _document(a) != where]
        match = best_match(
            statement, accounts, books.groups, shelf.published(where), shelf.whose(where)
        )
        if match is not None:
            yield Offered(name, statement, match)


def _document(account: PledgeAccount) -> str:
    return account.pledge.statement.partition(":")[0]


class _Shelf:
    """The pledges by what they are about, read once; their accounts when first asked for."""

    def __init__(self, books: Books) -> None:
        self._books = books
        self._by_object: dict[str, list[int]] = {}
        self._by_unit: dict[str, list[int]] = {}
        self._accounts: dict[int, PledgeAccount] = {}
        self._documents: dict[str, FiledDocument] = {}
        for row in books.journal.rows(tables.PLEDGES, [("open", "=", 1)]):
            self._by_object.setdefault(str(row["object"]), []).append(int(row["number"]))
        for row in books.journal.rows(tables.LINES):
            self._by_unit.setdefault(str(row["unit"]), []).append(int(row["number"]))

    def like(self, statement: Statement) -> list[PledgeAccount]:
        """Give the accounts of pledges with the same thing or unit, or with no thing named."""
        things = statement.objects or (statement.object or "",)
        numbers: set[int] = set()
        for thing, like in self._by_object.items():
            if any(kin_objects(thing, each) for each in things):
                numbers.update(like)
        for unit, like in self._by_unit.items():
            if any(kin_units(unit, quantity.unit) for quantity in statement.quantities):
                numbers.update(like)
        return [self._account(number) for number in sorted(numbers)]

    def _account(self, number: int) -> PledgeAccount:
        if number not in self._accounts:
            self._accounts[number] = self._books.account(f"P-{number}")
        return self._accounts[number]

    def published(self, name: str) -> date | None:
        """Give the day a document was published."""
        return self._document(name).published

    def whose(self, name: str) -> tuple[str, ...]:
        """Give the state whose government or agency published a document."""
        publisher = self._document(name).publisher
        if publisher is None or publisher.ownership not in ("government", "state agency"):
            return ()
        return (publisher.state,) if publisher.state else ()

    def _document(self, name: str) -> FiledDocument:
        if name not in self._documents:
            self._documents[name] = document(self._books, name)
        return self._documents[name]


def accept_match(
    books: Books,
    offered: Offered,
    filed_by: str,
    *,
    value: Decimal | None = None,
    receiver: str | None = None,
) -> Entry:
    """Enter what a match offers, in the words of its document: a report or confirmation.

    ``value`` and ``receiver`` are the reviewer's where the words have none, or others than read.
    """
    match = offered.match
    if match.needs_rate and value is None:
        raise RefusedError(
            f"{offered.name} speaks of {match.unit}, {match.pledge} of another currency: enter it "
            f"with `zakuro report {match.pledge} --from {offered.name} --rate … --rate-source …`."
        )
    with books.writing() as writer:
        entry = _enter(books, offered, filed_by, value or match.value, receiver or match.receiver)
        settle(writer, offered.name, match.pledge, filed_by)
    return entry


def _enter(
    books: Books, offered: Offered, filed_by: str, value: Decimal | None, receiver: str | None
) -> Entry:
    match = offered.match
    if match.role == "evidence" or match.party is None:
        return add_evidence(books, match.pledge, [], filed_by=filed_by, words=offered.name)
    word = Word(party=match.party, filed_by=filed_by, words=offered.name)
    account = books.account(match.pledge)
    if value is None:
        if len(account.measures) != 1 or next(iter(account.measures.values())).rule == "stated":
            raise RefusedError(f"{offered.name} gives no figure for {match.pledge}: give --value.")
        value = next(iter(account.measures.values())).value
    unit = None if match.unit not in account.measures else match.unit
    if match.role == "report":
        return report(
            books, match.pledge, word, value=value, receiver=receiver, unit=unit, on=match.on
        )
    for delivery in account.deliveries.values():
        open_ = delivery.reversed_by is None and match.party in delivery.receivers
        if open_ and open_to(delivery, match.party, disputed=True) > 0:
            return confirm(books, f"E-{delivery.entry}", word, value=value, on=match.on)
    return receive(books, match.pledge, word, value=value, unit=unit, on=match.on)


def refuse_match(books: Books, name: str, reason: str, filed_by: str) -> None:
    """Refuse a match: the result is not offered again."""
    with books.writing() as writer:
        refuse(writer, name, reason, filed_by)
