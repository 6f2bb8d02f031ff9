"""Mentions: every number, amount and time of a text, the outermost of each."""

from __future__ import annotations

from datetime import date

from zakuro.languages.load import Pack
from zakuro.read import numerals
from zakuro.read.fold import Folded
from zakuro.read.quantities import quantities
from zakuro.read.raw import Raw
from zakuro.read.times import find_times


def find(folded: Folded, pack: Pack, reference: date | None = None) -> list[Raw]:
    """The outermost mentions of a text in order, none overlapping another.

    ``reference`` is the day from which relative times run.  Each mention's ``inner`` holds the
    bare numbers inside it, unless it is a bare number itself.
    """
    numbers = numerals.find(folded, pack)
    times = find_times(folded, pack, reference, numbers)
    counted = quantities(pack).find(folded, numbers) if numbers else []
    return _merged(times, list(counted))


def _merged(times: list[Raw], quantities: list[Raw]) -> list[Raw]:
    """Both in order; a quantity that a time overlaps gives way: 2025年 is no count of years."""
    merged: list[Raw] = []
    place = 0
    for quantity in quantities:
        while place < len(times) and times[place].end <= quantity.start:
            merged.append(times[place])
            place += 1
        if place < len(times) and times[place].start < quantity.end:
            continue
        merged.append(quantity)
    merged.extend(times[place:])
    return merged
