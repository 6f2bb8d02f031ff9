"""Figures as printed: what a figure can stand for, and how it is written in a finding."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple


class Interval(NamedTuple):
    """The least and the greatest of what a figure can stand for."""

    low: Decimal
    high: Decimal

    def meets(self, other: Interval) -> bool:
        """Whether two can stand for the same."""
        return self.low <= other.high and other.low <= self.high

    def widened(self, share: Decimal) -> Interval:
        """The interval with a share of itself added at both ends."""
        return Interval(self.low * (1 - share), self.high * (1 + share))


def rounding(value: Decimal) -> Interval:
    """What a figure can have been before it was rounded to the digits it is printed with."""
    places = value.normalize().as_tuple().exponent
    half = Decimal(5).scaleb(int(places) - 1)
    return Interval(value - half, value + half)


def digits(value: Decimal) -> int:
    """How many digits a figure is given with, without the noughts behind it: 2 for 26 000 000."""
    return len(value.normalize().as_tuple().digits)


def printed(value: Decimal) -> str:
    """A figure for people: 1,500,000,000, without needless noughts."""
    plain = value.normalize()
    return f"{plain:,f}"
