from __future__ import annotations

import pytest

from zakuro.languages.load import load
from zakuro.read.lexis.folding import Folded
from zakuro.read.mentions.mentions import find
from zakuro.read.mentions.quantities.currencies import tender, whose


def test_the_territories_of_a_currency_come_from_cldr() -> None:
    assert "KZ" in tender()["KZT"]
    assert "DEM" not in tender()


@pytest.mark.parametrize(
    ("code", "text", "unit"),
    [
        ("en", "It lent Pakistan 5 million rupees.", "PKR"),
        ("en", "Nepal got less than Sri Lanka: 5 million rupees.", "LKR"),
        ("en", "It lent 5 million rupees.", "INR"),
        ("ja", "ネパールに500万ルピーを渡す。", "NPR"),
    ],
)
def test_the_nearest_country_decides_whose_currency_it_is(code: str, text: str, unit: str) -> None:
    (raw,) = find(Folded(text), load(code))
    assert raw.unit == unit


def test_without_a_country_it_is_the_first() -> None:
    assert whose(load("en")).currency("5 dinars", 0, ("KWD", "TND")) == "KWD"
    assert whose(load("en")).currency("5 dinars in tunisia", 0, ("KWD", "TND")) == "TND"
