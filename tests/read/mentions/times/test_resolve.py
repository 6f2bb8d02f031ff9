"""Resolving against the day of the statement, at the boundaries of the calendar."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zakuro.read.mentions.times.calendar import Days
from zakuro.read.mentions.times.resolve import Resolver, duration
from zakuro.read.mentions.times.values import (
    Between,
    Distant,
    Length,
    Limited,
    Point,
    Rolling,
    Time,
)

SAID = date(2025, 6, 17)


def resolved(time: Time, said: date | None = SAID, fiscal_month: int = 4) -> tuple[str, str] | None:
    days = Resolver(said, fiscal_month).days(time)
    return (str(days.start), str(days.end)) if days else None


def years(count: int) -> Length:
    return Length(((Decimal(count), "year"),))


@pytest.mark.parametrize(
    ("time", "start", "end"),
    [
        (Point(year=2025), "2025-01-01", "2026-01-01"),
        (Limited("before", Point(year=2030)), "None", "2030-01-01"),
        (Limited("deadline", Point(year=2030)), "None", "2031-01-01"),
        (Limited("deadline", Point(year=2000)), "None", "2000-01-01"),
        (Point(year=2024, month=2), "2024-02-01", "2024-03-01"),
        (Point(year=2024, month=2, day=29), "2024-02-29", "2024-03-01"),
        (Point(year=2026, fiscal=True), "2026-04-01", "2027-04-01"),
        (Point(shift=("fiscal-year", 1)), "2026-04-01", "2027-04-01"),
        (Point(shift=("year", 0)), "2025-01-01", "2026-01-01"),
        (Point(shift=("week", 1)), "2025-06-23", "2025-06-30"),
        (Point(month=4, within=Point(shift=("year", 1))), "2026-04-01", "2026-05-01"),
        (Point(month=1, within=Point(shift=("fiscal-year", 0))), "2026-01-01", "2026-02-01"),
        (Point(month=6, edge="start"), "2025-06-01", "2025-06-11"),
        (Point(part=("quarter", 3), within=Point(year=2026)), "2026-07-01", "2026-10-01"),
        (Rolling(1, years(2)), "2025-06-17", "2027-06-18"),
        (Rolling(-1, years(2)), "2023-06-17", "2025-06-18"),
        (Rolling(1, Length(((None, "year"),))), "2025-06-17", "None"),
        (Distant(-1, years(3)), "2022-06-17", "2022-06-18"),
        (Limited("by", Point(year=2030)), "None", "2031-01-01"),
        (Limited("before", Point(year=2030)), "None", "2030-01-01"),
        (Limited("after", Point(year=2030)), "2031-01-01", "None"),
        (Limited("since", Point(year=2013)), "2013-01-01", "None"),
        (
            Between(Point(year=2024, month=11), Point(month=2)),
            "2024-11-01",
            "2025-03-01",
        ),
        (
            Between(Point(month=11), Point(year=2025, month=2)),
            "2024-11-01",
            "2025-03-01",
        ),
        (Between(Point(day=4), Point(day=22)), "2025-06-04", "2025-06-23"),
    ],
)
def test_what_times_mean(time: Time, start: str, end: str) -> None:
    assert resolved(time) == (start, end)


@pytest.mark.parametrize(
    ("time", "start", "end"),
    [
        (Point(month=11), "2024-11-01", "2024-12-01"),
        (Point(weekday=3), "2025-06-11", "2025-06-12"),
        (Point(month=2, day=29), "2024-02-29", "2024-03-01"),
        (Between(Point(month=9), Point(month=11)), "2024-09-01", "2024-12-01"),
        (Limited("since", Point(month=11)), "2024-11-01", "None"),
        (Point(month=8, turn=0), "2025-08-01", "2025-09-01"),
        (Point(month=8, turn=1), "2025-08-01", "2025-09-01"),
        (Point(shift=("month", 1)), "2025-07-01", "2025-08-01"),
        (Point(year=2026), "2026-01-01", "2027-01-01"),
    ],
)
def test_what_is_over_was_the_last_time_of_its_name(time: Time, start: str, end: str) -> None:
    days = Resolver(SAID, 4).days(time, direction=-1)
    assert days is not None
    assert (str(days.start), str(days.end)) == (start, end)


def test_a_leap_day_has_its_anniversary_on_the_last_of_february() -> None:
    said = date(2024, 2, 29)
    assert resolved(Rolling(1, years(1)), said) == ("2024-02-29", "2025-03-01")
    assert resolved(Rolling(1, years(4)), said) == ("2024-02-29", "2028-03-01")


def test_a_day_without_a_year_is_near_the_statement() -> None:
    december = Point(month=12, day=31)
    assert resolved(december, date(2025, 1, 1)) == ("2024-12-31", "2025-01-01")
    assert resolved(december, date(2025, 12, 30)) == ("2025-12-31", "2026-01-01")
    assert resolved(Point(month=1), date(2025, 12, 30)) == ("2026-01-01", "2026-02-01")
    assert resolved(Point(month=2, day=29), SAID) == ("2024-02-29", "2024-03-01")


def test_days_that_are_none() -> None:
    assert resolved(Point(year=2025, month=2, day=29)) is None
    assert resolved(Point(year=9999, month=12), fiscal_month=1) is None
    assert resolved(Between(Point(year=2026), Point(year=2024))) is None
    assert resolved(Point(shift=("year", 1)), said=None) is None
    assert resolved(Point(month=6), said=None) is None


def test_the_year_named_before_is_meant_by_the_same_year() -> None:
    resolver = Resolver(SAID, 1)
    resolver.named = date(2013, 9, 7)
    days = resolver.days(Point(month=10, within=Point(shift=("year", 0), anaphoric=True)))
    assert days == Days(date(2013, 10, 1), date(2013, 11, 1))


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(1, 12), st.integers(1, 28))
def test_a_month_and_day_are_found_within_a_year(said: date, month: int, day: int) -> None:
    days = Resolver(said, 1).days(Point(month=month, day=day))
    assert days is not None and days.start is not None
    assert (days.start.month, days.start.day) == (month, day)
    assert abs(days.start - said) < timedelta(days=300)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ((("2", "year"),), "P2Y"),
        ((("1.5", "year"),), "P1Y6M"),
        ((("0.5", "year"),), "P6M"),
        ((("1", "year"), ("2", "month"), ("3", "day")), "P1Y2M3D"),
        ((("3", "week"),), "P3W"),
        ((("2", "decade"),), "P20Y"),
        ((("2", "fortnight"),), "P4W"),
        ((("2", "hour"), ("30", "minute")), "PT2H30M"),
        ((("2.5", "day"),), "P2.5D"),
        ((("100", "day"),), "P100D"),
    ],
)
def test_durations(parts: tuple[tuple[str, str], ...], expected: str) -> None:
    assert duration(Length(tuple((Decimal(count), unit) for count, unit in parts))) == expected


def test_a_vague_length_has_no_duration() -> None:
    assert duration(Length(((None, "year"),))) is None
    assert duration(Length(((Decimal(3), "year"),), Decimal(5))) is None


@pytest.mark.parametrize(
    ("month", "end"), [(11, date(2024, 12, 1)), (10, date(2024, 11, 1)), (3, date(2025, 4, 1))]
)
def test_what_is_due_by_a_month_that_is_over_is_due_next_year(month: int, end: date) -> None:
    days = Resolver(date(2024, 10, 15), 1).days(Limited("by", Point(month=month)))
    assert days == Days(None, end)
    assert Resolver(date(2024, 10, 15), 1).days(Limited("by", Point(year=2023))) is not None
