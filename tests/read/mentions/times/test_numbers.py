"""The classes that numbers can take in a time."""

from __future__ import annotations

from decimal import Decimal

from zakuro.read.mentions.numbers.numerals import Number
from zakuro.read.mentions.times.numbers import classed


def classes(text: str, *numbers: Number) -> dict[str, set[str]]:
    return {
        text[start:end]: set(found) for start, end, found in classed(text, 0, len(text), numbers)
    }


def test_digits_by_their_length_and_value() -> None:
    found = classes("7 17 99 2025 0025 31415")
    assert {"day", "month#", "era-year", "count"} <= found["7"]
    assert "month#" not in found["17"] and {"day", "year2"} <= found["17"]
    assert "day" not in found["99"] and {"year2", "over-31"} <= found["99"]
    assert "year" in found["2025"]
    assert not {"year", "day"} & found["0025"]
    assert "31415" not in found


def test_words_by_their_value() -> None:
    third = Number(0, 5, Decimal(3), words=True, ordinal=True)
    assert classes("third", third) == {"third": {"nth", "day", "day-nth"}}
    nineteen = Number(0, 8, Decimal(19), words=True)
    assert {"century-words", "rest-words", "day"} <= classes("nineteen", nineteen)["nineteen"]
    half = Number(0, 3, Decimal("1.5"))
    assert classes("1.5", half) == {"1.5": {"count", "under-1000"}}


def test_money_is_no_time() -> None:
    assert classes("$2025, € 12") == {}
