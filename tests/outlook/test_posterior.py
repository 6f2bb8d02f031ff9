from decimal import Decimal
from fractions import Fraction
from math import comb

from hypothesis import given
from hypothesis import strategies as st

from zakuro.outlook.posterior import (
    ALIKE,
    LEAST_ALIKE,
    MOST,
    THOUSAND,
    Group,
    Many,
    alike,
    below,
    many,
    power,
    quantile,
    share,
)

cases = st.integers(0, 60).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


def test_nothing_known_is_a_wide_range() -> None:
    assert share(0, 0).range == (100, 500, 900)
    assert share(3, 7).range == (240, 444, 656)


@given(cases)
def test_a_range_holds_its_mean_and_mirrors(found: tuple[int, int]) -> None:
    ended, of = found
    low, mean, high = share(ended, of).range
    assert 0 <= low <= mean <= high <= THOUSAND
    other = share(of - ended, of).range
    assert abs(other.low + high - THOUSAND) <= 1
    assert abs(other.mean + mean - THOUSAND) <= 1


@given(st.integers(1, 12), st.integers(1, 12), st.integers(0, 100))
def test_below_is_the_beta_distribution(one: int, other: int, part: int) -> None:
    draws = one + other - 1
    x = Fraction(part, 100)
    wanted = sum(comb(draws, k) * x**k * (1 - x) ** (draws - k) for k in range(one, draws + 1))
    assert Fraction(below(part, 100, one, other), power(100, draws)) == wanted


@given(st.integers(1, 30), st.integers(1, 30), st.integers(1, 99))
def test_a_quantile_is_the_least_that_reaches_it(one: int, other: int, percent: int) -> None:
    found = quantile(percent, one, other)
    whole = power(THOUSAND, one + other - 1)
    assert below(found, THOUSAND, one, other) * 100 >= percent * whole
    assert below(found - 1, THOUSAND, one, other) * 100 < percent * whole


def test_very_many_cases_say_no_more_than_many() -> None:
    assert share(50_000, 100_000).range == share(MOST // 2, MOST).range


@given(st.lists(st.integers(0, THOUSAND), max_size=30))
def test_what_goes_together_makes_the_range_wider(shares: list[int]) -> None:
    alone, together = many(shares, LEAST_ALIKE), many(shares, Decimal("0.5"))
    for found in (alone, together):
        assert 0 <= found.low <= found.middle <= found.high <= len(shares)
    assert together.high - together.low >= alone.high - alone.low - 1


def test_how_many_of_several() -> None:
    assert many([], ALIKE) == Many(0, 0, 0)
    assert many([300] * 20, Decimal("0.01")) == Many(4, 6, 8)
    assert many([300] * 20, Decimal("0.25")) == Many(1, 6, 13)


def test_how_far_groups_go_together_is_learnt_from_how_far_they_were_off() -> None:
    all_or_none = [Group(10 * (n % 2), 10, Decimal(5)) for n in range(12)]
    assert alike(all_or_none) == Decimal("0.5")
    assert alike([Group(5, 10, Decimal(5))] * 12) == LEAST_ALIKE
    assert alike(all_or_none[:9]) == ALIKE
    assert alike([Group(0, 5, Decimal(0))] * 12) == ALIKE
