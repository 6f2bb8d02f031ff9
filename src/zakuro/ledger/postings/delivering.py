"""The acts between giver and receiver: allot, report, confirm, dispute."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from zakuro.ledger.account import (
    ZERO,
    Delivery,
    Moved,
    Movement,
    PledgeAccount,
    day_of,
)
from zakuro.ledger.arithmetic import in_units, measured, plain
from zakuro.model.acts import Allotment, Confirmation, Dispute, Report
from zakuro.model.entry import Entry
from zakuro.model.errors import RefusedError


def _positive(value: Decimal, what: str) -> None:
    if not value.is_finite() or value <= 0:
        raise RefusedError(f"{what} of {value} says nothing: give a value above zero.")


def _past(on: date | None, entry: Entry) -> date:
    """Give the day an act speaks of; the earth turns, so the next day has begun somewhere."""
    if on is None:
        return day_of(entry)
    if on > day_of(entry) + timedelta(days=1):
        raise RefusedError(f"{on} has not come yet: what has not happened cannot be reported.")
    return on


def allot(account: PledgeAccount, entry: Entry, act: Allotment) -> None:
    """Divide what is owed to a group: ``value`` of it is the receiver's."""
    _positive(act.value, "An allotment")
    debt = account.debt_of(entry.author.party, act.receiver)
    measure, owed = account.measure_of(act.unit), account.debts[debt]
    if not owed.to_group or act.receiver == owed.receiver:
        raise RefusedError(
            f"{account.subject} is owed to {owed.receiver} alone; there is nothing to allot."
        )
    said = [of.said for key, of in account.allotted.items() if key[:2] == (debt, act.unit)]
    left = measure.value - sum(said, ZERO)
    if act.value > left and measure.high is None and measure.bound not in ("at-least", "more-than"):
        raise RefusedError(
            f"Of {measured(measure.value, act.unit)} in {account.subject}, {plain(left)} are left "
            f"to allot, not {plain(act.value)}."
        )
    account.allotted[debt, act.unit, act.receiver].said += act.value
    account.settle(entry.number, debt, act.unit, act.receiver)


def report(account: PledgeAccount, entry: Entry, act: Report) -> None:
    """Enter the giver's word that it has delivered."""
    _positive(act.value, "A report")
    debt = account.debt_of(entry.author.party, act.receiver)
    account.measure_of(act.unit)
    on = _past(act.on, entry)
    if act.rate is not None and act.value not in (
        in_units(act.rate.value, act.rate.rate),
        act.rate.value * act.rate.rate,
    ):
        raise RefusedError(
            f"{plain(act.rate.value)} {act.rate.unit} at {act.rate.rate:f} is "
            f"{plain(in_units(act.rate.value, act.rate.rate))} {act.unit}, not {plain(act.value)}."
        )
    owed = account.debts[debt]
    to_group = act.receiver == owed.receiver and owed.to_group
    delivery = Delivery(
        entry=entry.number,
        debt=debt,
        giver=entry.author.party or owed.giver,
        receiver=act.receiver,
        receivers=owed.receivers if to_group else (act.receiver,),
        unit=act.unit,
        value=act.value,
        on=on,
        basis=entry.author.basis,
        counted_by=account.whose_count(act),
    )
    account.deliveries[entry.number] = delivery
    account.post(entry.number, act.unit, f"obligation:{owed.giver}", delivery.transit, act.value)
    account.allotted[debt, act.unit, act.receiver].reported += act.value
    account.settle(entry.number, debt, act.unit, act.receiver)
    account.movements[entry.number] = (
        Movement(
            on,
            debt,
            act.unit,
            reported=act.value,
            giver=delivery.giver,
            receiver=act.receiver,
            counted_by=delivery.counted_by,
            entry=entry.number,
        ),
    )


def _delivery(account: PledgeAccount, number: int, party: str | None, verb: str) -> Delivery:
    """Give the delivery that a receiver speaks of, or refuse."""
    delivery = account.deliveries.get(number)
    if delivery is None:
        raise RefusedError(
            f"E-{number} is no report on {account.subject}: there is nothing to {verb}; "
            f"`zakuro show {account.subject}` lists them."
        )
    if delivery.reversed_by is not None:
        raise RefusedError(
            f"E-{number} was taken back by E-{delivery.reversed_by}: there is nothing to {verb}."
        )
    if party not in delivery.receivers:
        raise RefusedError(
            f"Only {', '.join(delivery.receivers)}, who received it, can {verb} E-{number}; "
            f"{party or 'nobody'} cannot."
        )
    if party == delivery.giver:
        raise RefusedError(
            f"{party} reported E-{number} itself: another of {', '.join(delivery.receivers)} can "
            f"{verb} it."
        )
    return delivery


def confirm(account: PledgeAccount, entry: Entry, act: Confirmation) -> None:
    """Enter the receiver's word that it has arrived; older books may hold more than its report."""
    _positive(act.value, "A confirmation")
    if act.report is None:
        _receive(account, entry, act)
        return
    party = entry.author.party or ""
    delivery = _delivery(account, act.report, party, "confirm")
    on = max(_past(act.on, entry), delivery.on)
    said = delivery.said[party]
    undisputed = max(ZERO, delivery.share(party) - said.confirmed - said.disputed)
    ended = min(said.disputed, max(ZERO, act.value - undisputed))
    said.confirmed += act.value
    said.disputed -= ended
    receivable = f"receivable:{delivery.receiver}"
    account.post(entry.number, delivery.unit, delivery.dispute, receivable, ended)
    account.post(entry.number, delivery.unit, delivery.transit, receivable, act.value - ended)
    _moved(
        account,
        entry,
        Moved(act.report, party, delivery.giver, delivery.debt, delivery.unit, act.value, ended),
        Movement(
            on,
            delivery.debt,
            delivery.unit,
            confirmed=act.value,
            disputed=-ended,
            counted_by=account.whose_count(act, delivery),
        ),
        delivery.receiver,
    )


def _receive(account: PledgeAccount, entry: Entry, act: Confirmation) -> None:
    """Enter what the receiver says it got before the giver has reported it."""
    party = entry.author.party or ""
    givers = [
        g for debt in account.debts for g in debt.givers if party in debt.receivers and g != party
    ]
    if not givers:
        raise RefusedError(
            f"{party or 'nobody'} is no receiver of {account.subject}: it cannot confirm."
        )
    if act.giver is None and len(set(givers)) > 1:
        raise RefusedError(
            f"{account.subject} is owed by {', '.join(givers)}: say which gave it, or confirm a "
            "report (E-…)."
        )
    if act.unit is None:
        raise RefusedError(f"Say in which unit {account.subject} was received.")
    giver = act.giver or givers[0]
    debt = account.debt_of(giver, party)
    account.measure_of(act.unit)
    on = _past(act.on, entry)
    account.post(
        entry.number, act.unit, f"in-transit:{giver}→{party}", f"receivable:{party}", act.value
    )
    _moved(
        account,
        entry,
        Moved(None, party, giver, debt, act.unit, act.value),
        Movement(on, debt, act.unit, confirmed=act.value, counted_by=account.whose_count(act)),
        party,
    )


def _moved(
    account: PledgeAccount, entry: Entry, moved: Moved, movement: Movement, receiver: str
) -> None:
    account.moved[entry.number] = moved
    account.movements[entry.number] = (
        movement._replace(giver=moved.giver, receiver=receiver, entry=entry.number),
    )
    account.allotted[moved.debt, moved.unit, receiver].confirmed += moved.value
    account.settle(entry.number, moved.debt, moved.unit, receiver)


def dispute(account: PledgeAccount, entry: Entry, act: Dispute) -> None:
    """Enter the receiver's word that what was reported has not arrived so."""
    _positive(act.value, "A dispute")
    if not act.reason.strip():
        raise RefusedError("A dispute needs its reason: give --reason.")
    party = entry.author.party or ""
    delivery = _delivery(account, act.report, party, "dispute")
    said = delivery.said[party]
    on = max(_past(act.on, entry), delivery.on)
    said.disputed += act.value
    account.post(entry.number, delivery.unit, delivery.transit, delivery.dispute, act.value)
    account.moved[entry.number] = Moved(
        act.report, party, delivery.giver, delivery.debt, delivery.unit, act.value
    )
    account.movements[entry.number] = (
        Movement(
            on,
            delivery.debt,
            delivery.unit,
            disputed=act.value,
            giver=delivery.giver,
            receiver=delivery.receiver,
            counted_by=delivery.counted_by,
            entry=entry.number,
        ),
    )
