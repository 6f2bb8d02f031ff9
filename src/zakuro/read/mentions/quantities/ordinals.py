"""Ordinals: second, 21st, 第2回, 三番目."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from zakuro.languages.inflect import forms
from zakuro.languages.load import Pack
from zakuro.read.lexis.folding import Folded, fold
from zakuro.read.lexis.words import Words, cuts
from zakuro.read.mentions.draft import Raw
from zakuro.read.mentions.numbers.numerals import Number
from zakuro.read.mentions.quantities.amounts import Amount
from zakuro.read.mentions.quantities.units import units

_NONE = Decimal(0)


class Ordinals:
    """Tells ordinals by their form or by the marks around them."""

    def __init__(self, pack: Pack) -> None:
        section = pack.section("ordinals")
        self._before: Words[bool] = Words(pack)
        self._before.add(section.get("before", ()), True)
        self._after: Words[bool] = Words(pack)
        self._after.add(section.get("after", ()), True)
        self._from_end: Words[bool] = Words(pack)
        self._from_end.add(section.get("from_end_before", ()), True)
        self._to_end: Words[bool] = Words(pack)
        self._to_end.add(section.get("from_end_after", ()), True)
        places = [
            (fold(form), place)
            for place, words in section.get("relative", {}).items()
            for word in words
            for form, _ in forms(pack, word)
        ]
        self._places = [place for _, place in places]
        self._relative = AhoCorasick(
            [form for form, _ in places], matchkind=MatchKind.LeftmostLongest
        )
        self._spaced = pack.spaced
        self._takes_counter: bool = section.get("takes_counter", False)
        self._units = units(pack)

    def amount(self, folded: Folded, number: Number) -> Amount | None:
        """The ordinal that the number makes, or None when it is a cardinal."""
        text = folded.text
        start, end = number.start, number.end
        marked = number.ordinal
        before = self._before.before(text, start - 1 if text[start - 1 : start] == " " else start)
        core_end = end
        if before:
            start, marked = before[0], True
            counter = self._units.after.at(text, end) if self._takes_counter else None
            if counter and counter[1].type == "count":
                end = counter[0]
        after = self._after.at(text, core_end)
        if after is None and text[core_end : core_end + 1] == " ":
            after = self._after.at(text, core_end + 1)
        if after:
            end, marked = max(end, after[0]), True
            core_end = after[0]
        if not marked or number.fraction or number.value < 1:
            return None
        amount = Amount("ordinal", number, start, end)
        amount.core = amount.firm = (start, number.end if before else core_end)
        self._count_back(text, amount)
        amount.inner.append(Raw("number", number.start, number.end, number.value, None, "exact"))
        return amount

    def _count_back(self, text: str, amount: Amount) -> None:
        """An ordinal counted from the end: 最後から二番目, second from last."""
        before = self._from_end.before(text, amount.start)
        end = amount.end + 1 if text[amount.end : amount.end + 1] == " " else amount.end
        after = self._to_end.at(text, end)
        if amount.value is None or not (before or after):
            return
        start = before[0] if before else amount.start
        end = after[0] if after else amount.end
        amount.start, amount.end = start, end
        amount.core = amount.firm = (start, end)
        amount.code = f"end-{amount.value - 1}"
        amount.value = None

    def relative(self, folded: Folded) -> Iterator[Amount]:
        """Words for a place in a row without its number: next, last, 最後."""
        text = folded.text
        for index, start, end in self._relative.find_matches_as_indexes(text):
            if not (cuts(text, start, self._spaced) or cuts(text, end, self._spaced)):
                amount = Amount("ordinal", Number(start, end, _NONE), start, end)
                amount.value, amount.code = None, self._places[index]
                yield amount


@cache
def ordinals(pack: Pack) -> Ordinals:
    """The ordinals of a pack, compiled once."""
    return Ordinals(pack)
