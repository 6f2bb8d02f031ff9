"""What one pledge adds to the sums on a day, and on which days that changes.

A sum is of balance, standings or score, by something (``unit``; ``party``, empty for pledges as a
whole; ``all``, ``topic``, ``summit``), under a name (``CNY``, ``KAZ``); its figures have names too.
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
Number = int | Decimal | Fraction
Figures = dict[str, Number]
"""Figures by name; what is not there is zero."""

AMOUNTS = (
    "pledged", "released", "obligation", "in_transit", "unreported", "disputed", "receivable",
)  # fmt: skip
KINDS = ("by_report", "by_confirmation")
"""The two scores."""


class Sum(NamedTuple):
    """Which sum: of ``balance``, ``standings`` or ``score``, by what, and under which name."""

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
            new, old = now.get(key, {}), before.get(key, {})
            if new != old:
                yield day, key, difference(new, old)
        before = now


def figures(rows: Rows, day: str, rule: Mapping[str, ScoreValue]) -> dict[Sum, Figures]:
    """Give what a pledge adds to each sum on a day."""
    found = {Sum("balance", "unit", unit): of for unit, of in _amounts(rows, day).items()}
    for row in holding(rows.standings, day):
        found[Sum("standings", "party", str(row["party"]))] = {str(row["standing"]): 1}
    counted = cells(rows, day, rule)
    if not counted:
        return found
    whole = score_figures(counted)
    for by in ("all", "topic", "summit"):
        for name in group_names(rows.pledge, by):
            found[Sum("score", by, name)] = whole
    for cell in counted:
        own = whole if len(counted) == 1 else score_figures([cell])
        found[Sum("score", "party", cell.party)] = own
    return found


def groups(counted: Sequence[Counted], pledge: tables.Row, by: By) -> dict[str, list[Counted]]:
    """Give the cells of one pledge in the groups to which they belong."""
    if by == "party":
        return {cell.party: [cell] for cell in counted}
    return {name: list(counted) for name in group_names(pledge, by)} if counted else {}


def group_names(pledge: tables.Row, by: By) -> Sequence[str]:
    """Give the groups to which all cells of a pledge belong."""
    if by == "topic":
        return [topic for topic in str(pledge["topics"]).split(";") if topic] or ["(no topic)"]
    return (str(pledge["occasion"]) or "(no summit)",) if by == "summit" else ("all",)


def score_figures(counted: Sequence[Counted]) -> Figures:
    """Give what the cells of one pledge add to a score.

    ``total`` is how many they are; of each score how many are ``judged``, their ``points``, and how
    many ``pledges`` are judged and their ``means``; and how many stand so, or are outside for what.
    """
    figures: Figures = {"total": len(counted)}
    figures |= Counter(f"standing {cell.standing}" for cell in counted)
    figures |= Counter(f"outside {cell.outside}" for cell in counted if cell.outside)
    for kind in KINDS:
        values: list[int] = [v for cell in counted if (v := getattr(cell, kind)) is not None]
        if values:
            figures[f"{kind} judged"] = len(values)
            figures[f"{kind} points"] = sum(values)
            figures[f"{kind} pledges"] = 1
            figures[f"{kind} means"] = Fraction(sum(values), len(values))
    return figures


def _amounts(rows: Rows, day: str) -> dict[str, Figures]:
    """Give what a pledge adds to the balance of each unit; a part of another only its trial."""
    said = any(not row["party"] for row in holding(rows.standings, day))
    found = {}
    for row in holding(rows.lines, day):
        trial = Decimal(str(row["trial"]))
        of: Figures = {"uneven": 1} if trial else {}
        if said:
            of |= {"lines": 1, "trial": trial}
        if said and not rows.pledge["part_of"]:
            of["pledges"] = 1
            of |= {name: Decimal(str(row[name])) for name in AMOUNTS}
        if of:
            found[str(row["unit"])] = of
    return found


def add(figures: Figures, more: Figures, sign: int = 1) -> None:
    """Add figures to others, or with ``sign`` -1 take them off."""
    for name, value in more.items():
        # Amounts are decimals, what is counted and averaged is not: a figure is always one.
        figures[name] = figures.get(name, 0) + value * sign  # type: ignore[operator]


def difference(new: Figures, old: Figures) -> Figures:
    """Give by how much figures have changed; what has not is left out."""
    found = dict(new)
    add(found, old, -1)
    return {name: value for name, value in found.items() if value}


def written(value: Number) -> str:
    """Give a figure as text, always the same for the same value."""
    return f"{value.normalize() + 0:f}" if isinstance(value, Decimal) else str(value)


def read(text: str) -> Number:
    """Give the figure that a text says; ValueError or ArithmeticError for one that says none."""
    if "/" in text:
        return Fraction(text)
    return Decimal(text) if "." in text else int(text)
