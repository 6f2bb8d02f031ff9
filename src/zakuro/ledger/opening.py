"""What a pledge opens: its measures and its parties, by rule from what was said.

The rules stand in docs/decisions/measures.md.
"""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files

from zakuro.ledger.parties import Groups, expand, named
from zakuro.model.acts import Measure, Pledge, Term
from zakuro.model.statement import Quantity, Statement


@cache
def _rules() -> dict[str, frozenset[str]]:
    """Give the units that count a scope, the acts that create their object, what has no number."""
    table = tomllib.loads((files("zakuro.ledger") / "measures.toml").read_text("utf-8"))
    return {name: frozenset(codes) for name, codes in table.items()}


def object_unit(thing: str) -> str:
    """Give the unit in which ``thing`` is counted: ``{place}`` for training places.

    The vocabulary names things in English, head noun last; the unit is that noun in the singular.
    """
    noun = thing.rsplit(maxsplit=1)[-1]
    if noun.endswith("ies"):
        noun = noun[:-3] + "y"
    elif noun.endswith("s") and not noun.endswith("ss"):
        noun = noun[:-1]
    return f"{{{noun}}}"


def is_scope(quantity: Quantity, thing: str | None) -> bool:
    """Say whether a quantity counts what an act reaches (three fields), not what it delivers.

    A count of the act's own object (ten cities, of sister cities) is what it delivers.
    """
    own = thing is not None and quantity.unit == object_unit(thing)
    return quantity.unit in _rules()["scope_units"] and not own


def measures(statement: Statement) -> tuple[Measure, ...]:
    """Give the accounts that a pledge opens, one for each unit; never none.

    Equivalents and scope counts are no measures.  Amounts of one unit add up, unless one of them
    is the sum of the others, which are then its parts.  An act that brings its object into being
    (establish, build) counts the object: one for each of the scope counted, or one.  What remains
    is one unit of its act.
    """
    thing = statement.object
    counted = [q for q in statement.quantities if q.equivalent_of is None]
    owed = [q for q in counted if not is_scope(q, thing)]
    if owed:
        units = dict.fromkeys(q.unit for q in owed)
        return tuple(_stated([q for q in owed if q.unit == unit]) for unit in units)
    creates = statement.act in _rules()["creating_acts"]
    if thing is None or not creates or thing in _rules()["uncountable_objects"]:
        return (Measure(unit=f"{{{statement.act or 'pledge'}}}", value=Decimal(1), rule="act"),)
    unit = object_unit(thing)
    if len(counted) == 1:
        return (_measure(counted[0], unit=unit, rule="distributed"),)
    return (Measure(unit=unit, value=Decimal(1), rule="single"),)


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
) -> Pledge:
    """Give the pledge that ``statement`` (``name`` in the books: ``D-1:s3``) opens.

    Where two sides or more promise, to no other than themselves, each owes it to the others.
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
        each=any(mark.role == "each" for mark in statement.derivation),
        reciprocal=len(sides) > 1 and receivers <= sides,
        part_of=part_of,
        groups=named(givers, groups) | named(statement.receivers, groups),
    )


SAID_TOGETHER = 31
"""Days within which two documents can speak of the same promise made."""


def sameness(pledge: Pledge) -> str:
    """Give what two statements of one pledge share in any language: parties and amounts.

    Empty for a pledge without a figure or a thing: of two such nobody can be certain.
    """
    stated = [measure for measure in pledge.measures if measure.rule != "act"]
    if not stated or pledge.object is None:
        return ""
    sides = (
        " ".join(sorted(expand(codes, pledge.groups)))
        for codes in (pledge.givers, pledge.receivers)
    )
    amounts = ", ".join(sorted(f"{m.value.normalize():f} {m.unit}" for m in stated))
    return "; ".join((*sides, amounts))


def says_again(pledge: Pledge, other: Pledge) -> bool:
    """Say whether two pledges are certainly one: the same promise, said at the same time."""
    if not sameness(pledge) or sameness(pledge) != sameness(other):
        return False
    general = _rules()["general_objects"]
    if pledge.object != other.object and not {pledge.object, other.object} & general:
        return False
    if pledge.said_on is None or other.said_on is None:
        return False
    if abs((pledge.said_on - other.said_on).days) > SAID_TOGETHER:
        return False
    mine, others = pledge.term, other.term
    if mine is None or others is None:
        return mine is others
    starts = (mine.start_date or date.min, others.start_date or date.min)
    ends = (mine.end_date or date.max, others.end_date or date.max)
    return max(starts) < min(ends)
