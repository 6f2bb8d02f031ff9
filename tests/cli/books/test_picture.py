from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from zakuro.cli.books.picture import CONFIRMED, DISPUTED, OPEN, OVER, REPORTED, WIDTH, bar, fit
from zakuro.flow.looking.lists import Amount


def amount(pledged: int, reported: int, confirmed: int, disputed: int) -> Amount:
    return Amount(
        unit="CNY",
        pledged=Decimal(pledged),
        low=None,
        high=None,
        bound="exact",
        obligation=Decimal(pledged - reported),
        in_transit=Decimal(reported - confirmed - disputed),
        disputed=Decimal(disputed),
        receivable=Decimal(pledged - confirmed),
    )


def test_a_bar_shows_each_part_in_its_place() -> None:
    assert bar(amount(8, 6, 4, 1), 8) == CONFIRMED * 4 + REPORTED + DISPUTED + OPEN * 2
    assert bar(amount(8, 0, 0, 0), 8) == OPEN * 8
    assert bar(amount(8, 8, 8, 0), 8) == CONFIRMED * 8
    assert bar(amount(8, 10, 0, 0), 8) == REPORTED * 8 + OVER


def test_the_smallest_part_still_shows() -> None:
    assert bar(amount(1_000_000, 1, 1, 0), 8) == CONFIRMED + OPEN * 7
    assert bar(amount(1_000_000, 999_999, 999_999, 0), 8) == CONFIRMED * 7 + OPEN


@given(st.integers(1, 999), st.integers(0, 999), st.integers(0, 999), st.integers(0, 999))
def test_a_bar_has_one_width_and_one_more_when_over(
    pledged: int, confirmed: int, transit: int, disputed: int
) -> None:
    drawn = bar(amount(pledged, confirmed + transit + disputed, confirmed, disputed))
    over = confirmed + transit + disputed > pledged
    assert len(drawn) == WIDTH + over
    assert (OPEN in drawn) == (confirmed + transit + disputed < pledged)


def test_wide_letters_take_two_columns() -> None:
    assert fit("abc", 5) == "abc  "
    assert fit("中国は", 6) == "中国は"
    assert fit("中国は援助", 6).startswith("中国")
    assert fit("abcdef", 4) == "abc…"
