"""What is told of a thing in figures: a series with who says it, and what a register claims."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal, NamedTuple

from zakuro.model.statement import Quantity, Statement
from zakuro.model.things import Tie
from zakuro.things.thing import Held

By = Literal["said", "reported", "confirmed"]


class Figure(NamedTuple):
    """One figure of a series: of which day, how much, who says it, and where that stands.

    ``by`` says whether it was only said, or is the giver's report or the receiver's confirmation;
    ``said_by`` who says it, ``counted_by`` who counts, ``publisher`` in whose paper it stands.
    """

    on: date | None
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str
    bound: str
    change: str
    period: str
    by: By
    said_by: str
    counted_by: str
    publisher: str
    place: str
    words: str
    language: str


class Context(NamedTuple):
    """What a statement does not say itself: its name, day, language, speaker and publisher."""

    name: str
    published: date | None
    language: str
    said_by: str
    publisher: str


def figures_of(
    statement: Statement, tie: Tie, context: Context, unit: str | None = None
) -> list[Figure]:
    """Give the figures that a statement tied to a thing says of it.

    Where the tie says what is claimed, that alone; else what the words count, but no restatement
    in another currency and no count of what is reached.  Of a thing that counts in a ``unit`` only
    that and percents, where the words have any.
    """
    if tie.value is not None:
        said = [
            Quantity(start=0, end=0, exact="", unit=tie.unit or "", bound="exact", value=tie.value)
        ]
    else:
        said = [
            quantity
            for quantity in statement.quantities
            if not quantity.scope
            and quantity.equivalent_of is None
            and tie.unit in (None, quantity.unit)
        ]
        own = [quantity for quantity in said if quantity.unit in (unit, "%")]
        said = own if own or (unit and tie.item) else said
    period = statement.period
    on = context.published
    if period is not None and period.end_date is not None and (on is None or period.end_date <= on):
        on = period.end_date - timedelta(days=1)
    return [
        Figure(
            on=on,
            value=quantity.value,
            low=quantity.low,
            high=quantity.high,
            unit=quantity.unit,
            bound=quantity.bound,
            change=quantity.change or "",
            period=period.edtf if period else "",
            by="said",
            said_by=context.said_by,
            counted_by=statement.counted_by or "",
            publisher=context.publisher,
            place=context.name,
            words=" ".join(statement.exact.split()),
            language=context.language,
        )
        for quantity in said
    ]


def in_order(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """Give figures in the order of their days; those of no day first."""
    return tuple(sorted(figures, key=lambda each: (each.on or date.min, each.place)))


class Claimed(NamedTuple):
    """What a register is said to hold against what it names; ``last`` is the last figure said."""

    last: Figure | None
    named: int


def claimed(figures: Sequence[Figure], unit: str | None, members: Sequence[Held]) -> Claimed:
    """Give how many a register is said to hold, as said last, against how many are named.

    What was delivered on a pledge is a step, and no claim of how many there are.
    """
    whole = [
        each
        for each in figures
        if each.by == "said" and each.value is not None and each.change in ("", "to")
        if unit in (None, each.unit)
    ]
    named = sum(held.item.sort == "member" for held in members)
    return Claimed(whole[-1] if whole else None, named)


def next_due(held: Sequence[Held], on: date) -> Held | None:
    """Give the next meeting of a series as of a day: one planned, or due, on that day or after."""
    ahead = [
        (day, each)
        for each in held
        if each.item.sort == "meeting"
        for day in [each.item.on or each.item.due]
        if day is not None and day >= on
    ]
    return min(ahead, key=lambda found: found[0])[1] if ahead else None
