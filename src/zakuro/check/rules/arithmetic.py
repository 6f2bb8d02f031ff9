"""Parts and their whole, percentages of change and the levels that they are between."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from zakuro.check.figures import Interval, as_printed, of_one_list, printed, rounding
from zakuro.check.paper import Line, Paper
from zakuro.model.finding import Finding, Verdict
from zakuro.model.statement import Mention, Quantity

_PERCENT = "%"
_MEASURED = frozenset({"money", "count", "dimension", "number", "percent", "range"})
_AMOUNTS = _MEASURED - {"percent"}
_YEAR = re.compile(r"(?:19|20)\d\d")
_FIGURE = re.compile(r"\d(?:[\d.,\s]*\d)?")
_DASH = re.compile(r"[-–—~〜～]")
_NEAR = 12
_ANOTHER = ", which may be another change, or that of each year"
_ROUNDER = ", which fits only if the levels were rounded more than they show"


def parts_of_a_whole(paper: Paper) -> Iterator[Finding]:
    """Z501: the parts of an amount that sum to it.

    Silent on fewer than two parts, on figures that are not exact, on a sum below the whole, whose
    other parts need not be told, and above it, as parts may overlap.
    """
    for statement in paper.reading.statements:
        for whole in statement.quantities:
            parts = [q for q in statement.quantities if q.part_of == whole.start]
            if len(parts) < 2 or any(not _is_exact(q) for q in (whole, *parts)):
                continue
            if len({q.unit for q in (whole, *parts)}) > 1:
                continue
            values = [part.value or Decimal(0) for part in parts]
            total, stated = sum(values, Decimal(0)), whole.value or Decimal(0)
            if total != stated:
                continue
            added = " + ".join(map(printed, values))
            yield Finding(
                kind="arithmetic",
                verdict="consistent",
                says=f"{added} = {printed(total)}, and the whole is {printed(stated)} {whole.unit}",
                where=(paper.place(whole), *map(paper.place, parts)),
                rule="Z501",
            )


def more_than_all(paper: Paper) -> Iterator[Finding]:
    """Z502: a decrease by more than a hundred per cent.

    Silent on percentage points, and where the sentence has another percentage, which may be the
    level that the change led to.
    """
    percents = paper.mentions("percent")
    for percent in percents:
        if percent.change != "decrease" or percent.unit != _PERCENT or percent.value is None:
            continue
        alone = not any(m is not percent and paper.together(percent, m) for m in percents)
        if percent.value > 100 and alone:
            yield Finding(
                kind="arithmetic",
                verdict="conflict",
                says=f"nothing falls by {printed(percent.value)} %: 100 % is all of it",
                where=(paper.place(percent),),
                rule="Z502",
            )


def change_between_levels(paper: Paper) -> Iterator[Finding]:
    """Z503: a percentage of change, against the two levels in the same sentence.

    Silent unless a sentence has one percentage and two levels in one unit, and nothing else that is
    measured; where they differ, silent too unless the words say that the change led from the one to
    the other, or give each level its own year.  Where only levels that are rounder than they are
    printed give the percentage, it cannot tell; nor where the ends of a range give one that is more
    than twice as great or small (and is silent in a language without a word for from).
    """
    for line in paper.lines:
        found = _change_and_levels(paper, line)
        if found is None or found.before <= 0:
            continue
        early, late, stated = map(rounding, (found.before, found.after, found.stated))
        if early.low <= 0:
            continue
        computed = _change(early, late)
        closer = _change(*(as_printed(*level) for level in found.levels))
        verdict: Verdict = "consistent"
        if not computed.meets(stated):
            verdict = "conflict"
        elif not closer.meets(stated):
            verdict = "cannot tell"
        if verdict != "consistent" and not found.joined:
            continue
        plain = abs(100 * (found.after / found.before - 1))
        far = verdict != "consistent" and found.in_a_range
        far = far and 2 * abs(plain - found.stated) >= max(plain, found.stated)
        if far and not paper.wording.leading:
            continue
        closely = f"{closer.low:.1f} to {closer.high:.1f} % with rounding"
        hedge = _ROUNDER if verdict == "cannot tell" else _ANOTHER if far else ""
        yield Finding(
            kind="arithmetic",
            verdict="cannot tell" if far else verdict,
            says=f"{found.words} is a {'fall' if found.after < found.before else 'rise'} of "
            f"{plain:.1f} % ({closely}); the text says “{found.change.exact}”{hedge}",
            where=(paper.place(found.change), *map(paper.place, found.places)),
            rule="Z503",
        )


def difference_between_levels(paper: Paper) -> Iterator[Finding]:
    """Z507: an increase or decrease by a figure, against the two levels in the same sentence.

    Silent unless a sentence has just these three, in one unit or without.  Where they differ,
    silent too unless the words give the levels as one range, or say that the one became the other.
    Where they are more than half of the greater apart, it cannot tell if the words have the first
    level, the change and the level that it led to in this order, and is silent else.
    """
    for line in paper.lines:
        found = _difference_and_levels(line)
        if found is None:
            continue
        change, before, after, places, joined = found
        stated, least = change.value or Decimal(0), abs(after - before)
        agrees = stated == least
        far = 2 * abs(stated - least) >= max(stated, least)
        if far and not (len(places) == 2 and places[0].start < change.start < places[1].start):
            continue  # so far off, it is the change of something else
        if not agrees and (
            not joined or abs(stated - least) <= of_one_list([stated, before, after])
        ):
            continue
        yield Finding(
            kind="arithmetic",
            verdict="consistent" if agrees else "cannot tell" if far else "conflict",
            says=f"{printed(max(before, after))} - {printed(min(before, after))} = "
            f"{printed(least)}, given as {change.exact}"
            f"{', which may be the change of something else' if far else ''}",
            where=(paper.place(change), *map(paper.place, places)),
            rule="Z507",
        )


def _change(early: Interval, late: Interval) -> Interval:
    """The change in percent from one level to another, without its sign."""
    sign = -1 if late.high < early.low else 1
    ends = sorted(
        sign * 100 * (to / base - 1)
        for to, base in ((late.low, early.high), (late.high, early.low))
    )
    return Interval(ends[0], ends[1])


def _is_exact(quantity: Quantity | Mention) -> bool:
    return quantity.bound == "exact" and quantity.value is not None and quantity.value > 0


class _Change(NamedTuple):
    """A percentage, the levels that it is held against, and whether the words join the three.

    ``levels`` has each with the words that print it, ``words`` both as people read them.
    """

    change: Mention
    before: Decimal
    after: Decimal
    levels: tuple[tuple[Decimal, str], tuple[Decimal, str]]
    places: tuple[Mention, ...]
    joined: bool

    @property
    def stated(self) -> Decimal:
        return self.change.value or Decimal(0)

    @property
    def in_a_range(self) -> bool:
        return len(self.places) == 1

    @property
    def words(self) -> str:
        return " to ".join(f"“{words}”" for words in dict.fromkeys(p.exact for p in self.places))


def _change_and_levels(paper: Paper, line: Line) -> _Change | None:
    """The one percentage of a sentence, and the two levels, the first that it changed from."""
    measured = [m for m in line.mentions if m.type in _MEASURED]
    changes = [m for m in measured if m.unit == _PERCENT and _is_exact(m) and m.change != "to"]
    levels = [m for m in measured if m.unit not in {_PERCENT, "{country}"}]
    if len(changes) != 1 or len(measured) > 4:
        return None
    if len(levels) == 1:
        return _in_a_range(paper, changes[0], levels[0])
    if len(levels) != 2:
        return None
    before, after = levels
    if before.change == "to" and after.change is None and _begins(paper, after):
        before, after = after, before  # rose to so much from so much
    if before.unit != after.unit or not before.value or not after.value:
        return None
    # What rises to a level is read as bounded by it where one word says both.
    bounds = before.bound, after.bound
    if bounds not in {("exact", "exact"), ("exact", "at-most")}:
        return None
    falls = after.value < before.value
    if changes[0].change not in {None, "decrease" if falls else "increase"}:
        return None
    return _Change(
        changes[0],
        before.value,
        after.value,
        ((before.value, before.exact), (after.value, after.exact)),
        (before, after),
        _leads_to(line, before, after),
    )


def _in_a_range(paper: Paper, change: Mention, level: Mention) -> _Change | None:
    """A change from the one end of a range to the other: from 70 to 95 billion dollars."""
    words = level.exact.casefold()
    figures = _FIGURE.findall(words)
    leading = paper.wording.leading
    if level.low is None or level.high is None or level.change or not change.change:
        return None
    if len(figures) != 2 or _DASH.search(words) or not words.startswith(leading or words):
        return None
    ends = level.low, level.high
    before, after = ends[::-1] if change.change == "decrease" else ends
    printed_as = (before, figures[0]), (after, figures[1])
    return _Change(change, before, after, printed_as, (level,), joined=True)


def _begins(paper: Paper, level: Mention) -> bool:
    """Whether a level stands behind a word for where a change began: from."""
    words = paper.reading.text[max(level.start - _NEAR, 0) : level.start].rstrip().casefold()
    return words.endswith(paper.wording.leading)


def _leads_to(line: Line, before: Mention, after: Mention) -> bool:
    """Whether the second level is what the change led to, or each has a year of its own."""
    if before.change is None and (after.change == "to" or after.bound == "at-most"):
        return True
    years = [int(y) for m in line.of("date", "period") for y in _YEAR.findall(m.exact)]
    return len(years) == 2 and years[0] < years[1]


def _difference_and_levels(
    line: Line,
) -> tuple[Mention, Decimal, Decimal, tuple[Mention, ...], bool] | None:
    """The change, the levels, where they stand, and whether the words join them."""
    measured = [m for m in line.mentions if m.type in _MEASURED and m.unit != _PERCENT]
    changes = [m for m in measured if m.change in {"increase", "decrease"} and _is_exact(m)]
    levels = [m for m in measured if m not in changes]
    if len(changes) != 1 or len(measured) != len([m for m in line.mentions if m.type in _AMOUNTS]):
        return None
    change = changes[0]
    if len(levels) == 1 and levels[0].low is not None and levels[0].high is not None:
        one = levels[0]
        joined = one.unit == change.unit or None in {one.unit, change.unit}
        return (
            (change, one.low or Decimal(0), one.high or Decimal(0), (one,), True)
            if joined
            else None
        )
    if len(levels) != 2 or not all(m.value for m in levels):
        return None
    before, after = levels
    units = {before.unit, after.unit}
    if len(units) > 1 or not (change.unit in units or None in units):
        return None
    joined = after.change == "to" or (after.bound, before.bound) == ("at-most", "exact")
    return change, before.value or Decimal(0), after.value or Decimal(0), (before, after), joined
