"""Dates in digits, read in the order that a pack prefers."""

from __future__ import annotations

import pytest

from zakuro.model.errors import ZakuroError
from zakuro.read.mentions.times.numeric import NumericDates
from zakuro.read.mentions.times.shapes import Signs
from zakuro.read.mentions.times.values import Between, Point

ORDERS = ["year-month-day", "day.month.year", "month/day/year", "day/month/year", "year/next"]


def read(text: str) -> list[tuple[str, object]]:
    atoms = NumericDates(ORDERS, Signs()).find(text)
    return [(text[a.start : a.end], a.values["a-time"]) for a in atoms if "a-time" in a.values]


def silent(text: str) -> list[str]:
    atoms = NumericDates(ORDERS, Signs()).find(text)
    return [text[a.start : a.end] for a in atoms if "a-silence" in a.values]


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("2025-06-17", Point(year=2025, month=6, day=17)),
        ("17.06.2025", Point(year=2025, month=6, day=17)),
        ("6/7/2025", Point(year=2025, month=6, day=7)),
        ("17/6/2025", Point(year=2025, month=6, day=17)),
        ("2024-02-29", Point(year=2024, month=2, day=29)),
    ],
)
def test_the_first_order_that_makes_a_date(text: str, point: Point) -> None:
    assert read(f"on {text}, they met") == [(text, point)]


def test_two_years_that_follow() -> None:
    span = Between(Point(year=2025), Point(year=2026))
    assert read("2025/26") == [("2025/26", span)]
    assert read("2025/12") == []
    assert read("1990/95") == [("1990/95", Between(Point(year=1990), Point(year=1995)))]


@pytest.mark.parametrize(
    "text",
    ["2025-02-29", "2025-13-01", "1.2.3.4", "03-1234-5678", "v2.06.2025", "12/2025/6", "1/2"],
)
def test_what_is_no_date_is_left_alone(text: str) -> None:
    assert read(text) == []


def test_a_code_is_silent_as_a_whole_and_a_small_range_is_left_to_the_shapes() -> None:
    assert silent("call 03-1234-5678 or 2010-2015-86") == ["03-1234-5678", "2010-2015-86"]
    assert silent("3-7 March and 1.5 years") == []


def test_an_order_of_unknown_fields_is_refused() -> None:
    with pytest.raises(ZakuroError, match=r"times\.numeric"):
        NumericDates(["year-week"], Signs())
