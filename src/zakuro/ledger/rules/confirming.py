"""What may be said of a report: no more than it says, not twice, and not before its day."""

from __future__ import annotations

from decimal import Decimal

from zakuro.ledger.account import ZERO, Delivery, PledgeAccount, day_of
from zakuro.ledger.arithmetic import measured, plain
from zakuro.model.acts import Confirmation, Dispute
from zakuro.model.entry import Entry
from zakuro.model.errors import RefusedError


def open_to(delivery: Delivery, party: str, *, disputed: bool) -> Decimal:
    """Give what of a report is left for a receiver to speak of.

    That is what nobody has confirmed or disputed; with ``disputed`` also what ``party`` itself has
    disputed, which it may confirm after all.
    """
    left = delivery.value - delivery.confirmed - delivery.disputed
    own = delivery.said[party].disputed if disputed and party in delivery.said else ZERO
    return max(ZERO, left + own)


def _spoken_of(account: PledgeAccount, entry: Entry, number: int) -> tuple[Delivery, str] | None:
    """Give the report that a receiver speaks of; None where the fold says why it cannot."""
    delivery, party = account.deliveries.get(number), entry.author.party
    if delivery is None or delivery.reversed_by is not None or party not in delivery.receivers:
        return None
    return delivery, party or ""


def confirm(account: PledgeAccount, entry: Entry, act: Confirmation) -> None:
    """Refuse a confirmation of more than is left of a report, or of a day before it."""
    found = _spoken_of(account, entry, act.report) if act.report is not None else None
    if found is None:
        return
    delivery, party = found
    _not_before(entry, act, delivery)
    left = open_to(delivery, party, disputed=True)
    if act.value > left:
        raise RefusedError(
            f"Of the {measured(delivery.value, delivery.unit)} that E-{act.report} reports, "
            f"{plain(left)} are left for {party} to confirm, not {plain(act.value)}. What arrived "
            f"beyond it, without a report, is `zakuro confirm {account.subject} --value …`."
        )


def dispute(account: PledgeAccount, entry: Entry, act: Dispute) -> None:
    """Refuse a dispute of more than is left of a report, or of a day before it."""
    found = _spoken_of(account, entry, act.report)
    if found is None:
        return
    delivery, party = found
    _not_before(entry, act, delivery)
    left = open_to(delivery, party, disputed=False)
    if act.value > left:
        raise RefusedError(
            f"Of the {measured(delivery.value, delivery.unit)} that E-{act.report} reports, "
            f"{plain(left)} are neither confirmed nor disputed, not {plain(act.value)}: take back "
            "what was said of it first."
        )


def _not_before(entry: Entry, act: Confirmation | Dispute, delivery: Delivery) -> None:
    on = act.on or day_of(entry)
    if on < delivery.on:
        raise RefusedError(
            f"E-{act.report} reports a delivery on {delivery.on}, and {on} is before it: nobody "
            "can speak of it yet."
        )
