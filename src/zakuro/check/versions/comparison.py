"""The promises of two readings side by side: which are the same, and in what they differ.

What is compared is what statements say, not their words, so that the versions may be in two
languages: who, to whom, what, how much, by when, and how far on in the document it stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import product

from zakuro.model.statement import Record, Statement
from zakuro.model.vocabulary import groups, kin_acts, kin_objects, kin_units, shared_fields

_LEAST = 3.0
"""Below this likeness two promises are not the same one."""


class Difference(Record, frozen=True, kw_only=True):
    """What two versions of one promise say otherwise: ``field``, and the words of each side."""

    field: str
    one: str
    other: str


class Pair(Record, frozen=True, kw_only=True):
    """A promise that both readings hold, and in what it differs."""

    one: Statement
    other: Statement
    differences: tuple[Difference, ...] = ()


class Comparison(Record, frozen=True, kw_only=True):
    """The promises that both readings hold, and those that only one does, each in its order."""

    both: tuple[Pair, ...]
    only_one: tuple[Statement, ...]
    only_other: tuple[Statement, ...]


def compare(one: Sequence[Statement], other: Sequence[Statement]) -> Comparison:
    """Hold statements of two readings against each other, each with at most one.

    What a document says again counts once.
    """
    first = [statement for statement in one if statement.repeats is None]
    second = [statement for statement in other if statement.repeats is None]
    likely = sorted(
        (
            (_likeness(a, b) + _nearness(i / len(first), j / len(second)), -i, -j)
            for (i, a), (j, b) in product(enumerate(first), enumerate(second))
        ),
        reverse=True,
    )
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for likeness, i, j in likely:
        if likeness < _LEAST:
            break
        if -i not in partner and -j not in taken:
            partner[-i] = -j
            taken.add(-j)
    return Comparison(
        both=tuple(
            Pair(
                one=first[i],
                other=second[j],
                differences=tuple(differences(first[i], second[j])),
            )
            for i, j in sorted(partner.items())
        ),
        only_one=tuple(s for i, s in enumerate(first) if i not in partner),
        only_other=tuple(s for j, s in enumerate(second) if j not in taken),
    )


def _likeness(one: Statement, other: Statement) -> float:
    """How much two statements say the same; what contradicts takes away."""
    if one.kind != other.kind:
        return 0.0
    return (
        2.0 * _shared(_members(one.givers), _members(other.givers), against=-1.0)
        + _shared(_members(one.receivers), _members(other.receivers), against=-0.25)
        + _acts(one, other)
        + _figures(one, other)
        + _days(one, other)
        + (0.5 if shared_fields(one.topics, other.topics) else 0.0)
        + 2.0 * _words(one.exact, other.exact)
    )


def _members(codes: Iterable[str]) -> frozenset[str]:
    """Parties, a group as its members."""
    return frozenset(member for code in codes for member in groups().get(code) or (code,))


def _shared(one: frozenset[str], other: frozenset[str], against: float) -> float:
    """The share of what both name; ``against`` where each names others."""
    if not one or not other:
        return 0.0
    common = len(one & other) / len(one | other)
    return common or against


def _acts(one: Statement, other: Statement) -> float:
    same = 0.0
    if one.act and other.act:
        alike = one.act == other.act or kin_acts(one.act, other.act)
        same += 0.75 if alike else -0.5
    if one.object and other.object:
        alike = one.object == other.object or kin_objects(one.object, other.object)
        same += 1.0 if alike else -1.0
    return same


def _figures(one: Statement, other: Statement) -> float:
    """Equal figures say most; of one unit, they may be the figure that differs."""
    first, second = _amounts(one), _amounts(other)
    if not first or not second:
        return 0.0
    if any(value == figure and kin_units(a, b)
           for (value, a), (figure, b) in product(first, second)):  # fmt: skip
        return 2.5
    return 0.5 if any(kin_units(a, b) for (_, a), (_, b) in product(first, second)) else -1.0


def _amounts(statement: Statement) -> list[tuple[tuple[Decimal | None, ...], str]]:
    return [
        ((amount.value, amount.low, amount.high), amount.unit)
        for amount in statement.quantities
        if not amount.equivalent_of and not amount.scope
    ]


def _days(one: Statement, other: Statement) -> float:
    if one.period is None or other.period is None:
        return 0.0
    return 1.5 if one.period.edtf == other.period.edtf else -0.25


def _nearness(one: float, other: float) -> float:
    """Versions say things in one order: how near two stand in theirs."""
    return 1.0 - 2.0 * abs(one - other)


def _words(one: str, other: str) -> float:
    """The share of triples of letters that both hold: of one language, much; of two, little."""
    first, second = _triples(one), _triples(other)
    return len(first & second) / max(len(first | second), 1)


def _triples(words: str) -> set[str]:
    folded = "".join(words.split()).casefold()
    return {folded[start : start + 3] for start in range(max(len(folded) - 2, 1))}


def differences(one: Statement, other: Statement) -> list[Difference]:
    """In what two versions of a promise differ: party, figure, day, how far they bind."""
    found = [
        Difference(field=name, one=", ".join(first), other=", ".join(second))
        for name, first, second in (
            ("giver", one.givers, other.givers),
            ("receiver", one.receivers, other.receivers),
        )
        if _members(first) != _members(second)
    ]
    first, second = _amounts(one), _amounts(other)
    alone = [
        [amount for amount in mine if not any(_is_same(amount, each) for each in theirs)]
        for mine, theirs in ((first, second), (second, first))
    ]
    if any(alone):
        found.append(Difference(field="figure", one=_told(one), other=_told(other)))
    days = tuple(each.period.edtf if each.period else "" for each in (one, other))
    if days[0] != days[1]:
        found.append(Difference(field="day", one=days[0], other=days[1]))
    if one.strength != other.strength:
        strength = one.strength or "", other.strength or ""
        found.append(Difference(field="strength", one=strength[0], other=strength[1]))
    return found


def _is_same(
    one: tuple[tuple[Decimal | None, ...], str], other: tuple[tuple[Decimal | None, ...], str]
) -> bool:
    return one[0] == other[0] and kin_units(one[1], other[1])


def _told(statement: Statement) -> str:
    return "; ".join(" ".join(amount.exact.split()) for amount in statement.quantities)
