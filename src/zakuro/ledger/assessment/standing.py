"""Where a promise stands on a day: derived from the entries alone, with the reason.

``progress`` is what is reported and not disputed, or what is confirmed where that is more.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal, NamedTuple

from zakuro.ledger.account import ZERO, PledgeAccount
from zakuro.ledger.arithmetic import exact, plain
from zakuro.model.acts import Measure, Milestone, Tolerances

Standing = Literal["not due", "on course", "behind", "late", "kept", "kept late", "lapsed"]
Word = Literal["not yet looked at", "reported only", "confirmed", "disputed"]

WORST: tuple[Standing, ...] = (
    "lapsed", "late", "behind", "on course", "not due", "kept late", "kept",
)  # fmt: skip
"""A pledge of several measures or debts stands where the worst of them stands."""

_WORDS: tuple[Word, ...] = ("disputed", "not yet looked at", "reported only", "confirmed")


class State(NamedTuple):
    """Where one measure of one debt stands on a day, and what that rests on."""

    standing: Standing
    word: Word
    reported: Decimal
    confirmed: Decimal
    disputed: Decimal
    expected: Decimal | None
    why: str

    @property
    def progress(self) -> Decimal:
        """What counts as done: reported and not disputed, or confirmed."""
        return max(self.reported - self.disputed, self.confirmed)


class Interval(NamedTuple):
    """Days [start, end) on which a pledge stands so; None is open."""

    start: date | None
    end: date | None
    standing: Standing
    word: Word


class _Step(NamedTuple):
    """The sums after all movements up to and on a day."""

    on: date
    reported: Decimal
    confirmed: Decimal
    disputed: Decimal

    @property
    def progress(self) -> Decimal:
        return max(self.reported - self.disputed, self.confirmed)


@dataclass(frozen=True, slots=True)
class Course:
    """One measure of one debt over time: what is due by when, and the steps of what was done."""

    subject: str
    unit: str
    due: Decimal
    enough: Decimal
    at_most: bool
    start: date | None
    end: date | None
    milestones: tuple[Milestone, ...]
    steps: tuple[_Step, ...]
    tolerances: Tolerances

    def step(self, on: date) -> _Step:
        """Give the sums as of the end of a day."""
        last = _Step(date.min, ZERO, ZERO, ZERO)
        for step in self.steps:
            if step.on > on:
                break
            last = step
        return last

    @exact
    def expected(self, on: date) -> Decimal | None:
        """Give what is expected by the start of a day; None where nothing says by when.

        Linear from the later of the statement and the period's start to its end; things that are
        counted are expected whole.  Milestones replace the line.
        """
        if self.milestones:
            passed = [m.value for m in self.milestones if m.on < on]
            last = self.due if self.end is not None and on >= self.end else ZERO
            return max([last, *passed])
        if self.end is None:
            return None
        if on >= self.end:
            return self.due
        if self.start is None or on <= self.start:
            return ZERO
        days, total = (on - self.start).days, (self.end - self.start).days
        if self.counted:
            return self.due * days // total
        return self.due * days / total

    @property
    def counted(self) -> bool:
        """Whether the unit counts whole things."""
        return self.unit.startswith("{")

    @exact
    def state(self, on: date) -> State:
        """Give the standing on a day, and why."""
        step, expected = self.step(on), self.expected(on)
        standing = self._standing(on, step, expected)
        return State(
            standing=standing,
            word=word(step),
            reported=step.reported,
            confirmed=step.confirmed,
            disputed=step.disputed,
            expected=expected,
            why=self._why(on, step, expected, standing),
        )

    @exact
    def judge(self, on: date) -> tuple[Standing, Word]:
        """Give standing and word on a day without the reason, which takes longer to say."""
        step = self.step(on)
        return self._standing(on, step, self.expected(on)), word(step)

    def _standing(self, on: date, step: _Step, expected: Decimal | None) -> Standing:
        if expected is None:
            return "not due"
        ended = self.end is not None and on >= self.end
        begun = self.start is None or on >= self.start
        if self.at_most:
            return self._ceiling(step, begun=begun, ended=ended)
        if step.progress >= self.enough:
            reached = self._reached(on)
            late = self.end is not None and reached is not None and reached >= self.end
            return "kept late" if late else "kept"
        if ended:
            lapses = self.lapses(step)
            return "lapsed" if lapses is not None and on >= lapses else "late"
        if not begun:
            return "not due"
        return "behind" if self._is_behind(on, step, expected) else "on course"

    def _is_behind(self, on: date, step: _Step, expected: Decimal) -> bool:
        share = self.tolerances.behind
        if self.milestones or self.counted or self.start is None or self.end is None:
            return step.progress < expected * share
        # Multiplied out, so that no rounding of the line decides.
        days, total = (on - self.start).days, (self.end - self.start).days
        return step.progress * total < self.due * days * share

    def _ceiling(self, step: _Step, *, begun: bool, ended: bool) -> Standing:
        """Say how a promise of at most so much stands: it is never behind or late."""
        if step.progress > self.due:
            return "lapsed"
        if not begun:
            return "not due"
        return "kept" if ended and step.progress > 0 else "on course"

    def _reached(self, on: date) -> date | None:
        """Give the day on which all was last reached, up to a day."""
        reached: date | None = None
        for step in self.steps:
            if step.on > on:
                break
            if step.progress < self.enough:
                reached = None
            elif reached is None:
                reached = step.on
        return reached

    def lapses(self, step: _Step) -> date | None:
        """Give the day on which a pledge that stays as it is after ``step`` lapses."""
        if self.end is None:
            return None
        return max(self.end, step.on) + timedelta(days=self.tolerances.lapsed_after)

    def _why(self, on: date, step: _Step, expected: Decimal | None, standing: Standing) -> str:
        done = f"{plain(step.progress)} of {plain(self.due)} {self.unit}"
        if expected is None:
            return f"{done}; nothing says by when"
        if standing == "not due":
            return f"{done}; its time begins on {self.start}"
        if self.at_most:
            over = step.progress - self.due
            return f"{done} at most" + (f"; over it by {plain(over)}" if over > 0 else "")
        line = f"{done}; {plain(expected, 2)} expected by {on}"
        match standing:
            case "behind":
                return f"{line}, and less than {self.tolerances.behind} of it"
            case "kept":
                return f"{done}, in full on {self._reached(on)}"
            case "kept late":
                return f"{done}, in full on {self._reached(on)}; it was due before {self.end}"
            case "late":
                return f"{done}; it was due before {self.end}"
            case "lapsed":
                days = self.tolerances.lapsed_after
                return f"{done}; due before {self.end}, and nothing more for {days} days"
        return line

    def turns(self) -> Iterator[date]:
        """Give every day on which the standing can change, in closed form; not in order."""
        days = [step.on for step in self.steps] + [
            m.on + timedelta(days=1) for m in self.milestones
        ]
        days += [day for day in (self.start, self.end) if day is not None]
        yield from days
        if self.end is None:
            return
        yield from (self.lapses(step) or self.end for step in self.steps)
        yield self.end + timedelta(days=self.tolerances.lapsed_after)
        if self.start is None:
            return
        for step in (_Step(self.start, ZERO, ZERO, ZERO), *self.steps):
            day = self._falls_behind(max(self.start, step.on), step)
            if day is not None:
                yield day

    def _falls_behind(self, first: date, step: _Step) -> date | None:
        """Give the first day from ``first`` on which the growing line leaves ``step`` behind.

        Solved for the day: counted things are behind from the day on which so many are expected
        that the share of them is more than the progress.
        """
        if self.start is None or self.end is None or self.milestones or self.due <= 0:
            return None
        total, share, progress = (self.end - self.start).days, self.tolerances.behind, step.progress
        if self.counted:
            wanted = (max(ZERO, progress) // share + 1) * total
            days = wanted // self.due + (wanted % self.due > 0)
        else:
            days = max(ZERO, progress) * total // (self.due * share) + 1
        if days >= total:
            return None
        return max(first, self.start + timedelta(days=int(days)))


def word(step: _Step) -> Word:
    """Say what stands beside the standing: nothing is ever confirmed by silence."""
    if step.disputed > 0:
        return "disputed"
    if step.reported <= 0 and step.confirmed <= 0:
        return "not yet looked at"
    return "confirmed" if step.confirmed >= step.reported else "reported only"


@exact
def courses(
    account: PledgeAccount, tolerances: Tolerances, giver: str | None = None
) -> tuple[Course, ...]:
    """Give the course of every measure of every debt of a pledge, or of those of one giver."""
    term, said = account.term(), account.pledge.said_on
    starts = [day for day in (said, term.start_date if term else None) if day is not None]
    return tuple(
        Course(
            subject=account.subject,
            unit=measure.unit,
            due=measure.value,
            enough=_enough(measure, tolerances),
            at_most=measure.bound in ("at-most", "less-than"),
            start=max(starts) if starts else None,
            end=term.end_date if term else None,
            milestones=tuple(
                milestone
                for number, milestone in account.milestones.items()
                if number not in account.reversals and milestone.unit == measure.unit
            ),
            steps=_steps(account, index, measure.unit),
            tolerances=tolerances,
        )
        for index, debt in enumerate(account.debts)
        if giver is None or giver in debt.givers
        for measure in account.measures.values()
    )


def _enough(measure: Measure, tolerances: Tolerances) -> Decimal:
    """Give what counts as all: of an amount given as about so much, nearly so much."""
    if measure.bound != "about":
        return measure.value
    return measure.value * tolerances.about


def _steps(account: PledgeAccount, debt: int, unit: str) -> tuple[_Step, ...]:
    moved = sorted(
        (m for m in account.movements if m.debt == debt and m.unit == unit), key=lambda m: m.on
    )
    steps: list[_Step] = []
    last = _Step(date.min, ZERO, ZERO, ZERO)
    for m in moved:
        last = _Step(
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
    return _worst([course.state(on) for course in courses(account, tolerances, giver)])


def _worst(states: list[State]) -> State:
    worst = min(states, key=lambda state: WORST.index(state.standing))
    return worst._replace(word=_least([state.word for state in states]))


def _least(words: list[Word]) -> Word:
    """Give the one word for several: what nobody has looked at is only what nobody has at all."""
    least = min(words, key=_WORDS.index)
    if least == "not yet looked at" and any(word != least for word in words):
        return "reported only"
    return least


@exact
def intervals(
    account: PledgeAccount, tolerances: Tolerances, giver: str | None = None
) -> tuple[Interval, ...]:
    """Give the standing for all days, as intervals that follow each other without a gap."""
    all_courses = courses(account, tolerances, giver)
    days = sorted({day for course in all_courses for day in course.turns()})
    found: list[Interval] = []
    for day in [date.min, *days]:
        judged = [course.judge(day) for course in all_courses]
        standing = min((standing for standing, _ in judged), key=WORST.index)
        least = _least([word for _, word in judged])
        if found and (found[-1].standing, found[-1].word) == (standing, least):
            continue
        if found:
            found[-1] = found[-1]._replace(end=day)
        found.append(Interval(None if day == date.min else day, None, standing, least))
    return tuple(found)
