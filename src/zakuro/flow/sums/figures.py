"""What one pledge adds to the sums on a day, and on which days that changes.

A sum is of balance or score, by something (``unit``; ``all``, ``party``, ``topic``, ``summit``),
under a name (``CNY``, ``KAZ``); its figures have names too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple

from zakuro.flow.keeping import tables
from zakuro.flow.sums.cells import Counted, Rows, cells, holding
from zakuro.model.acts import ScoreValue

By = Literal["all", "party", "topic", "summit"]
Figures = dict[str, Fraction]
"""Figures by name; what is not there is zero.  Fractions, so that sums have one way to be said."""

AMOUNTS = (
    "pledged", "released", "obligation", "in_transit", "disputed", "receivable",
)  # fmt: skip
KINDS = ("by_report", "by_confirmation")
"""The two scores."""


class Sum(NamedTuple):
    """Which sum: of ``balance`` or ``score``, by what, and under which name."""

    of: str
    by: str
    name: str


def changes(rows: Rows, rule: Mapping[str, ScoreValue]) -> Iterator[tuple[str, Sum, Figures]]:
    """Give for each day on which what a pledge adds to a sum changes, by how much."""
    every = (*rows.lines, *rows.standings, *rows.assessments)
    before: dict[Sum, Figures] = {}
    for day in sorted({str(row["since"]) for row in every}):
        now = figures(rows, day, rule)
        for key in {**before, **now}:
            difference = added(now.get(key, {}), before.get(key, {}), -1)
            if difference:
                yield day, key, difference
        before = now


def figures(rows: Rows, day: str, rule: Mapping[str, ScoreValue]) -> dict[Sum, Figures]:
    """Give what a pledge adds to each sum on a day."""
    found = {Sum("balance", "unit", unit): of for unit, of in _amounts(rows, day).items()}
    counted = cells(rows, day, rule)
    for by in ("all", "party", "topic", "summit"):
        for name, mine in groups(counted, rows.pledge, by).items():
            found[Sum("score", by, name)] = score_figures(mine)
    return found


def groups(counted: Sequence[Counted], pledge: tables.Row, by: By) -> dict[str, list[Counted]]:
    """Give the cells of one pledge in the groups to which they belong."""
    if by == "party":
        return {cell.party: [cell] for cell in counted}
    names: Sequence[str] = ("all",)
    if by == "topic":
        names = [topic for topic in str(pledge["topics"]).split(";") if topic] or ["(no topic)"]
    elif by == "summit":
        names = (str(pledge["occasion"]) or "(no summit)",)
    return {name: list(counted) for name in names} if counted else {}


def score_figures(counted: Sequence[Counted]) -> Figures:
    """Give what the cells of one pledge add to a score.

    ``total`` is how many they are; of each score how many are ``judged``, their ``points``, and how
    many ``pledges`` are judged and their ``means``; and how many stand so, or are outside for what.
    """
    found: Counter[str] = Counter(f"standing {cell.standing}" for cell in counted)
    found.update(f"outside {cell.outside}" for cell in counted if cell.outside)
    figures = {name: Fraction(count) for name, count in found.items()}
    figures["total"] = Fraction(len(counted))
    for kind in KINDS:
        values: list[int] = [v for cell in counted if (v := getattr(cell, kind)) is not None]
        if values:
            figures[f"{kind} judged"] = Fraction(len(values))
            figures[f"{kind} points"] = Fraction(sum(values))
            figures[f"{kind} pledges"] = Fraction(1)
            figures[f"{kind} means"] = Fraction(sum(values), len(values))
    return added(figures, {})


def _amounts(rows: Rows, day: str) -> dict[str, Figures]:
    """Give what a pledge adds to the balance of each unit; a part of another only its trial."""
    said = any(not row["party"] for row in holding(rows.standings, day))
    found = {}
    for row in holding(rows.lines, day):
        trial = Fraction(Decimal(str(row["trial"])))
        of = {"uneven": Fraction(trial != 0)}
        if said:
            of |= {"lines": Fraction(1), "trial": trial}
        if said and not rows.pledge["part_of"]:
            of["pledges"] = Fraction(1)
            of |= {name: Fraction(Decimal(str(row[name]))) for name in AMOUNTS}
        found[str(row["unit"])] = added(of, {})
    return {unit: of for unit, of in found.items() if of}


def added(one: Figures, other: Figures, sign: int = 1) -> Figures:
    """Give the sum of figures, or their difference; zeros left out."""
    found = {name: one.get(name, ZERO) + sign * other.get(name, ZERO) for name in {**one, **other}}
    return {name: value for name, value in found.items() if value}


ZERO = Fraction(0)
