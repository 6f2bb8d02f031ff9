"""Currencies that a text leaves to be understood."""

from __future__ import annotations

import pytest

import zakuro


def units(text: str, home: str | None = None) -> list[str | None]:
    found = zakuro.read(text, language="en", home=home).mentions
    return [mention.unit for mention in found if mention.type == "money"]


@pytest.mark.parametrize(
    ("home", "unit"),
    [("CAN", "CAD"), ("NZL", "NZD"), ("USA", "USD"), ("GBR", "USD"), (None, "USD")],
)
def test_a_bare_sign_is_that_of_home(home: str | None, unit: str) -> None:
    assert units("The mission gets $80 million.", home) == [unit]


def test_a_sign_that_says_whose_it_is_stays_so() -> None:
    assert units("It gives US$80 million and $3 million.", "CAN") == ["USD", "CAD"]
    assert units("It gives C$80 million and $3 million.", "CAN") == ["CAD", "USD"]


@pytest.mark.parametrize(
    "text",
    [
        "Peru gave 60 million euros. Chile announced 20 million.",
        "Peru gave 60 million euros, Chile 20 million.",
        "Peru promised 60 million euros. It has paid the first 20 million.",
    ],
)
def test_a_bare_sum_is_of_the_currency_before_it(text: str) -> None:
    assert units(text) == ["EUR", "EUR"]


def test_millions_that_nobody_gives_are_no_money() -> None:
    assert units("Peru gave 60 million euros. Some 2 million have fled.") == ["EUR"]
