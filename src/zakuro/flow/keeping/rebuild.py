"""The tables for queries made again from the entries; they must come out as they were."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain

import msgspec

from zakuro.flow.keeping import tables
from zakuro.flow.keeping.terms import LINE_TERMS, PLEDGE_TERMS, line_rows
from zakuro.flow.sums.cells import grouped, read_rows
from zakuro.flow.sums.running import Sums
from zakuro.flow.things import tables as thing_tables
from zakuro.journal import Journal, Table, Transaction
from zakuro.ledger.account import PledgeAccount
from zakuro.ledger.fold import apply, fold
from zakuro.model.acts import Charter, FiledDocument, FiledStatement, Review, body_as
from zakuro.model.entry import Entry
from zakuro.model.errors import ZakuroError
from zakuro.model.source import Publisher
from zakuro.things import fold as things
from zakuro.things.uptake import uptakes

BATCH = 1000


def project(
    journal: Journal, transaction: Transaction, accounts: list[PledgeAccount], charter: Charter
) -> None:
    """Write the rows of some accounts in place of those that they had, and what that changes."""
    if not accounts:
        return
    numbers = [tables.numbered(account.subject) for account in accounts]
    sums = Sums(charter.score)
    sums.take(read_rows(journal, numbers), -1)
    known = {row["number"] for row in journal.rows(tables.PLEDGES, [("number", "in", numbers)])}
    made = tables.rows_of(accounts, charter)
    for table, rows in made:
        if table is PLEDGE_TERMS:  # a pledge's words stay what they were
            transaction.upsert(table, [row for row in rows if row["number"] not in known])
            continue
        transaction.delete(table, [("number", "in", numbers)])
        transaction.upsert(table, rows)
    sums.take(grouped(made))
    sums.write(journal, transaction)


def rebuild(journal: Journal, transaction: Transaction, charter: Charter) -> int:
    """Make all tables again in a transaction; give the number of pledges.

    The entries are read once, in order of their subjects' opening: memory holds one batch of
    documents' rows, the accounts of :data:`BATCH` pledges, and the sums.
    """
    transaction.build_tables(tables.TABLES)
    for table, rows in chain(documents(journal), beside(journal), line_terms(journal)):
        transaction.upsert(table, rows)
    count, sums = 0, Sums(charter.score)
    for accounts in folded(journal):
        made = tables.rows_of(accounts, charter)
        for table, rows in made:
            transaction.upsert(table, rows)
        sums.take(grouped(made))
        count += len(accounts)
    transaction.upsert(tables.SUMS, sums.rows())
    return count


def documents(journal: Journal) -> tuple[tuple[Table, list[tables.Row]], ...]:
    """Give the rows of documents and of their statements, from the entries alone."""
    statements = _Statements()
    for entry in journal.entries(kind=tuple(_Statements.TAKES)):
        statements.take(entry)
    return (
        (tables.DOCUMENTS, list(statements.documents.values())),
        (tables.STATEMENTS, list(statements.rows.values())),
    )


def line_terms(journal: Journal) -> Iterator[tuple[Table, list[tables.Row]]]:
    """Give the rows of the words of each document's lines."""
    for entry in journal.entries(kind="document"):
        text = journal.blob(body_as(entry, FiledDocument).sha256).decode("utf-8")
        yield LINE_TERMS, line_rows(tables.numbered(entry.subject), text)


def beside(journal: Journal) -> Iterator[tuple[Table, list[tables.Row]]]:
    """Give the rows of things, and of what became of proposals, from the entries alone."""
    for opening in journal.entries(kind="thing"):
        kept = things.fold(journal.entries(subject=opening.subject))
        yield from thing_tables.rows_of([kept] if kept else [])
    for subject in dict.fromkeys(entry.subject for entry in journal.entries(kind="uptake")):
        found = uptakes(journal.entries(subject=subject, kind=("uptake", "reversal")))
        rows = thing_tables.uptake_rows(*tables.places(subject), found)
        yield thing_tables.UPTAKES, rows


class _Statements:
    """The rows of documents and statements, from the entries that change them, in order."""

    TAKES = ("document", "publisher", "statement", "review", "pledge", "join", "unjoin", "reversal")

    def __init__(self) -> None:
        self.documents: dict[int, tables.Row] = {}
        self._filed: dict[int, FiledDocument] = {}
        self.rows: dict[tuple[int, int], tables.Row] = {}
        self._openings: dict[int, str] = {}
        self._joined: dict[str, dict[int, str]] = {}

    def take(self, entry: Entry) -> None:
        """Take one entry of the kinds in TAKES; ZakuroError if it follows from none before it."""
        try:
            getattr(self, f"_{entry.kind}")(entry)
        except KeyError as error:
            raise ZakuroError(
                f"The {entry.kind} on {entry.subject} (E-{entry.number}) rests on what no entry "
                f"before it entered ({error})."
            ) from None

    def _document(self, entry: Entry) -> None:
        self._file(tables.numbered(entry.subject), body_as(entry, FiledDocument))

    def _file(self, number: int, filed: FiledDocument) -> None:
        self._filed[number] = filed
        self.documents[number] = tables.document_row(number, filed)

    def _publisher(self, entry: Entry) -> None:
        number = tables.numbered(entry.subject)
        known = msgspec.structs.replace(self._filed[number], publisher=body_as(entry, Publisher))
        self._file(number, known)

    def _statement(self, entry: Entry) -> None:
        place = tables.places(entry.subject)
        statement = body_as(entry, FiledStatement).statement
        self.rows[place] = tables.statement_row(place[0], entry.number, statement)

    def _review(self, entry: Entry) -> None:
        place = tables.places(entry.subject)
        self.rows[place] = tables.reviewed(self.rows[place], body_as(entry, Review))

    def _pledge(self, entry: Entry) -> None:
        self._openings[entry.number] = entry.subject
        self._joined[entry.subject] = {entry.number: str(entry.body["statement"])}

    def _join(self, entry: Entry) -> None:
        self._joined[entry.subject][entry.number] = str(entry.body["statement"])

    def _unjoin(self, entry: Entry) -> None:
        self._reopen(self._joined[entry.subject].pop(int(entry.body["entry"])))

    def _reversal(self, entry: Entry) -> None:
        if int(entry.body.get("entry", 0)) in self._openings:  # a sealed one is on a text
            for name in self._joined[entry.subject].values():
                self._reopen(name)

    def _reopen(self, name: str) -> None:
        place = tables.places(name)
        if place in self.rows:
            self.rows[place] = tables.reopened(self.rows[place])


def folded(
    journal: Journal, seen: Callable[[PledgeAccount, Entry], None] | None = None
) -> Iterator[list[PledgeAccount]]:
    """Give all accounts, batch by batch.

    ``seen`` is shown each entry with the account as it was before (for a pledge: as just opened).
    """
    batch: list[PledgeAccount] = []
    for opening in journal.entries(kind="pledge"):
        account = fold([opening])
        if account is None:
            raise ZakuroError(f"E-{opening.number} opens nothing.")
        if seen is not None:
            seen(account, opening)
        for entry in journal.entries(subject=opening.subject, after=opening.number):
            if seen is not None:
                seen(account, entry)
            apply(account, entry)
        batch.append(account)
        if len(batch) == BATCH:
            yield batch
            batch = []
    yield batch
