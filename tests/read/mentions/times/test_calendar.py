"""Days, units and EDTF: boundaries of months, years and leap years."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zakuro.read.mentions.times.calendar import (
    DAY,
    MONTHS_IN,
    Days,
    add,
    add_months,
    edge_of,
    edtf,
    nth_unit,
    nth_weekday,
    unit_around,
)

days = st.dates(date(1600, 1, 1), date(2400, 12, 31))


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2025-01-31", 1, "2025-02-28"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-02-29", -48, "2020-02-29"),
        ("2025-01-01", -1, "2024-12-01"),
        ("2025-12-31", 2, "2026-02-28"),
    ],
)
def test_months_are_counted_to_the_same_day_or_the_last(
    day: str, months: int, expected: str
) -> None:
    assert add_months(date.fromisoformat(day), months) == date.fromisoformat(expected)


@given(days, st.sampled_from([*MONTHS_IN, "week", "fortnight", "day"]), st.integers(1, 12))
def test_a_day_lies_in_its_unit_and_units_join(day: date, unit: str, first_month: int) -> None:
    start, end = unit_around(day, unit, first_month)
    assert start is not None and end is not None
    assert start <= day < end
    if unit != "fortnight":
        assert unit_around(end, unit, first_month).start == end
        assert unit_around(start - DAY, unit, first_month).end == start


@given(days, st.integers(-300, 300))
def test_workdays_never_end_on_a_weekend(day: date, count: int) -> None:
    assert count == 0 or add(day, "workday", count).weekday() < 5


def test_workdays_skip_weekends() -> None:
    friday = date(2025, 6, 20)
    assert add(friday, "workday", 1) == date(2025, 6, 23)
    assert add(friday, "workday", 5) == date(2025, 6, 27)
    assert add(date(2025, 6, 23), "workday", -1) == friday


@given(days, st.sampled_from(["month", "year", "decade"]))
def test_thirds_and_halves_fill_their_span(day: date, unit: str) -> None:
    within = unit_around(day, unit)
    thirds = [edge_of(within, edge) for edge in ("start", "middle", "end")]
    halves = [edge_of(within, edge) for edge in ("first-half", "second-half")]
    for parts in (thirds, halves):
        assert parts[0].start == within.start
        assert parts[-1].end == within.end
        assert all(a.end == b.start for a, b in pairwise(parts))


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2025-06-17", "2025-06-18", "2025-06-17"),
        ("2024-02-29", "2024-03-01", "2024-02-29"),
        ("2025-02-28", "2025-03-01", "2025-02-28"),
        ("2025-12-31", "2026-01-01", "2025-12-31"),
        ("2025-02-01", "2025-03-01", "2025-02"),
        ("2025-12-01", "2026-01-01", "2025-12"),
        ("2025-01-01", "2026-01-01", "2025"),
        ("2025-01-01", "2027-01-01", "2025/2026"),
        ("2010-01-01", "2020-01-01", "201X"),
        ("2015-01-01", "2025-01-01", "2015/2024"),
        ("1900-01-01", "2000-01-01", "19XX"),
        ("1901-01-01", "2001-01-01", "1901/2000"),
        ("2026-04-01", "2027-04-01", "2026-04/2027-03"),
        ("2025-06-17", "2027-06-18", "2025-06-17/2027-06-17"),
        ("2013-01-01", None, "2013/.."),
        (None, "2031-01-01", "../2030"),
        (None, "2026-07-01", "../2026-06"),
        (None, "2025-06-18", "../2025-06-17"),
        ("2024-03-01", "2024-03-02", "2024-03-01"),
    ],
)
def test_edtf(start: str | None, end: str | None, expected: str) -> None:
    span = Days(
        date.fromisoformat(start) if start else None, date.fromisoformat(end) if end else None
    )
    assert edtf(span) == expected


@given(days, st.integers(1, 5000))
def test_edtf_of_different_spans_differs(start: date, length: int) -> None:
    span = Days(start, start + timedelta(days=length))
    assert edtf(span) != edtf(Days(start, start + timedelta(days=length + 1)))
    assert edtf(span) != edtf(Days(start + DAY, start + timedelta(days=length + 1)))


@given(days, st.integers(1, 7), st.integers(1, 4))
def test_the_nth_weekday_of_a_month(day: date, weekday: int, nth: int) -> None:
    month = unit_around(day, "month")
    found = nth_weekday(month, weekday, nth)
    assert found is not None and found.start is not None and month.start is not None
    assert found.start.isoweekday() == weekday
    assert (found.start.day - 1) // 7 == nth - 1


@given(days)
def test_the_first_week_of_a_year_is_the_iso_week(day: date) -> None:
    week = nth_unit(unit_around(day, "year"), "week", 1)
    assert week is not None and week.start is not None
    assert week.start == date.fromisocalendar(day.year, 1, 1)


def test_there_is_no_fifth_quarter() -> None:
    assert nth_unit(unit_around(date(2025, 1, 1), "year"), "quarter", 5) is None
    assert nth_unit(Days(None, date(2025, 1, 1)), "quarter", 1) is None
