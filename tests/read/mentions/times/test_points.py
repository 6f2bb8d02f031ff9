"""Points from slots: what units, counts and turns mean together."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from zakuro.read.mentions.times.points import Draft, precision
from zakuro.read.mentions.times.values import Point

ERAS = {"reiwa": date(2019, 5, 1)}


def point(**slots: Any) -> Point | None:
    draft = Draft()
    for slot, value in slots.items():
        draft.read(slot.replace("_", "-"), value)
    return draft.point(ERAS)


@pytest.mark.parametrize(
    ("slots", "expected", "exactness"),
    [
        ({"year": 2025, "month": 6, "day": 17}, Point(year=2025, month=6, day=17), "a-day"),
        ({"era": "reiwa", "era_year": 7}, Point(year=2025), "a-year"),
        ({"turn": 1, "unit": "week"}, Point(shift=("week", 1)), "a-week"),
        ({"turn": 1, "weekday": 1}, Point(weekday=1, within=Point(shift=("week", 1))), "a-day"),
        ({"nth": 3, "unit": "quarter"}, Point(part=("quarter", 3)), "a-span"),
        ({"year2": 90, "decade_of": ""}, Point(year=1990, years=10), "a-span"),
        ({"nth": 21, "century_nth": ""}, Point(year=2001, years=100), "a-span"),
        ({"edge": "end", "unit": "year"}, Point(edge="end", shift=("year", 0)), "a-span"),
    ],
)
def test_slots_together(slots: dict[str, Any], expected: Point, exactness: str) -> None:
    made = point(**slots)
    assert made == expected
    assert precision(expected) == exactness


@pytest.mark.parametrize(
    "slots",
    [
        {"turn": 1, "unit": "hour"},
        {"year": 1995, "decade_of": ""},
        {"nth": 120, "century_nth": ""},
        {"unit": "week"},
        {"nth": 3},
        {},
    ],
)
def test_slots_that_mean_nothing(slots: dict[str, Any]) -> None:
    assert point(**slots) is None
