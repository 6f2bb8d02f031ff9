"""Figures as printed: what a figure can stand for, and how it is written in a finding."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

_DIGITS = re.compile(r"\d+")


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


def as_printed(value: Decimal, words: str) -> Interval:
    """What a figure can have been before it was rounded to the last digit that its words print.

    40 million stands for 39.5 to 40.5 million, though it may be rounder than it looks; words that
    print no such digits are taken as ``rounding`` does.
    """
    whole = "".join(_DIGITS.findall(words))
    place = value / int(whole) if whole and int(whole) else Decimal(0)
    if not place or place.normalize().as_tuple().digits != (1,):
        return rounding(value)
    return Interval(value - place / 2, value + place / 2)


def of_one_list(values: Sequence[Decimal]) -> Decimal:
    """By how much the sum of figures that are printed to one place can miss, each being rounded.

    The place is that of the figure with most digits: beside 407 and 211, 100 is no round figure.
    """
    finest = min(int(value.normalize().as_tuple().exponent) for value in values)
    return Decimal(5).scaleb(finest - 1) * len(values)


def digits(value: Decimal) -> int:
    """How many digits a figure is given with, without the noughts behind it: 2 for 26 000 000."""
    return len(value.normalize().as_tuple().digits)


def printed(value: Decimal) -> str:
    """A figure for people: 1,500,000,000, without needless noughts."""
    plain = value.normalize()
    return f"{plain:,f}"


def near_miss(one: Decimal, other: Decimal) -> str:
    """How two figures differ by one slip of the pen, as the end of a sentence; else nothing."""
    a, b = (format(value.normalize(), "f").replace(".", "") for value in (one, other))
    short, long = (value.rstrip("0") for value in sorted((a, b), key=len))
    if short == long:
        return ": the digits agree, a power of ten is between them"
    if len(a) == len(b) and sum(x != y for x, y in zip(a, b, strict=True)) == 1:
        return ": one digit is between them"
    if len(a) == len(b) and sorted(a) == sorted(b):
        places = [i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
        if len(places) == 2 and places[1] == places[0] + 1:
            return ": two digits have changed places"
    if any(long[:i] + long[i + 1 :] == short for i in range(len(long))):
        return ": one digit is left out"
    return ""


def mean_can_be(mean: Decimal, n: int, places: int) -> bool:
    """Whether the mean of n whole numbers, rounded at a half either way, can be this."""
    half = Decimal(5).scaleb(-places - 1)
    total = mean * n
    nearest = total.to_integral_value()
    return any(
        abs(Decimal(whole) / n - mean) <= half for whole in (nearest - 1, nearest, nearest + 1)
    )
