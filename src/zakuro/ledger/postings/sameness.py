"""Whether two promises, or two deliveries, are one that was told twice.

Two promises are *certainly* one when giver, amounts and thing are; they *may* be one when parties,
occasion and the sort of act are.  Only a person decides what may be.
"""

from __future__ import annotations

from datetime import date

from zakuro.ledger.parties import expand
from zakuro.model.acts import Pledge, Term
from zakuro.model.vocabulary import kin_acts, kin_objects, kin_units, shared_fields

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
    amounts = ", ".join(sorted(f"{m.value.normalize():f} {_bare(m.unit)}" for m in stated))
    return f"{givers_key(pledge)}; {amounts}"


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
    if not _receivers_meet(pledge, other):
        return False
    single = all(measure.rule == "single" for measure in (*pledge.measures, *other.measures))
    if single and not shared_fields(pledge.topics, other.topics):
        return False
    return _said_together(pledge, other)


def may_say_again(pledge: Pledge, other: Pledge) -> bool:
    """Say whether two pledges of different documents may be one, for a person to decide.

    Parties, occasion (or month) and sort of act are the same, no amount speaks against it, and the
    object, a topic, or the number of the point under which both stand is too.
    """
    if not _same_givers(pledge, other) or not _receivers_meet(pledge, other):
        return False
    if not _same_month(pledge, other) and not _same_occasion(pledge, other):
        return False
    if not _acts_meet(pledge, other) or _amounts_differ(pledge, other):
        return False
    if pledge.term is not None and other.term is not None and not _terms_meet(pledge, other):
        return False
    return (
        any(kin_objects(mine, others) for mine in _objects(pledge) for others in _objects(other))
        or bool(shared_fields(pledge.topics, other.topics))
        or (pledge.number is not None and pledge.number == other.number)
    )


def _objects(pledge: Pledge) -> set[str]:
    return {*pledge.objects, *((pledge.object,) if pledge.object else ())}


def _acts_meet(pledge: Pledge, other: Pledge) -> bool:
    """Say whether two acts may be two words for one; an act that was not read may be any."""
    return pledge.act is None or other.act is None or kin_acts(pledge.act, other.act)


def givers_key(pledge: Pledge) -> str:
    """Give what two pledges that may be one surely share: all who promise."""
    return " ".join(sorted(expand(pledge.givers, pledge.groups)))


def _same_givers(pledge: Pledge, other: Pledge) -> bool:
    return givers_key(pledge) == givers_key(other)


def _receivers_meet(pledge: Pledge, other: Pledge) -> bool:
    mine, others = (set(expand(one.receivers, one.groups)) for one in (pledge, other))
    return not mine or not others or mine == others


def _amounts_differ(pledge: Pledge, other: Pledge) -> bool:
    mine, others = (
        {m.unit: m.value for m in one.measures if m.rule == "stated"} for one in (pledge, other)
    )
    return any(
        value != other_value
        for unit, value in mine.items()
        for other_unit, other_value in others.items()
        if kin_units(unit, other_unit)
    )


def _same_month(pledge: Pledge, other: Pledge) -> bool:
    if pledge.said_on is None or other.said_on is None:
        return False
    return abs((pledge.said_on - other.said_on).days) <= SAID_TOGETHER


def _same_occasion(pledge: Pledge, other: Pledge) -> bool:
    return pledge.occasion is not None and pledge.occasion == other.occasion


def _said_together(pledge: Pledge, other: Pledge) -> bool:
    """Say whether two pledges were said within a month, of periods that meet."""
    if not _same_month(pledge, other):
        return False
    if pledge.term is None or other.term is None:
        return pledge.term is other.term
    return _terms_meet(pledge, other)


def _terms_meet(pledge: Pledge, other: Pledge) -> bool:
    first, second = pledge.term or Term(), other.term or Term()
    starts = (first.start_date or date.min, second.start_date or date.min)
    ends = (first.end_date or date.max, second.end_date or date.max)
    return max(starts) < min(ends)
