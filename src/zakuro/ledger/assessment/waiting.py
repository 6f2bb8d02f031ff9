"""What of a pledge waits for a party's word: reports not answered, disputes, changes proposed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from zakuro.ledger.account import ZERO, Delivery, PledgeAccount
from zakuro.ledger.arithmetic import exact

What = Literal["unanswered", "disputed", "proposed"]


class Open(NamedTuple):
    """What waits for each of ``parties`` in an account; as one they are called ``party``.

    ``entry`` is the report, or the change proposed; ``other`` whose word it is that waits, or who
    disputes it (``KAZ+UZB``); ``value`` of ``unit`` what of a report is open (of a change nothing);
    ``since`` the day reported, or proposed.
    """

    entry: int
    what: What
    party: str
    parties: tuple[str, ...]
    other: str
    value: Decimal
    unit: str
    since: date


@exact
def waits(account: PledgeAccount, on: date) -> list[Open]:
    """Give what waits in one account on a day, by the words that count by then.

    Of how something stands by somebody's count nobody is asked whether it arrived.
    """
    if account.closed:
        return []
    said = _said(account, on)
    standing = (d for d in account.deliveries.values() if d.reversed_by is None and d.on <= on)
    found = [each for delivery in standing for each in _of_report(account, delivery, said)]
    return found if account.ended(on) else [*found, *_changes(account, on)]


def days(account: PledgeAccount) -> list[date]:
    """Give the days on which what waits may change, in order."""
    found = {movement.on for moved in account.movements.values() for movement in moved}
    for accord in account.accords.values():
        found |= {*accord.agreed.values(), *([accord.since] if accord.since else [])}
    return sorted(found)


_Said = dict[tuple[int, str], tuple[Decimal, Decimal]]
"""What each receiver has said of each report: confirmed, and disputed."""


def _said(account: PledgeAccount, on: date) -> _Said:
    found: _Said = {}
    for number, moved in account.moved.items():
        for movement in account.movements.get(number, ()):
            if moved.delivery is not None and movement.on <= on:
                key = moved.delivery, moved.party
                confirmed, disputed = found.get(key, (ZERO, ZERO))
                found[key] = confirmed + movement.confirmed, disputed + movement.disputed
    return found


def _of_report(account: PledgeAccount, delivery: Delivery, said: _Said) -> Iterator[Open]:
    answers = {each: said.get((delivery.entry, each), (ZERO, ZERO)) for each in delivery.receivers}
    disputed = sum((of for _, of in answers.values()), ZERO)
    left = delivery.value - disputed - sum((of for of, _ in answers.values()), ZERO)
    silent = tuple(
        each
        for each in delivery.receivers
        if each != delivery.giver and delivery.share(each) > sum(answers[each], ZERO)
    )
    counted = "counted_by" in account.entries[delivery.entry].body
    entry, giver, receiver = delivery.entry, delivery.giver, delivery.receiver
    common = (delivery.unit, delivery.on)
    if left > ZERO and silent and not counted:
        yield Open(entry, "unanswered", receiver, silent, giver, left, *common)
    if disputed > ZERO:
        by = "+".join(each for each, (_, of) in answers.items() if of > ZERO)
        yield Open(entry, "disputed", giver, tuple(giver.split("+")), by, disputed, *common)


def _changes(account: PledgeAccount, on: date) -> Iterator[Open]:
    for number, accord in account.accords.items():
        agreed = [party for party, day in accord.agreed.items() if day <= on]
        in_force = accord.since is not None and accord.since <= on
        if not agreed or in_force or number in account.reversals:
            continue
        left = tuple(each for each in account.parties() if each not in agreed)
        since = min(accord.agreed.values())
        yield Open(number, "proposed", "+".join(left), left, "+".join(agreed), ZERO, "", since)
