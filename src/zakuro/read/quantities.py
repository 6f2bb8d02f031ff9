"""Quantities: amounts with their bounds, ranges and changes; ordinals; what is none is left out."""

from __future__ import annotations

from functools import cache

from zakuro.languages.load import Pack
from zakuro.model.statement import Bound, Change
from zakuro.read.amounts import Amount, Amounts, amounts
from zakuro.read.fold import Folded
from zakuro.read.numerals import Number
from zakuro.read.ordinals import Ordinals, ordinals
from zakuro.read.plain import Plain, plain
from zakuro.read.ranges import Ranges, ranges
from zakuro.read.words import Words


class Quantities:
    """Composes the quantities of a text around its numbers, by what a pack lists."""

    def __init__(self, pack: Pack) -> None:
        self._amounts: Amounts = amounts(pack)
        self._ordinals: Ordinals = ordinals(pack)
        self._plain: Plain = plain(pack)
        self._ranges: Ranges = ranges(pack)
        self._bounds = Bounds(pack)

    def find(self, folded: Folded, numbers: list[Number]) -> list[Amount]:
        """Every quantity, in order of place; none overlaps another."""
        found: list[Amount] = []
        last = 0
        for number in numbers:
            if self._plain.looks_only(folded, number):
                continue
            amount = self._ordinals.amount(folded, number)
            if amount is None:
                amount = self._amounts.amount(folded, number)
                if amount.right is not None and amount.right.minor:
                    self._continue(folded, found, amount)
                    continue
                if amount.type == "number" and not self._plain.stands_free(folded, number):
                    continue
            if amount.start < last:
                continue
            last = amount.end
            found.append(amount)
        found = self._joined(folded, found)
        found = self._ranges.join(folded, found)
        for index, amount in enumerate(found):
            floor = found[index - 1].end if index else 0
            if amount.type != "ordinal":
                self._bounds.put(folded, amount, floor)
        return self._ranges.meet(folded, found)

    def _continue(self, folded: Folded, found: list[Amount], amount: Amount) -> None:
        """A smaller unit that belongs to the amount before it: 2ドル3セント, 3割8分."""
        if found and self._continues(folded, found[-1], amount):
            self._add(found[-1], amount)

    def _joined(self, folded: Folded, found: list[Amount]) -> list[Amount]:
        joined: list[Amount] = []
        for amount in found:
            if joined and self._continues(folded, joined[-1], amount):
                self._add(joined[-1], amount)
            else:
                joined.append(amount)
        return joined

    def _continues(self, folded: Folded, left: Amount, right: Amount) -> bool:
        if left.unit is None or left.unit != right.unit or left.factor <= right.factor:
            return False
        gap = folded.text[left.end : right.start]
        return gap in self._ranges.sums and left.type in ("money", "percent")

    def _add(self, left: Amount, right: Amount) -> None:
        assert left.value is not None  # noqa: S101 - an amount before it is joined has a value
        assert right.value is not None  # noqa: S101
        left.value += right.value
        left.factor = right.factor
        left.inner += right.inner
        left.widen(left.start, right.end)


class Bounds:
    """At least, about, up to: the words around an amount that say how exact it is."""

    def __init__(self, pack: Pack) -> None:
        self._units = amounts(pack).units
        bounds = pack.section("bounds")
        self._before: Words[Bound] = Words(pack)
        self._after: Words[Bound] = Words(pack)
        for words, place in ((self._before, "before"), (self._after, "after")):
            for bound, listed in bounds.get(place, {}).items():
                words.add(listed, bound)
        self._skip: Words[bool] = Words(pack)
        self._skip.add(bounds.get("skip", ()), True)
        changes = pack.section("changes")
        self._changed_before: Words[Change] = Words(pack)
        self._changed_after: Words[Change] = Words(pack)
        for change_words, place in (
            (self._changed_before, "before"),
            (self._changed_after, "after"),
        ):
            for change, listed in changes.get(place, {}).items():
                change_words.add(listed, change)
        self._change_gaps: Words[bool] = Words(pack)
        self._change_gaps.add(changes.get("gaps", ()), True)

    def put(self, folded: Folded, amount: Amount, floor: int) -> None:
        """Gives an amount its bound, its rate and its change; ``floor`` ends what is taken."""
        text = folded.text
        self._rate(text, amount, floor)
        bound: Bound | None = "more-than" if amount.number.vague else None
        start = amount.start
        while True:
            place = self._skipped(text, start)
            found = self._before.before(text, place) if place > floor else None
            if not found or found[0] < floor:
                break
            start = found[0]
            bound = _stronger(found[1], bound)
        end = amount.end
        while True:
            place = end + 1 if text[end : end + 1] == " " else end
            found = self._after.at(text, place)
            if not found:
                break
            end = found[0]
            bound = _stronger(found[1], bound)
        amount.start, amount.end = start, end
        if bound:
            amount.bound, amount.stated = bound, True
        self._change(text, amount, floor)

    def _rate(self, text: str, amount: Amount, floor: int) -> None:
        if amount.unit is None:
            return
        place = amount.end + 1 if text[amount.end : amount.end + 1] == " " else amount.end
        found = self._units.per_after.at(text, place)
        if found:
            amount.unit += found[1]
            amount.end = found[0]
            return
        place = self._skipped(text, amount.start)
        found = self._units.per_before.before(text, place)
        if found and (found[0] > floor or not floor):
            amount.unit += found[1]
            amount.start = found[0]

    def _skipped(self, text: str, place: int) -> int:
        """The place before a space and an article."""
        if place and text[place - 1] == " ":
            place -= 1
            article = self._skip.before(text, place)
            if article and article[0] and text[article[0] - 1] == " ":
                return article[0] - 1
        return place

    def _change(self, text: str, amount: Amount, floor: int) -> None:
        place = self._skipped(text, amount.start)
        found = self._changed_before.before(text, place) if place > floor else None
        if found:
            amount.change = found[1]
            return
        place = amount.end + 1 if text[amount.end : amount.end + 1] == " " else amount.end
        gap = self._change_gaps.at(text, place)
        after = self._changed_after.at(text, place)
        if not after and gap:
            place = gap[0] + 1 if text[gap[0] : gap[0] + 1] == " " else gap[0]
            after = self._changed_after.at(text, place)
        if after:
            amount.change = after[1]


def _stronger(new: Bound, old: Bound | None) -> Bound:
    return new if old is None or old in ("about", "exact") else old


@cache
def quantities(pack: Pack) -> Quantities:
    """The composer of a pack, compiled once."""
    return Quantities(pack)
