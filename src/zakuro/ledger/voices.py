"""Whose voice a word comes in: its party's own, or a publisher's of another side.

What neither giver nor receiver says is independent evidence: a column of its own beside what is
reported and what is confirmed, never added to them.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from zakuro.ledger.account import PledgeAccount, day_of
from zakuro.ledger.parties import expand
from zakuro.model.acts import Evidence
from zakuro.model.source import Publisher


def parties(account: PledgeAccount) -> tuple[str, ...]:
    """Give all who promise or are promised something, each once."""
    return account.parties()


def through_another(
    account: PledgeAccount, party: str | None, publisher: Publisher | None
) -> str | None:
    """Say through which other side of the pledge a word comes; None for its own or a neutral one.

    A receiver quoted by the giver's agency is shown as that.
    """
    if party is None or publisher is None or publisher.state is None:
        return None
    if publisher.ownership not in ("government", "state agency"):
        return None
    own = expand((party,), account.pledge.groups)
    if publisher.state in own or publisher.state not in parties(account):
        return None
    givers = {giver for debt in account.debts for giver in debt.givers}
    side = "giver" if publisher.state in givers else "receiver"
    return f"{party} as told by {publisher.name}, {publisher.ownership} of the {side} " + (
        publisher.state
    )


def is_independent(account: PledgeAccount, publisher: Publisher | None) -> bool:
    """Say whether a publisher is known, and neither of nor against any party of the pledge."""
    return (
        publisher is not None
        and publisher.ownership != "unknown"
        and (publisher.state is None or publisher.state not in parties(account))
    )


def independent(account: PledgeAccount, on: date | None = None) -> dict[int, Evidence]:
    """Give the independent evidence that stands, by the number of its entry; up to a day, or all.

    It is of the day that it names, else of the day on which it was entered.
    """
    return {
        number: found
        for number, found in account.evidence.items()
        if number not in account.reversals
        and is_independent(account, found.publisher)
        and (on is None or day_found(account, number) <= on)
    }


def day_found(account: PledgeAccount, number: int) -> date:
    """Give the day of a piece of evidence, by the number of its entry."""
    return account.evidence[number].on or day_of(account.entries[number])


def found(account: PledgeAccount, unit: str, on: date | None = None) -> tuple[Decimal, ...]:
    """Give the figures in a unit that independent evidence found up to a day, one of each finder.

    A later figure of the same finder replaces its earlier one; another's stands beside it.
    """
    last: dict[str, Decimal] = {}
    for evidence in independent(account, on).values():
        if evidence.value is not None and evidence.unit == unit and evidence.publisher is not None:
            last[evidence.publisher.name] = evidence.value
    return tuple(last.values())
