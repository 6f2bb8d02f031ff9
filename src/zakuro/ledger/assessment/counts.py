"""Who counts: where a goal stands by the count of each who counts it, side by side.

One and the same goal may be met by the giver's customs and missed by the receiver's statistics.
No count is preferred here; which of them gives the amounts of the pledge says
:mod:`zakuro.ledger.counting`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from zakuro.ledger.account import ZERO, PledgeAccount
from zakuro.ledger.arithmetic import exact
from zakuro.ledger.assessment.course import Course, State, Step
from zakuro.ledger.assessment.standing import courses, worst
from zakuro.ledger.voices import day_found, independent
from zakuro.model.acts import Tolerances


class Count(NamedTuple):
    """Where a pledge stands on a day by one count: whose, by which methods, and how it stands.

    What ``independent`` evidence found is no side's word, so that of its state says nothing.
    """

    counted_by: str
    methods: tuple[str, ...]
    state: State
    independent: bool = False


@exact
def by_count(account: PledgeAccount, on: date, tolerances: Tolerances) -> tuple[Count, ...]:
    """Give where the pledge stands by each count that has been entered up to a day.

    A count is what the reports and confirmations say that name who counts, or what independent
    evidence found.  What names nobody is a count of its own, with an empty name; nothing is given
    of it where nobody is named at all.
    """
    given = {m.counted_by for moved in account.movements.values() for m in moved if not m.released}
    found = [_of_reports(account, on, tolerances, whose) for whose in sorted(given) if any(given)]
    found += _of_evidence(account, on, tolerances)
    return tuple(count for count in found if count is not None)


def _of_reports(
    account: PledgeAccount, on: date, tolerances: Tolerances, whose: str
) -> Count | None:
    mine = [
        m.entry
        for moved in account.movements.values()
        for m in moved
        if m.counted_by == whose and m.on <= on and not m.released
    ]
    if not mine:
        return None
    states = [course.state(on) for course in courses(account, tolerances, on, counted_by=whose)]
    methods = (str(account.entries[number].body.get("method", "")) for number in mine)
    return Count(whose, tuple(dict.fromkeys(method for method in methods if method)), worst(states))


def _of_evidence(account: PledgeAccount, on: date, tolerances: Tolerances) -> Iterator[Count]:
    """Give a count for each independent finder: its last figure by the day, in full."""
    steps: dict[tuple[str, str], list[Step]] = {}
    for number, evidence in independent(account, on).items():
        if evidence.value is None or evidence.publisher is None:
            continue
        step = Step(day_found(account, number), evidence.value, ZERO, ZERO)
        steps.setdefault((evidence.publisher.name, evidence.unit or ""), []).append(step)
    for (name, unit), mine in sorted(steps.items()):
        mine.sort(key=lambda step: step.on)
        whole = [c for c in courses(account, tolerances, on) if c.unit == unit]
        state = worst([_found(course, mine).state(on) for course in whole])
        yield Count(name, (), state, independent=True)


def _found(course: Course, steps: list[Step]) -> Course:
    return replace(course, steps=tuple(steps), spoken=steps[0].on)
