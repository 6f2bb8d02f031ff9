"""What a pledge opens: its measures and its parties, by rule from what was said.

The rules stand in docs/decisions/measures.md.
"""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files

import msgspec

from zakuro.ledger.parties import Groups, expand, named
from zakuro.model.acts import Measure, Pledge, Term
from zakuro.model.statement import Period, Quantity, Statement
from zakuro.model.vocabulary import kin_objects, kin_units, object_unit

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


def measures(statement: Statement) -> tuple[Measure, ...]:
    """Give the accounts that a pledge opens, one for each unit; never none.

    Equivalents, parts of a whole and scope counts are no measures.  A yearly amount over whole
    years counts in all.  Amounts of one unit add up, unless one of them is the sum of the others,
    which are then its parts.  An act that brings its object into being
    counts the object: one for each of the scope counted, or, if it founds it, one.  What remains
    is one unit of its act.
    """
    thing = statement.object
    counted = [q for q in statement.quantities if q.equivalent_of is None and q.part_of is None]
    owed = [_in_all(q, statement.period) for q in counted if not is_scope(q, thing)]
    if owed:
        units = dict.fromkeys(q.unit for q in owed)
        return tuple(_stated([q for q in owed if q.unit == unit]) for unit in units)
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


def _stated(quantities: list[Quantity]) -> Measure:
    found = [_measure(quantity) for quantity in quantities]
    if len(found) == 1:
        return found[0]
    whole = max(found, key=lambda measure: measure.value)
    total = sum((measure.value for measure in found), Decimal(0))
    if total == 2 * whole.value:
        return whole
    highs = [m.high if m.high is not None else m.value for m in found]
    return Measure(
        unit=whole.unit,
        value=total,
        low=total if any(m.high is not None for m in found) else None,
        high=sum(highs, Decimal(0)) if any(m.high is not None for m in found) else None,
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
) -> Pledge:
    """Give the pledge that ``statement`` (``name`` in the books: ``D-1:s3``) opens.

    ``each`` says that every receiver is owed the full amount, as a mark "each" does.  Where two
    sides or more promise, to no other than themselves, each owes it to the others.
    """
    givers = statement.givers or statement.parties
    sides, receivers = set(expand(givers, groups)), set(expand(statement.receivers, groups))
    period = statement.period
    return Pledge(
        statement=name,
        givers=givers,
        receivers=statement.receivers,
        measures=measures(statement),
        act=statement.act,
        object=statement.object,
        objects=statement.objects,
        topics=statement.topics,
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
        reciprocal=len(sides) > 1 and receivers <= sides,
        part_of=part_of,
        groups=named(givers, groups) | named(statement.receivers, groups),
    )


SAID_TOGETHER = 31
"""Days within which two documents can speak of the same promise made."""


def sameness(pledge: Pledge) -> str:
    """Give what two statements of one pledge share in any language: giver and amounts.

    What is counted is left out: what one counts as nurses another counts as persons.
    Empty for a pledge without a figure or a thing: of two such nobody can be certain.
    """
    stated = [measure for measure in pledge.measures if measure.rule != "act"]
    if not stated or pledge.object is None:
        return ""
    givers = " ".join(sorted(expand(pledge.givers, pledge.groups)))
    amounts = ", ".join(sorted(f"{m.value.normalize():f} {_bare(m.unit)}" for m in stated))
    return f"{givers}; {amounts}"


def _bare(unit: str) -> str:
    """Give a unit without what it counts: ``{}/a`` for students a year; others as they are."""
    return f"{{}}{unit.partition('}')[2]}" if unit.startswith("{") else unit


def says_again(pledge: Pledge, other: Pledge) -> bool:
    """Say whether two pledges are certainly one: the same promise, said at the same time.

    One of them may leave its receivers unsaid; where no figure is said either (a platform), they
    must share a topic.
    """
    if not sameness(pledge) or sameness(pledge) != sameness(other):
        return False
    if not kin_objects(str(pledge.object), str(other.object)):
        return False
    if not all(any(kin_units(m.unit, o.unit) for o in other.measures) for m in pledge.measures):
        return False
    mine, others = (set(expand(one.receivers, one.groups)) for one in (pledge, other))
    if mine and others and mine != others:
        return False
    single = all(measure.rule == "single" for measure in (*pledge.measures, *other.measures))
    if single and not set(pledge.topics) & set(other.topics):
        return False
    return _said_together(pledge, other)


def _said_together(pledge: Pledge, other: Pledge) -> bool:
    """Say whether two pledges were said within a month, of periods that meet."""
    if pledge.said_on is None or other.said_on is None:
        return False
    if abs((pledge.said_on - other.said_on).days) > SAID_TOGETHER:
        return False
    first, second = pledge.term, other.term
    if first is None or second is None:
        return first is second
    starts = (first.start_date or date.min, second.start_date or date.min)
    ends = (first.end_date or date.max, second.end_date or date.max)
    return max(starts) < min(ends)
