from decimal import Decimal

from zakuro.check.rates import rate


def test_the_rate_of_a_year_lies_between_its_extremes() -> None:
    found = rate("CNY", "USD", [2025])
    assert found is not None
    assert Decimal(7) < found.mean < Decimal("7.4")
    assert found.days.low < found.mean < found.days.high


def test_cross_rates_and_several_years() -> None:
    yen = rate("JPY", "CNY", [2025])
    both = rate("CNY", "USD", [2024, 2025])
    alone = rate("CNY", "USD", [2025])
    assert yen is not None
    assert both is not None
    assert alone is not None
    assert Decimal(18) < yen.days.low < yen.days.high < Decimal(24)
    assert both.days.low <= alone.days.low
    assert both.days.high >= alone.days.high


def test_what_is_not_in_the_table_has_no_rate() -> None:
    assert rate("KZT", "USD", [2025]) is None
    assert rate("CNY", "USD", [1900]) is None
