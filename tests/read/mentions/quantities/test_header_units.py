from decimal import Decimal

import pytest

from zakuro.languages.load import load
from zakuro.read.lexis.folding import Folded, fold
from zakuro.read.mentions.draft import Raw
from zakuro.read.mentions.quantities.header_units import HeaderUnit, header_unit

USD_MILLION = HeaderUnit("money", Decimal(1_000_000), "USD")


@pytest.mark.parametrize(
    ("code", "words", "factor", "unit"),
    [
        ("en", "Commitment (USD million)", 10**6, "USD"),
        ("en", "Amount (million USD)", 10**6, "USD"),
        ("en", "Amount, EUR billion", 10**9, "EUR"),
        ("en", "Total ($m)", 10**6, "USD"),
        ("en", "Share (%)", 1, "%"),
        ("en", "Distance [km]", 1, "km"),
        ("ja", "約束額（億円）", 10**8, "JPY"),
        ("ja", "金額（単位：百万米ドル）", 10**6, "USD"),
        ("zh", "承诺金额（万美元）", 10**4, "USD"),
        ("zh", "投资额（亿元）", 10**8, "CNY"),
        ("ru", "Сумма, млн долл.", 10**6, "USD"),
        ("ru", "Взнос (млрд руб.)", 10**9, "RUB"),
        ("ru", "Объем (тыс. тонн)", 10**3, "t"),
    ],
)
def test_a_header_gives_its_column_a_unit(code: str, words: str, factor: int, unit: str) -> None:
    found = header_unit(fold(words), load(code))
    assert found is not None
    assert (found.factor, found.unit) == (Decimal(factor), unit)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "Donor"),
        ("en", "Commitment (see note 3)"),
        ("ja", "供与国（注）"),
        ("ru", "Год, срок"),
    ],
)
def test_words_without_a_unit_give_none(code: str, words: str) -> None:
    assert header_unit(fold(words), load(code)) is None


def test_a_bare_figure_takes_the_unit_and_another_amount_keeps_its_own() -> None:
    pack = load("en")
    bare = Raw("number", 0, 5, Decimal("10.25"), None, "exact")
    made = USD_MILLION.applied(bare, Folded("10.25"), pack)
    assert made is not None
    assert (made.type, made.value, made.unit) == ("money", Decimal(10_250_000), "USD")
    year = Raw("period", 0, 4)
    made = USD_MILLION.applied(year, Folded("2000"), pack)
    assert made is not None
    assert made.value == 2_000_000_000
    own = Raw("money", 0, 3, Decimal(5), "EUR", "exact")
    assert USD_MILLION.applied(own, Folded("€5 "), pack) is None
