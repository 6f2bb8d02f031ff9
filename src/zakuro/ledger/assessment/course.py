"""The course of one measure of one debt over time, and where it stands on a day.

``progress`` is what is reported and not disputed, or what is confirmed where that is more.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from zakuro.ledger.account import ZERO
from zakuro.ledger.arithmetic import exact, measured, plain
from zakuro.ledger.assessment.codes import Standing, Word, severity
from zakuro.ledger.assessment.yardstick import Search
from zakuro.model import vocabulary
from zakuro.model.acts import Milestone, Tolerances
from zakuro.model.vocabulary import unit_label


class State(NamedTuple):
    """Where one measure of one debt stands on a day, and what that rests on.

    ``confirmed_alone`` is where it stands by what is confirmed, None as long as nothing is;
    ``beside`` says where it stands by milestones that the giver set alone.
    """

    standing: Standing
    word: Word
    reported: Decimal
    confirmed: Decimal
    disputed: Decimal
    expected: Decimal | None
    why: str
    confirmed_alone: Standing | None = None
    beside: str = ""

    @property
    def progress(self) -> Decimal:
        """What counts as done: reported and not disputed, or confirmed."""
        return max(self.reported - self.disputed, self.confirmed)


class Judged(NamedTuple):
    """Standing, word, and the standing by confirmation alone (None as long as nothing is)."""

    standing: Standing
    word: Word
    confirmed_alone: Standing | None


class Step(NamedTuple):
    """The sums after all movements up to and on a day."""

    on: date
    reported: Decimal
    confirmed: Decimal
    disputed: Decimal

    @property
    def progress(self) -> Decimal:
        """What counts as done by then."""
        return max(self.reported - self.disputed, self.confirmed)


@dataclass(frozen=True, slots=True)
class Course:
    """One measure of one debt over time: what is due by when, and the steps of what was done.

    ``spoken`` is the first day of which a party has said anything; ``searched`` the last search
    that found nothing; ``rests`` the standing that an agreement or withdrawal gives it, as
    long as it is not kept; ``halted`` since when its giver alone lets it rest; ``debt`` the place
    of its debt in the account; ``over`` says that it is the year before of a yearly pledge.
    """

    subject: str
    debt: int
    unit: str
    due: Decimal
    enough: Decimal
    at_most: bool
    start: date | None
    end: date | None
    milestones: tuple[Milestone, ...]
    steps: tuple[Step, ...]
    tolerances: Tolerances
    spoken: date | None = None
    searched: Search | None = None
    rests: Standing | None = None
    rests_since: date | None = None
    halted: date | None = None
    alone: tuple[Milestone, ...] = ()
    changes: tuple[str, ...] = ()
    over: bool = False

    def step(self, on: date) -> Step:
        """Give the sums as of the end of a day."""
        last = Step(date.min, ZERO, ZERO, ZERO)
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
            confirmed_alone=self._confirmed_alone(on, step),
            beside=self._beside(on),
        )

    @exact
    def judge(self, on: date) -> Judged:
        """Give standing and word on a day without the reason, which takes longer to say."""
        step = self.step(on)
        return Judged(
            self._standing(on, step, self.expected(on)), word(step), self._confirmed_alone(on, step)
        )

    def by_confirmation(self) -> Course:
        """Give the course of what is confirmed alone."""
        steps = tuple(Step(s.on, s.confirmed, s.confirmed, ZERO) for s in self.steps)
        spoken = next((step.on for step in steps if step.confirmed > 0), None)
        return replace(self, steps=steps, spoken=spoken)

    def _confirmed_alone(self, on: date, step: Step) -> Standing | None:
        if step.confirmed <= 0:
            return None
        course = self.by_confirmation()
        return course._standing(on, course.step(on), course.expected(on))

    def _beside(self, on: date) -> str:
        """Say how it stands by the milestones that the giver set by itself."""
        if not self.alone:
            return ""
        course = replace(self, milestones=self.alone, alone=())
        step, expected = course.step(on), course.expected(on)
        label = vocabulary.standings()[course._standing(on, step, expected)].label
        due = f"{plain(expected or ZERO, 2)} {unit_label(self.unit)}"
        return f"by the giver's own milestones: {label}, {due} expected by {on}"

    def silent(self, on: date) -> bool:
        """Say whether no party has said anything of it by a day."""
        return self.spoken is None or on < self.spoken

    def _standing(self, on: date, step: Step, expected: Decimal | None) -> Standing:
        if self.at_most and step.progress > self.due:
            return "lapsed"
        if not self.at_most and step.progress >= self.enough:
            reached = self._reached(on)
            late = self.end is not None and reached is not None and reached >= self.end
            return "kept late" if late else "kept"
        if self.rests is not None:
            return self.rests
        by_time = self._by_time(on, step, expected)
        if self.halted is None or by_time == "kept":
            return by_time
        return min(by_time, "suspended by giver", key=severity)

    def _by_time(self, on: date, step: Step, expected: Decimal | None) -> Standing:
        """Say how it stands by its own time, which its giver alone does not stop."""
        if expected is None:
            return "names no day"
        if self.start is not None and on < self.start:
            return "not due"
        ended = self.end is not None and on >= self.end
        if self.silent(on):
            return self._unheard() if ended else "not due"
        if self.at_most:
            return "kept" if ended and step.progress > 0 else "on course"
        if ended:
            lapses = self.lapses(step)
            return "lapsed" if lapses is not None and on >= lapses else "late"
        return "behind" if self._is_behind(on, step, expected) else "on course"

    def _unheard(self) -> Standing:
        """Say how a pledge stands that is over, and of which no party has said anything."""
        searched = self.searched.until if self.searched else date.min
        over = self.end is not None and searched >= self.end
        return "no report found" if over else "not looked at"

    def _is_behind(self, on: date, step: Step, expected: Decimal) -> bool:
        share = self.tolerances.behind
        if self.milestones or self.counted or self.start is None or self.end is None:
            return step.progress < expected * share
        # Multiplied out, so that no rounding of the line decides.
        days, total = (on - self.start).days, (self.end - self.start).days
        return step.progress * total < self.due * days * share

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

    def lapses(self, step: Step) -> date | None:
        """Give the day on which a pledge that stays as it is after ``step`` lapses."""
        if self.end is None:
            return None
        return max(self.end, step.on) + timedelta(days=self.tolerances.lapsed_after)

    def _why(self, on: date, step: Step, expected: Decimal | None, standing: Standing) -> str:
        done = f"{plain(step.progress)} of {measured(self.due, self.unit)}"
        over = f"it was due before {self.end}"
        days = self.tolerances.lapsed_after
        line = "" if expected is None else f"{done}; {plain(expected, 2)} expected by {on}"
        begins = self.start is not None and on < self.start
        searched = f"; no report found {self.searched}" if self.searched else ""
        full = f"{done}, in full on {self._reached(on)}"
        if self.at_most and standing in {"lapsed", "on course", "kept"}:
            above = step.progress - self.due
            return f"{done} at most" + (f"; over it by {plain(above)}" if above > 0 else "")
        reasons: dict[Standing, str] = {
            "names no day": f"{done}; nothing says by when{searched}",
            "not due": f"{done}; its time begins on {self.start}"
            if begins
            else f"{done}; its time runs up to {self.end}, and no report yet{searched}",
            "not looked at": f"{done}; {over}, and nobody has looked since{searched}",
            "no report found": f"{done}; {over}{searched}",
            "behind": f"{line}, and less than {self.tolerances.behind} of it",
            "kept": full,
            "kept late": f"{full}; {over}",
            "late": f"{done}; {over}{searched}",
            "lapsed": f"{done}; due before {self.end}, and nothing more for {days} days{searched}",
        }
        since = self.rests_since or self.halted
        return reasons.get(standing, f"{done}; since {since}" if since else line)

    def turns(self) -> Iterator[date]:
        """Give every day on which the standing can change, in closed form; not in order."""
        days = [step.on for step in self.steps]
        days += [self.spoken] if self.spoken else []
        days += [m.on + timedelta(days=1) for m in self.milestones]
        days += [day for day in (self.start, self.end) if day is not None]
        yield from days
        if self.end is None:
            return
        yield from (self.lapses(step) or self.end for step in self.steps)
        yield self.end + timedelta(days=self.tolerances.lapsed_after)
        if self.start is None:
            return
        confirmed = self.by_confirmation().steps
        for step in (Step(self.start, ZERO, ZERO, ZERO), *self.steps, *confirmed):
            day = self._falls_behind(max(self.start, step.on), step)
            if day is not None:
                yield day

    def _falls_behind(self, first: date, step: Step) -> date | None:
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


def word(step: Step) -> Word:
    """Say what stands beside the standing: nothing is ever confirmed by silence."""
    if step.disputed > 0:
        return "disputed"
    if step.reported <= 0 and step.confirmed <= 0:
        return "not reported"
    return "confirmed" if step.confirmed >= step.reported else "reported only"
