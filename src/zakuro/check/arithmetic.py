"""Parts and their whole, percentages of change and the levels that they are between."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from zakuro.check.figures import Interval, printed, rounding
from zakuro.check.paper import Paper
from zakuro.model.finding import Finding
from zakuro.model.statement import Quantity, Statement

_PERCENT = "%"


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
            added = " + ".join(printed(value) for value in values)
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
    """Z503: a percentage of change, against the two levels in the same statement.

    Silent unless a statement has one percentage of change and two levels in one unit; where they
    differ, silent too unless the words say that the change led from the one to the other.
    """
    for statement in paper.reading.statements:
        found = _change_and_levels(statement)
        if found is None:
            continue
        change, before, after = found
        early, late, stated = (rounding(q.value or Decimal(0)) for q in (before, after, change))
        if early.low <= 0:
            continue
        sign = -1 if change.change == "decrease" else 1
        ends = sorted(
            sign * 100 * (to / base - 1)
            for to, base in ((late.low, early.high), (late.high, early.low))
        )
        computed = Interval(ends[0], ends[1])
        agrees = computed.meets(stated)
        if not agrees and not _leads_to(paper, before, after):
            continue
        verdict: Literal["consistent", "conflict"] = "consistent" if agrees else "conflict"
        yield Finding(
            kind="arithmetic",
            verdict=verdict,
            says=f"{before.exact} and {after.exact} are a change of {computed.low:.1f} to "
            f"{computed.high:.1f} %, given as {change.exact}",
            where=(paper.place(change), paper.place(before), paper.place(after)),
            rule="Z503",
        )


def _is_exact(quantity: Quantity) -> bool:
    return quantity.bound == "exact" and quantity.value is not None and quantity.value > 0


def _change_and_levels(statement: Statement) -> tuple[Quantity, Quantity, Quantity] | None:
    """The one change of a statement, and its two levels in the order of the text."""
    changes = [
        q
        for q in statement.quantities
        if q.unit == _PERCENT and q.change in {"increase", "decrease"} and _is_exact(q)
    ]
    levels = [q for q in statement.quantities if q.unit != _PERCENT]
    if len(changes) != 1 or len(statement.quantities) != 3 or len(levels) != 2:
        return None
    before, after = levels
    if before.unit != after.unit or not (_is_exact(before) and _is_exact(after)):
        return None
    if before.equivalent_of or after.equivalent_of or after.part_of is not None:
        return None
    return changes[0], before, after


def _leads_to(paper: Paper, before: Quantity, after: Quantity) -> bool:
    """Whether the second level is what the change led to, and stands in the same sentence."""
    return before.change is None and after.change == "to" and paper.together(before, after)
