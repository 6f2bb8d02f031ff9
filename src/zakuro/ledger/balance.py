"""The trial balance: what every account holds, and that the books are even."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from zakuro.ledger.account import ZERO, PledgeAccount, Posting
from zakuro.ledger.arithmetic import exact


class Line(NamedTuple):
    """The figures of one pledge and unit, as a reader sees them: what is still open is positive.

    ``obligation`` is pledged - reported, ``in_transit`` reported - confirmed - disputed,
    ``receivable`` pledged - confirmed; ``trial`` is the sum of all postings, zero in even books.
    Below zero they show what was delivered over and above, or received without a report.
    """

    pledge: str
    unit: str
    pledged: Decimal
    obligation: Decimal
    in_transit: Decimal
    disputed: Decimal
    receivable: Decimal
    trial: Decimal


@exact
def lines(account: PledgeAccount) -> list[Line]:
    """Give the lines of a pledge, one for each unit."""
    found = []
    for unit, measure in account.measures.items():
        sums = {"obligation": ZERO, "in-transit": ZERO, "disputed": ZERO, "receivable": ZERO}
        for (posted, name), amount in account.balances.items():
            if posted == unit:
                sums[name.partition(":")[0]] += amount
        pledged = ZERO if account.withdrawn else measure.value * len(account.debts)
        found.append(
            Line(
                account.subject,
                unit,
                pledged,
                -sums["obligation"],
                -sums["in-transit"],
                -sums["disputed"],
                sums["receivable"],
                sum(sums.values(), ZERO),
            )
        )
    return found


@exact
def uneven(postings: Iterable[Posting]) -> list[tuple[int, str, Decimal]]:
    """Give the entries whose postings do not sum to zero in a unit; none, if the books are even."""
    sums: dict[tuple[int, str], Decimal] = {}
    for posting in postings:
        key = (posting.entry, posting.unit)
        sums[key] = sums.get(key, ZERO) + posting.amount
    return [(entry, unit, amount) for (entry, unit), amount in sums.items() if amount != 0]
