"""Where a promise stands on a day: derived from the entries alone, with the reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from zakuro.ledger import counting
from zakuro.ledger.account import Movement, PledgeAccount
from zakuro.ledger.arithmetic import exact
from zakuro.ledger.assessment.codes import Standing, Word, severity, weight
from zakuro.ledger.assessment.course import Course, State, Step
from zakuro.ledger.assessment.yardstick import change_days, yardstick
from zakuro.ledger.assessment.years import is_yearly, year_starts, years
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
    account: PledgeAccount,
    tolerances: Tolerances,
    on: date,
    giver: str | None = None,
    counted_by: str | None = None,
) -> tuple[Course, ...]:
    """Give the course of every measure of every debt of a pledge, or of those of one giver.

    They hold from day ``on`` until the yardstick changes again.  With ``counted_by`` only what is
    of that count moves them (empty: what names nobody who counts).
    """
    return tuple(_courses(account, tolerances, on, giver, account.moves(counted_by)))


def _courses(
    account: PledgeAccount,
    tolerances: Tolerances,
    on: date,
    giver: str | None,
    moves: list[Movement],
) -> Iterator[Course]:
    stick, said = yardstick(account, on), account.pledge.said_on
    term = stick.term
    starts = [day for day in (said, term.start_date if term else None) if day is not None]
    whole = _Span(max(starts, default=None), term.end_date if term else None, date.min, date.max)
    for index, debt in enumerate(account.debts):
        if giver is not None and giver not in debt.givers:
            continue
        heard = [
            m.on for m in moves if not m.released and account.debts[m.debt].givers == debt.givers
        ]
        withdrawn, halted = (
            _by_all(debt.givers, stick.withdrawn),
            _by_all(debt.givers, stick.halted),
        )
        for measure in account.measures.values():
            due = measure.value - reduced(account, index, measure.unit, on)
            for span in _spans(account, measure, on) or [whole]:
                yield Course(
                    subject=account.subject,
                    debt=index,
                    unit=measure.unit,
                    due=due,
                    enough=_enough(measure, due, tolerances),
                    at_most=counting.at_most(measure),
                    start=span.start,
                    end=span.end,
                    milestones=tuple(m for m in stick.milestones if m.unit == measure.unit),
                    steps=_steps(moves, index, measure, span),
                    tolerances=tolerances,
                    spoken=min((day for day in heard if span.holds(day)), default=None),
                    searched=stick.searched,
                    rests=stick.rests or ("withdrawn" if withdrawn else None),
                    rests_since=stick.since if stick.rests else withdrawn,
                    halted=halted,
                    alone=tuple(m for m in stick.alone if m.unit == measure.unit),
                    changes=stick.changes,
                    over=span.last < date.max,
                )


def _by_all(givers: Iterable[str], said: Mapping[str, date]) -> date | None:
    """Give the day by which all givers have said a thing, None unless all have."""
    days = [said[giver] for giver in givers if giver in said]
    return max(days) if days and all(giver in said for giver in givers) else None


class _Span(NamedTuple):
    """The term of a course, and the days [first, last) whose deliveries count in it."""

    start: date | None
    end: date | None
    first: date
    last: date

    def holds(self, day: date) -> bool:
        return self.first <= day < self.last


def _spans(account: PledgeAccount, measure: Measure, on: date) -> list[_Span]:
    """Give the years of a yearly measure that count on a day: that of the day and the one before.

    The first of them counts what came before it too.
    """
    if not is_yearly(measure.unit):
        return []
    found = years(account, on)
    first = next(year_starts(account), date.min)
    return [
        _Span(
            year.start,
            year.end,
            date.min if year.start == first else year.start,
            year.end if year.over else date.max,
        )
        for year in found
    ]


def _enough(measure: Measure, due: Decimal, tolerances: Tolerances) -> Decimal:
    """Give what counts as all: of an amount given as about so much, nearly so much."""
    return due * tolerances.about if measure.bound == "about" else due


def _steps(moves: list[Movement], debt: int, measure: Measure, span: _Span) -> tuple[Step, ...]:
    """Give the amounts day by day."""
    mine = [m for m in moves if (m.debt, m.unit) == (debt, measure.unit) and span.holds(m.on)]
    return tuple(Step(day, *sums) for day, sums in counting.by_day(mine, measure))


@exact
def standing(
    account: PledgeAccount, on: date, tolerances: Tolerances, giver: str | None = None
) -> State:
    """Give where the pledge stands, as a whole or one giver's: where the worst course stands."""
    return worst([course.state(on) for course in courses(account, tolerances, on, giver)])


def worst(states: list[State]) -> State:
    """Give the state of the worst of several, with the least word and the worst confirmation."""
    least = min(states, key=lambda state: severity(state.standing))
    return least._replace(
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
    yearly = any(is_yearly(unit) for unit in account.measures)
    days = {*change_days(account), *(year_starts(account) if yearly else ())}
    turns = sorted(day for day in days if day > first)
    found: list[Interval] = []
    for start, end in zip([first, *turns], [*turns, None], strict=True):
        all_courses = courses(account, tolerances, start, giver)
        inside = {day for course in all_courses for day in course.turns() if start < day}
        for day in sorted({start} | {day for day in inside if end is None or day < end}):
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
