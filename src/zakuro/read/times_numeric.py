"""Dates in digits: 2025-06-17, 17/06/2025, 2025/26, in the orders that the pack prefers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from zakuro.model.errors import ZakuroError
from zakuro.read.times_shapes import Atom, Signs
from zakuro.read.times_values import Between, Point

_GROUPS = re.compile(r"(?<![\w.,/:+-])\d{1,4}(?:[-/.]\d{1,4}){1,2}(?![\w/:%]|[-.,]\d)")
_FIELDS = {"year", "next", "year2", "month", "day"}


class NumericDates:
    """The written orders of one pack, such as ``year-month-day``, in the order of preference."""

    def __init__(self, orders: list[str], signs: Signs) -> None:
        self._signs = signs
        self._orders: dict[tuple[str, int], list[list[str]]] = {}
        for order in orders:
            fields = re.split(r"[-/.]", order)
            if not set(fields) <= _FIELDS or len(fields) < 2:
                raise ZakuroError(
                    f"times.numeric: {order!r} must be {', '.join(sorted(_FIELDS))} "
                    "joined by one of - / ."
                )
            separator = order[len(fields[0])]
            self._orders.setdefault((separator, len(fields)), []).append(fields)

    def find(self, text: str) -> Iterator[Atom]:
        """Every date in digits that one of the orders can read."""
        for match in _GROUPS.finditer(text):
            groups = re.split(r"([-/.])", match[0])
            separators = set(groups[1::2])
            if len(separators) != 1:
                continue
            for fields in self._orders.get((separators.pop(), len(groups) // 2 + 1), ()):
                values = _read(fields, groups[::2])
                if values is not None:
                    yield Atom(match.start(), match.end(), self._signs.sign(values), values)
                    break


def _read(fields: list[str], groups: list[str]) -> dict[str, Any] | None:
    """The time that the groups say in this order of fields, or None where they cannot."""
    numbers: dict[str, int] = {}
    for field, digits in zip(fields, groups, strict=True):
        number = int(digits)
        if field == "year" and field in numbers:
            field = "last"  # noqa: PLW2901 - the second year of a pair
        if not _fits(field, digits, numbers):
            return None
        numbers[field] = number
    year = numbers.get("year", numbers.get("year2", -1))
    if "year2" in numbers:
        year += 1900 if year >= 50 else 2000
    if "next" in numbers or "last" in numbers:
        last = numbers.get("last", year + 1)
        span = Between(Point(year=year), Point(year=last))
        return {"a-span": span, "a-time": span} if last > year else None
    if "day" not in numbers:
        month = Point(year=year, month=numbers["month"])
        return {"a-month": month, "a-time": month}
    if year < 0:
        point = Point(month=numbers["month"], day=numbers["day"])
        return {"a-slash": point}
    try:
        date(year, numbers["month"], numbers["day"])
    except ValueError:
        return None
    point = Point(year=year, month=numbers["month"], day=numbers["day"])
    return {"a-day": point, "a-time": point}


def _fits(field: str, digits: str, numbers: dict[str, int]) -> bool:
    """Whether digits may stand for a field, after the fields before it."""
    number = int(digits)
    match field:
        case "year" | "last":
            return len(digits) == 4 and 1000 <= number <= 2999
        case "year2":
            return len(digits) == 2
        case "next":
            return len(digits) in (2, 4) and number % 100 == (numbers["year"] + 1) % 100
        case "month":
            return len(digits) <= 2 and 1 <= number <= 12
        case _:
            return len(digits) <= 2 and 1 <= number <= 31
