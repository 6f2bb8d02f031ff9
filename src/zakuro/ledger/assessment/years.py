"""A yearly pledge has a term for each year: what came in one year does not keep another."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from zakuro.ledger.account import PledgeAccount

HORIZON = 30
"""For how many years a yearly pledge without an end is followed."""


class Year(NamedTuple):
    """The days [start, end) of one year of a pledge; ``over`` says that another has begun."""

    start: date
    end: date
    over: bool


def is_yearly(unit: str) -> bool:
    """Say whether a unit counts so much a year."""
    return unit.endswith("/a")


def years(account: PledgeAccount, on: date) -> tuple[Year, ...]:
    """Give the year of a pledge in which a day lies, and the one before it.

    They run from the beginning of its term, or from the day on which it was said; before that day,
    and where neither is known, there are none.
    """
    starts = [day for day in year_starts(account) if day <= on]
    if not starts:
        return ()
    end = _end(account)
    current = Year(starts[-1], min(_after(starts[-1]), end or date.max), over=False)
    before = [Year(starts[-2], starts[-1], over=True)] if len(starts) > 1 else []
    return (*before, current)


def year_starts(account: PledgeAccount) -> Iterator[date]:
    """Give the days on which the years of a pledge begin."""
    term = account.term()
    begins = [account.pledge.said_on, term.start_date if term else None]
    known = [day for day in begins if day is not None]
    if not known:
        return
    first, end = max(known), _end(account)
    for number in range(HORIZON):
        day = _anniversary(first, number)
        if end is not None and day >= end:
            return
        yield day


def _end(account: PledgeAccount) -> date | None:
    term = account.term()
    return term.end_date if term else None


def _after(start: date) -> date:
    return _anniversary(start, 1)


def _anniversary(day: date, number: int) -> date:
    """Give the same day of a later year; of 29 February the day after it where there is none."""
    try:
        return day.replace(year=day.year + number)
    except ValueError:
        return date(day.year + number, 3, 1)
