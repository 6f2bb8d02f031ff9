"""What a pledge opens: its measures and its parties, by rule from what was said.

The rules stand in docs/decisions/measures.md.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import msgspec

from zakuro.ledger.parties import Groups, expand, named, spoken_by
from zakuro.model.acts import Measure, Pledge, Term
from zakuro.model.errors import RefusedError
from zakuro.model.statement import Period, Quantity, Statement
from zakuro.model.vocabulary import object_unit, unit_label

_YEAR, _NEARLY = 365.25, 15
"""Days of a year, and how many days a period of whole years may be off."""


@cache
def _rules() -> dict[str, frozenset[str]]:
    """Give the units that count a scope, and the acts that create their object."""
    table = tomllib.loads((files(__package__) / "measures.toml").read_text("utf-8"))
    return {name: frozenset(codes) for name, codes in table.items()}


def is_scope(quantity: Quantity, thing: str | None) -> bool:
    """Say whether a quantity counts what an act reaches (three fields), not what it delivers.

    A count of the act's own object (ten cities, of sister cities) is what it delivers.
    """
    own = thing is not None and quantity.unit == object_unit(thing)
    return quantity.scope or (quantity.unit in _rules()["scope_units"] and not own)


def _owed(statement: Statement) -> dict[str, list[Measure]]:
    """Give the amounts that a statement owes, by unit: no equivalents, parts, scope counts."""
    found: dict[str, list[Measure]] = {}
    for said in statement.quantities:
        whole = said.equivalent_of is None and said.part_of is None
        if whole and not is_scope(said, statement.object):
            quantity = _in_all(said, statement.period)
            found.setdefault(quantity.unit, []).append(_measure(quantity))
    return found


def measures(statement: Statement, *, add_up: bool = False) -> tuple[Measure, ...]:
    """Give the accounts that a pledge opens, one for each unit; never none.

    Equivalents, parts of a whole and scope counts are no measures.  A yearly amount over whole
    years counts in all.  Of several amounts of one unit the largest counts, and the others are its
    parts; with ``add_up`` their sum does (:func:`open_questions` asks which).  An act that brings
    its object into being counts the object: one for each of the scope counted, or, if it founds it,
    one.  What remains is one unit of its act.
    """
    thing = statement.object
    counted = [q for q in statement.quantities if q.equivalent_of is None and q.part_of is None]
    if owed := _owed(statement):
        return tuple(_sum(found) if add_up else _whole(found) for found in owed.values())
    rules = _rules()
    unit = object_unit(thing) if thing is not None else None
    if unit is not None:
        if len(counted) == 1 and statement.act in rules["creating_acts"]:
            return (_measure(counted[0], unit=unit, rule="distributed"),)
        if statement.act in rules["founding_acts"]:
            return (Measure(unit=unit, value=Decimal(1), rule="single"),)
    return (Measure(unit=f"{{{statement.act or 'pledge'}}}", value=Decimal(1), rule="act"),)


def _in_all(quantity: Quantity, period: Period | None) -> Quantity:
    """Give a yearly amount over whole years as the amount in all; another one as it is."""
    if not quantity.unit.endswith("/a") or period is None:
        return quantity
    if period.start_date is None or period.end_date is None:
        return quantity
    days = (period.end_date - period.start_date).days
    years = round(days / _YEAR)
    if years < 1 or abs(days - years * _YEAR) > _NEARLY:
        return quantity

    def times(value: Decimal | None) -> Decimal | None:
        return None if value is None else value * years

    return msgspec.structs.replace(
        quantity,
        unit=quantity.unit.removesuffix("/a"),
        value=times(quantity.value),
        low=times(quantity.low),
        high=times(quantity.high),
    )


def _measure(quantity: Quantity, **changes: object) -> Measure:
    value = quantity.value if quantity.value is not None else quantity.low
    if value is None:  # a range open below: what is owed for certain is what stands at its top
        value = quantity.high or Decimal(0)
    fields: dict[str, object] = {
        "unit": quantity.unit,
        "value": value,
        "low": quantity.low,
        "high": quantity.high,
        "bound": quantity.bound,
        "change": quantity.change,
        "exact": quantity.exact,
    }
    return Measure(**(fields | changes))  # type: ignore[arg-type]


def _whole(found: list[Measure]) -> Measure:
    return max(found, key=lambda measure: measure.value)


def _is_divided(found: list[Measure]) -> bool:
    """Say whether one of some amounts is exactly the sum of the others, which are its parts."""
    return sum((measure.value for measure in found), Decimal(0)) == 2 * _whole(found).value


def _sum(found: list[Measure]) -> Measure:
    whole = _whole(found)
    if len(found) == 1 or _is_divided(found):
        return whole
    total = sum((measure.value for measure in found), Decimal(0))
    highs = [m.high if m.high is not None else m.value for m in found]
    ranges = any(m.high is not None for m in found)
    return Measure(
        unit=whole.unit,
        value=total,
        low=total if ranges else None,
        high=sum(highs, Decimal(0)) if ranges else None,
        bound=found[0].bound if len({m.bound for m in found}) == 1 else "about",
        exact=" + ".join(measure.exact for measure in found),
    )


def open_pledge(
    statement: Statement,
    name: str,
    *,
    groups: Groups,
    said_on: date | None = None,
    occasion: str | None = None,
    part_of: str | None = None,
    each: bool = False,
    add_up: bool = False,
    together: bool = False,
) -> Pledge:
    """Give the pledge that ``statement`` (``name`` in the books: ``D-1:s3``) opens.

    ``each`` says that every receiver is owed the full amount, as a mark "each" does; ``add_up``
    that the amounts of one unit add up, where without it the largest counts.  Where two
    sides or more promise, to no other than themselves, each owes it to the others, or, with
    ``together``, all of them owe the one thing to all.
    """
    givers = statement.givers or (() if statement.receivers else statement.parties)
    sides, receivers = set(expand(givers, groups)), set(expand(statement.receivers, groups))
    period = statement.period
    joint = len(sides) > 1 and receivers <= sides
    if together and not joint:
        raise RefusedError(
            f"{name} is promised by {', '.join(givers) or 'nobody'} to "
            f"{', '.join(statement.receivers) or 'nobody'}: what is promised together is promised "
            "by two or more, to no other than themselves."
        )
    return Pledge(
        statement=name,
        givers=givers,
        receivers=statement.receivers,
        measures=measures(statement, add_up=add_up),
        act=statement.act,
        object=statement.object,
        objects=statement.objects,
        topics=statement.topics,
        number=statement.number,
        about=statement.about,
        strength=statement.strength,
        said_on=said_on,
        term=None
        if period is None
        else Term(
            start_date=period.start_date,
            end_date=period.end_date,
            edtf=period.edtf,
            exact=period.exact,
        ),
        occasion=occasion,
        exact=statement.exact,
        each=each or any(mark.role == "each" for mark in statement.derivation),
        reciprocal=joint and not together,
        together=together,
        part_of=part_of,
        groups=named(givers, groups) | named(statement.receivers, groups),
        told_by=spoken_by(statement),
        counted_by=statement.counted_by,
        method=statement.method,
    )


class Question(NamedTuple):
    """What a person must say before a pledge opens.

    ``about`` is the field of the statement in question, ``words`` says what is asked and which
    command answers; ``choices`` names what answers it without changing what was read.
    """

    about: str
    words: str
    choices: tuple[str, ...] = ()


def open_questions(statement: Statement, pledge: Pledge, *, add_up: bool = False) -> list[Question]:
    """Give what must be answered before ``pledge`` opens from ``statement``; nothing is guessed.

    Who promises; to whom, where there is a figure; which of two amounts in one unit counts; among
    whom "each" is, where fewer than two are named; and of a figure that several promise to none but
    themselves, whether each owes all of it to the others.
    """
    return list(_questions(statement, pledge, add_up=add_up))


def _questions(statement: Statement, pledge: Pledge, *, add_up: bool) -> Iterator[Question]:
    name = pledge.statement
    correct = f"`zakuro review --correct {name} --set"
    if not pledge.givers:
        yield Question(
            "givers", f"{name} does not say who promises: {correct} givers=CHN` says it."
        )
    figures = [m for m in pledge.measures if m.rule in ("stated", "distributed")]
    receivers = expand(pledge.receivers, pledge.groups)
    among = pledge.reciprocal or pledge.together
    if figures and not receivers and not among:
        yield Question(
            "receivers",
            f"{name} does not say to whom: {correct} receivers=KAZ` says it "
            "(receivers=world, if to nobody more than to others).",
        )
    elif pledge.each and not among and len(receivers) < 2:
        yield Question(
            "receivers",
            f"{name} owes the full amount to each of its receivers, and names "
            f"{', '.join(receivers) or 'none'}: {correct} receivers=KAZ,UZB` names them all.",
        )
    if figures and pledge.reciprocal and not pledge.each:
        amounts = " and ".join(f"{m.value:,f} {unit_label(m.unit)}" for m in figures)
        yield Question(
            "givers",
            f"{name} is promised by {', '.join(pledge.givers)} to none but themselves: if all owe "
            f"{amounts} to all as one, `zakuro review --accept {name} --together`; if each owes "
            f"as much to the others, `zakuro review --accept {name} --each`.",
            ("together", "each"),
        )
    for unit, found in _owed(statement).items():
        if len(found) > 1 and not _is_divided(found) and not add_up:
            amounts = " and ".join(f"{measure.value:,f}" for measure in found)
            yield Question(
                "quantities",
                f"{name} states {amounts} {unit_label(unit)}: if the largest is all and "
                f"the others its parts, {correct} value={_whole(found).value:f}`; if they add up, "
                f"`zakuro review --accept {name} --add-up`.",
                ("add_up",),
            )
