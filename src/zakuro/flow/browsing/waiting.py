"""What waits for a party's word: reports not answered, disputes, and changes proposed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from zakuro.flow.keeping import tables
from zakuro.flow.keeping.books import Books
from zakuro.flow.looking.changes import change_words
from zakuro.ledger.account import ZERO, PledgeAccount


class Waiting(NamedTuple):
    """Something that waits for ``party``: a report to be answered, or its report in dispute.

    What was reported to a group as one waits for all of ``parties``.  ``report`` is the report's
    entry, ``value`` what of it is open, ``since`` the day reported.
    """

    pledge: str
    report: str
    kind: Literal["unanswered", "disputed"]
    party: str
    parties: tuple[str, ...]
    other: str
    value: Decimal
    unit: str
    since: date


class Proposed(NamedTuple):
    """A change of a pledge that one side proposed, and on which others have not said their word.

    ``entry`` is the proposal, ``by`` who has agreed to it, ``parties`` those for whom it waits.
    """

    pledge: str
    entry: str
    by: tuple[str, ...]
    parties: tuple[str, ...]
    what: str
    since: date


def proposed(books: Books, on: date, party: str | None = None) -> list[Proposed]:
    """Give the changes that wait on a day for others to agree, the longest first.

    With ``party`` only those that wait for it.
    """
    subjects = {entry.subject for entry in books.journal.entries(kind="agreement")}
    found = [each for subject in subjects for each in _proposed(books.account(subject), on)]
    mine = (each for each in found if party is None or party in each.parties)
    return sorted(mine, key=lambda each: (each.since, each.pledge, each.entry))


def _proposed(account: PledgeAccount, on: date) -> Iterator[Proposed]:
    if account.closed or account.ended():
        return
    for number, accord in account.accords.items():
        since = min(accord.agreed.values(), default=on)
        if accord.since is not None or number in account.reversals or since > on:
            continue
        left = tuple(each for each in account.parties() if each not in accord.agreed)
        what = "; ".join(change_words(account.entries[number].body)) if accord.proposal else ""
        by = tuple(accord.agreed)
        yield Proposed(
            account.subject, f"E-{number}", by, left, what or "proposes its milestone", since
        )


def of_account(account: PledgeAccount, on: date) -> Iterator[Waiting]:
    """Give what waits in one account on a day.

    Of how something stands by somebody's count nobody is asked whether it arrived.
    """
    for delivery in account.deliveries.values():
        if delivery.reversed_by is not None or delivery.on > on:
            continue
        common = (delivery.unit, delivery.on)
        where = (account.subject, f"E-{delivery.entry}")
        giver, receiver = delivery.giver, delivery.receiver
        left = delivery.value - delivery.confirmed - delivery.disputed
        silent = tuple(
            each
            for each in delivery.receivers
            if each != giver
            and delivery.share(each) > delivery.said[each].confirmed + delivery.said[each].disputed
        )
        counted = "counted_by" in account.entries[delivery.entry].body
        if left > ZERO and silent and not counted:
            yield Waiting(*where, "unanswered", receiver, silent, giver, left, *common)
        if delivery.disputed > ZERO:
            by = "+".join(e for e in delivery.receivers if delivery.said[e].disputed > ZERO)
            givers = tuple(giver.split("+"))
            yield Waiting(*where, "disputed", giver, givers, by, delivery.disputed, *common)


def waiting(books: Books, on: date, party: str | None = None) -> list[Waiting]:
    """Give all that waits on a day, the longest first; with ``party`` only what waits for it."""
    numbers = {
        int(row["number"])
        for column in ("in_transit", "disputed")
        for row in books.journal.rows(tables.LINES, [(column, "!=", "0")])
    }
    found = [
        each
        for number in sorted(numbers)
        for each in of_account(books.account(f"P-{number}"), on)
        if party is None or party in each.parties
    ]
    return sorted(found, key=lambda each: each.since)
