"""Dates in digits: 2025-06-17, 17/06/2025, 2025/26, in the orders that the pack prefers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from zakuro.model.errors import ZakuroError
from zakuro.read.mentions.times.shapes import Atom, Signs
from zakuro.read.mentions.times.values import Between, Point

_CHAIN = (
    r"(?<![0-9][-–.,/:])(?:(?<![0-9a-z.+]){})[0-9]+(?:[-–/.:][0-9]+)+(?![0-9a-z:%]|[-–.,/][0-9])"
)
_WITHOUT_MARKS = "yearmonthday"
_COMPACT = re.compile(
    r"(?<![0-9a-z.,/+-])(199[0-9]|20[0-9]{2})([01][0-9])([0-3][0-9])(?![0-9a-z%]|[-.,/:][0-9])"
)
_SMALL = re.compile(r"[0-9]{1,2}-[0-9]{1,2}|[0-9]+\.[0-9]+")
_FIELDS = {"year", "next", "year2", "month", "day"}


class NumericDates:
    """The written orders of one pack, such as ``year-month-day``, in the order of preference.

    ``openers`` are the words that may stand right before the figures (FY2025-26).
    """

    def __init__(self, orders: list[str], signs: Signs, openers: Iterable[str] = ()) -> None:
        self._signs = signs
        self._openers = tuple(openers)
        behind = "".join(rf"|(?<={re.escape(word)})" for word in self._openers)
        self._chain = re.compile(_CHAIN.format(behind))
        self._orders: dict[tuple[str, int], list[list[str]]] = {}
        self._compact = _COMPACT if _WITHOUT_MARKS in orders else None
        for order in orders:
            if order == _WITHOUT_MARKS:
                continue
            fields = re.split(r"[-/.]", order)
            if not set(fields) <= _FIELDS or len(fields) < 2:
                raise ZakuroError(
                    f"times.numeric: {order!r} must be {', '.join(sorted(_FIELDS))} "
                    "joined by one of - / ."
                )
            separator = order[len(fields[0])]
            self._orders.setdefault((separator, len(fields)), []).append(fields)

    def find(self, text: str) -> Iterator[Atom]:
        """Every date in digits that one of the orders can read.

        Digits in a chain that is no date (a telephone number, a version, a code) are given as a
        silent atom, so that no part of them is taken for a year; decimals and two small numbers
        joined by a hyphen are left to the shapes (1.5 years, 3-7 March).
        """
        for match in self._chain.finditer(text):
            start, chain = match.start(), match[0].replace("–", "-")
            atoms = self._dates(start, chain)
            if atoms is None and text.endswith(
                self._openers, 0, start - (text[start - 1 : start] == " ")
            ):
                atoms = self._of_short_years(start, chain)
            if atoms is None and chain.count("-") == 1:
                first, last = chain.split("-")
                halves = self._dates(start, first), self._dates(start + len(first) + 1, last)
                if halves[0] is not None and halves[1] is not None:
                    atoms = halves[0] + halves[1]
            if atoms is None and not _SMALL.fullmatch(chain):
                silent: dict[str, Any] = {"a-silence": None}
                atoms = [Atom(start, match.end(), self._signs.sign(silent), silent)]
            yield from atoms or ()

    def find_compact(self, text: str) -> Iterator[Atom]:
        """Every row of eight digits that is a day of our time: 20250617."""
        for match in self._compact.finditer(text) if self._compact else ():
            values = _read(["year", "month", "day"], list(match.groups()))
            if values is not None:
                yield Atom(*match.span(), self._signs.sign(values), values)

    def _of_short_years(self, start: int, chain: str) -> list[Atom] | None:
        """The years of two digits that only a word before them tells: FY24-26."""
        years = re.split(r"[-/]", chain)
        values = _read(["year2", "next"], years) if len(years) == 2 else None
        return (
            [Atom(start, start + len(chain), self._signs.sign(values), values)] if values else None
        )

    def _dates(self, start: int, chain: str) -> list[Atom] | None:
        """The date that a chain of digits is, or None."""
        groups = re.split(r"([-/.:])", chain)
        separators = set(groups[1::2])
        if len(separators) != 1:
            return None
        for fields in self._orders.get((separators.pop(), len(groups) // 2 + 1), ()):
            values = _read(fields, groups[::2])
            if values is not None:
                return [Atom(start, start + len(chain), self._signs.sign(values), values)]
        return None


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
        later = (numbers.get("next", 0) - year) % 100
        last = numbers.get("last", year + later)
        span = Between(Point(year=year), Point(year=last))
        found = {"a-span": span, "a-time": span, "a-range": span}
        return found if last > year else None
    if "day" not in numbers:
        month = Point(year=year, month=numbers["month"])
        return {"a-month": month, "a-time": month}
    if year < 0:
        point = Point(month=numbers["month"], day=numbers["day"])
        padded = any(digits.startswith("0") for digits in groups)
        sure = padded or (max(numbers.values()) > 12 and int(groups[0]) > 1)
        return {"a-slash!" if sure else "a-slash": point}
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
            later = (number - numbers.get("year", numbers.get("year2", 0))) % 100
            return len(digits) == 2 and (later == 1 or (number > 12 and later <= 15))
        case "month":
            return len(digits) <= 2 and 1 <= number <= 12
        case _:
            return len(digits) <= 2 and 1 <= number <= 31
