"""The trial balance: what every account holds, and that the books are even."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from zakuro.ledger.account import ZERO, Movement, PledgeAccount, Posting, counts_from
from zakuro.ledger.arithmetic import exact
from zakuro.ledger.counting import amounts, level
from zakuro.model.acts import Allotment, Measure, body_as


class Line(NamedTuple):
    """The figures of one pledge and unit, as a reader sees them: what is still open is positive.

    ``released`` is what giver and receiver agreed is owed no more; ``obligation`` is pledged -
    released - reported, ``receivable`` pledged - released - confirmed; below zero they show what
    was delivered over and above.  ``in_transit`` is reported - confirmed - disputed, and
    ``unreported`` what was received without a report: of each giver and receiver by itself, so that
    what one received hides nothing that another still waits for.  ``trial`` is the sum of all
    postings, zero in even books.
    """

    pledge: str
    unit: str
    pledged: Decimal
    released: Decimal
    obligation: Decimal
    in_transit: Decimal
    unreported: Decimal
    disputed: Decimal
    receivable: Decimal
    trial: Decimal


@exact
def lines(account: PledgeAccount, on: date | None = None) -> list[Line]:
    """Give the lines of a pledge as of a day (None: as of the last), one for each unit.

    All figures are of that one day; a pledge that was closed as a mistake has none of any day.
    """
    found = []
    moves = [] if account.closed else amounts(account, on)
    for unit, measure in account.measures.items():
        moved = [m for m in moves if m.unit == unit]
        reported, confirmed, disputed, released = (
            sum((getattr(m, name) for m in moved), ZERO)
            for name in ("reported", "confirmed", "disputed", "released")
        )
        pledged = ZERO if account.closed else measure.value * len(account.debts)
        under_way = _under_way(moved, measure)
        found.append(
            Line(
                account.subject,
                unit,
                pledged,
                released,
                pledged - released - reported,
                sum((max(left, ZERO) for left in under_way), ZERO),
                sum((max(-left, ZERO) for left in under_way), ZERO),
                disputed,
                pledged - released - confirmed,
                _trial(account, unit),
            )
        )
    return found


def _under_way(moves: Iterable[Movement], measure: Measure) -> Collection[Decimal]:
    """Give what each giver's deliveries to each receiver left in transit; of a level each debt's.

    Below zero it is what was received without a report.
    """
    left: dict[tuple[int, str, str], Decimal] = defaultdict(lambda: ZERO)
    for move in moves:
        way = ("", "") if level(measure) else (move.giver, move.receiver)
        left[move.debt, *way] += move.reported - move.confirmed - move.disputed
    return left.values()


def _trial(account: PledgeAccount, unit: str) -> Decimal:
    """Give the sum of all accounts of a unit: not zero where a posting lacks its other side."""
    return sum((amount for (posted, _), amount in account.balances.items() if posted == unit), ZERO)


@exact
def balances(account: PledgeAccount, on: date) -> dict[tuple[str, str], Decimal]:
    """Give what every account of a pledge holds as of a day, by unit and name; empty ones left out.

    What was taken back counts on no day.
    """
    found: dict[tuple[str, str], Decimal] = defaultdict(lambda: ZERO)

    def post(unit: str, debit: str, credit: str, amount: Decimal) -> None:
        found[unit, debit] += amount
        found[unit, credit] -= amount

    if account.closed:
        return {}
    for debt in account.debts:
        owed, owing = f"receivable:{debt.receiver}", f"obligation:{debt.giver}"
        for unit, measure in account.measures.items():
            post(unit, owed, owing, measure.value)
    for m in amounts(account, on):
        debt = account.debts[m.debt]
        owing, way = f"obligation:{debt.giver}", f"{m.giver}→{m.receiver}"
        post(m.unit, owing, f"receivable:{debt.receiver}", m.released)
        post(m.unit, owing, f"in-transit:{way}", m.reported)
        post(m.unit, f"in-transit:{way}", f"receivable:{m.receiver}", m.confirmed)
        post(m.unit, f"in-transit:{way}", f"disputed:{way}", m.disputed)
    for (index, unit, receiver), due in allotted(account, on).items():
        post(unit, f"receivable:{receiver}", f"receivable:{account.debts[index].receiver}", due)
    return {key: amount for key, amount in found.items() if amount != 0}


def allotted(account: PledgeAccount, on: date) -> dict[tuple[int, str, str], Decimal]:
    """Give what of a group's accounts is whose as of a day: said so, or more by what was delivered.

    With the end of a pledge goes what was said and never came.
    """
    sums: dict[tuple[int, str, str], list[Decimal]] = defaultdict(lambda: [ZERO, ZERO, ZERO])
    for number, entry in account.entries.items():
        if entry.kind == "allotment" and number not in account.reversals:
            act = body_as(entry, Allotment)
            debt = account.debt_of(entry.author.party, act.receiver)
            if counts_from(entry) <= on and not account.ended(on):
                sums[debt, act.unit, act.receiver][0] += act.value
    for m in amounts(account, on):
        if account.debts[m.debt].to_group:
            sums[m.debt, m.unit, m.receiver][1] += m.reported
            sums[m.debt, m.unit, m.receiver][2] += m.confirmed
    return {
        key: max(parts)
        for key, parts in sums.items()
        if account.debts[key[0]].to_group and key[2] != account.debts[key[0]].receiver
    }


def line_days(account: PledgeAccount) -> list[date]:
    """Give the days on which a figure changes, in order."""
    return sorted({movement.on for movement in account.moves()})


@exact
def uneven(postings: Iterable[Posting]) -> list[tuple[int, str, Decimal]]:
    """Give the entries whose postings do not sum to zero in a unit; none, if the books are even."""
    sums: dict[tuple[int, str], Decimal] = {}
    for posting in postings:
        key = (posting.entry, posting.unit)
        sums[key] = sums.get(key, ZERO) + posting.amount
    return [(entry, unit, amount) for (entry, unit), amount in sums.items() if amount != 0]
