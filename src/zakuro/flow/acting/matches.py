"""The loop closes: results in documents taken in later, held against the pledges, for review."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple, get_args

from zakuro.flow.acting.acts import Circumstances, Word, confirm, receive, report
from zakuro.flow.acting.beside import add_evidence
from zakuro.flow.acting.review import refuse, settle
from zakuro.flow.acting.take_in import document
from zakuro.flow.acting.waiting import Selection, waiting
from zakuro.flow.keeping import tables
from zakuro.flow.keeping.books import Books
from zakuro.ledger.account import PledgeAccount
from zakuro.ledger.door import BEGINNINGS
from zakuro.ledger.matching import Match, best_match
from zakuro.ledger.rules.confirming import open_to
from zakuro.ledger.rules.repeating import told_before
from zakuro.model.acts import FiledDocument
from zakuro.model.entry import Entry
from zakuro.model.errors import RefusedError
from zakuro.model.statement import Phase, Statement
from zakuro.model.vocabulary import kin_objects, kin_units


class Would(NamedTuple):
    """The very entry that accepting a match makes.

    ``kind`` is *report*, *confirmation*, *evidence*, or *again* for what entry ``of`` tells
    already; ``of`` is the report that a confirmation is of.  ``counted`` says that no words state
    the value: one of a thing that is counted.  ``asks`` says what must be given with it.
    """

    kind: Literal["report", "confirmation", "evidence", "again"]
    party: str | None
    giver: str | None = None
    receiver: str | None = None
    value: Decimal | None = None
    unit: str | None = None
    on: date | None = None
    of: str | None = None
    counted: bool = False
    circumstances: Circumstances = Circumstances()
    asks: tuple[str, ...] = ()


class Offered(NamedTuple):
    """A result, the pledge that it may be one of, and the entry that it would make."""

    name: str
    statement: Statement
    match: Match
    would: Would


class Choice(NamedTuple):
    """What a reviewer gives with a match: where the words have none, or others than were read.

    ``again`` enters another delivery than an equal one that stands in the books.
    """

    value: Decimal | None = None
    receiver: str | None = None
    on: date | None = None
    rate: Decimal | None = None
    rate_source: str | None = None
    again: bool = False
    phase: Phase | None = None
    counted_by: str | None = None
    method: str | None = None


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
            account = shelf.account(match.pledge)
            yield Offered(name, statement, match, would_enter(account, match, statement, Choice()))


def _document(account: PledgeAccount) -> str:
    return account.pledge.statement.partition(":")[0]


class _Shelf:
    """The pledges by what they are about, read once; their accounts when first asked for."""

    def __init__(self, books: Books) -> None:
        self._books = books
        self._by_object: dict[str, list[int]] = {}
        self._by_unit: dict[str, list[int]] = {}
        self._accounts: dict[str, PledgeAccount] = {}
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
        return [self.account(f"P-{number}") for number in sorted(numbers)]

    def account(self, subject: str) -> PledgeAccount:
        """Give the account of a pledge."""
        if subject not in self._accounts:
            self._accounts[subject] = self._books.account(subject)
        return self._accounts[subject]

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


def _circumstances(found: Statement, choice: Choice) -> Circumstances:
    return Circumstances(
        phase=choice.phase or found.phase,
        counted_by=choice.counted_by or found.counted_by,
        method=choice.method or found.method,
    )


def would_enter(account: PledgeAccount, match: Match, found: Statement, choice: Choice) -> Would:
    """Give the entry that a match makes, as far as its words and the reviewer say it.

    No amount is taken that no words state, but one of what is counted.  What has only begun is
    evidence and no delivery; a figure of how something grew says who counts it.
    """
    said = _circumstances(found, choice)
    if match.role == "evidence" or match.party is None or said.phase in BEGINNINGS:
        return Would("evidence", None, circumstances=said)
    value, unit, counted, asks = _figure(account, match, choice, said)
    if match.role == "report":
        to = [debt.receiver for debt in account.debts if match.party in debt.givers]
        receiver = choice.receiver or match.receiver or (to[0] if len(set(to)) == 1 else None)
        if receiver is None:
            asks.append("to whom (--to)")
        giver: str | None = match.party
        of = None
    else:
        givers = [d.giver for d in account.debts if match.party in d.receivers]
        giver, receiver = (givers[0] if len(set(givers)) == 1 else None), match.party
        of = _open_report(account, match.party)
    would = Would(
        match.role, match.party, giver, receiver, value, unit, choice.on or match.on, of, counted,
        said, tuple(asks),
    )  # fmt: skip
    told = None if choice.again else _told(account, would)
    return would if told is None else would._replace(kind="again", of=f"E-{told}", asks=())


def _figure(
    account: PledgeAccount, match: Match, choice: Choice, said: Circumstances
) -> tuple[Decimal | None, str | None, bool, list[str]]:
    """Give value and unit of a match, whether one is counted, and what must be given with it."""
    value = choice.value or match.value
    unit: str | None = match.unit
    asks: list[str] = []
    counted = False
    if match.needs_rate and choice.value is None:
        if choice.rate is None:
            asks.append(f"a rate from {match.unit} (--rate, --rate-source)")
    elif unit not in account.measures:
        if len(account.measures) > 1:
            asks.append("which of its measures (`zakuro report --unit`)")
            measure = None
        else:
            (measure,) = account.measures.values()
            unit = measure.unit
        if value is None and measure is not None and measure.rule != "stated":
            value, counted = Decimal(1), True
            if said.phase is None:
                asks.append(f"how far it has come (--phase {'|'.join(get_args(Phase))})")
        elif value is None:
            asks.append("how much (--value)")
    grown = account.measures.get(unit or "")
    if grown is not None and (grown.change is not None or unit == "%") and not said.counted_by:
        asks.append("who counts it, and how (--counted-by, --method)")
    return value, unit, counted, asks


def _told(account: PledgeAccount, would: Would) -> int | None:
    if would.value is None or would.unit is None or would.on is None:
        return None
    receiver = would.receiver if would.kind == "report" else None
    return told_before(
        account,
        would.kind,
        would.party,
        receiver=receiver,
        unit=would.unit,
        value=would.value,
        on=would.on,
    )


def _open_report(account: PledgeAccount, party: str) -> str | None:
    """Give the first report of which a receiver has not confirmed all."""
    for delivery in account.deliveries.values():
        stands = delivery.reversed_by is None and party in delivery.receivers
        if stands and open_to(delivery, party, disputed=True) > 0:
            return f"E-{delivery.entry}"
    return None


def accept_match(
    books: Books, offered: Offered, filed_by: str, choice: Choice | None = None
) -> Entry:
    """Enter what a match offers, in the words of its document: a report or confirmation.

    What tells again what an entry tells already is laid beside that entry.
    """
    match, choice = offered.match, choice or Choice()
    with books.writing() as writer:
        would = would_enter(books.account(match.pledge), match, offered.statement, choice)
        if would.asks:
            raise RefusedError(
                f"Accepting {offered.name} for {match.pledge} needs {' and '.join(would.asks)}: "
                f"`zakuro matches --accept {offered.name}` with it."
            )
        entry = _enter(books, offered, filed_by, would, choice)
        settle(writer, offered.name, match.pledge, filed_by)
    return entry


def _enter(books: Books, offered: Offered, filed_by: str, would: Would, choice: Choice) -> Entry:
    pledge, name = offered.match.pledge, offered.name
    if would.kind == "evidence" or would.party is None:
        text = would.circumstances.phase or ""
        return add_evidence(books, pledge, [], filed_by=filed_by, words=name, text=text)
    if would.kind == "again":
        return add_evidence(
            books, would.of or pledge, [], filed_by=filed_by, words=name, text="told again"
        )
    word = Word(party=would.party, filed_by=filed_by, words=name)
    if would.kind == "report":
        rated = choice.rate is not None and offered.match.needs_rate and choice.value is None
        return report(
            books,
            pledge,
            word,
            value=would.value,
            receiver=would.receiver,
            unit=would.unit,
            on=would.on,
            rate=choice.rate if rated else None,
            rate_source=choice.rate_source if rated else None,
            again=choice.again,
            circumstances=would.circumstances,
        )
    if would.of is not None:
        return confirm(
            books,
            would.of,
            word,
            value=would.value,
            on=would.on,
            again=choice.again,
            circumstances=would.circumstances,
        )
    if would.value is None:
        raise RefusedError(f"{name} gives no figure for {pledge}: give --value.")
    return receive(
        books,
        pledge,
        word,
        value=would.value,
        unit=would.unit,
        on=would.on,
        again=choice.again,
        circumstances=would.circumstances,
    )


def refuse_match(books: Books, name: str, reason: str, filed_by: str) -> None:
    """Refuse a match: the result is not offered again."""
    with books.writing() as writer:
        refuse(writer, name, reason, filed_by)
