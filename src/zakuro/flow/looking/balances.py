"""The trial balance: the figures of all pledges as of a day, and that the books are even."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from zakuro.flow.keeping import tables
from zakuro.flow.keeping.books import Books
from zakuro.journal import Condition
from zakuro.ledger.account import ZERO
from zakuro.ledger.arithmetic import exact


class Total(NamedTuple):
    """The figures of all pledges in one unit, parts of others left out; ``trial`` is of all."""

    unit: str
    pledges: int
    pledged: Decimal
    released: Decimal
    obligation: Decimal
    in_transit: Decimal
    disputed: Decimal
    receivable: Decimal
    trial: Decimal


class Balance(NamedTuple):
    """The trial balance: totals for each unit, and every pledge whose accounts are not even."""

    totals: tuple[Total, ...]
    uneven: tuple[tuple[str, str, Decimal], ...]


@exact
def balance(books: Books, on: date) -> Balance:
    """Give the trial balance as of a day; even books have a trial of zero everywhere.

    What had not been said by then, and what was taken back, is counted nowhere.
    """
    day = on.isoformat()
    holds: list[Condition] = [("since", "<=", day), ("until", ">", day)]
    journal = books.journal
    open_ = {
        int(row["number"]) for row in journal.rows(tables.STANDINGS, [("party", "=", ""), *holds])
    }
    parts = {int(row["number"]) for row in journal.rows(tables.PLEDGES, [("part_of", "!=", "")])}
    sums: dict[str, list[Decimal]] = {}
    counts: dict[str, int] = {}
    uneven: list[tuple[str, str, Decimal]] = []
    names = Total._fields[2:-1]
    for row in journal.rows(tables.LINES, holds):
        number, unit, trial = int(row["number"]), str(row["unit"]), Decimal(str(row["trial"]))
        if trial != 0:
            uneven.append((f"P-{number}", unit, trial))
        if number not in open_:
            continue
        total = sums.setdefault(unit, [ZERO] * (len(names) + 1))
        total[-1] += trial
        if number in parts:
            continue
        counts[unit] = counts.get(unit, 0) + 1
        for place, name in enumerate(names):
            total[place] += Decimal(str(row[name]))
    totals = (Total(unit, counts.get(unit, 0), *figures) for unit, figures in sums.items())
    return Balance(tuple(sorted(totals)), tuple(uneven))
