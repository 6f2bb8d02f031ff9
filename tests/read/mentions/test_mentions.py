"""The examples of every pack: exactly the quantities it expects, and nothing where it is silent."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from zakuro.languages.load import codes, load
from zakuro.read.lexis.folding import Folded
from zakuro.read.mentions.draft import Raw
from zakuro.read.mentions.mentions import find

TIMES = ("date", "period", "duration")
NUMBERS = ("value", "low", "high")


def examples() -> list[Any]:
    """Every example but those that tell the times of their text only."""
    return [
        pytest.param(code, example, id=f"{code}-{example['text']}")
        for code in codes()
        for example in load(code).data.get("mention", ())
        if not example["expect"] or any(one["type"] not in TIMES for one in example["expect"])
    ]


def described(folded: Folded, raw: Raw) -> dict[str, Any]:
    fields = ("type", "unit", "bound", "change", *NUMBERS)
    values = {field: getattr(raw, field) for field in fields if getattr(raw, field) is not None}
    return {"exact": folded.exact(raw.start, raw.end), **values}


def wanted(expected: dict[str, str]) -> dict[str, Any]:
    numbers = {name: Decimal(expected[name]) for name in NUMBERS if name in expected}
    return {"bound": "exact", **expected, **numbers}


@pytest.mark.parametrize(("code", "example"), examples())
def test_the_quantities_of_an_example_are_those_that_the_pack_expects(
    code: str, example: dict[str, Any]
) -> None:
    folded = Folded(example["text"], shapes=load(code).shapes)
    reference = example.get("reference")
    found = find(folded, load(code), date.fromisoformat(reference) if reference else None)
    quantities = [described(folded, raw) for raw in found if raw.type not in TIMES]
    assert quantities == [
        wanted(expected) for expected in example["expect"] if expected["type"] not in TIMES
    ]


@pytest.mark.parametrize("code", codes())
def test_every_pack_has_enough_examples(code: str) -> None:
    assert len(load(code).data["mention"]) >= 80


def test_the_bare_numbers_stand_inside_their_mention() -> None:
    folded = Folded("約2億800万ドルと30〜50%")
    money, percent = find(folded, load("ja"))
    assert [folded.exact(raw.start, raw.end) for raw in money.inner] == ["2億800万"]
    assert [raw.value for raw in percent.inner] == [30, 50]


def test_a_number_inside_a_time_makes_no_quantity() -> None:
    folded = Folded("In 2025 exports rose; 2,025 people came.")
    year, people = find(folded, load("en"), date(2025, 6, 17))
    assert [raw.value for raw in year.inner] == [2025]
    assert (year.type, people.type) == ("period", "count")
    assert people.value == 2025


def test_a_reference_is_no_year_and_no_number() -> None:
    assert find(Folded("They cited resolution 1540 again."), load("en")) == []


def test_words_for_a_place_in_a_row_are_given_when_asked_for() -> None:
    folded = Folded("the last item, then the next")
    assert find(folded, load("en")) == []
    found = find(folded, load("en"), relative=True)
    assert [(raw.type, raw.code, raw.value) for raw in found] == [
        ("ordinal", "end+0", None),
        ("ordinal", "current+1", None),
    ]
