"""Numbers written in figures: grouping, decimals and exponents by the habit of a language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from sys import maxsize

from zakuro.languages.load import Pack
from zakuro.read.mentions.numbers.arithmetic import LONGEST

_APOSTROPHE = "'"
_ROW = re.compile(r"[0-9]+")
# Commas list numbers; so do the points of an address on the net, which has four.
_LIST = re.compile(r"[0-9]+(?:[, ][0-9]+)*|[0-9]{1,3}(?:\.[0-9]{1,3}){3}")


@dataclass(frozen=True, slots=True)
class Figures:
    """One number in figures: where it stands, its value and how it is written."""

    start: int
    end: int
    value: Decimal
    whole: bool
    """Nothing but digits: the shape of a year, a page or a paragraph."""
    power: bool = False
    """Written with an exponent."""


class Habit:
    """How a language writes numbers in figures: its decimal marks and its grouping marks."""

    def __init__(self, pack: Pack) -> None:
        numbers = pack.section("numbers")
        self.points = frozenset(numbers.get("point", ()))
        self.groups = frozenset(numbers.get("grouping", ()))
        marks = "".join(re.escape(mark) for mark in sorted((self.points | self.groups) - {" "}))
        spaced = r"(?: [0-9]{3}(?![0-9]))*" if " " in self.groups else ""
        self.run = re.compile(rf"[0-9]+{spaced}(?:[{marks}][0-9]+|'[0-9]{{3}}(?![0-9]))*")
        self.exponent = re.compile(r"(?:e([+-]?[0-9]{1,2})|\^([+-]?[0-9]{1,2}))(?![0-9a-z.])")
        self.leading = re.compile(rf"(?<![0-9a-z{marks}])[{marks}]\Z")

    def read(self, text: str, start: int, stop: int = maxsize) -> tuple[int, Sequence[Figures]]:
        """The numbers of the run of figures and marks that begins at ``start``, and its end.

        A run with commas that make no number by this language's habit is a list, and gives its
        parts one by one; one with other marks, or longer than any number, gives none, so that
        nothing is made of its tail.  ``stop`` is where the run may go no further.
        """
        run = self.run.match(text, start, stop)
        end = run.end() if run else start + 1
        written = text[start:end]
        value = self.value(written) if len(written) <= LONGEST else None
        if value is None:
            return end, () if not _LIST.fullmatch(written) else [
                Figures(start + part.start(), start + part.end(), Decimal(part.group()), False)
                for part in _ROW.finditer(written)
                if part.end() - part.start() <= LONGEST
            ]
        whole = written.isdigit()
        if start and text[start - 1] in self.points and whole and self._leads(text, start - 1):
            start -= 1
            value, whole = Decimal("0." + written), False
        exponent = self.exponent.match(text, end)
        if exponent:
            scaled, power = exponent.groups()
            end = exponent.end()
            whole = False
            value = value.scaleb(int(scaled)) if scaled else _power(value, int(power))
        return end, (Figures(start, end, value, whole, exponent is not None),)

    def _leads(self, text: str, place: int) -> bool:
        before = text[place - 1 : place]
        return not before or before.isspace() or before in "-+(["

    def value(self, written: str) -> Decimal | None:
        """What a run of digits and marks says, or None where it is no number by this habit."""
        if written.isdigit():
            return Decimal(written)
        marks = [character for character in written if not character.isdigit()]
        parts = re.split(r"[^0-9]", written)
        grouped = len(parts[0]) <= 3 and all(len(part) in (2, 3) for part in parts[1:-1])
        head, last = marks[:-1], marks[-1]
        threes = len(parts[0]) <= 3 and all(len(part) == 3 for part in parts[1:])
        if len(set(marks)) == 1 and threes and (head or last == _APOSTROPHE):
            return Decimal("".join(parts))  # 1.250.000, 12'500: grouped whatever the habit
        if len(set(marks)) == 1 and last in self.groups and grouped and len(parts[-1]) == 3:
            return Decimal("".join(parts))
        if last not in self.points:
            return None
        if not head:
            return Decimal(f"{parts[0]}.{parts[1]}")
        if (
            len(set(head)) == 1
            and head[0] != last
            and head[0] in self.groups | {_APOSTROPHE}
            and grouped
        ):
            return Decimal("".join(parts[:-1]) + "." + parts[-1]) if len(parts[-2]) == 3 else None
        return None


def decimal(text: str, first: Figures, last: Figures) -> Sequence[Figures]:
    """One number of two that only a comma parts, before a scale: 12,5 million, in any language."""
    if first.end + 1 != last.start or text[first.end] != "," or last.end - last.start > 2:
        return (first, last)
    value = Decimal(f"{text[first.start : first.end]}.{text[last.start : last.end]}")
    return (Figures(first.start, last.end, value, whole=False),)


def _power(base: Decimal, exponent: int) -> Decimal:
    return tidy(base**exponent) if base else Decimal(0)


def tidy(value: Decimal) -> Decimal:
    """A quotient or a power, to fifteen figures: as much as any text can mean."""
    return value if len(value.as_tuple().digits) <= 15 else Decimal(f"{value:.15g}")


def shortest(value: Decimal) -> Decimal:
    """The same value without zeros behind its point and without an exponent."""
    written = f"{value:f}"
    return Decimal(written.rstrip("0").rstrip(".") if "." in written else written)


@cache
def habit(pack: Pack) -> Habit:
    """The habit of a pack, compiled once."""
    return Habit(pack)
