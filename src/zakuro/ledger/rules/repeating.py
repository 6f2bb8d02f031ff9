"""No delivery is counted twice: one told again, and words that carry a posting already."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from zakuro.ledger.account import PledgeAccount, day_of
from zakuro.ledger.arithmetic import measured
from zakuro.ledger.rules.confirming import open_to
from zakuro.model.acts import Confirmation, Report, act_of
from zakuro.model.entry import Entry
from zakuro.model.errors import RefusedError
from zakuro.model.source import Source

TOLD_WITHIN = 31
"""Days within which two equal deliveries may be one that was told twice."""


def told_before(
    account: PledgeAccount,
    kind: str,
    party: str | None,
    *,
    receiver: str | None,
    unit: str,
    value: Decimal,
    on: date,
) -> int | None:
    """Give the standing report or confirmation of a party that may be the same one, told before.

    The same kind by the same party, of the same value, unit and receiver, within a month.
    """
    for number, entry in account.entries.items():
        if entry.kind != kind or entry.author.party != party or number in account.reversals:
            continue
        if _same_delivery(account, entry, receiver, unit, value, on):
            return number
    return None


def _same_delivery(
    account: PledgeAccount,
    entry: Entry,
    receiver: str | None,
    unit: str,
    value: Decimal,
    on: date,
) -> bool:
    act = act_of(entry)
    if isinstance(act, Report):
        same, day = act.receiver == receiver and act.unit == unit, act.on
    elif isinstance(act, Confirmation):
        moved = account.moved[entry.number]
        same, day = moved.unit == unit, act.on or day_of(entry)
    else:
        return False
    return same and act.value == value and abs((day - on).days) <= TOLD_WITHIN


def once(account: PledgeAccount, entry: Entry, act: Report | Confirmation) -> None:
    """Words carry one posting in a pledge, and an equal delivery is entered only as another one."""
    if act.again:
        return
    if isinstance(act, Confirmation):
        _received_once(account, entry, act)
    for number, other in account.entries.items():
        if other.kind != entry.kind or number in account.reversals:
            continue
        source = getattr(act_of(other), "source", None)
        if act.source is not None and source is not None and _overlap(act.source, source):
            raise RefusedError(
                f"The words {act.source.statement or act.source.document} carry E-{number} "
                "already: if they tell of two deliveries, say so (--again)."
            )
    if isinstance(act, Report):
        told = told_before(
            account,
            "report",
            entry.author.party,
            receiver=act.receiver,
            unit=act.unit,
            value=act.value,
            on=act.on,
        )
    elif act.report is None:
        told = told_before(
            account,
            "confirmation",
            entry.author.party,
            receiver=None,
            unit=act.unit or "",
            value=act.value,
            on=act.on or day_of(entry),
        )
    else:
        return
    if told is not None:
        raise RefusedError(
            f"E-{told} tells of the same {measured(act.value, act.unit or '')}, within a month: "
            "if this is another delivery, say so (--again); if it is the same, `zakuro evidence "
            f"E-{told} …` lays what tells of it beside it."
        )


def _received_once(account: PledgeAccount, entry: Entry, act: Confirmation) -> None:
    """What a receiver had from one delivery it says once: of its report, or without any."""
    party, on = entry.author.party or "", act.on or day_of(entry)
    if act.report is None:
        for number, delivery in account.deliveries.items():
            if (
                delivery.reversed_by is None
                and delivery.receivers == (party,)
                and act.giver in {None, delivery.giver}
                and (delivery.unit, delivery.value) == (act.unit, act.value)
                and not delivery.counted_by
                and abs((delivery.on - on).days) <= TOLD_WITHIN
                and open_to(delivery, party, disputed=True) == act.value
            ):
                raise RefusedError(
                    f"E-{number} reports the same {measured(act.value, delivery.unit)}, within a "
                    f"month: confirm that (`zakuro confirm E-{number} --by {party}`). If this is "
                    "another delivery, say so (--again)."
                )
        return
    told = account.deliveries.get(act.report)
    if told is None:
        return  # the fold says that it is no report
    for number, moved in account.moved.items():
        if number in account.reversals or moved.delivery is not None:
            continue
        said = account.movements[number][0].on
        if (
            (moved.party, moved.giver) == (party, told.giver)
            and (moved.unit, moved.value) == (told.unit, act.value)
            and abs((said - told.on).days) <= TOLD_WITHIN
        ):
            raise RefusedError(
                f"In E-{number} {party} said that it received the same "
                f"{measured(act.value, moved.unit)}, within a month: if that is what "
                f"E-{act.report} reports, take E-{number} back first (`zakuro reverse E-{number} "
                f"--by {party}`), then confirm. If it is another delivery, say so (--again)."
            )


def _overlap(one: Source, other: Source) -> bool:
    return one.document == other.document and one.start < other.end and other.start < one.end
