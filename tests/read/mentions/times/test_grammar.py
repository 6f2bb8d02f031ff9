"""The time examples of every pack, and what holds for all of them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from zakuro.languages.load import codes, load
from zakuro.read.lexis.folding import Folded
from zakuro.read.mentions.draft import Raw
from zakuro.read.mentions.mentions import find

TIMES = {"date", "period", "duration"}
FIELDS = ("type", "edtf", "start_date", "end_date", "duration", "low", "high", "unit")


def examples() -> list[tuple[str, dict[str, Any]]]:
    """Every example of a pack that expects times only, or nothing."""
    return [
        (code, example)
        for code in codes()
        for example in load(code).data.get("mention", [])
        if all(expected["type"] in TIMES for expected in example["expect"])
    ]


def times(code: str, text: str, reference: str | None) -> tuple[Folded, list[Raw]]:
    """The times among the mentions of a text."""
    folded = Folded(text, shapes=load(code).shapes)
    said = date.fromisoformat(reference) if reference else None
    return folded, [raw for raw in find(folded, load(code), said) if raw.type in TIMES]


def described(folded: Folded, raw: Raw) -> dict[str, str]:
    values: dict[str, str] = {"exact": folded.exact(raw.start, raw.end)}
    for field in FIELDS:
        value = getattr(raw, field)
        if value is not None:
            values[field] = str(value)
    return values


@pytest.mark.parametrize(
    ("code", "example"), examples(), ids=lambda value: value if isinstance(value, str) else ""
)
def test_examples_of_the_packs(code: str, example: dict[str, Any]) -> None:
    folded, found = times(code, example["text"], example.get("reference"))
    assert [described(folded, raw) for raw in found] == [
        {key: str(value) for key, value in expected.items()} for expected in example["expect"]
    ]


@pytest.mark.parametrize("code", ["en", "ja"])
def test_every_pack_has_enough_examples(code: str) -> None:
    own = [example for of, example in examples() if of == code]
    assert len(own) >= 60
    assert sum(not example["expect"] for example in own) >= 12


def test_relative_words_have_no_days_without_a_reference() -> None:
    for code, text in (("en", "Work starts next year."), ("ja", "来年から始める。")):
        _, (raw,) = times(code, text, None)
        assert (raw.edtf, raw.start_date, raw.end_date) == (None, None, None)


def test_a_range_of_lengths_has_both_ends() -> None:
    _, (raw,) = times("en", "It takes three to five years.", "2025-06-17")
    assert (raw.low, raw.high, raw.unit, raw.duration) == (Decimal(3), Decimal(5), "a", None)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ja", "大学3年生が参加した。"),
        ("ja", "2~3年ごとに開く。"),
        ("ja", "週4日働く。"),
        ("ja", "3年目を迎えた。"),
        ("en", "Every 3 years they meet."),
        ("en", "the attacks of 9/11"),
        ("en", "Theresa May said so."),
        ("en", "a second, then a third"),
    ],
)
def test_what_only_looks_like_a_time_is_left_alone(code: str, text: str) -> None:
    assert times(code, text, "2025-06-17")[1] == []
