"""Ranges: two amounts that are the ends of one (30–50 %, 20 to 25 million, 5、6カ国)."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from zakuro.languages.inflect import forms
from zakuro.languages.load import Pack
from zakuro.read.lexis.folding import Folded, fold
from zakuro.read.lexis.words import Words
from zakuro.read.mentions.quantities.amounts import Amount

_UPPER = frozenset(("at-most", "less-than"))
_TEN = Decimal(10)
_FAR = 1000
"""How many times its lower end a range may reach where only its upper end has a scale."""
_LOWER = frozenset(("at-least", "more-than"))


class Ranges:
    """Joins neighbouring amounts into ranges, by the connectors of a pack."""

    def __init__(self, pack: Pack) -> None:
        section = pack.section("ranges")
        self._to = _gaps(pack, section.get("to", ()))
        self._and = _gaps(pack, section.get("and", ()))
        self._next = _gaps(pack, section.get("next", ()))
        self._meet = _gaps(pack, section.get("meet", ())) | {"", " "}
        self.sums = _gaps(pack, section.get("sum", ())) | {"", " "}
        self._from: Words[bool] = Words(pack)
        self._from.add(section.get("from", ()), True)
        self._between: Words[bool] = Words(pack)
        self._between.add(section.get("between", ()), True)
        self._until: Words[bool] = Words(pack)
        self._until.add(section.get("until", ()), True)

    def join(self, folded: Folded, found: list[Amount]) -> list[Amount]:
        """The amounts with each pair that makes a range put together."""
        joined: list[Amount] = []
        for amount in found:
            if joined and self._is_range(folded.text, joined[-1], amount):
                self._put_together(folded.text, joined[-1], amount)
            else:
                joined.append(amount)
        return joined

    def ties(self, text: str, left: Amount, right: Amount) -> bool:
        """Whether only a connector of ranges stands between two amounts."""
        return text[left.end : right.start] in self._to

    def _is_range(self, text: str, left: Amount, right: Amount) -> bool:
        if left.low is not None or left.value is None or right.value is None:
            return False
        gap = text[left.end : right.start]
        if len(gap) > 12 or not _agree(left, right):
            return False
        low, high = _ends(left, right)
        begun = self._begins(text, left.start) is not None
        if right.scale > 1 and 0 < low * _FAR <= high and not begun:
            return False  # the scale is said once, but fits only one of them
        if gap in self._to:
            return (low < high and not left.number.multiple) or begun
        if gap in self._and and self._encloses(text, left, right):
            return bool(low != high)
        if gap not in self._next or left.number.value >= _TEN or left.number.multiple:
            return False
        return high - low == right.scale or _is_pair(left, right)

    def _begins(self, text: str, start: int) -> int | None:
        place = start - 1 if text[start - 1 : start] == " " else start
        found = self._from.before(text, place) or self._between.before(text, place)
        return found[0] if found else None

    def _encloses(self, text: str, left: Amount, right: Amount) -> bool:
        place = left.start - 1 if text[left.start - 1 : left.start] == " " else left.start
        return bool(self._between.before(text, place) or self._until.at(text, right.end))

    def _put_together(self, text: str, left: Amount, right: Amount) -> None:
        low, high = _ends(left, right)
        left.low, left.high, left.value = min(low, high), max(low, high), None
        start = left.start
        begins = self._begins(text, start)
        if begins is not None:
            start = begins
        until = self._until.at(text, right.end)
        end = until[0] if until else right.end
        left.widen(start, end)
        left.firm = (
            left.firm[0] if begins is None else start,
            right.firm[1] if until is None else end,
        )
        left.inner += right.inner
        if left.type in ("number", "ordinal") and right.type in ("number", "ordinal"):
            left.type = "range"
        elif left.right is None and left.left is None and right.type != "number":
            counted = left.unit if right.right is not None and right.right.general else None
            left.type, left.unit, left.right = right.type, counted or right.unit, right.right

    def meet(self, folded: Folded, found: list[Amount]) -> list[Amount]:
        """The amounts with each lower and upper bound of the same thing put together."""
        met: list[Amount] = []
        for amount in found:
            if met and self._bounds_one(folded.text, met[-1], amount):
                left = met[-1]
                ends = _ends(left, amount)
                left.low, left.high = min(ends), max(ends)
                left.value = None
                left.bound = "exact"
                left.type = "range" if amount.type == "number" else amount.type
                left.unit = amount.unit
                left.inner += amount.inner
                left.end = amount.end
                left.core = (left.start, amount.end)
                left.firm = (left.firm[0], amount.firm[1])
                until = self._until.at(folded.text, left.end)
                if until:
                    left.end = until[0]
                    left.core, left.firm = (left.start, left.end), (left.firm[0], left.end)
            else:
                met.append(amount)
        return met

    def _bounds_one(self, text: str, left: Amount, right: Amount) -> bool:
        if left.value is None or right.value is None or not _agree(left, right):
            return False
        one_way = (left.bound in _LOWER and right.bound in _UPPER and left.value < right.value) or (
            left.bound in _UPPER and right.bound in _LOWER and right.value < left.value
        )
        return one_way and text[left.end : right.start] in self._meet


def _agree(left: Amount, right: Amount) -> bool:
    """Whether two amounts may be the ends of one range: one unit, or one of them bare."""
    if left.type == right.type and left.unit == right.unit:
        return True
    if left.right is None and left.left is None and left.type in ("number", "count"):
        return right.type != "ordinal" and right.left is None
    return right.type == "number" and left.right is None and left.left is not None


def _ends(left: Amount, right: Amount) -> tuple[Decimal, Decimal]:
    """The ends of a range, where a scale or a unit said once holds for both."""
    low, high = left.value, right.value
    assert low is not None  # noqa: S101 - only amounts with a value are compared
    assert high is not None  # noqa: S101
    if left.type == "number" and right.type != "number":
        low = low * right.factor
    if _is_pair(left, right):
        low = high / (left.number.value + 1) * left.number.value
    elif left.scale == 1 and right.scale > 1 and low * right.scale < high:
        low = low * right.scale
    return low, high


def _is_pair(left: Amount, right: Amount) -> bool:
    """Whether two numbers in words are a digit and the next one of the same place: 二三十万."""
    if not (left.number.words and right.number.words) or not 0 < left.number.value < _TEN:
        return False
    place = right.number.value / (left.number.value + 1)
    return left.scale == 1 and place >= _TEN and place == _TEN ** place.adjusted()


def _gaps(pack: Pack, listed: list[str]) -> set[str]:
    gaps: set[str] = set()
    for word in listed:
        for form, _ in forms(pack, word):
            gap = fold(form)
            gaps |= (
                {f" {gap} "}
                if gap.isalpha() and pack.spaced
                else {gap, f" {gap} ", f"{gap} ", f" {gap}"}
            )
    return gaps


@cache
def ranges(pack: Pack) -> Ranges:
    """The ranges of a pack, compiled once."""
    return Ranges(pack)
