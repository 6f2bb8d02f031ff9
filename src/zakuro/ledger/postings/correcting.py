"""Taking back: the reverse of an entry, by its author; both stay in the books.

What was taken back counts on no day: its movements go, and with those of a report what was
disputed of it.  Its postings stay, with their reverse.
"""

from __future__ import annotations

from collections.abc import Callable

from zakuro.ledger.account import ZERO, Moved, PledgeAccount
from zakuro.model.acts import Allotment, Reversal, body_as
from zakuro.model.changes import Agreement
from zakuro.model.entry import Entry
from zakuro.model.errors import RefusedError


def reverse(account: PledgeAccount, entry: Entry, act: Reversal) -> None:
    """Post the reverse of entry number ``act.entry``, as far as it still stands."""
    taken = account.entries.get(act.entry) or account.sealed.get(act.entry)
    if taken is None:
        raise RefusedError(
            f"E-{act.entry} is no entry of {account.subject}: `zakuro show {account.subject}` "
            "lists them."
        )
    if act.entry in account.reversals:
        raise RefusedError(
            f"E-{act.entry} was taken back already, by E-{account.reversals[act.entry]}."
        )
    if not act.reason.strip():
        raise RefusedError("A reversal needs its reason: give --reason.")
    undo = _UNDO.get(taken.kind)
    if undo is None:
        raise RefusedError(
            f"A {taken.kind} (E-{act.entry}) is not taken back; enter what is right."
        )
    if taken.kind == "pledge":
        if entry.author.party is not None:
            raise RefusedError(
                f"{account.subject} is not taken back by its giver: what was pledged was said."
            )
    elif _author(entry) != _author(taken):
        raise RefusedError(
            f"E-{act.entry} is the word of {taken.author.party or taken.author.filed_by}: only "
            "its author takes it back."
        )
    if account.sealed.pop(act.entry, None) is None:
        undo(account, entry, taken)
    account.reversals[act.entry] = entry.number


def _author(entry: Entry) -> str:
    """Give whose act an entry is: its party's, or, where no party speaks, the person's."""
    return entry.author.party or entry.author.filed_by


def _opening(account: PledgeAccount, entry: Entry, _: Entry) -> None:
    """Close an account that a reviewer opened by mistake."""
    standing = [n for n in (*account.deliveries, *account.moved) if n not in account.reversals]
    if standing:
        raise RefusedError(
            f"On {account.subject} stand the words of its parties (E-{standing[0]}): it cannot "
            "be closed as opened by mistake."
        )
    for (debt, unit, receiver), of in list(account.allotted.items()):
        of.said = of.reported = of.confirmed = ZERO
        account.settle(entry.number, debt, unit, receiver)
    account.post_opening(entry.number, -1)
    account.closed = True


def _report(account: PledgeAccount, entry: Entry, taken: Entry) -> None:
    """Take back a report: what is under way or disputed is owed again.

    What the receiver has confirmed stays its word: in transit then shows it as received without a
    report.
    """
    delivery = account.deliveries[taken.number]
    disputed = delivery.disputed
    obligation = f"obligation:{account.debts[delivery.debt].giver}"
    rest = delivery.value - disputed
    account.post(entry.number, delivery.unit, delivery.dispute, obligation, disputed)
    account.post(entry.number, delivery.unit, delivery.transit, obligation, rest)
    for said in delivery.said.values():
        said.disputed = ZERO
    delivery.reversed_by = entry.number
    account.allotted[delivery.debt, delivery.unit, delivery.receiver].reported -= delivery.value
    account.settle(entry.number, delivery.debt, delivery.unit, delivery.receiver)
    del account.movements[taken.number]
    for number, moved in account.moved.items():
        if moved.delivery == taken.number and number in account.movements:
            (movement,) = account.movements[number]
            account.movements[number] = (movement._replace(disputed=ZERO),)


def _allotment(account: PledgeAccount, entry: Entry, taken: Entry) -> None:
    act = body_as(taken, Allotment)
    debt = account.debt_of(taken.author.party, act.receiver)
    account.allotted[debt, act.unit, act.receiver].said -= act.value
    account.settle(entry.number, debt, act.unit, act.receiver)


def _confirmation(account: PledgeAccount, entry: Entry, taken: Entry) -> None:
    """Take back a confirmation: it is under way again, and disputed again what it had ended."""
    moved = account.moved[taken.number]
    delivery = account.deliveries[moved.delivery] if moved.delivery is not None else None
    receiver = delivery.receiver if delivery else moved.party
    transit = delivery.transit if delivery else f"in-transit:{moved.giver}→{moved.party}"
    again = ZERO
    if delivery is not None:
        said = delivery.said[moved.party]
        said.confirmed -= moved.value
        if delivery.reversed_by is None:
            again = moved.from_disputed
            said.disputed += again
            account.post(
                entry.number, moved.unit, f"receivable:{receiver}", delivery.dispute, again
            )
    account.post(entry.number, moved.unit, f"receivable:{receiver}", transit, moved.value - again)
    account.allotted[moved.debt, moved.unit, receiver].confirmed -= moved.value
    account.settle(entry.number, moved.debt, moved.unit, receiver)
    del account.movements[taken.number]


def _dispute(account: PledgeAccount, entry: Entry, taken: Entry) -> None:
    """Take back a dispute: what of it has not ended otherwise is under way again."""
    moved: Moved = account.moved[taken.number]
    delivery = account.deliveries[moved.delivery or 0]
    said = delivery.said[moved.party]
    left = min(moved.value, said.disputed)
    if left == 0:
        raise RefusedError(f"The dispute E-{taken.number} has ended already; nothing of it stands.")
    said.disputed -= left
    account.post(entry.number, moved.unit, delivery.dispute, delivery.transit, left)
    (movement,) = account.movements[taken.number]
    account.movements[taken.number] = (movement._replace(disputed=movement.disputed - left),)


def _agreement(account: PledgeAccount, _: Entry, taken: Entry) -> None:
    """Take back one side's word before the others have agreed."""
    named = body_as(taken, Agreement).accepts
    accord = account.accords[taken.number if named is None else named]
    if accord.since is not None:
        raise RefusedError(
            f"E-{taken.number} is agreed by all sides since {accord.since}: they agree anew "
            f"(`zakuro agree {account.subject} …`)."
        )
    if named is None:
        del account.accords[taken.number]
    else:
        del accord.agreed[taken.author.party or ""]


def _mark(_account: PledgeAccount, _entry: Entry, _taken: Entry) -> None:
    """Take back what has no postings: it is marked as taken back, and counts no more."""


_UNDO: dict[str, Callable[[PledgeAccount, Entry, Entry], None]] = {
    "pledge": _opening,
    "report": _report,
    "allotment": _allotment,
    "confirmation": _confirmation,
    "dispute": _dispute,
    "milestone": _mark,
    "term": _mark,
    "agreement": _agreement,
    "pledge-withdrawal": _mark,
    "looked": _mark,
    "assessment": _mark,
    "evidence": _mark,
    "reply": _mark,
    "acknowledgement": _mark,
}
