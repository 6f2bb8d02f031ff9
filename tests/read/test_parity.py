"""Language against language: the same facts, told in each, are read alike.

Each language is held against the others, not only against the facts written down.  How many facts a
language finds is a figure of its own (bench/quality_spec.py).
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from itertools import combinations
from typing import Any

import pytest

import zakuro
from bench.gold import Match, match, whole
from bench.quality_spec import PUBLISHED, facts, faults, text_of
from zakuro.languages.load import codes
from zakuro.model.statement import Statement
from zakuro.model.vocabulary import expand, kin_units

LEAST = 0.95
Found = dict[str, dict[str, tuple[dict[str, Any], Statement]]]


@cache
def found(digest: str) -> tuple[Found, int]:
    """By language and fact, what was read of a digest; and of how many facts in all."""
    read: Found = defaultdict(dict)
    told = 0
    for name, expected in facts().items():
        of, language = name.removesuffix(".txt").rsplit(".", 1)
        if of != digest or language not in codes():
            continue
        told += len(expected)
        reading = zakuro.read(text_of(name), language=language, published=PUBLISHED[digest])
        for pair in match(expected, reading.statements):
            read[language][pair.expected["fact"]] = whole(pair, reading.statements)
    return read, told


def likeness(expected: dict[str, Any], statement: Statement) -> dict[str, Any]:
    """What of a statement must not depend on the language that it was made in.

    Units and changes only where the fact has them; of counts see ``kin``.  Receivers likewise:
    whose a "centre of the SCO" is, each language leaves open in its own way.
    """
    like: dict[str, Any] = {"kind": statement.kind}
    if "number" in expected:
        like["number"] = statement.number
    if statement.kind == "pledge":
        like["givers"] = set(expand(statement.givers))
    if statement.kind == "pledge" and "receivers" in expected:
        like["receivers"] = set(expand(statement.receivers))
    if "period" in expected:
        like["period"] = statement.period and statement.period.edtf
    like["quantities"] = {
        (
            quantity.value,
            quantity.bound,
            quantity.unit if "unit" in wanted and not quantity.unit.startswith("{") else None,
            quantity.change if "change" in wanted else None,
            bool(quantity.equivalent_of),
        )
        for wanted in expected.get("quantities", ())
        for quantity in statement.quantities
        if quantity.value is not None and float(quantity.value) == float(wanted["value"])
    }
    return like


def counted(expected: dict[str, Any], statement: Statement) -> dict[float, set[str]]:
    """The units in which a statement counts each value that the fact gives."""
    values = {float(wanted["value"]) for wanted in expected.get("quantities", ())}
    return {
        value: {
            quantity.unit
            for quantity in statement.quantities
            if quantity.value is not None
            and float(quantity.value) == value
            and quantity.unit.startswith("{")
        }
        for value in values
    }


def kin(one: set[str], other: set[str]) -> bool:
    """Whether what two languages count can be the same: here nurses, there persons."""
    return not one or not other or any(kin_units(a, b) for a in one for b in other)


@pytest.mark.parametrize("digest", PUBLISHED)
def test_what_is_found_is_right(digest: str) -> None:
    wrong = {
        (language, fact): faults(Match(expected, statement))
        for language, of in found(digest)[0].items()
        for fact, (expected, statement) in of.items()
    }
    assert {place: faults for place, faults in wrong.items() if faults} == {}


def test_nearly_all_is_found() -> None:
    read = sum(len(of) for digest in PUBLISHED for of in found(digest)[0].values())
    assert read >= LEAST * sum(found(digest)[1] for digest in PUBLISHED)


@pytest.mark.parametrize("digest", PUBLISHED)
def test_a_fact_is_read_alike_in_every_language(digest: str) -> None:
    read, _ = found(digest)
    different = []
    for one, other in combinations(sorted(read), 2):
        for fact in read[one].keys() & read[other].keys():
            first, second = likeness(*read[one][fact]), likeness(*read[other][fact])
            different += [
                (one, other, fact, field, first[field], second[field])
                for field in first
                if first[field] != second[field]
            ]
    assert different == []


UNLIKE = frozenset({("astana-2025", "crossings"), ("xian-2023", "trees")})
"""Facts that languages count in other ways: border crossings here, how often one crossed there."""


@pytest.mark.parametrize("digest", PUBLISHED)
def test_what_is_counted_is_kin_in_every_language(digest: str) -> None:
    read, _ = found(digest)
    different = []
    for one, other in combinations(sorted(read), 2):
        for fact in read[one].keys() & read[other].keys():
            if (digest, fact) in UNLIKE:
                continue
            first, second = counted(*read[one][fact]), counted(*read[other][fact])
            different += [
                (one, other, fact, first[value], second[value])
                for value in first.keys() & second.keys()
                if not kin(first[value], second[value])
            ]
    assert different == []
