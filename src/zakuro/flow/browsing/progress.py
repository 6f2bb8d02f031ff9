"""How far a pledge came over time: what was expected, reported and confirmed by which day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from zakuro.ledger.account import ZERO, PledgeAccount
from zakuro.ledger.assessment.standing import courses
from zakuro.ledger.counting import amounts
from zakuro.model.acts import Tolerances


class Reached(NamedTuple):
    """The sums at the end of a day."""

    on: date
    reported: Decimal
    confirmed: Decimal


class Progress(NamedTuple):
    """One measure of a pledge over time, up to a day.

    ``expected`` are the corners of the line of expectation, empty where nothing says by when;
    ``end`` is the first day after the term.
    """

    unit: str
    pledged: Decimal
    start: date
    until: date
    end: date | None
    steps: tuple[Reached, ...]
    expected: tuple[tuple[date, Decimal], ...]
    by_milestones: bool


def progress(account: PledgeAccount, unit: str, on: date, rules: Tolerances) -> Progress | None:
    """Give the progress of one measure up to a day; None if nothing was reported by then."""
    moved = [m for m in account.moves() if m.unit == unit and not m.released]
    days = sorted({m.on for m in moved if m.on <= on})
    if not days:
        return None
    steps = []
    for day in days:
        mine = [m for m in amounts(account, day) if m.unit == unit]
        reported = sum((m.reported for m in mine), ZERO)
        steps.append(Reached(day, reported, sum((m.confirmed for m in mine), ZERO)))
    own = [
        course for course in courses(account, rules, on) if course.unit == unit and not course.over
    ]
    starts = [course.start for course in own if course.start] + [days[0]]
    ends = [course.end for course in own if course.end]
    start, end = min(starts), max(ends, default=None)
    until = max(on, end) if end and (end - on) < (on - start) else on
    corners = sorted(
        {start, until, *((end,) if end else ())}
        | {m.on + timedelta(days=1) for course in own for m in course.milestones}
    )
    line = {
        day: sum((course.expected(day) or ZERO for course in own), ZERO)
        for day in corners
        if start <= day <= until
    }
    return Progress(
        unit=unit,
        pledged=sum((course.due for course in own), ZERO),
        start=start,
        until=until,
        end=end,
        steps=tuple(steps),
        expected=tuple(line.items()) if end or any(course.milestones for course in own) else (),
        by_milestones=any(course.milestones for course in own),
    )


class Answer(NamedTuple):
    """What one receiver of a pledge was told and has answered, in one unit.

    ``unreported`` is what it says it received of which it was told by no report.
    """

    receiver: str
    unit: str
    reported: Decimal
    confirmed: Decimal
    disputed: Decimal
    unreported: Decimal
    since: date | None
    reasons: tuple[str, ...]

    @property
    def unanswered(self) -> Decimal:
        """What was reported to it and it has neither confirmed nor disputed."""
        return max(self.reported - self.confirmed - self.disputed, ZERO)


def answers(account: PledgeAccount, on: date) -> list[Answer]:
    """Give for every receiver what it was told and answered, up to a day.

    What was reported to several as one stands under their common name.  Told is what makes up the
    amounts of the pledge: no second count of it, and of a level the last figure.
    """
    found = []
    reasons = _reasons(account)
    counted = amounts(account, on)
    made = [account.deliveries[m.entry] for m in counted if m.reported]
    single = dict.fromkeys(r for debt in account.debts for r in debt.receivers)
    common = dict.fromkeys(d.receiver for d in made if d.receiver not in single)
    for unit in account.measures:
        for receiver in (*common, *single):
            own = [d for d in made if d.unit == unit and d.receiver == receiver]
            got = [m for m in counted if m.unit == unit and m.receiver == receiver]
            found.append(
                Answer(
                    receiver,
                    unit,
                    sum((d.value for d in own), ZERO),
                    sum((d.confirmed for d in own), ZERO),
                    sum((d.disputed for d in own), ZERO),
                    -min(sum((m.reported - m.confirmed - m.disputed for m in got), ZERO), ZERO),
                    min((d.on for d in own), default=None),
                    tuple(reason for d in own for reason in reasons.get(d.entry, ())),
                )
            )
    return found


def _reasons(account: PledgeAccount) -> Mapping[int, tuple[str, ...]]:
    """What receivers gave as reasons of disputes that stand, by the report disputed."""
    found: dict[int, tuple[str, ...]] = {}
    for entry in account.entries.values():
        if entry.kind == "dispute" and entry.number not in account.reversals:
            report = int(entry.body["report"])
            found[report] = (*found.get(report, ()), str(entry.body["reason"]))
    return found
