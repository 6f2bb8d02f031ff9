"""What an amount may be, asked at the door."""

from datetime import date
from decimal import Decimal

import pytest

from tests.ledger.builder import Paper, money, pledge
from zakuro.ledger.rules.values import MOST, bounded, counts, fits_in
from zakuro.model.acts import Measure, Report
from zakuro.model.errors import RefusedError
from zakuro.model.source import Rate

BUSES = Measure(unit="{bus}", value=Decimal(10))


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ("1e400", "more than these books take"),
        ("1000000000000000001", "more than these books take"),
        ("1e999999", "more than these books take"),
        ("1e-25", "more than 6 decimal places"),
        ("0.0000001", "more than 6 decimal places"),
        ("1e-999999", "more than 6 decimal places"),
        ("NaN", "is no amount"),
        ("Infinity", "is no amount"),
    ],
)
def test_what_is_no_amount_of_these_books(value: str, why: str) -> None:
    paper = Paper(door=True)
    with pytest.raises(RefusedError, match=why):
        paper.report("KAZ", Decimal(value))
    assert paper.balances() == {"receivable:C5": 1000, "obligation:CHN": -1000}


def test_the_bounds_themselves_are_inside() -> None:
    bounded(MOST, "x")
    bounded(-MOST, "x")
    bounded(Decimal("0.000001"), "x")
    bounded(Decimal("1.0000000000"), "x")
    bounded(Decimal(0), "x")


def test_counted_things_are_whole() -> None:
    paper = Paper(pledge(BUSES), door=True)
    with pytest.raises(RefusedError, match=r"counts buses whole, and 0.5 is not"):
        paper.report("KAZ", Decimal("0.5"), unit="{bus}")
    report = paper.report("KAZ", 2, unit="{bus}")
    for act in (paper.confirm, paper.dispute):
        with pytest.raises(RefusedError, match=r"0\.5 is not"):
            act(report, Decimal("0.5"))
    Paper(door=True).report("KAZ", Decimal("0.5"))


def test_what_was_promised_in_parts_is_counted_in_parts() -> None:
    assert counts(BUSES)
    assert not counts(money())
    half = Measure(unit="{bus}", value=Decimal("2.5"))
    assert not counts(half)
    Paper(pledge(half), door=True).report("KAZ", Decimal("0.5"), unit="{bus}")


def at_rate(unit: str, rate: str, value: str = "20") -> Report:
    used = Rate(unit=unit, value=Decimal(value), rate=Decimal(rate), source="x")
    posted = Decimal(value) * Decimal(rate)
    return Report(receiver="KAZ", unit="CNY", value=posted, on=date(2025, 9, 30), rate=used)


def test_a_rate_is_between_currencies() -> None:
    paper = Paper(door=True)
    paper.enter(at_rate("USD", "7.15"), "CHN")
    for unit in ("bananas", "{bus}", "XYZ"):
        with pytest.raises(RefusedError, match=f"{unit} is no currency"):
            paper.enter(at_rate(unit, "2"), "CHN")
    with pytest.raises(RefusedError, match="more than 12 decimal places"):
        paper.enter(at_rate("USD", "0.0000000000001", "1e13"), "CHN")
    with pytest.raises(RefusedError, match="above zero"):
        paper.enter(at_rate("USD", "-2", "-3"), "CHN")


def test_a_part_is_in_the_unit_of_its_whole_and_not_larger() -> None:
    whole = Paper(pledge(money(1000))).account
    fits_in(Paper(pledge(money(1000))).account, whole)
    with pytest.raises(RefusedError, match="is larger than"):
        fits_in(Paper(pledge(money(1001))).account, whole)
    with pytest.raises(RefusedError, match="would vanish from the totals"):
        fits_in(Paper(pledge(BUSES)).account, whole)
    ranged = Measure(unit="CNY", value=Decimal(10), low=Decimal(10), high=Decimal(30))
    fits_in(Paper(pledge(money(30))).account, Paper(pledge(ranged)).account)
    open_above = Measure(unit="CNY", value=Decimal(10), bound="at-least")
    fits_in(Paper(pledge(money(30))).account, Paper(pledge(open_above)).account)
    act = Measure(unit="{support}", value=Decimal(1), rule="act")
    fits_in(Paper(pledge(act)).account, whole)


def test_a_part_has_a_giver_and_a_receiver_of_its_whole() -> None:
    whole = Paper(pledge(money(1000), receivers=("KAZ", "UZB"))).account
    fits_in(Paper(pledge(money(10), receivers=("UZB",))).account, whole)
    fits_in(Paper(pledge(money(10), receivers=())).account, whole)
    with pytest.raises(RefusedError, match="no receiver in common"):
        fits_in(Paper(pledge(money(10), receivers=("KGZ",))).account, whole)
    with pytest.raises(RefusedError, match="no giver in common"):
        fits_in(Paper(pledge(money(10), givers=("JPN",), receivers=("KAZ",))).account, whole)


@pytest.mark.parametrize(("rate", "value"), [("0", "3"), ("2", "0"), ("-1", "3"), ("2", "-1")])
def test_a_rate_and_its_amount_are_above_zero(rate: str, value: str) -> None:
    paper = Paper(door=True)
    with pytest.raises(RefusedError, match="above zero"):
        paper.enter(at_rate("USD", rate, value), "CHN")


def test_a_rate_may_be_less_than_one() -> None:
    paper = Paper(door=True)
    assert paper.enter(at_rate("JPY", "0.05", "1000"), "CHN") == 2
    assert paper.enter(at_rate("USD", "7", "0.5"), "CHN") == 3
