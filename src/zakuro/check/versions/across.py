"""Statements of several documents, in any languages, held against each other.

What is compared is what statements say, not their words: the same parties, thing and period, with
another figure, or with the same figure in another unit.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations, pairwise
from typing import NamedTuple

from zakuro.check.figures import digits, near_miss, printed, rounding
from zakuro.model.finding import Finding, Place, Verdict
from zakuro.model.statement import Quantity, Statement

_FEW = 12
"""More tellings of one thing are compared each with the one before it only."""


class Told(NamedTuple):
    """A statement of a document: its name, the day it was published, what was said."""

    document: str
    published: date | None
    statement: Statement

    @property
    def voice(self) -> str:
        """Whose word it is."""
        said = self.statement
        return said.counted_by or said.told_by or said.speaker or said.reporter or ""


class _Figure(NamedTuple):
    told: Told
    quantity: Quantity


def across(told: Iterable[Told]) -> Iterator[Finding]:
    """Z801: one thing told in two documents with two figures.

    The thing is one where kind, parties, what is given or counted, act and period are the same.  A
    later figure of the same speaker replaces the earlier one (*consistent*); one of another speaker
    stands beside it (*ambiguous*, as both may count rightly).  Silent on bare counts, whose things
    may differ, on statements that name no party or no period, and where rounding or a bound lets
    both be true.
    """
    yield from _compared(told, set())


def across_changed(told: Iterable[Told], changed: set[str]) -> Iterator[Finding]:
    """Z801, only where one of the two documents is among those that changed."""
    yield from _compared(told, changed)


def _compared(told: Iterable[Told], changed: set[str]) -> Iterator[Finding]:
    things: dict[tuple[object, ...], list[_Figure]] = defaultdict(list)
    for each in told:
        for quantity in each.statement.quantities:
            key = _thing(each.statement, quantity)
            if key is not None:
                things[key].append(_Figure(each, quantity))
    for figures in things.values():
        figures.sort(key=lambda each: (each.told.published or date.min, each.told.document))
        for one, other in _pairs(figures):
            documents = {one.told.document, other.told.document}
            if len(documents) == 2 and (not changed or documents & changed):
                yield from _held(one, other)


def _pairs(figures: Sequence[_Figure]) -> Iterable[tuple[_Figure, _Figure]]:
    if len(figures) <= _FEW:
        return combinations(figures, 2)
    return pairwise(figures)


def _thing(said: Statement, quantity: Quantity) -> tuple[object, ...] | None:
    """What a figure is of, so that two of the same can be compared; None where nobody can tell."""
    parties = frozenset((*said.parties, *said.givers, *said.receivers))
    money = len(quantity.unit) == 3 and quantity.unit.isupper()
    thing = said.object or (
        said.topics[0] if said.topics and (money or quantity.unit == "%") else ""
    )
    period = said.period.edtf if said.period is not None else None
    if quantity.value is None or quantity.part_of is not None or quantity.equivalent_of:
        return None
    if not parties or not thing or quantity.scope:
        return None
    if period is None and not (money and said.kind == "pledge"):
        return None
    change = quantity.change if quantity.change != "to" else None
    sort = "money" if money else quantity.unit
    return said.kind, parties, thing, said.act, period, sort, change


def _held(one: _Figure, other: _Figure) -> Iterator[Finding]:
    """Two figures of one thing."""
    first, second = one.quantity, other.quantity
    a, b = first.value, second.value
    if a is None or b is None:
        return
    verdict: Verdict = "ambiguous"
    if first.unit != second.unit:
        if a != b or digits(a) < 2:
            return
        said = f"the same figure in {first.unit} and in {second.unit}"
    elif {first.bound, second.bound} != {"exact"} or rounding(a).meets(rounding(b)):
        return
    else:
        said = f"{printed(a)} is not {printed(b)} {first.unit}{near_miss(a, b)}"
        same = one.told.voice and one.told.voice == other.told.voice
        later = (one.told.published or date.min) < (other.told.published or date.min)
        if same and later:
            verdict = "consistent"
            said += f"; the later figure of {other.told.voice} replaces the earlier"
        elif not same:
            said += "; who says the one is not who says the other, so they stand beside each other"
    yield Finding(
        kind="repetition",
        verdict=verdict,
        says=f"{other.told.document} and {one.told.document} tell one thing with two figures: "
        f"{second.exact}, {first.exact}; {said}",
        where=(_place(other), _place(one)),
        rule="Z801",
    )


def _place(figure: _Figure) -> Place:
    quantity = figure.quantity
    return Place(
        start=quantity.start,
        end=quantity.end,
        exact=quantity.exact,
        document=figure.told.document,
    )
