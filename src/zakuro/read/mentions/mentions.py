"""Mentions: every number, amount and time of a text, the outermost of each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from zakuro.languages.load import Pack
from zakuro.read.lexis.folding import Folded
from zakuro.read.mentions.draft import Raw
from zakuro.read.mentions.numbers import numerals
from zakuro.read.mentions.numbers.arithmetic import exact
from zakuro.read.mentions.numbers.numerals import Number
from zakuro.read.mentions.quantities.amounts import amounts
from zakuro.read.mentions.quantities.non_quantities import plain
from zakuro.read.mentions.quantities.nouns import nouns
from zakuro.read.mentions.quantities.ordinals import ordinals
from zakuro.read.mentions.quantities.quantities import quantities
from zakuro.read.mentions.times.grammar import find_times

_COMPACT = len("20250617")
_YEARS = (Decimal(1600), Decimal(2100))


@exact
def find(
    folded: Folded, pack: Pack, reference: date | None = None, relative: bool = False
) -> list[Raw]:
    """The outermost mentions of a text in order, none overlapping another.

    ``reference`` is the day from which relative times run.  With ``relative``, words for a place
    in a row (next, last) are given as ordinals without a value, their place as the code
    (``current+1``, ``end+0``).  Each mention's ``inner`` holds the
    bare numbers inside it.  A number that a time has taken makes no quantity, unless nothing but
    its four figures spoke for a year.
    """
    numbers = numerals.find(folded, pack)
    times = find_times(folded, pack, reference, numbers)
    if times:
        times, numbers = _shared_out(folded, pack, times, numbers)
    found: list[Raw] = list(quantities(pack).find(folded, numbers, times)) if numbers else []
    if times:
        found = sorted(found + times, key=_start)
    if relative:
        found = _with(found, ordinals(pack).relative(folded))
    return found


def _with(found: list[Raw], more: Iterable[Raw]) -> list[Raw]:
    """The mentions with those of ``more`` that overlap none of them."""
    starts = [mention.start for mention in found]
    ends = [mention.end for mention in found]
    clear = [one for one in more if bisect_right(ends, one.start) == bisect_left(starts, one.end)]
    return sorted(found + clear, key=_start) if clear else found


def _shared_out(
    folded: Folded, pack: Pack, times: Sequence[Raw], numbers: Sequence[Number]
) -> tuple[list[Raw], list[Number]]:
    """The times that stay, their numbers inside them, and the numbers that are left."""
    starts = [number.start for number in numbers]
    ends = [number.end for number in numbers]
    kept: list[Raw] = []
    free: list[Number] = []
    done = 0
    for time in times:
        first = bisect_right(ends, time.start)
        after = bisect_left(starts, time.end)
        inside = numbers[first:after]
        if inside and _is_number(folded, pack, time, inside):
            continue
        free += numbers[done:first]
        done = max(done, after)
        for number in inside:
            if time.start <= number.start and number.end <= time.end:
                inner = Raw("number", number.start, number.end, number.value, None, "exact")
                time.inner.append(inner)
        kept.append(time)
    free += numbers[done:]
    return kept, free


def _is_number(folded: Folded, pack: Pack, time: Raw, inside: Sequence[Number]) -> bool:
    """Whether what was taken for a time is none.

    So it is with a part of a unit (3割8分) and with bare figures that count something, refer to
    something or lie outside any plausible year.
    """
    last = inside[-1]
    if amounts(pack).is_part(folded, inside[0]) or any(number.value < 0 for number in inside):
        return True
    if time.end != last.end or not all(number.whole for number in inside):
        return False
    if last.start == time.start and last.end - last.start == _COMPACT:
        return plain(pack).names_no_year(folded, last) or amounts(pack).measures(folded, last)
    if not any(_YEARS[0] <= number.value <= _YEARS[1] for number in inside):
        return len(folded.text[time.start : time.end]) >= 4 and all(n.value > 999 for n in inside)
    if time.type == "date" and len(inside) > 1:
        return False
    if time.start == last.start and (
        plain(pack).names_no_year(folded, last)
        or nouns(pack).counts_no_year(folded.text, last.start, last.end)
    ):
        return True
    return not plain(pack).says_year(folded, last) and amounts(pack).measures(folded, last)


def _start(mention: Raw) -> int:
    return mention.start
