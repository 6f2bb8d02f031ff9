"""Where a promise stands on a day: derived from the entries alone, with the reason."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from zakuro.ledger.account import ZERO, Movement, PledgeAccount
from zakuro.ledger.arithmetic import exact
from zakuro.ledger.assessment.codes import Standing, Word, severity, weight
from zakuro.ledger.assessment.course import Course, State, Step
from zakuro.ledger.assessment.yardstick import change_days, yardstick
from zakuro.ledger.postings.agreeing import reduced
from zakuro.model.acts import Measure, Tolerances


class Interval(NamedTuple):
    """Days [start, end) on which a pledge stands so; None is open.

    ``changes`` says what giver and receiver have agreed by then, ``searched`` who found no report,
    where and up to which day.
    """

    start: date | None
    end: date | None
    standing: Standing
    word: Word
    confirmed_alone: Standing | None = None
    changes: tuple[str, ...] = ()
    searched: str = ""


@exact
def courses(
    account: PledgeAccount, tolerances: Tolerances, on: date, giver: str | None = None
) -> tuple[Course, ...]:
    """Give the course of every measure of every debt of a pledge, or of those of one giver.

    They hold from day ``on`` until the yardstick changes again.
    """
    stick, said = yardstick(account, on), account.pledge.said_on
    term = stick.term
    starts = [day for day in (said, term.start_date if term else None) if day is not None]
    moves = account.moves()
    found = []
    for index, debt in enumerate(account.debts):
        if giver is not None and giver not in debt.givers:
            continue
        spoken = [
            m.on for m in moves if not m.released and account.debts[m.debt].givers == debt.givers
        ]
        withdrawn = set(debt.givers) <= stick.withdrawn
        for measure in account.measures.values():
            due = measure.value - reduced(account, index, measure.unit, on)
            found.append(
                Course(
                    subject=account.subject,
                    unit=measure.unit,
                    due=due,
                    enough=_enough(measure, due, tolerances),
                    at_most=measure.bound in ("at-most", "less-than"),
                    start=max(starts) if starts else None,
                    end=term.end_date if term else None,
                    milestones=tuple(m for m in stick.milestones if m.unit == measure.unit),
                    steps=_steps(moves, index, measure.unit),
                    tolerances=tolerances,
                    spoken=min(spoken, default=None),
                    searched=stick.searched,
                    rests=stick.rests or ("withdrawn" if withdrawn else None),
                    rests_since=stick.since,
                    alone=tuple(m for m in stick.alone if m.unit == measure.unit),
                    changes=stick.changes,
                )
            )
    return tuple(found)


def _enough(measure: Measure, due: Decimal, tolerances: Tolerances) -> Decimal:
    """Give what counts as all: of an amount given as about so much, nearly so much."""
    return due * tolerances.about if measure.bound == "about" else due


def _steps(moves: list[Movement], debt: int, unit: str) -> tuple[Step, ...]:
    moved = sorted((m for m in moves if m.debt == debt and m.unit == unit), key=lambda m: m.on)
    steps: list[Step] = []
    last = Step(date.min, ZERO, ZERO, ZERO)
    for m in moved:
        last = Step(
            m.on,
            last.reported + m.reported,
            last.confirmed + m.confirmed,
            last.disputed + m.disputed,
        )
        if steps and steps[-1].on == m.on:
            steps[-1] = last
        else:
            steps.append(last)
    return tuple(steps)


@exact
def standing(
    account: PledgeAccount, on: date, tolerances: Tolerances, giver: str | None = None
) -> State:
    """Give where the pledge stands, as a whole or one giver's: where the worst course stands."""
    return _worst([course.state(on) for course in courses(account, tolerances, on, giver)])


def _worst(states: list[State]) -> State:
    worst = min(states, key=lambda state: severity(state.standing))
    return worst._replace(
        word=_least([state.word for state in states]),
        confirmed_alone=_worst_confirmed([state.confirmed_alone for state in states]),
    )


def _worst_confirmed(standings: list[Standing | None]) -> Standing | None:
    """Give the worst standing by confirmation; None as long as nothing of anything is confirmed."""
    found: list[Standing] = [one for one in standings if one is not None]
    return min(found, key=severity, default=None)


def _least(words: list[Word]) -> Word:
    """Give the one word for several: what nobody has looked at is only what nobody has at all."""
    least = min(words, key=weight)
    if least == "not reported" and any(word != least for word in words):
        return "reported only"
    return least


@exact
def intervals(
    account: PledgeAccount, tolerances: Tolerances, giver: str | None = None
) -> tuple[Interval, ...]:
    """Give the standing for all days, as intervals that follow each other without a gap.

    They begin on the day on which the pledge was said; before it there was none.
    """
    first = account.pledge.said_on or date.min
    turns = [day for day in change_days(account) if day > first]
    found: list[Interval] = []
    for start, end in zip([first, *turns], [*turns, None], strict=True):
        all_courses = courses(account, tolerances, start, giver)
        days = {day for course in all_courses for day in course.turns() if start < day}
        for day in sorted({start} | {day for day in days if end is None or day < end}):
            now = _interval(day, all_courses)
            if found and found[-1][2:] == now[2:]:
                continue
            if found:
                found[-1] = found[-1]._replace(end=day)
            found.append(now)
    if found[0].start == date.min:
        found[0] = found[0]._replace(start=None)
    return tuple(found)


def _interval(day: date, all_courses: tuple[Course, ...]) -> Interval:
    judged = [course.judge(day) for course in all_courses]
    return Interval(
        start=day,
        end=None,
        standing=min((one.standing for one in judged), key=severity),
        word=_least([one.word for one in judged]),
        confirmed_alone=_worst_confirmed([one.confirmed_alone for one in judged]),
        changes=all_courses[0].changes,
        searched=str(all_courses[0].searched or ""),
    )
