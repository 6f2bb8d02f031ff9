"""Mentions: every number, amount and time of a text, the outermost of each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date

from zakuro.languages.load import Pack
from zakuro.read import numerals
from zakuro.read.fold import Folded
from zakuro.read.numerals import Number
from zakuro.read.quantities import quantities
from zakuro.read.raw import Raw
from zakuro.read.times import find_times


def find(folded: Folded, pack: Pack, reference: date | None = None) -> list[Raw]:
    """The outermost mentions of a text in order, none overlapping another.

    ``reference`` is the day from which relative times run.  Each mention's ``inner`` holds the
    bare numbers inside it.  A number that a time has taken makes no quantity.
    """
    numbers = numerals.find(folded, pack)
    times = find_times(folded, pack, reference, numbers)
    if not numbers:
        return times
    if times:
        numbers = _outside(numbers, times)
    found: list[Raw] = list(quantities(pack).find(folded, numbers, times))
    return sorted(found + times, key=_start) if times else found


def _outside(numbers: Sequence[Number], times: Sequence[Raw]) -> list[Number]:
    """The numbers that no time has taken; the others are put inside their times."""
    starts = [time.start for time in times]
    outside = []
    for number in numbers:
        index = bisect_right(starts, number.start) - 1
        time = times[index] if index >= 0 else None
        if time is not None and number.start < time.end:
            inner = Raw("number", number.start, number.end, number.value, None, "exact")
            if inner.end <= time.end:
                time.inner.append(inner)
            continue
        index = bisect_left(starts, number.end) - 1
        if index >= 0 and times[index].start > number.start:
            continue
        outside.append(number)
    return outside


def _start(mention: Raw) -> int:
    return mention.start
