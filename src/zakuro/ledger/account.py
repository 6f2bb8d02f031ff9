"""The account of one pledge: its entries in, its postings and balances out.

A debit is positive and a credit negative, so the postings of every entry sum to zero in each unit.
``obligation`` and ``in-transit`` hold credits as long as something is owed or under way; what a
reader sees turns the sign (:meth:`PledgeAccount.owed`).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, date
from decimal import Decimal
from typing import NamedTuple

from zakuro.ledger.parties import Debt, debts
from zakuro.model.acts import (
    Assessment,
    Evidence,
    Join,
    Measure,
    Milestone,
    Pledge,
    Reply,
    Term,
    TermSet,
    body_as,
)
from zakuro.model.entry import Basis, Entry
from zakuro.model.errors import RefusedError

ZERO = Decimal(0)


class Posting(NamedTuple):
    """One line of an entry: ``amount`` of ``unit`` on the debit (+) or credit (-) side."""

    entry: int
    unit: str
    account: str
    amount: Decimal


class Movement(NamedTuple):
    """How one entry moved what is reported, confirmed and disputed of a debt, on which day."""

    on: date
    debt: int
    unit: str
    reported: Decimal = ZERO
    confirmed: Decimal = ZERO
    disputed: Decimal = ZERO


@dataclass(slots=True)
class Said:
    """What receivers have said of one delivery: per receiver, confirmed and disputed."""

    confirmed: Decimal = ZERO
    disputed: Decimal = ZERO


@dataclass(slots=True)
class Delivery:
    """A report, and what has become of it."""

    entry: int
    debt: int
    giver: str
    receiver: str
    receivers: tuple[str, ...]
    unit: str
    value: Decimal
    on: date
    basis: Basis | None
    said: dict[str, Said] = field(default_factory=lambda: defaultdict(Said))
    reversed_by: int | None = None

    @property
    def confirmed(self) -> Decimal:
        """How much of it its receivers have confirmed."""
        return sum((said.confirmed for said in self.said.values()), ZERO)

    @property
    def disputed(self) -> Decimal:
        """How much of it stands disputed."""
        return sum((said.disputed for said in self.said.values()), ZERO)

    @property
    def transit(self) -> str:
        """The name of its account of what is under way."""
        return f"in-transit:{self.giver}→{self.receiver}"

    @property
    def dispute(self) -> str:
        """The name of its account of what is disputed."""
        return f"disputed:{self.giver}→{self.receiver}"

    def share(self, receiver: str) -> Decimal:
        """Give what ``receiver`` can speak for: all of it, or its equal share of a group's.

        The shares are multiples of a millionth and add up to the value exactly.
        """
        count, place = len(self.receivers), self.receivers.index(receiver)
        if count == 1:
            return self.value
        step = Decimal("0.000001")
        if place == count - 1:
            return self.value - (self.value * place / count).quantize(step)
        ends = [(self.value * n / count).quantize(step) for n in (place, place + 1)]
        return ends[1] - ends[0]


@dataclass(slots=True)
class Moved:
    """What a confirmation or dispute moved, so that it can be taken back."""

    delivery: int | None
    party: str
    giver: str
    debt: int
    unit: str
    value: Decimal
    from_disputed: Decimal = ZERO


@dataclass(slots=True)
class Allotted:
    """What of a group's account is one receiver's: said to be, and by what was delivered."""

    said: Decimal = ZERO
    reported: Decimal = ZERO
    confirmed: Decimal = ZERO
    posted: Decimal = ZERO


class PledgeAccount:
    """The state of one pledge after some of its entries; :func:`zakuro.ledger.fold` makes it."""

    def __init__(self, entry: Entry) -> None:
        """Open the account by the entry of the kind ``pledge``."""
        self.subject = entry.subject
        self.opening = entry
        self.pledge = body_as(entry, Pledge)
        self.debts: tuple[Debt, ...] = debts(self.pledge)
        self.measures: dict[str, Measure] = {m.unit: m for m in self.pledge.measures}
        self.balances: dict[tuple[str, str], Decimal] = {}
        self.postings: list[Posting] = []
        self.movements: list[Movement] = []
        self.deliveries: dict[int, Delivery] = {}
        self.moved: dict[int, Moved] = {}
        self.allotted: dict[tuple[int, str, str], Allotted] = defaultdict(Allotted)
        self.milestones: dict[int, Milestone] = {}
        self.terms: dict[int, TermSet] = {}
        self.assessments: dict[int, Assessment] = {}
        self.evidence: dict[int, Evidence] = {}
        self.replies: dict[int, Reply] = {}
        self.joins: dict[int, Join] = {}
        self.part_of = self.pledge.part_of
        self.entries: dict[int, Entry] = {entry.number: entry}
        self.reversals: dict[int, int] = {}
        self.withdrawn = False
        self.last = entry
        if len(self.measures) != len(self.pledge.measures):
            raise RefusedError(
                f"{self.subject} has two measures of one unit: add them up, or split it."
            )
        self.post_opening(entry.number, 1)

    def post_opening(self, number: int, sign: int) -> None:
        """Post what is owed to whom, or with ``sign`` -1 the reverse."""
        for debt in self.debts:
            for measure in self.measures.values():
                self.post(
                    number,
                    measure.unit,
                    f"receivable:{debt.receiver}",
                    f"obligation:{debt.giver}",
                    measure.value * sign,
                )

    def post(self, number: int, unit: str, debit: str, credit: str, amount: Decimal) -> None:
        """Post ``amount`` to the debit of one account and the credit of the other."""
        if amount == 0:
            return
        for account, signed in ((debit, amount), (credit, -amount)):
            self.postings.append(Posting(number, unit, account, signed))
            key = (unit, account)
            self.balances[key] = self.balances.get(key, ZERO) + signed

    def settle(self, number: int, debt: int, unit: str, receiver: str) -> None:
        """Post what a receiver of a group's account has come to be allotted.

        That is what was said, or more when more was reported or confirmed: a report to a receiver
        without allotment allots.
        """
        owed = self.debts[debt]
        if not owed.to_group or receiver == owed.receiver:
            return
        of = self.allotted[debt, unit, receiver]
        due = max(of.said, of.reported, of.confirmed)
        self.post(
            number, unit, f"receivable:{receiver}", f"receivable:{owed.receiver}", due - of.posted
        )
        of.posted = due

    def debt_of(self, giver: str | None, receiver: str) -> int:
        """Give the index of the debt under which ``giver`` owes to ``receiver``, or refuse."""
        owing = [n for n, debt in enumerate(self.debts) if giver in debt.givers]
        if not owing:
            names = ", ".join(dict.fromkeys(p for debt in self.debts for p in debt.givers))
            raise RefusedError(
                f"{giver or 'nobody'} is no giver of {self.subject}: only the giver's word reports "
                f"or allots. Its giver is {names}."
            )
        for index in owing:
            debt = self.debts[index]
            if receiver in debt.receivers or receiver == debt.receiver:
                return index
        names = ", ".join(dict.fromkeys(r for n in owing for r in self.debts[n].receivers))
        raise RefusedError(
            f"{receiver} is no receiver of {self.subject}: {giver} owes it to {names}."
        )

    def measure_of(self, unit: str) -> Measure:
        """Give the measure counted in ``unit``, or refuse."""
        if unit not in self.measures:
            raise RefusedError(
                f"{self.subject} is not counted in {unit} but in {', '.join(self.measures)}: give "
                "the value in that unit; for another currency give --rate and --rate-source."
            )
        return self.measures[unit]

    def term(self) -> Term | None:
        """Give by when the pledge is due: the last term set, else what the statement says."""
        standing = [t.term for n, t in self.terms.items() if n not in self.reversals]
        return standing[-1] if standing else self.pledge.term

    def is_looked_at(self) -> bool:
        """Say whether anybody has reported or confirmed anything."""
        return bool(self.movements)


def day_of(entry: Entry) -> date:
    """Give the day (UTC) on which an entry was made."""
    return entry.time.astimezone(UTC).date()
