"""What lists print, compared with what the entries say: the proof covers what people read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from zakuro.flow.keeping import tables
from zakuro.flow.keeping.rebuild import beside, documents, folded, line_terms
from zakuro.flow.sums.cells import grouped
from zakuro.flow.sums.running import Sums
from zakuro.flow.things.tables import OF_THINGS
from zakuro.journal import Condition, Journal, Table
from zakuro.ledger.account import PledgeAccount
from zakuro.ledger.door import check
from zakuro.ledger.fold import fold
from zakuro.ledger.trust import KINDS, Trust, unasked
from zakuro.model.acts import Charter
from zakuro.model.entry import Entry
from zakuro.model.errors import RefusedError

MOST = 100
"""How many differences, and how many entries of older rules, are told."""

_BATCH = 500


class Compared(NamedTuple):
    """What differs in the tables for lists, and which entries today's rules would refuse."""

    faults: tuple[str, ...]
    older_rules: tuple[str, ...]


def check_tables(journal: Journal, charter: Charter) -> Compared:
    """Fold every entry and compare each row that lists are printed from."""
    refused: list[str] = list(_unasked(journal))

    def ask(account: PledgeAccount, entry: Entry) -> None:
        try:
            check(account, entry, lambda name: fold(journal.entries(subject=name)))
        except RefusedError as error:
            refused.append(f"E-{entry.number} ({entry.kind} on {entry.subject}): {error}")

    faults = []
    for fault in _differences(journal, charter, ask):
        faults.append(fault)
        if len(faults) == MOST:
            faults.append("More may differ: the rest of the tables was not compared.")
            break
    return Compared(tuple(faults), _first(refused))


def _unasked(journal: Journal) -> Iterator[str]:
    """Give the keys and charters that were entered without what today's rules ask for."""
    rules = Trust()
    for entry in journal.entries(kind=KINDS):
        rules.settle(entry.time)
        # The first charter makes the books.
        lacking = unasked(rules, entry) if entry.number > 1 else None
        if lacking is not None:
            yield f"E-{entry.number} ({entry.kind} on {entry.subject}): {lacking}"
        rules.take([entry])


def _first(told: list[str]) -> tuple[str, ...]:
    rest = len(told) - MOST
    return (*told[:MOST], *((f"and {rest} more",) if rest > 0 else ()))


def _differences(
    journal: Journal, charter: Charter, seen: Callable[[PledgeAccount, Entry], None]
) -> Iterator[str]:
    found = {table.name: 0 for table in tables.TABLES}
    for table, rows in _expected(journal, charter, seen):
        for start in range(0, len(rows), _BATCH):
            wanted = {_key(table, row): row for row in rows[start : start + _BATCH]}
            among = _among(table, list(wanted.values()))
            kept = {_key(table, row): row for row in journal.rows(table, among)}
            for key, row in wanted.items():
                if key not in kept:
                    yield f"The table {table.name} lacks {_named(table, row)}."
                    continue
                found[table.name] += 1
                yield from _changed(table, row, kept[key])
    for table in tables.TABLES:
        extra = journal.count(table) - found[table.name]
        if extra > 0:
            yield f"The table {table.name} holds rows that no entry makes: {extra}."


def _expected(
    journal: Journal, charter: Charter, seen: Callable[[PledgeAccount, Entry], None]
) -> Iterator[tuple[Table, list[tables.Row]]]:
    yield from documents(journal)
    yield from beside(journal)
    yield from line_terms(journal)
    sums = Sums(charter.score)
    for accounts in folded(journal, seen):
        made = tables.rows_of(accounts, charter)
        yield from made
        sums.take(grouped(made))
    yield tables.SUMS, sums.rows()


def _among(table: Table, rows: list[tables.Row]) -> list[Condition]:
    """Give conditions that the kept rows in the places of some rows meet, and few others."""
    found: list[Condition] = []
    for column in table.key:
        values = sorted({row[column] for row in rows})
        if column in ("number", "document", "period"):
            found.append((column, "in", values))
        elif column == "place":
            found += [(column, ">=", values[0]), (column, "<=", values[-1])]
    return found


def _key(table: Table, row: tables.Row) -> tuple[object, ...]:
    return tuple(row[column] for column in table.key)


def _named(table: Table, row: tables.Row) -> str:
    """Give a row's name for people: P-3, D-1, P-3 with the rest of its key, the sum of scores."""
    letter = "D" if table is tables.DOCUMENTS else "T" if table in OF_THINGS else "P"
    parts: Iterable[str] = (
        f"{'D' if column == 'document' else letter}-{row[column]}"
        if column in ("number", "document")
        else f"{'the sum of' if column == 'of' else column} {row[column] or '(all)'}"
        for column in table.key
    )
    return ", ".join(parts)


def _changed(table: Table, row: tables.Row, kept: tables.Row) -> Iterator[str]:
    for column, value in row.items():
        if kept[column] != value:
            yield (
                f"The table {table.name} says of {_named(table, row)}: {column} "
                f"{kept[column]!r}; by the entries it is {value!r}."
            )
