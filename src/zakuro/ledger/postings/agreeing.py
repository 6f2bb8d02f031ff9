"""What changes a pledge: both sides agree, or the giver alone takes it back.

An agreement releases what is owed no more; a giver's withdrawal releases nothing.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from zakuro.ledger.account import ZERO, Accord, Movement, PledgeAccount, counts_from
from zakuro.ledger.arithmetic import measured, plain
from zakuro.ledger.counting import amounts
from zakuro.ledger.parties import EVERYONE
from zakuro.model.changes import Agreement, Withdrawal
from zakuro.model.entry import Entry
from zakuro.model.errors import RefusedError


def agree(account: PledgeAccount, entry: Entry, act: Agreement) -> None:
    """Enter one side's word that it proposes or accepts a change."""
    party = entry.author.party
    parties = account.parties()
    if EVERYONE in parties:
        raise RefusedError(
            f"{account.subject} names nobody to whom it is owed, so nobody can agree to change it; "
            f"its giver alone takes it back (`zakuro withdraw {account.subject}`)."
        )
    if party is None or party not in parties:
        raise RefusedError(
            f"Only giver and receiver of {account.subject} ({', '.join(parties)}) agree to change "
            f"it; {party or 'nobody'} cannot."
        )
    accord = _accord(account, entry, act)
    if party in accord.agreed:
        raise RefusedError(f"{party} has agreed to that already.")
    agreed = accord.agreed | {party: counts_from(entry)}
    if set(agreed) == set(parties):
        earlier = (a.since for a in account.accords.values() if a.since is not None)
        since = max(*agreed.values(), *earlier)
        if accord.proposal is not None:
            _check(account, accord.proposal)
            account.movements[entry.number] = _release(account, entry, accord.proposal, since)
        accord.since, accord.completed_by = since, entry.number
    accord.agreed = agreed
    if act.accepts is None or act.accepts not in account.accords:
        account.accords[entry.number if act.accepts is None else act.accepts] = accord


def _accord(account: PledgeAccount, entry: Entry, act: Agreement) -> Accord:
    """Give the accord that an act begins or joins."""
    if (act.accepts is None) == (act.change is None):
        raise RefusedError("Propose a change, or accept a proposal (--accept E-…): one of both.")
    if act.accepts is None:
        _check(account, act)
        return Accord(act)
    accord = account.accords.get(act.accepts)
    if accord is not None:
        if accord.since is not None:
            raise RefusedError(f"E-{act.accepts} is in force since {accord.since} already.")
        return accord
    milestone = account.entries.get(act.accepts)
    if act.accepts in account.milestones and act.accepts not in account.reversals and milestone:
        giver = milestone.author.party or ""
        return Accord(None, {giver: counts_from(milestone)})
    raise RefusedError(
        f"E-{act.accepts} proposes nothing for {account.subject} that stands: "
        f"`zakuro show {account.subject}` lists its entries."
    )


def _check(account: PledgeAccount, act: Agreement) -> None:
    """Refuse a change that says nothing, or of a pledge that has ended."""
    if account.ended():
        raise RefusedError(f"{account.subject} has ended by agreement.")
    if act.change == "reduce":
        _reduction(account, act)
    elif act.change == "prolong":
        term = account.term()
        if act.until is None:
            raise RefusedError("Say up to and on which day it is prolonged.")
        if term is not None and term.end_date is not None and act.until < term.end_date:
            raise RefusedError(
                f"{account.subject} is due before {term.end_date} already: prolong it to a later "
                "day."
            )
    elif act.change == "replace" and (act.by is None or act.by == account.subject):
        raise RefusedError("Say by which other pledge it is replaced.")


def _reduction(account: PledgeAccount, act: Agreement) -> None:
    if act.unit is None or act.value is None:
        raise RefusedError("Say to how much in all it is reduced.")
    measure = account.measure_of(act.unit)
    for index in range(len(account.debts)):
        owed = measure.value - released(account, index, act.unit)
        done = reported(account, index, act.unit)
        if not ZERO < act.value < owed:
            raise RefusedError(
                f"{account.subject} stands at {measured(owed, act.unit)}: reduce it to less, and "
                "above zero (an end is --end)."
            )
        if act.value < done:
            raise RefusedError(
                f"{measured(done, act.unit)} are reported already: {account.subject} cannot be "
                f"reduced to {plain(act.value)}."
            )


def released(account: PledgeAccount, debt: int, unit: str) -> Decimal:
    """Give what of a debt both sides agreed is owed no more."""
    return sum((m.released for m in account.moves() if (m.debt, m.unit) == (debt, unit)), ZERO)


def reduced(account: PledgeAccount, debt: int, unit: str, on: date) -> Decimal:
    """Give by how much a debt was reduced up to and on a day; its end does not count."""
    by = {
        a.completed_by
        for a in account.accords.values()
        if a.proposal and a.proposal.change == "reduce"
    }
    return sum(
        (
            m.released
            for number in by
            for m in account.movements.get(number or 0, ())
            if m.debt == debt and m.unit == unit and m.on <= on
        ),
        ZERO,
    )


def reported(account: PledgeAccount, debt: int, unit: str) -> Decimal:
    """Give what of a debt is reported in all."""
    return sum(
        (m.reported for m in amounts(account) if m.debt == debt and m.unit == unit),
        ZERO,
    )


def _release(
    account: PledgeAccount, entry: Entry, act: Agreement, since: date
) -> tuple[Movement, ...]:
    """Post what is owed no more; give the movements."""
    moved = []
    for index, debt in enumerate(account.debts):
        for unit, measure in account.measures.items():
            owed = measure.value - released(account, index, unit)
            if act.change == "reduce":
                rest = owed - act.value if act.value is not None and act.unit == unit else ZERO
            elif act.change in {"end", "replace"}:
                rest = max(ZERO, owed - reported(account, index, unit))
                _unallot(account, entry, index, unit)
            else:
                rest = ZERO
            if rest:
                account.post(
                    entry.number,
                    unit,
                    f"obligation:{debt.giver}",
                    f"receivable:{debt.receiver}",
                    rest,
                )
                moved.append(
                    Movement(
                        since, index, unit, released=rest, giver=debt.giver, receiver=debt.receiver
                    )
                )
    return tuple(moved)


def _unallot(account: PledgeAccount, entry: Entry, debt: int, unit: str) -> None:
    """Give back to the group what was allotted and never came."""
    for (index, counted, receiver), of in list(account.allotted.items()):
        if (index, counted) == (debt, unit):
            of.said = ZERO
            account.settle(entry.number, debt, unit, receiver)


def withdraw(account: PledgeAccount, entry: Entry, act: Withdrawal) -> None:
    """Enter that the giver takes its pledge back, for good or for now."""
    givers = tuple(dict.fromkeys(giver for debt in account.debts for giver in debt.givers))
    party = entry.author.party
    if party not in givers:
        raise RefusedError(
            f"Only a giver of {account.subject} ({', '.join(givers)}) can withdraw it; "
            f"{party or 'nobody'} cannot."
        )
    if not act.reason.strip():
        raise RefusedError("A withdrawal needs its reason: give --reason.")
    if act.until is not None and (not act.for_now or act.until < counts_from(entry)):
        raise RefusedError("--until is the last day of what rests --for-now: a day to come.")
    standing = [
        earlier
        for number, earlier in account.withdrawals.items()
        if number not in account.reversals and account.entries[number].author.party == party
    ]
    if any(not earlier.for_now for earlier in standing):
        raise RefusedError(f"{party} has withdrawn {account.subject} already.")
    account.withdrawals[entry.number] = act
