"""Ordinals: second, 21st, 第2回, 三番目."""

from __future__ import annotations

from functools import cache

from zakuro.languages.load import Pack
from zakuro.read.amounts import Amount
from zakuro.read.fold import Folded
from zakuro.read.numerals import Number
from zakuro.read.raw import Raw
from zakuro.read.units import units
from zakuro.read.words import Words


class Ordinals:
    """Tells ordinals by their form or by the marks around them."""

    def __init__(self, pack: Pack) -> None:
        section = pack.section("ordinals")
        self._before: Words[bool] = Words(pack)
        self._before.add(section.get("before", ()), True)
        self._after: Words[bool] = Words(pack)
        self._after.add(section.get("after", ()), True)
        self._takes_counter: bool = section.get("takes_counter", False)
        self._units = units(pack)

    def amount(self, folded: Folded, number: Number) -> Amount | None:
        """The ordinal that the number makes, or None when it is a cardinal."""
        text = folded.text
        start, end = number.start, number.end
        marked = number.ordinal
        before = self._before.before(text, start)
        core_end = end
        if before:
            start, marked = before[0], True
            counter = self._units.after.at(text, end) if self._takes_counter else None
            if counter and counter[1].type == "count":
                end = counter[0]
        after = self._after.at(text, core_end)
        if after:
            end, marked = max(end, after[0]), True
            core_end = after[0]
        if not marked or number.fraction or number.value < 1:
            return None
        amount = Amount("ordinal", number, start, end)
        amount.core = amount.firm = (start, number.end if before else core_end)
        amount.inner.append(Raw("number", number.start, number.end, number.value, None, "exact"))
        return amount


@cache
def ordinals(pack: Pack) -> Ordinals:
    """The ordinals of a pack, compiled once."""
    return Ordinals(pack)
