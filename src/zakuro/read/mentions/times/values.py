"""What a time expression means before it is held against a day: points, lengths and their kin."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Limit = Literal["by", "until", "before", "deadline", "after", "since"]


@dataclass(frozen=True, slots=True)
class Point:
    """A place in the calendar, as exact as the words tell: a year, a month in it, a day in that.

    ``within`` is the time of which this one is a part (*April* of *next year*).  ``shift`` counts
    units from the day of the statement, or from the time named before when ``anaphoric``.
    ``turn`` is the next (1), the last (-1) or this (0) of its name.  ``around`` is the unit, a week
    say, in which ``within`` lies.  ``leading`` is all up to the end of ``part``, or all
    from its beginning on where it is counted from the end: the first, the last eight months.
    ``fixed`` marks a span that ``year`` begins and that is ``years`` long.
    """

    year: int | None = None
    years: int = 1
    fiscal: bool = False
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: int | None = None
    shift: tuple[str, int] | None = None
    anaphoric: bool = False
    turn: int | None = None
    part: tuple[str, int] | None = None
    leading: bool = False
    edge: str | None = None
    around: str | None = None
    within: Time | None = None


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time: counts of units, largest first; a vague count is None.

    ``high`` is the count at the upper end where the words give a range (three to five years).
    """

    parts: tuple[tuple[Decimal | None, str], ...]
    high: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Rolling:
    """A window of some length before (-1) or after (1) the day of the statement."""

    direction: int
    length: Length
    origin: Time | None = None


@dataclass(frozen=True, slots=True)
class Distant:
    """The day that lies some length before (-1) or after (1) the statement, or another time.

    ``anaphoric`` counts from what the text told last (two years later), which need not be a time
    that it named: such a day is found but not known.
    """

    direction: int
    length: Length
    origin: Time | None = None
    anaphoric: bool = False


@dataclass(frozen=True, slots=True)
class Limited:
    """All time up to or from a time.

    ``by`` and ``until`` end with it, ``before`` ends where it begins, ``deadline`` with it where
    it is yet to come and else where it begins; ``since`` begins with it, ``after`` behind it.
    """

    limit: Limit
    time: Time


@dataclass(frozen=True, slots=True)
class Between:
    """From one time to the end of another."""

    first: Time
    last: Time


Time = Point | Rolling | Distant | Limited | Between
