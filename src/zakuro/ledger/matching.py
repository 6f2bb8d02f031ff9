"""Results said later, held against open pledges: by parties, thing, unit, value and time alone.

Nothing here looks at words, so a result in one language can meet a pledge in another.  Each sign
agrees, is silent, or speaks against; one sign against is enough to drop a pledge.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal, NamedTuple

import msgspec

from zakuro.ledger.account import PledgeAccount
from zakuro.ledger.arithmetic import measured
from zakuro.ledger.parties import EVERYONE, Groups, expand, spoken_by
from zakuro.ledger.postings.opening import is_scope
from zakuro.model.acts import Measure, Pledge, Term
from zakuro.model.statement import Quantity, Statement
from zakuro.model.vocabulary import fields_of, kin_acts, kin_objects, kin_units, shared_fields

Role = Literal["report", "confirmation", "evidence"]

AFTER_THE_END = timedelta(days=365)
"""How long after its end a result may still be one of a pledge."""

TOO_MUCH = 2
"""A result above so many times what was pledged speaks of something larger."""

ENOUGH = 6
"""The weight of the signs that a match needs."""


class Match(NamedTuple):
    """A result that may be one of a pledge, offered for review; nothing is posted by it.

    ``role`` is what it would be: the giver's report, a receiver's confirmation, or, where neither
    of them said it, evidence.  ``unit`` and ``value`` are absent where the result has no figure in
    the pledge's unit; ``needs_rate`` where it has one in another currency.
    """

    pledge: str
    role: Role
    party: str | None
    receiver: str | None
    unit: str | None
    value: Decimal | None
    needs_rate: bool
    on: date | None
    weight: int
    why: tuple[str, ...]


class _Against(Exception):  # noqa: N818 - not an error: a sign that drops a pledge
    """A sign that speaks against a pledge."""


def best_match(
    statement: Statement,
    accounts: Iterable[PledgeAccount],
    groups: Groups,
    published: date | None,
    by: tuple[str, ...] = (),
) -> Match | None:
    """Give the pledge that a result fits best; None where none fits, or two fit alike.

    ``by`` are the parties whose text it stands in: of what nobody is said to have done, and nobody
    is quoted on, a ministry tells for its own side.
    """
    weighed = (weigh(statement, account, groups, published, by) for account in accounts)
    found = sorted(
        (match for match in weighed if match is not None),
        key=lambda match: -match.weight,
    )
    if not found or (len(found) > 1 and found[0].weight == found[1].weight):
        return None
    return found[0]


def weigh(
    statement: Statement,
    account: PledgeAccount,
    groups: Groups,
    published: date | None,
    by: tuple[str, ...] = (),
) -> Match | None:
    """Hold one result against one pledge; None if a sign is against it, or too few for it."""
    if statement.kind != "result" or account.closed:
        return None
    why: list[str] = []
    try:
        parties = _parties(statement, account, groups, why, by)
        thing = _thing(statement, account, why)
        figure, amount = _figure(statement, account, why)
        time = _time(statement, account, published, why)
    except _Against:
        return None
    topics = shared_fields(statement.topics, account.pledge.topics)
    if topics:
        why.append(f"topic {', '.join(sorted(topics))}")
    elif fields_of(statement.topics) and fields_of(account.pledge.topics) and not amount:
        return None
    if not parties or not (thing or amount):
        return None
    weight = parties + thing + amount + time + bool(topics)
    if weight < ENOUGH:
        return None
    role, party = _role(statement, account)
    receivers = [r for r in expand(statement.receivers, groups) if r in _receivers(account)]
    return Match(
        pledge=account.subject,
        role=role,
        party=party,
        receiver=receivers[0] if len(receivers) == 1 else None,
        unit=figure.unit if figure else None,
        value=figure.value if figure else None,
        needs_rate=figure is not None and figure.unit not in account.measures,
        on=_day(statement, published),
        weight=weight,
        why=tuple(why),
    )


def _givers(account: PledgeAccount) -> set[str]:
    return {giver for debt in account.debts for giver in debt.givers}


def _receivers(account: PledgeAccount) -> set[str]:
    return {receiver for debt in account.debts for receiver in debt.receivers}


def _parties(
    statement: Statement,
    account: PledgeAccount,
    groups: Groups,
    why: list[str],
    whose: tuple[str, ...],
) -> int:
    """Weigh giver and receiver: two for each that agrees."""
    givers, receivers = _givers(account), _receivers(account)
    said_by = set(spoken_by(statement) or whose)
    weight = 0
    from_ = set(expand(statement.givers, groups))
    # Who speaks of what was done without saying by whom speaks of its own side.
    by = from_ or (said_by & givers)
    if by:
        if not by & givers:
            raise _Against
        why.append(f"giver {', '.join(sorted(by & givers))}")
        weight += 2
    to = set(expand(statement.receivers, groups)) or (said_by & receivers - by)
    if to and EVERYONE not in receivers:
        if not to & receivers:
            raise _Against
        why.append(f"receiver {', '.join(sorted(to & receivers))}")
        weight += 2
    among = set(expand(statement.parties, groups))
    if among and not by and not to:
        if not among & givers or not among & (receivers | {EVERYONE}):
            raise _Against
        why.append(f"between {', '.join(sorted(among & (givers | receivers)))}")
        weight += 2
    return weight


def _thing(statement: Statement, account: PledgeAccount, why: list[str]) -> int:
    """Weigh what was promised: the object, or without one the act."""
    pledge = account.pledge
    if pledge.object is not None and statement.object is not None:
        owed, done = _things(pledge), _things(statement)
        shared = [one for one in owed if any(kin_objects(one, other) for other in done)]
        if not shared:
            raise _Against
        why.append(", ".join(shared))
        return 3
    if pledge.object is None and statement.object is None and pledge.act is not None:
        if statement.act is None:
            return 0
        if not kin_acts(statement.act, pledge.act):
            raise _Against
        if shared_fields(statement.topics, pledge.topics):
            why.append(f"act {pledge.act}")
            return 2
    return 0


def _things(named: Pledge | Statement) -> tuple[str, ...]:
    """Give all that something is about: its object, or the several of which it is the head."""
    return named.objects or ((named.object,) if named.object else ())


def _figure(
    statement: Statement, account: PledgeAccount, why: list[str]
) -> tuple[Quantity | None, int]:
    """Weigh the amounts: an equivalent counts where it is the one in the pledge's unit."""
    said = [
        quantity
        for quantity in statement.quantities
        if quantity.value is not None
        and not is_scope(quantity, statement.object)
        and (quantity.change is None or _changes(account, quantity))
    ]
    for quantity in said:
        measure = _measure_for(account, quantity.unit)
        if measure is None or quantity.value is None:
            continue
        most = measure.high if measure.high is not None else measure.value
        if quantity.value > most * TOO_MUCH:
            raise _Against
        why.append(measured(quantity.value, quantity.unit))
        return msgspec.structs.replace(quantity, unit=measure.unit), 3
    if not said:
        return None, 0
    stated = [m for m in account.measures.values() if m.rule == "stated"]
    currencies = [q for q in said if is_currency(q.unit)]
    if currencies and any(is_currency(measure.unit) for measure in stated):
        why.append(f"{currencies[0].unit} (needs a rate)")
        return currencies[0], 0
    if stated:
        raise _Against
    return None, 0


def _measure_for(account: PledgeAccount, unit: str) -> Measure | None:
    """Give the measure whose unit this is, or else one of which it can be an amount too."""
    kin = (m for own, m in account.measures.items() if kin_units(own, unit))
    return account.measures.get(unit) or next(kin, None)


def _changes(account: PledgeAccount, quantity: Quantity) -> bool:
    measure = _measure_for(account, quantity.unit)
    return measure is not None and measure.change == quantity.change


def is_currency(unit: str) -> bool:
    """Say whether a unit is written as a currency's code."""
    return len(unit) == 3 and unit.isalpha() and unit.isupper()


def _day(statement: Statement, published: date | None) -> date | None:
    """Give the day by which the result had happened, as far as one knows."""
    period = statement.period
    if period is None or period.end_date is None:
        return published
    last = period.end_date - timedelta(days=1)
    return min(last, published) if published is not None else last


def _time(
    statement: Statement, account: PledgeAccount, published: date | None, why: list[str]
) -> int:
    """Weigh when it happened: after it was pledged, and not long past its end."""
    said, term = account.pledge.said_on, account.term() or Term()
    period = statement.period
    start = period.start_date if period else None
    end = _day(statement, published)
    if said is not None and end is not None and end < said:
        raise _Against
    over = term.end_date
    first = start if start is not None else end
    if over is not None and first is not None and first >= over + AFTER_THE_END:
        raise _Against
    named_year = period is not None and start is not None
    begins = max((day for day in (said, term.start_date) if day is not None), default=None)
    if named_year and end is not None and begins is not None and end < begins:
        raise _Against
    inside = first is not None and (over is None or first < over)
    if inside and over is not None:
        why.append(f"within {term.edtf or term.end_date}")
    return int(inside)


def _role(statement: Statement, account: PledgeAccount) -> tuple[Role, str | None]:
    """Give whose word the result is, and so what it can be."""
    for party in spoken_by(statement):
        if party in _givers(account):
            return "report", party
        if party in _receivers(account):
            return "confirmation", party
    return "evidence", None
