"""The account of one pledge: its entries in, its postings and balances out.

A debit is positive and a credit negative, so the postings of every entry sum to zero in each unit.
``obligation`` and ``in-transit`` hold credits as long as something is owed or under way; what a
reader sees turns the sign (:meth:`PledgeAccount.owed`).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, date, timedelta
from decimal import Decimal
from typing import NamedTuple

import msgspec

from zakuro.ledger.parties import Debt, debts
from zakuro.model.acts import (
    Assessment,
    Confirmation,
    Evidence,
    Join,
    Measure,
    Milestone,
    Pledge,
    Reply,
    Report,
    Term,
    TermSet,
    body_as,
)
from zakuro.model.changes import Agreement, Looked, Withdrawal
from zakuro.model.entry import Basis, Entry
from zakuro.model.errors import RefusedError
from zakuro.model.vocabulary import unit_label

ZERO = Decimal(0)


class Posting(NamedTuple):
    """One line of an entry: ``amount`` of ``unit`` on the debit (+) or credit (-) side."""

    entry: int
    unit: str
    account: str
    amount: Decimal


class Movement(NamedTuple):
    """How one entry moved what is reported, confirmed and disputed of a debt, on which day.

    ``released`` is what giver and receiver agreed is owed no more.  ``giver`` and ``receiver`` are
    those in the names of the accounts; ``counted_by`` is whose count it is, empty where nobody is
    named; ``entry`` the number of the entry.
    """

    on: date
    debt: int
    unit: str
    reported: Decimal = ZERO
    confirmed: Decimal = ZERO
    disputed: Decimal = ZERO
    released: Decimal = ZERO
    giver: str = ""
    receiver: str = ""
    counted_by: str = ""
    entry: int = 0


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
    counted_by: str = ""
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


@dataclass(slots=True)
class Accord:
    """A change of the pledge on which its sides agree, one after the other.

    ``proposal`` is what is to change, None where a milestone of the giver is agreed to; ``agreed``
    the day from which each party's word counts; ``since`` the day it came into force, by the entry
    ``completed_by``.
    """

    proposal: Agreement | None
    agreed: dict[str, date] = field(default_factory=dict)
    since: date | None = None
    completed_by: int | None = None


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
        self.movements: dict[int, tuple[Movement, ...]] = {}
        self.deliveries: dict[int, Delivery] = {}
        self.moved: dict[int, Moved] = {}
        self.allotted: dict[tuple[int, str, str], Allotted] = defaultdict(Allotted)
        self.milestones: dict[int, Milestone] = {}
        self.terms: dict[int, TermSet] = {}
        self.sealed: dict[int, Entry] = {}
        self.accords: dict[int, Accord] = {}
        self.withdrawals: dict[int, Withdrawal] = {}
        self.searches: dict[int, Looked] = {}
        self.assessments: dict[int, Assessment] = {}
        self.evidence: dict[int, Evidence] = {}
        self.replies: dict[int, Reply] = {}
        self.joins: dict[int, Join] = {}
        self.part_of = self.pledge.part_of
        self.entries: dict[int, Entry] = {entry.number: entry}
        self.reversals: dict[int, int] = {}
        self.closed = False
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
                f"{self.subject} is not counted in {unit_label(unit)} but in "
                f"{', '.join(map(unit_label, self.measures))}: give "
                "the value in that unit; for another currency give --rate and --rate-source."
            )
        return self.measures[unit]

    def moves(self, counted_by: str | None = None) -> list[Movement]:
        """Give the movements that stand, in order of their entries; of one count, or all.

        Where the pledge says by whose count it is met, all are those of no other count.  What giver
        and receiver agreed is of every count.  Several counts are never added:
        :func:`zakuro.ledger.counting.amounts` gives those that make up the amounts.
        """
        whose = counted_by if counted_by is not None else self.pledge.counted_by
        return [
            movement
            for moved in self.movements.values()
            for movement in moved
            if whose is None or movement.released or movement.counted_by == whose
        ]

    def whose_count(self, act: Report | Confirmation, delivery: Delivery | None = None) -> str:
        """Give whose count an act is of: the one it names, its report's, or the pledge's own."""
        reported = delivery.counted_by if delivery else ""
        return act.counted_by or reported or self.pledge.counted_by or ""

    def parties(self) -> tuple[str, ...]:
        """Give all who promise or are promised something, each once."""
        return tuple(
            dict.fromkeys(p for debt in self.debts for p in (*debt.givers, *debt.receivers))
        )

    def terms_by_day(self) -> list[tuple[date, Term]]:
        """Give the terms set and agreed after the statement, each with the day it counts from."""
        found = [
            (counts_from(self.entries[number]), act.term)
            for number, act in self.terms.items()
            if number not in self.reversals
        ]
        for accord in self.accords.values():
            change = accord.proposal
            if accord.since is not None and change is not None and change.change == "prolong":
                last = change.until or accord.since
                found.append((accord.since, Term(end_date=last + timedelta(days=1))))
        return sorted(found, key=lambda one: one[0])

    def term(self, on: date | None = None) -> Term | None:
        """Give by when the pledge is due: what was set or agreed last up to a day, or was said."""
        term = self.pledge.term
        for since, later in self.terms_by_day():
            if on is None or since <= on:
                start = later.start_date or (term.start_date if term else None)
                term = msgspec.structs.replace(later, start_date=start)
        return term

    def ended(self, on: date | None = None) -> bool:
        """Say whether giver and receiver have agreed, up to a day, that the pledge ends."""
        return any(
            accord.since is not None
            and accord.proposal is not None
            and accord.proposal.change in {"end", "replace"}
            and (on is None or accord.since <= on)
            for accord in self.accords.values()
        )

    def told_by_receiver(self) -> bool:
        """Say whether the pledge is known only in the voice of those to whom it is owed."""
        standing = [j.told_by for n, j in self.joins.items() if n not in self.reversals]
        givers = {giver for debt in self.debts for giver in debt.givers}
        receivers = {receiver for debt in self.debts for receiver in debt.receivers}
        return all(
            voices and set(voices) <= receivers - givers
            for voices in (self.pledge.told_by, *standing)
        )


def day_of(entry: Entry) -> date:
    """Give the day (UTC) on which an entry was made."""
    return entry.time.astimezone(UTC).date()


def counts_from(entry: Entry) -> date:
    """Give the day from which a party's word on its pledge counts.

    That is the day on which it was filed, or, of published words, the day they came out.
    """
    filed = day_of(entry)
    published = (entry.body.get("source") or {}).get("published")
    if published is None or entry.author.basis in {"signed", "mandated"}:
        return filed
    return min(filed, date.fromisoformat(published))


def day_of_act(account: PledgeAccount, entry: Entry) -> date:
    """Give the day of what an entry says: of the delivery, the word, the agreement in force.

    What takes back or answers another entry is of that entry's day; what shows it too, but for
    what came out later; what the keepers decide about the pledge itself (joins, ties) of the day on
    which it was said.
    """
    body = entry.body
    if entry.kind == "report":
        return date.fromisoformat(body["on"])
    if entry.kind in {"confirmation", "dispute"}:
        own = date.fromisoformat(body["on"]) if body.get("on") else day_of(entry)
        delivery = account.deliveries.get(body.get("report") or 0)
        return max(own, delivery.on) if delivery else own
    if entry.kind == "agreement":
        for accord in account.accords.values():
            if accord.completed_by == entry.number and accord.since is not None:
                return accord.since
    if entry.kind in {"assessment", "looked"}:
        return date.fromisoformat(body["on" if entry.kind == "assessment" else "until"])
    if entry.kind in {"reversal", "evidence", "reply"} and body["entry"] in account.entries:
        beside = day_of_act(account, account.entries[body["entry"]])
        later = body.get("on") if entry.kind == "evidence" else None
        return max(beside, date.fromisoformat(later)) if later else beside
    if entry.kind in {"pledge", "join", "unjoin", "link"}:
        return account.pledge.said_on or day_of(account.opening)
    return counts_from(entry)
