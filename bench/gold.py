"""Statements read against statements expected, by the rules of ../shared/gold/README.md."""

from __future__ import annotations

from typing import Any, NamedTuple

import msgspec

from zakuro.model.statement import Statement
from zakuro.model.vocabulary import expand

Expected = dict[str, Any]


class Match(NamedTuple):
    """What was expected, and the statement that gives it."""

    expected: Expected
    statement: Statement


def overlap(expected: Expected, statement: Statement) -> float:
    """The shared part of the shorter span; 0 where the statement is far too long."""
    shared = min(expected["end"], statement.end) - max(expected["start"], statement.start)
    length, gold = statement.end - statement.start, expected["end"] - expected["start"]
    if shared <= 0 or length > 2.5 * gold:
        return 0.0
    return float(shared / min(length, gold))


def match(expected: list[Expected], statements: tuple[Statement, ...]) -> list[Match]:
    """Pairs of the same kind that overlap by six tenths, one to one, the closest first."""
    pairs = [
        (overlap(gold, statement), -abs(gold["start"] - statement.start), i, j)
        for i, gold in enumerate(expected)
        for j, statement in enumerate(statements)
        if gold["kind"] == statement.kind and overlap(gold, statement) >= 0.6
    ]
    matches: list[Match] = []
    left, right = set(range(len(expected))), set(range(len(statements)))
    for _, _, i, j in sorted(pairs, reverse=True):
        if i in left and j in right:
            left.remove(i)
            right.remove(j)
            matches.append(Match(expected[i], statements[j]))
    return matches


def whole(pair: Match, statements: tuple[Statement, ...]) -> Match:
    """The pair with all that its words give: one fact of two deeds is read as two pledges."""
    expected, first = pair
    beside = (
        one
        for one in statements
        if one.kind == first.kind and expected["start"] <= one.start < one.end <= expected["end"]
    )
    quantities = [quantity for one in beside if one is not first for quantity in one.quantities]
    return Match(
        expected, msgspec.structs.replace(first, quantities=(*first.quantities, *quantities))
    )


def surplus(
    expected: list[Expected], matches: list[Match], statements: tuple[Statement, ...]
) -> list[Statement]:
    """The statements that are neither expected nor optional."""
    taken = {pair.statement.id for pair in matches}
    optional = [gold for gold in expected if gold["kind"] == "optional"]
    return [
        statement
        for statement in statements
        if statement.id not in taken
        and not any(
            min(gold["end"], statement.end) - max(gold["start"], statement.start)
            >= 0.6 * min(gold["end"] - gold["start"], statement.end - statement.start)
            for gold in optional
        )
    ]


def faults(pair: Match) -> list[str]:
    """What of a matched statement is not right: givers, receivers, quantities, period, strength."""
    gold, statement = pair
    wrong = [
        f"{field} {','.join(getattr(statement, field)) or 'none'}"
        for field in ("givers", "receivers")
        if field in gold and set(expand(gold[field])) != set(expand(getattr(statement, field)))
    ]
    got = {(float(q.value or 0), q.unit, q.bound) for q in statement.quantities}
    want = {(float(q["value"]), q["unit"], q["bound"]) for q in gold.get("quantities", ())}
    if got != want:
        wrong.append(f"quantities {sorted(got)} for {sorted(want)}")
    if "period" in gold and (statement.period is None or statement.period.edtf != gold["period"]):
        wrong.append(f"period {statement.period and statement.period.edtf} for {gold['period']}")
    if "strength" in gold and gold["strength"] != statement.strength:
        wrong.append(f"strength {statement.strength}")
    return wrong


def wrong_quantities(pair: Match) -> list[str]:
    """Quantities expected and not given as expected, and given ones that contradict them."""
    gold, statement = pair
    wanted = gold.get("quantities", ())
    got = [(float(q.value or 0), q.unit, q.bound, q.start, q.end) for q in statement.quantities]
    missing = [
        f"{q['quote']} is not given"
        for q in wanted
        if (float(q["value"]), q["unit"], q["bound"]) not in [each[:3] for each in got]
    ]
    wrong = [
        f"{value:g} {unit} {bound}"
        for value, unit, bound, start, end in got
        for q in wanted
        if start < q["end"]
        and q["start"] < end
        and (value, unit, bound) != (float(q["value"]), q["unit"], q["bound"])
    ]
    return missing + wrong
