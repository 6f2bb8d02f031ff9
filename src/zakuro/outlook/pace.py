"""At this pace: what deliveries so far say of when all will be delivered.

Deliveries come at a steady rate that is not known: after k of them in so many days the wait for j
more, as a share of all the time then past, is Beta(j, k).
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from zakuro.outlook.posterior import SURE, THOUSAND, quantile

FEWEST = 2
"""With fewer deliveries than this nobody can say how fast they come."""

FURTHEST = 1000
"""How many more deliveries are looked ahead, at most."""

YEAR = 365


class Pace(NamedTuple):
    """How fast it went, and by when it is done at this pace.

    ``so_far`` is in its unit for each year of 365 days.  ``first`` and ``last`` are the days
    between which it is done in eight of ten; None for later than a century from now.
    """

    deliveries: int
    so_far: Decimal
    first: date
    middle: date | None
    last: date | None


class Run(NamedTuple):
    """What was delivered of what is due, in so many deliveries, from a day on."""

    start: date
    due: Decimal
    done: Decimal
    deliveries: int
    end: date | None


def needed(run: Run, on: date) -> Decimal | None:
    """Give how much a year must come from a day on, so that all has come by the end."""
    if run.end is None or on >= run.end:
        return None
    return (run.due - run.done) * YEAR / (run.end - on).days


def pace(run: Run, on: date) -> Pace | str:
    """Give the pace as of a day; or why nobody can say."""
    days = (on - run.start).days
    if run.deliveries == 0:
        return "nothing reported"
    if run.deliveries < FEWEST:
        return "one delivery"
    if days <= 0 or run.done <= 0:
        return "no time past"
    more = -int(-(run.due - run.done) * run.deliveries // run.done)
    if more > FURTHEST:
        return "hardly begun"
    tail = (100 - SURE) // 2
    first, middle, last = (
        _later(on, days, quantile(percent, more, run.deliveries)) for percent in (tail, 50, 90)
    )
    if first is None:
        return "hardly begun"
    return Pace(run.deliveries, run.done * YEAR / days, first, middle, last)


def _later(on: date, days: int, thousandths: int) -> date | None:
    """Give the day by which the share of all the time is past; None for beyond a century."""
    if thousandths >= THOUSAND:
        return None
    wait = days * thousandths // (THOUSAND - thousandths)
    return on + timedelta(days=wait) if wait <= min(100 * YEAR, (date.max - on).days) else None
