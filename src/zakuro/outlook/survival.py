"""From promise to completion: of cases still open at an age, how many end by another.

What is still open when it was last looked at counts as long as it was followed (Kaplan-Meier).
A narrow class leans on the wider one it is part of, as if that had given it twenty cases more.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import ROUND_HALF_EVEN, Decimal, localcontext
from typing import NamedTuple

from zakuro.outlook.posterior import DIGITS, Share, share

WIDER = 20
"""So many cases the wider class gives a narrow one."""

FEWEST = 10
"""With fewer cases than this, seen for so long, nobody can say."""

Marks = Mapping[str, frozenset[str]]
"""By what cases are alike: ``giver``, ``topic``, ``size``, each with the codes that a case has."""


class Case(NamedTuple):
    """A promise once made: how long it was followed, and whether it was completed then."""

    followed: int
    ended: bool
    marks: Marks


def alike_in(cases: Iterable[Case], marks: Marks, names: Sequence[str]) -> list[Case]:
    """Give the cases that share a code with ``marks`` under each of the names."""
    return [case for case in cases if all(case.marks[name] & marks[name] for name in names)]


class Curve:
    """Cases in order of how long they were followed."""

    def __init__(self, cases: Iterable[Case]) -> None:
        listed = list(cases)
        self._followed = sorted(case.followed for case in listed)
        self.ends = Counter(case.followed for case in listed if case.ended)
        self._days = sorted(self.ends)

    def days(self, age: int, until: int) -> list[int]:
        """Give the ages after ``age`` and up to ``until`` at which cases ended."""
        return self._days[bisect_right(self._days, age) : bisect_right(self._days, until)]

    def reaches(self, until: int) -> bool:
        """Whether any case was followed so long, or all had ended before."""
        return self.followed(until) > 0 or sum(self.ends.values()) == len(self._followed)

    def seen(self, age: int, until: int) -> int:
        """Count the cases open after ``age`` of which is known whether they ended by ``until``."""
        return self.followed(until) + sum(
            self.ends[day] for day in self.days(age, until) if day < until
        )

    def followed(self, age: int) -> int:
        """Count the cases followed at least to an age."""
        return len(self._followed) - bisect_left(self._followed, age)


def chance(chain: Sequence[Curve], age: int, until: int) -> Share | None:
    """Give what share of those open after ``age`` end by ``until``; None where too few were seen.

    ``chain`` holds all cases, then narrower and narrower classes of them.
    """
    if not chain or chain[0].seen(age, until) < FEWEST or not chain[0].reaches(until):
        return None
    with localcontext(prec=DIGITS):
        days = chain[0].days(age, until)
        rates: dict[int, Decimal] = {}
        weight = 0
        for place, curve in enumerate(chain):
            gives = WIDER if place else 0
            for day in days:
                counted = curve.ends[day] + gives * rates.get(day, Decimal(0))
                of = curve.followed(day) + gives
                rates[day] = counted / of if of else Decimal(0)
            weight = curve.followed(age + 1) + min(gives, weight)
        left = Decimal(1)
        for day in days:
            left *= 1 - rates[day]
        ended = ((1 - left) * weight).to_integral_value(ROUND_HALF_EVEN)
    return share(int(ended), weight)
