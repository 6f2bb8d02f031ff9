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
def test_a_bare_sign_is_that_of_home_where_it_gives(home: str | None, unit: str) -> None:
    assert units("We are giving $80 million.", home) == [unit]


def test_a_sign_that_says_whose_it_is_stays_so() -> None:
    assert units("We give US$80 million and $3 million.", "CAN") == ["USD", "CAD"]
    assert units("We give C$80 million and $3 million.", "CAN") == ["CAD", "USD"]


def test_what_others_give_is_not_in_the_money_of_home() -> None:
    assert units("The United States will give $4 million to Fiji.", "NZL") == ["USD"]


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
