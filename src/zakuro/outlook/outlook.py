"""What is to be expected of a promise: how far it is, its pace, what became of those like it.

Nothing is said without what it rests on: so many cases, and the range that they leave.  Where they
do not bear it the outlook says that nobody can say, and why.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal, NamedTuple

from zakuro.outlook.pace import YEAR, Pace, Run, needed, pace
from zakuro.outlook.posterior import Many, Share, many
from zakuro.outlook.reference import reference
from zakuro.outlook.survival import Case, Curve, Marks, alike_in, chance

ALIKE_BY = ("giver", "topic", "size")
"""By what promises are alike, the widest class first; each narrows the one before."""

Over = Literal["", "kept", "ended", "not said"]
"""Why nothing is asked of a promise: it is kept, over, or not said yet."""

Why = Literal["", "kept", "ended", "not said", "too few", "mostly silent"]
"""Why nobody can say: nothing is to be asked, or too few cases were seen for so long."""

Likely = Literal["very unlikely", "unlikely", "even", "likely", "very likely"]
WORDS: tuple[tuple[int, Likely], ...] = (
    (100, "very unlikely"),
    (333, "unlikely"),
    (667, "even"),
    (900, "likely"),
)


class Measured(NamedTuple):
    """One measure: how far it is, what is expected by now, and its pace.

    ``expected`` is None where nothing says by when, ``needed`` (for each year of 365 days) where no
    time is left; ``pace`` None where nobody can say, and ``why`` then says why.
    """

    unit: str
    run: Run
    expected: Decimal | None
    needed: Decimal | None
    pace: Pace | None
    why: str


class Like(NamedTuple):
    """What became of promises like it: ``by`` what they are alike, and which ``codes`` they share.

    ``share`` None where too few were seen for so long; ``seen`` says how many were.
    """

    by: str
    codes: tuple[str, ...]
    seen: int
    share: Share | None


class Outlook(NamedTuple):
    """The outlook of one promise on a day.

    Asked is whether it is done by the end of ``until``: the day it is due, or a year from now where
    it named none or is late (``is_due`` False).  ``likelihood`` is None where nobody can say, with
    the reason in ``why``.  ``elsewhere`` is what records outside these books came to.
    """

    on: date
    until: date
    is_due: bool
    measures: tuple[Measured, ...]
    like: tuple[Like, ...]
    likelihood: Share | None
    why: Why
    elsewhere: Like | None

    @property
    def why_over(self) -> bool:
        """Whether there is nothing to look out for: kept, over or not said yet."""
        return self.why in {"kept", "ended", "not said"}

    @property
    def word(self) -> Likely | None:
        """The likelihood in words; None where nobody can say."""
        return in_words(self.likelihood) if self.likelihood else None


class Promise(NamedTuple):
    """What is asked about: when it was said, the first day after its term, and what it is like.

    ``over`` says why nothing is asked of it; ``silent`` that nobody has said anything of it, so
    that nobody knows whether it is open; ``sectors`` in which records elsewhere are like it.
    """

    said_on: date | None
    end: date | None
    marks: Marks
    over: Over
    silent: bool
    sectors: frozenset[str]


def in_words(share: Share) -> Likely:
    """Give a likelihood in words, by its mean."""
    return next((word for top, word in WORDS if share.range.mean < top), "very likely")


def measured(unit: str, run: Run, expected: Decimal | None, on: date) -> Measured:
    """Give how far a measure is, and its pace."""
    if run.done >= run.due:
        return Measured(unit, run, expected, None, None, "kept")
    found = pace(run, on)
    if isinstance(found, Pace):
        return Measured(unit, run, expected, needed(run, on), found, "")
    return Measured(unit, run, expected, needed(run, on), None, found)


class Cases:
    """All cases there are, and the classes of them, each made once.

    ``silent`` counts the promises of which nobody has said anything: where they are more than the
    cases, those spoken of are no measure of the others, and nobody can say.
    """

    def __init__(self, cases: Iterable[Case], silent: int = 0) -> None:
        self._cases = list(cases)
        self.mostly_silent = silent > len(self._cases)
        self._curves: dict[tuple[tuple[str, frozenset[str]], ...], Curve] = {}

    def curve(self, marks: Marks, names: Sequence[str]) -> Curve:
        """Give the cases that share a code under each of the names."""
        key = tuple((name, marks[name]) for name in names)
        if key not in self._curves:
            self._curves[key] = Curve(alike_in(self._cases, marks, names))
        return self._curves[key]

    def likelihood(self, promise: Promise, on: date) -> Share | None:
        """Give how likely a promise is done by the day asked about; None where nobody can say."""
        if promise.said_on is None or promise.over or self.mostly_silent:
            return None
        age, until = _ages(promise, on)
        chain = [self.curve(promise.marks, ALIKE_BY[:depth]) for depth in range(len(ALIKE_BY) + 1)]
        return chance(chain, age, until)


def outlook(promise: Promise, measures: Sequence[Measured], cases: Cases, on: date) -> Outlook:
    """Give the outlook of a promise as of a day."""
    until, is_due = asked_until(promise, on)
    found = cases.likelihood(promise, on)
    like: tuple[Like, ...] = ()
    elsewhere = None
    if promise.said_on is not None and not promise.over:
        names = () if cases.mostly_silent else ("", *ALIKE_BY)
        like = tuple(_like(promise, cases, by, on) for by in names)
        if promise.sectors:
            elsewhere = _elsewhere(promise, promise.said_on, on)
    lacking: Why = "mostly silent" if cases.mostly_silent else "too few"
    why: Why = promise.over or ("" if found else lacking)
    return Outlook(on, until, is_due, tuple(measures), like, found, why, elsewhere)


def asked_until(promise: Promise, on: date) -> tuple[date, bool]:
    """Give the day by which a promise is asked to be done, and whether it is the day it is due."""
    if promise.end is not None and on < promise.end:
        return promise.end - timedelta(days=1), True
    return on + timedelta(days=min(YEAR, (date.max - on).days)), False


def _ages(promise: Promise, on: date) -> tuple[int, int]:
    """Give the age in days after which it is open, and the one by which it is asked to end."""
    said = promise.said_on or on
    until, _ = asked_until(promise, on)
    return (-1 if promise.silent else (on - said).days), (until - said).days


def _like(promise: Promise, cases: Cases, by: str, on: date) -> Like:
    curve = cases.curve(promise.marks, (by,) if by else ())
    age, until = _ages(promise, on)
    codes = tuple(sorted(promise.marks[by])) if by else ()
    return Like(by, codes, curve.seen(age, until), chance([curve], age, until))


def _elsewhere(promise: Promise, said_on: date, on: date) -> Like:
    """Give what records outside came to; they know years, not days."""
    until, _ = asked_until(promise, on)
    age = -1 if promise.silent else on.year - said_on.year - 1
    whole, own = reference().curves(promise.sectors)
    ahead = until.year - said_on.year
    return Like("elsewhere", (), own.seen(age, ahead), chance([whole, own], age, ahead))


class Total(NamedTuple):
    """Of the pledges due in a year: how many are kept, over otherwise, and what is expected.

    ``asked`` are the open ones of which something can be said, ``unsaid`` those of which nobody can
    say; ``more`` how many of those asked about are expected to be kept by the day they are due.
    """

    year: int
    pledges: int
    kept: int
    over: int
    asked: int
    unsaid: int
    more: Many | None


def total(year: int, promises: Sequence[Promise], cases: Cases, on: date, alike: Decimal) -> Total:
    """Give the outlook of all promises that are due in a year."""
    kept = sum(promise.over == "kept" for promise in promises)
    over = sum(promise.over == "ended" for promise in promises)
    still = [promise for promise in promises if not promise.over]
    shares = [found.range.mean for one in still if (found := cases.likelihood(one, on))]
    more = many(shares, alike) if shares else None
    unsaid = len(still) - len(shares)
    return Total(year, len(promises), kept, over, len(shares), unsaid, more)
