"""What a number may be in a time: a day, a month, a year, a count; by its value and writing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from zakuro.read.mentions.numbers.numerals import Number

Classes = dict[str, Any]

CLASSES = frozenset(
    (
        "count",
        "under-1000",
        "fraction",
        "over-31",
        "nth",
        "day",
        "day-nth",
        "month#",
        "year",
        "year#",
        "year-nth",
        "year2",
        "year2-zero",
        "day-words",
        "year-words",
        "year-glued",
        "century-words",
        "rest-words",
        "era-year",
    )
)
_LONGEST_ERA = 199
_DIGITS = re.compile(r"(?<![0-9])(?<![0-9][.,])[0-9]{1,4}(?![0-9]|[.,][0-9])")


def classed(
    text: str, first: int, last: int, numbers: Iterable[Number]
) -> Iterator[tuple[int, int, Classes]]:
    """Every number of a stretch of text with the classes it can take; amounts of money have none.

    Rows of up to four digits count wherever they stand (FY2026, 17th); a year that is glued to a
    letter is none by itself.
    """
    for digits in _DIGITS.finditer(text, first, last):
        start, end = digits.span()
        if not _money(text, start):
            values = _in_digits(int(digits[0]), end - start)
            if (
                "year" in values
                and start
                and text[start - 1].isalpha()
                and text[start - 1].isascii()
            ):
                values["year-glued"] = values.pop("year")
            yield start, end, values
    for number in numbers:
        written = text[number.start : number.end]
        if number.value < 0 or (len(written) <= 4 and written.isascii() and written.isdigit()):
            continue
        if not _money(text, number.start):
            yield number.start, number.end, _classes(number, written)


def _money(text: str, start: int) -> bool:
    """Whether a currency sign stands before an offset."""
    if start and text[start - 1] == " ":
        start -= 1
    return bool(start) and unicodedata.category(text[start - 1]) == "Sc"


def _in_digits(number: int, length: int) -> Classes:
    values = _whole(number)
    if length == 2:
        values["year2"] = number
        if number < 10:
            values["year2-zero"] = number
    if length == 4 and 1000 <= number <= 2999:
        values["year"] = number
    if length > 2:
        values.pop("month#", None)
        values.pop("day", None)
    return values


def _classes(number: Number, written: str) -> Classes:
    if number.value != number.value.to_integral_value():
        part = {"fraction": number.value} if number.value < 1 else {}
        return {"count": number.value, "under-1000": number.value} | part
    value = int(number.value)
    if number.ordinal:
        figures = "0" <= written[0] <= "9"
        years = {"year-nth": value} if figures or 1000 <= value <= 2999 else {}
        return {"nth": value} | years | ({"day": value, "day-nth": value} if value <= 31 else {})
    values = _whole(value)
    if "," not in written and 1000 <= value <= 2999:
        values["year-words"] = value
    if number.words:
        if 1 <= value <= 31:
            values["day-words"] = value
        if 10 <= value <= 20:
            values["century-words"] = value
        if 1 <= value <= 99:
            values["rest-words"] = value
    return values


def _whole(number: int) -> Classes:
    """The classes of a cardinal by its value alone."""
    values: Classes = {"count": Decimal(number)}
    if 1 <= number <= 31:
        values["day"] = number
    if 1 <= number <= 12:
        values["month#"] = number
    if 1 <= number <= _LONGEST_ERA:
        values["era-year"] = number
    if number < 1000:
        values["under-1000"] = number
    if number > 31:
        values["over-31"] = number
    if 1 <= number <= 9999:
        values["year#"] = number
    return values
