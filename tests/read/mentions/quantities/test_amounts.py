from __future__ import annotations

from decimal import Decimal

import pytest

from zakuro.languages.load import load
from zakuro.read.lexis.folding import Folded
from zakuro.read.mentions.numbers import numerals
from zakuro.read.mentions.quantities.amounts import Amount, amounts


def only(code: str, text: str) -> tuple[Folded, Amount]:
    folded, pack = Folded(text), load(code)
    (number,) = numerals.find(folded, pack)
    return folded, amounts(pack).amount(folded, number)


@pytest.mark.parametrize(
    ("code", "text", "exact", "value", "unit"),
    [
        ("en", "US$1.5bn", "US$1.5bn", "1500000000", "USD"),
        ("en", "75 USD million", "75 USD million", "75000000", "USD"),
        ("en", "a grant of 5m yuan", "5m yuan", "5000000", "CNY"),
        ("en", "PKR 110 m", "PKR 110 m", "110000000", "PKR"),
        ("en", "30 MUSD", "30 MUSD", "30000000", "USD"),
        ("en", "50 cents", "50 cents", "0.5", "USD"),
        ("en", "CNY1.2 billion", "CNY1.2 billion", "1200000000", "CNY"),
        ("en", "1.8M dollars", "1.8M dollars", "1800000", "USD"),
        ("ja", "$ 48.2 万", "$ 48.2 万", "482000", "USD"),
        ("ja", "人民元八千元", "人民元八千元", "8000", "CNY"),
        ("ja", "百万ポンド", "百万ポンド", "1000000", "GBP"),
    ],
)
def test_money_in_any_order_is_one_amount(
    code: str, text: str, exact: str, value: str, unit: str
) -> None:
    folded, amount = only(code, text)
    assert (amount.type, amount.value, amount.unit) == ("money", Decimal(value), unit)
    assert folded.exact(*amount.core) == exact


def test_metres_are_no_millions_and_weight_is_no_money() -> None:
    assert only("en", "1.8m tall")[1].unit == "m"
    assert only("en", "a 550 pound hog")[1].unit == "[lb_av]"
    assert only("ja", "550ポンドの豚")[1].unit == "[lb_av]"


def test_a_part_of_a_unit_and_a_measured_number_are_told() -> None:
    pack, folded = load("ja"), Folded("6角3分と2000km")
    _, part, measured = numerals.find(folded, pack)
    assert amounts(pack).is_part(folded, part)
    assert not amounts(pack).is_part(folded, measured)
    assert amounts(pack).measures(folded, measured)


def test_an_amount_knows_how_it_was_put_together() -> None:
    _, amount = only("ja", "3割半")
    assert (amount.value, amount.factor, amount.number.value) == tuple(map(Decimal, (35, 10, 3)))
    assert [raw.value for raw in amount.inner] == [3]
    amount.widen(0, 9)
    assert (amount.start, amount.end, amount.core) == (0, 9, (0, 9))


def test_what_ends_before_the_floor_is_not_taken() -> None:
    folded, pack = Folded("10 rmb 20 usd"), load("en")
    _, second = numerals.find(folded, pack)
    assert amounts(pack).amount(folded, second, floor=6).unit == "USD"
