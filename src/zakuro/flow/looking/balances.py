"""The trial balance: the figures of all pledges as of a day, and that the books are even."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from zakuro.flow.keeping import tables
from zakuro.flow.keeping.books import Books
from zakuro.flow.looking.lists import holds
from zakuro.flow.sums.figures import AMOUNTS, Figures
from zakuro.flow.sums.running import totals
from zakuro.ledger.arithmetic import exact


class Total(NamedTuple):
    """The figures of all pledges in one unit, parts of others left out; ``trial`` is of all."""

    unit: str
    pledges: int
    pledged: Decimal
    released: Decimal
    obligation: Decimal
    in_transit: Decimal
    unreported: Decimal
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
    sums = totals(books.journal, "balance", "unit", on)
    even = not any(figures.get("uneven") for figures in sums.values())
    return Balance(
        tuple(_total(unit, of) for unit, of in sums.items() if of.get("lines")),
        () if even else tuple(_uneven(books, on)),
    )


def _total(unit: str, figures: Figures) -> Total:
    amounts = (Decimal(figures.get(name, 0)) for name in (*AMOUNTS, "trial"))  # type: ignore[arg-type]
    return Total(unit, int(figures.get("pledges", 0)), *amounts)


def _uneven(books: Books, on: date) -> Iterator[tuple[str, str, Decimal]]:
    """Give every pledge and unit that does not sum to zero."""
    for row in books.journal.rows(tables.LINES, holds(on)):
        trial = Decimal(str(row["trial"]))
        if trial != 0:
            yield f"P-{row['number']}", str(row["unit"]), trial
