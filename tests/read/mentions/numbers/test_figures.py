from __future__ import annotations

from decimal import Decimal

import pytest

from zakuro.languages.load import Pack, load
from zakuro.read.mentions.numbers.figures import Habit, habit, tidy


def continental() -> Habit:
    """A language that writes 1.234,5 and 1 234,5."""
    numbers = {"point": [","], "grouping": [" ", "."]}
    return Habit(Pack({"code": "xx", "name": "X", "writing": {"spaced": True}, "numbers": numbers}))


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1234", "1234"),
        ("1,234", "1234"),
        ("1,234,567.8", "1234567.8"),
        ("12,34,567.89", "1234567.89"),
        ("1.5", "1.5"),
        ("1 234 567", "1234567"),
    ],
)
def test_grouping_and_decimals_follow_the_habit(written: str, value: str) -> None:
    assert habit(load("en")).value(written) == Decimal(value)


@pytest.mark.parametrize("written", ["1,5", "192.168.1.2", "1.234,5", "1234,567"])
def test_marks_against_the_habit_make_no_number(written: str) -> None:
    assert habit(load("en")).value(written) is None


@pytest.mark.parametrize(
    ("written", "value"), [("1,5", "1.5"), ("1.234,5", "1234.5"), ("12 345", "12345")]
)
def test_another_habit_is_only_data(written: str, value: str) -> None:
    assert continental().value(written) == Decimal(value)


def test_a_run_that_is_no_number_gives_its_parts() -> None:
    end, parts = habit(load("en")).read("1,5,7.", 0)
    assert end == 5
    assert [part.value for part in parts] == [1, 5, 7]


def test_a_leading_point_and_an_exponent_belong_to_the_number() -> None:
    _, (leading,) = habit(load("en")).read(".25 of it", 1)
    assert (leading.start, leading.value, leading.whole) == (0, Decimal("0.25"), False)
    _, (scientific,) = habit(load("en")).read("12.32e+14", 0)
    assert (scientific.value, scientific.power) == (Decimal("1.232E+15"), True)
    _, (power,) = habit(load("en")).read("2^-1", 0)
    assert power.value == Decimal("0.5")


def test_a_row_longer_than_any_number_is_none() -> None:
    end, found = habit(load("en")).read("1" * 500, 0)
    assert (end, list(found)) == (500, [])


def test_a_quotient_keeps_fifteen_figures() -> None:
    assert tidy(Decimal(2) / 3) == Decimal("0.666666666666667")
    assert tidy(Decimal("0.25")) == Decimal("0.25")
