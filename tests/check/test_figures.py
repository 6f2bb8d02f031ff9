from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from zakuro.check.figures import (
    Interval,
    as_printed,
    digits,
    mean_can_be,
    near_miss,
    of_one_list,
    printed,
    rounding,
)

figures = st.decimals("0.001", "1e15", allow_nan=False, places=3)


def test_a_figure_stands_for_what_rounds_to_it() -> None:
    assert rounding(Decimal(208_000_000)) == Interval(Decimal(207_500_000), Decimal(208_500_000))
    assert rounding(Decimal("7.2")) == Interval(Decimal("7.15"), Decimal("7.25"))
    assert (digits(Decimal(26_000_000)), printed(Decimal("1.5E+9"))) == (2, "1,500,000,000")


@given(figures)
def test_every_figure_can_stand_for_itself(value: Decimal) -> None:
    low, high = rounding(value)
    assert low < value < high


@given(figures, figures)
def test_meeting_is_mutual_and_widening_loses_nothing(one: Decimal, other: Decimal) -> None:
    first, second = rounding(one), rounding(other)
    assert first.meets(second) == second.meets(first)
    assert first.widened(Decimal("0.01")).meets(second) or not first.meets(second)


def test_near_misses() -> None:
    def told(one: str, other: str) -> str:
        return near_miss(Decimal(one), Decimal(other))

    assert "power of ten" in told("260", "2600")
    assert "one digit is between" in told("264", "267")
    assert "changed places" in told("1.19", "1.91")
    assert "left out" in told("22.71", "22.071")
    assert told("300", "712") == ""


def test_a_mean_that_can_be() -> None:
    assert mean_can_be(Decimal("3.29"), 14, 2)
    assert not mean_can_be(Decimal("3.26"), 14, 2)
    assert all(mean_can_be(Decimal(k) / 8, 8, 3) for k in range(-8, 9))


def test_figures_of_one_list() -> None:
    assert of_one_list([Decimal(407), Decimal(211), Decimal(100)]) == Decimal("1.5")


def test_what_a_figure_stands_for_as_printed() -> None:
    assert as_printed(Decimal(40), "40") == Interval(Decimal("39.5"), Decimal("40.5"))
    assert as_printed(Decimal(40_000_000), "40 million").low == 39_500_000
    assert as_printed(Decimal(1_500), "1.5 thousand").high == 1_550
    assert as_printed(Decimal(3_000), "three thousand") == rounding(Decimal(3_000))
