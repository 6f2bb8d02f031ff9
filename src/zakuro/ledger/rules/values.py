"""What an amount may be: finite, within bounds, whole where things are counted."""

from __future__ import annotations

from decimal import Decimal

from babel.numbers import list_currencies

from zakuro.ledger.account import PledgeAccount
from zakuro.ledger.arithmetic import PLACES, measured, plain
from zakuro.ledger.parties import EVERYONE
from zakuro.model.acts import (
    Allotment,
    Confirmation,
    Dispute,
    Measure,
    Milestone,
    Pledge,
    Report,
)
from zakuro.model.changes import Agreement
from zakuro.model.entry import Entry
from zakuro.model.errors import RefusedError
from zakuro.model.vocabulary import unit_label

MOST = Decimal("1e18")
"""The largest amount that the books take: a billion billions."""

RATE_PLACES = 12
"""How many decimal places a rate has at most."""


def bounded(value: Decimal, what: str, places: int = PLACES) -> None:
    """Refuse what is no amount: without end, too large, or of too many places."""
    if not value.is_finite():
        raise RefusedError(f"{what} of {value} is no amount: give a number.")
    if value.copy_abs().compare(MOST) > 0:
        raise RefusedError(
            f"{what} of {value:.3E} is more than these books take ({plain(MOST)}): give it in a "
            "larger unit, or look whether a digit slipped in."
        )
    exponent = value.normalize().as_tuple().exponent
    if isinstance(exponent, int) and exponent < -places and value != 0:
        raise RefusedError(
            f"{what} of {value} has more than {places} decimal places: round it, or give it in a "
            "smaller unit."
        )


def counts(measure: Measure) -> bool:
    """Say whether a measure counts whole things: its unit is a count and so is what is owed."""
    return measure.unit.startswith("{") and measure.value == measure.value.to_integral_value()


def amount(
    account: PledgeAccount, _: Entry, act: Allotment | Confirmation | Dispute | Milestone | Report
) -> None:
    """Refuse an amount out of bounds, and a part of a thing that is counted whole."""
    what = type(act).__name__
    bounded(act.value, f"A {what.lower()}" if what != "Allotment" else "An allotment")
    if isinstance(act, Report):
        _rate(act)
    unit = _unit(account, act)
    measure = account.measures.get(unit or "")
    if measure is not None and not _is_share(account, act):
        _whole(account, measure, act.value)


def _whole(account: PledgeAccount, measure: Measure, value: Decimal) -> None:
    """Refuse a part of a thing that is counted whole."""
    if counts(measure) and value != value.to_integral_value():
        raise RefusedError(
            f"{account.subject} counts {unit_label(measure.unit)} whole, and {plain(value)} is "
            "not: give a whole number."
        )


def _unit(
    account: PledgeAccount, act: Allotment | Confirmation | Dispute | Milestone | Report
) -> str | None:
    """Give the unit of an act; of what is said of a report, the report's."""
    if isinstance(act, Allotment | Milestone | Report):
        return act.unit
    delivery = account.deliveries.get(act.report) if act.report is not None else None
    if delivery is not None:
        return delivery.unit
    return act.unit if isinstance(act, Confirmation) else None


def _is_share(account: PledgeAccount, act: object) -> bool:
    """Say whether an act speaks of a group's delivery, of which a member may have a part."""
    if not isinstance(act, Confirmation | Dispute) or act.report is None:
        return False
    delivery = account.deliveries.get(act.report)
    return delivery is not None and len(delivery.receivers) > 1


def _rate(act: Report) -> None:
    if act.rate is None:
        return
    for unit in (act.unit, act.rate.unit):
        if unit not in list_currencies():
            raise RefusedError(
                f"{unit} is no currency: a rate is between two codes of ISO 4217, such as USD and "
                "CNY."
            )
    bounded(act.rate.value, "An amount")
    bounded(act.rate.rate, "A rate", RATE_PLACES)
    if act.rate.rate <= 0 or act.rate.value <= 0:
        raise RefusedError("A rate and its amount are above zero.")


def agreement(account: PledgeAccount, _: Entry, act: Agreement) -> None:
    """Refuse an agreement on an amount out of bounds."""
    if act.value is None:
        return
    bounded(act.value, "An agreement")
    measure = account.measures.get(act.unit or "")
    if measure is not None:
        _whole(account, measure, act.value)


def measures(_: PledgeAccount, __: Entry, act: Pledge) -> None:
    """Refuse a pledge whose amounts are out of bounds."""
    for measure in act.measures:
        for value in (measure.value, measure.low, measure.high):
            if value is not None:
                bounded(value, f"A pledge in {unit_label(measure.unit)}")


def fits_in(part: PledgeAccount, whole: PledgeAccount) -> None:
    """Refuse to tie a pledge to one that cannot count its amounts: other units or sides, smaller.

    What has no stated figure may be part of anything: no total loses it.
    """
    for unit, measure in part.measures.items():
        if measure.rule in {"act", "single"}:
            continue
        above = whole.measures.get(unit)
        if above is None:
            raise RefusedError(
                f"{part.subject} counts {unit_label(unit)}, {whole.subject} "
                f"{', '.join(map(unit_label, whole.measures))}: a "
                "part is in the unit of its whole, or its amount would vanish from the totals."
            )
        _same_sides(part, whole)
        most = max(above.value, above.high or above.value)
        open_above = above.bound in {"at-least", "more-than", "about"}
        if measure.value > most and not open_above:
            raise RefusedError(
                f"{part.subject} ({measured(measure.value, unit)}) is larger than {whole.subject} "
                f"({measured(most, unit)}): it cannot be a part of it."
            )


def _same_sides(part: PledgeAccount, whole: PledgeAccount) -> None:
    """Refuse a part that another gives, or that others get, than what is said to count it."""
    for side in ("givers", "receivers"):
        own, theirs = (
            dict.fromkeys(code for debt in account.debts for code in getattr(debt, side))
            for account in (part, whole)
        )
        if not own.keys() & theirs.keys() and EVERYONE not in {*own, *theirs}:
            raise RefusedError(
                f"{part.subject} and {whole.subject} have no {side[:-1]} in common "
                f"({', '.join(own)}; {', '.join(theirs)}): what one counts is no part of the other."
            )
