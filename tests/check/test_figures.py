from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from zakuro.check.figures import Interval, digits, printed, rounding

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
