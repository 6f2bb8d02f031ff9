"""Quantities: amounts with their bounds, ranges and changes; ordinals; what is none is left out."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from typing import Literal

from zakuro.languages.load import Pack
from zakuro.model.statement import Bound, Change
from zakuro.read.lexis.folding import Folded
from zakuro.read.lexis.words import Words
from zakuro.read.mentions.draft import Raw
from zakuro.read.mentions.numbers.figures import shortest
from zakuro.read.mentions.numbers.numerals import Number
from zakuro.read.mentions.quantities.amounts import TIMES, Amount, Amounts, amounts
from zakuro.read.mentions.quantities.non_quantities import Plain, plain
from zakuro.read.mentions.quantities.nouns import nouns
from zakuro.read.mentions.quantities.ordinals import Ordinals, ordinals
from zakuro.read.mentions.quantities.ranges import Ranges, ranges
from zakuro.read.mentions.quantities.units import units

_LINK = re.compile(r"(?:https?://|www\.)[^\s<>\"「」、。]{1,2000}")
_LONGEST_BOUND = 40
_LONGEST_SUM = 8
_FARTHEST_VERB = 10
"""How many words may stand between a verb of change and the word that ties a figure to it."""
_SIGNS = ",;:.!?()"
_FEW = 13
_INCLUSIVE: dict[str, Bound] = {"more-than": "at-least", "less-than": "at-most"}


class Quantities:
    """Composes the quantities of a text around its numbers, by what a pack lists."""

    def __init__(self, pack: Pack) -> None:
        self._amounts: Amounts = amounts(pack)
        self._ordinals: Ordinals = ordinals(pack)
        self._plain: Plain = plain(pack)
        self._ranges: Ranges = ranges(pack)
        self._bounds = Bounds(pack)
        self._parts = units(pack).parts
        self._bare_parts: bool = pack.section("money").get("bare_parts", False)

    def find(
        self, folded: Folded, numbers: Sequence[Number], taken: Sequence[Raw] = ()
    ) -> list[Amount]:
        """The quantities around the numbers, in order, none overlapping another or a taken one."""
        found: list[Amount] = []
        links = [link.span() for link in _LINK.finditer(folded.text)]
        fences = _Fences(taken, len(folded.text))
        last = before = 0
        for number in numbers:
            before, ended = number.end, before
            if self._plain.looks_only(folded, number, ended) or _within(number.start, links):
                continue
            if found and self._continues(folded.text, found[-1], number):
                last = found[-1].end
                continue
            amount = self._ordinals.amount(folded, number)
            if amount is None:
                floor = max(last, fences.before(number.start))
                amount = self._amounts.amount(folded, number, floor)
                if found and self._small_change(folded.text, found[-1], amount):
                    last = found[-1].end
                    continue
                if self._says_nothing(folded, amount):
                    continue
                amount = self._sharing(folded.text, found, amount)
            if amount.start < last or amount.end > fences.after(number.start):
                continue
            last = amount.end
            found.append(amount)
        found = self._ranges.join(folded, found)
        for index, amount in enumerate(found):
            floor = max(found[index - 1].end if index else 0, fences.before(amount.start))
            ahead = fences.after(amount.start)
            if index + 1 < len(found):
                ahead = min(ahead, found[index + 1].start)
            self._bounds.put(folded, amount, floor, ahead)
        found = self._ranges.meet(folded, found)
        for amount in found:
            _shorten(amount)
            if _is_bare(amount):
                amount.inner.clear()
        return found

    def _sharing(self, text: str, found: list[Amount], amount: Amount) -> Amount:
        """The amount, with its scale where it ends a range of money: the 150m of €100-150m."""
        if found and self._ranges.ties(text, found[-1], amount):
            return self._amounts.share_scale(text, found[-1], amount)
        return amount

    def _says_nothing(self, folded: Folded, amount: Amount) -> bool:
        """Whether a number may not stand for itself, or is that of the section its line begins."""
        number = amount.number
        if amount.type == "number" and not self._free(folded, number):
            return True
        if number.words and amount.unit and self._plain.names(folded, number, amount.end):
            return True
        if number.words or number.fraction or number.scale > 1 or number.value % 1 == 0:
            return False
        return amount.type in ("number", "count") and self._plain.heads(folded, number)

    def _free(self, folded: Folded, number: Number) -> bool:
        """Whether a number without a unit may stand: a bound behind it shows that it does."""
        return (
            number.pair
            or self._plain.stands_free(folded, number)
            or self._bounds.follows(folded, number.end)
            or self._bounds.precedes(folded, number.start)
        )

    def _small_change(self, text: str, left: Amount, right: Amount) -> bool:
        """Adds a bare number of two figures as the hundredths of the money before it: $15 50."""
        if not self._bare_parts or right.type != "number" or not right.number.whole:
            return False
        if left.type != "money" or left.right is None or left.value is None or left.scale != 1:
            return False
        two = right.end - right.start == 2 and left.factor == 1 and left.number.whole
        if not two or text[left.end : right.start] not in self._ranges.sums:
            return False
        left.value += right.number.value / 100
        left.inner += right.inner
        left.widen(left.start, right.end)
        left.firm = (left.firm[0], right.end)
        return True

    def _continues(self, text: str, left: Amount, number: Number) -> bool:
        """Adds a smaller part of the unit before it to an amount: 2ドル3セント, 3割8分7厘."""
        parts = self._parts.get(left.unit or "")
        if parts is None or left.value is None or left.right is None:
            return False
        gap = text[left.end : number.start]
        if len(gap) > _LONGEST_SUM or gap not in self._ranges.sums:
            return False
        end = number.end + 1 if text[number.end : number.end + 1] in (" ", "-") else number.end
        part = parts.at(text, end)
        if part is None or part[1] >= left.factor:
            return False
        left.value += number.value * part[1]
        left.factor = part[1]
        left.inner.append(Raw("number", number.start, number.end, number.value, None, "exact"))
        left.widen(left.start, part[0])
        left.firm = (left.firm[0], number.end)
        return True


class Bounds:
    """At least, about, up to: the words around an amount that say how exact it is."""

    def __init__(self, pack: Pack) -> None:
        self._units = amounts(pack).units
        self._nouns = nouns(pack)
        bounds = pack.section("bounds")
        self._before: Words[Bound] = Words(pack)
        self._after: Words[Bound | Literal["inclusive"]] = Words(pack)
        for bound, listed in bounds.get("before", {}).items():
            self._before.add(listed, bound)
        for bound, listed in bounds.get("after", {}).items():
            self._after.add(listed, bound)
        self._weak: Words[bool] = Words(pack)
        self._weak.add(bounds.get("weak", ()), True)
        self._skip: Words[bool] = Words(pack)
        self._skip.add(bounds.get("skip", ()), True)
        self._guard: Words[bool] = Words(pack)
        self._guard.add(bounds.get("guard", ()), True)
        self._guard_before: Words[bool] = Words(pack)
        self._guard_before.add(bounds.get("guard_before", ()), True)
        changes = pack.section("changes")
        self._changed_before: Words[Change | Literal["never"]] = Words(pack)
        self._changed_after: Words[Change] = Words(pack)
        for change_words, place in (
            (self._changed_before, "before"),
            (self._changed_after, "after"),
        ):
            for change, listed in changes.get(place, {}).items():
                change_words.add(listed, change)
        self._change_gaps: Words[bool] = Words(pack)
        self._change_gaps.add(changes.get("gaps", ()), True)
        self._links: Words[Literal["by", "to", "by_times"]] = Words(pack)
        self._links.add(changes.get("by", ()), "by")
        self._links.add(changes.get("to", ()), "to")
        self._links.add(changes.get("by_times", ()), "by_times")
        self._verbs: Words[Change] = Words(pack)
        for change, listed in changes.get("verbs", {}).items():
            self._verbs.add(listed, change)

    def follows(self, folded: Folded, end: int) -> bool:
        """Whether the words of a bound follow at ``end``."""
        return self._after.at(folded.text, end) is not None

    def precedes(self, folded: Folded, start: int) -> bool:
        """Whether a word of at least, more than or the like stands right before ``start``."""
        found = self._before.before(folded.text, start)
        return found is not None and start - found[0] > 1 and found[1] != "about"

    def put(self, folded: Folded, amount: Amount, floor: int, ahead: int) -> None:
        """Gives an amount its bound, its rate and its change.

        It takes no word before ``floor``, nor any that belongs to the amount that begins at
        ``ahead``.
        """
        text = folded.text
        self._rate(text, amount, floor)
        bound: Bound | None = "more-than" if amount.number.vague else None
        firm_start, firm_end = amount.firm
        start, end = amount.start, amount.end
        change = self._linked(text, amount)
        few = amount.number.words and amount.number.scale == 1 and 0 < amount.number.value < _FEW
        few = few and not amount.number.fraction and amount.type in ("number", "count")
        while change != "to":
            place = self._skipped(text, start)
            before = self._before.before(text, place) if place > floor else None
            if not before or before[0] < floor or amount.type == "ordinal":
                break
            if (few and self._weak.before(text, place)) or self._guard_before.before(text, place):
                break
            start, bound = before[0], _stronger(before[1], bound)
            firm_start = firm_start if before[1] == "about" else start
        while True:
            place = end + 1 if text[end : end + 1] == " " else end
            after = None if self._guard.at(text, place) else self._after.at(text, place)
            if not after or after[0] > ahead or self._belongs_ahead(text, after[0], ahead):
                break
            end = after[0]
            inclusive = _INCLUSIVE.get(bound or "exact") if after[1] == "inclusive" else None
            bound = inclusive or _stronger(after[1], bound)  # type: ignore[arg-type]
            firm_end = firm_end if after[1] == "about" else end
        if amount.type == "number" and end > amount.end:
            noun = self._nouns.counted(text, amount.number, end)  # 200 or more teachers
            if noun is not None and noun[0] <= ahead:
                amount.type, amount.unit, end = "count", noun[1], noun[0]
        if text[end - 1] == "." and _ends_sentence(folded, end):
            word = text[text.rfind(" ", start, end) + 1 : end - 1]
            end -= "." not in word  # the full stop of the sentence, no sign of an abbreviation
        amount.start, amount.end = start, end
        amount.core = (amount.core[0], min(amount.core[1], end))
        amount.firm = (firm_start, firm_end)
        if bound:
            amount.bound, amount.stated = bound, True
        if change is None:
            self._change(text, amount, floor)
        else:
            amount.change = change

    def _belongs_ahead(self, text: str, end: int, ahead: int) -> bool:
        """Whether a bound that ends at ``end`` is part of one before the next amount."""
        if ahead >= len(text) or ahead - end > _LONGEST_BOUND:
            return False
        following = self._before.before(text, self._skipped(text, ahead))
        return following is not None and following[0] < end

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

    def _linked(self, text: str, amount: Amount) -> Change | None:
        """The change of an amount by a verb earlier in the clause and the word that ties them.

        So a verb may stand apart from its figure: grew in two years by 35 %, in two years to 100.
        """
        start = amount.start
        link = self._links.before(text, start - 1) if text[start - 1 : start] == " " else None
        if link is None or (link[1] == "by_times" and amount.unit != TIMES):
            return None
        end = link[0]
        for _ in range(_FARTHEST_VERB):
            end -= 1
            if end <= 0 or text[end] != " " or text[end - 1] in _SIGNS:
                return None
            verb = self._verbs.before(text, end)
            if verb:
                return "to" if link[1] == "to" else verb[1]
            end = text.rfind(" ", 0, end) + 1
        return None

    def _change(self, text: str, amount: Amount, floor: int) -> None:
        place = self._skipped(text, amount.start)
        found = self._changed_before.before(text, place) if place > floor else None
        if found and found[1] != "never":
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


class _Fences:
    """The spans that are taken already: no amount reaches over one."""

    def __init__(self, taken: Sequence[Raw], end: int) -> None:
        self._starts = [mention.start for mention in taken]
        self._ends = [mention.end for mention in taken]
        self._end = end

    def before(self, place: int) -> int:
        """Where the last taken span before ``place`` ends."""
        index = bisect_right(self._ends, place)
        return self._ends[index - 1] if index else 0

    def after(self, place: int) -> int:
        """Where the first taken span after ``place`` begins."""
        index = bisect_right(self._starts, place)
        return self._starts[index] if index < len(self._starts) else self._end


def _shorten(amount: Amount) -> None:
    for raw in (amount, *amount.inner):
        raw.value, raw.low, raw.high = (
            None if value is None else shortest(value) for value in (raw.value, raw.low, raw.high)
        )


def _is_bare(amount: Amount) -> bool:
    """Whether a mention is nothing but its number."""
    number = amount.number
    return amount.type == "number" and (amount.start, amount.end) == (number.start, number.end)


def _ends_sentence(folded: Folded, end: int) -> bool:
    """Whether a sentence may end at a full stop before ``end``: what follows begins one."""
    after = folded.text[end : end + 1]
    return after in ("", "\n") or (after == " " and folded.exact(end + 1, end + 2).isupper())


def _within(place: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in spans)


def _stronger(new: Bound, old: Bound | None) -> Bound:
    return new if old is None or old in ("about", "exact") else old


@cache
def quantities(pack: Pack) -> Quantities:
    """The composer of a pack, compiled once."""
    return Quantities(pack)
