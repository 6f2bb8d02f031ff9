"""What so many cases say of the next one, as a range: whole cases in, thousandths out.

With k of n cases the share is Beta(k + 1, n - k + 1), as if one more case had ended and one had
not.  Its distribution is a sum of binomials in whole numbers, so every machine gives the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal, localcontext
from functools import cache
from math import comb
from typing import NamedTuple

SURE = 80
"""In percent, how often what is said to lie in a range lies there."""

MOST = 500
"""More cases than this say no more: what comes is never so like what was."""

THOUSAND = 1000
DIGITS = 50
FEW_GROUPS = 10
ALIKE = Decimal("0.25")
"""How far cases of one group go together where too few groups are known."""

LEAST_ALIKE = Decimal("0.005")


class Range(NamedTuple):
    """A share: its mean, and between what it lies in eight of ten; in thousandths."""

    low: int
    mean: int
    high: int


class Share(NamedTuple):
    """What cases say of a share: ``ended`` of ``cases``, and the range that follows."""

    cases: int
    ended: int
    range: Range


def share(ended: int, cases: int) -> Share:
    """Give what so many cases say."""
    return Share(cases, ended, _range(*_at_most(ended, cases)))


def _at_most(ended: int, cases: int) -> tuple[int, int]:
    return (ended, cases) if cases <= MOST else ((2 * ended * MOST + cases) // (2 * cases), MOST)


@cache
def _range(ended: int, cases: int) -> Range:
    one, other = ended + 1, cases - ended + 1
    tail = (100 - SURE) // 2
    return Range(
        quantile(tail, one, other),
        (2 * one * THOUSAND + one + other) // (2 * (one + other)),
        quantile(100 - tail, one, other),
    )


def quantile(percent: int, one: int, other: int) -> int:
    """Give the least share, in thousandths, below which Beta(one, other) lies so often."""
    low, high = 0, THOUSAND
    while low < high:
        middle = (low + high) // 2
        if below(middle, THOUSAND, one, other) * 100 >= percent * power(THOUSAND, one + other - 1):
            high = middle
        else:
            low = middle + 1
    return low


def below(part: int, whole: int, one: int, other: int) -> int:
    """Give how often Beta(one, other) lies below part / whole.

    It is what so many of one + other - 1 draws are: at least ``one`` of them; given as the
    numerator over whole to the power of the draws.
    """
    draws, rest = one + other - 1, whole - part
    if one <= other:
        return power(whole, draws) - _sum(part, rest, draws, one)
    return _sum(rest, part, draws, other)


def power(base: int, exponent: int) -> int:
    """Give a whole number to a power that is not below zero."""
    found: int = base**exponent
    return found


def _sum(part: int, rest: int, draws: int, most: int) -> int:
    """Give how often fewer than ``most`` of the draws are ``part``."""
    return sum(comb(draws, k) * power(part, k) * power(rest, draws - k) for k in range(most))


class Many(NamedTuple):
    """How many of several end: what is expected, and between how many it lies in eight of ten."""

    low: int
    middle: int
    high: int


def many(shares: Sequence[int], alike: Decimal) -> Many:
    """Give how many of several end, each with its share in thousandths; ``alike`` as they go.

    The number is beta-binomial: what ends together makes the range wider than chance alone.
    """
    count = len(shares)
    if not count:
        return Many(0, 0, 0)
    tail = Decimal(100 - SURE) / 200
    expected = (2 * sum(shares) + THOUSAND) // (2 * THOUSAND)
    low, high, before = None, 0, Decimal(0)
    for number, often in enumerate(_chances(count, sum(shares), alike)):
        # The half of a number's own weight lies below it, else whole numbers say too wide a range.
        middle = before + often / 2
        if low is None and middle >= tail:
            low = number
        if middle <= 1 - tail:
            high = number
        before += often
    low = expected if low is None else low
    return Many(min(low, expected), expected, max(high, expected))


def _chances(count: int, total: int, alike: Decimal) -> list[Decimal]:
    with localcontext(prec=DIGITS):
        mean = Decimal(min(max(total, 1), THOUSAND * count - 1)) / (THOUSAND * count)
        weight = 1 / alike - 1
        one, other = mean * weight, (1 - mean) * weight
        chance = Decimal(1)
        for place in range(count):
            chance *= (other + place) / (weight + place)
        found = [chance]
        for k in range(count):
            chance *= Decimal(count - k) / (k + 1) * (one + k) / (other + count - k - 1)
            found.append(chance)
        return found


class Group(NamedTuple):
    """Cases that belong together: how many ended of how many, and how many were expected to."""

    ended: int
    cases: int
    expected: Decimal


def alike(groups: Iterable[Group]) -> Decimal:
    """Give how far cases of a group go together, 0 as chance and 1 all or none.

    It follows from how far groups were from what was expected of them.
    """
    more = scale = Decimal(0)
    number = 0
    with localcontext(prec=DIGITS):
        for group in groups:
            mean = group.expected / group.cases
            chance = group.cases * mean * (1 - mean)
            more += (group.ended - group.expected) ** 2 - chance
            scale += chance * (group.cases - 1)
            number += 1
        if number < FEW_GROUPS or scale <= 0:
            return ALIKE
        return round(min(max(more / scale, LEAST_ALIKE), Decimal("0.5")), 4)
