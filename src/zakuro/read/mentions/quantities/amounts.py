"""One number with its unit: money, percents, counts and dimensions, in either order."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from zakuro.languages.load import Pack
from zakuro.model.statement import MentionType
from zakuro.read.lexis.folding import Folded
from zakuro.read.lexis.words import Words
from zakuro.read.mentions.draft import Raw
from zakuro.read.mentions.numbers.joints import joints
from zakuro.read.mentions.numbers.numerals import Number
from zakuro.read.mentions.quantities.currencies import Whose, whose
from zakuro.read.mentions.quantities.nouns import Nouns, nouns
from zakuro.read.mentions.quantities.units import Unit, units

TIMES = "{times}"
_ONE = Decimal(1)
_QUOTES = ("「", "『", "“", "《")


class Amount(Raw):
    """A mention in the making that still knows how it was put together.

    ``core`` is its span without bound words and rates, ``firm`` from its first number to its last,
    with the words of a bound that is more than "about"; ``factor`` what its unit word multiplied
    by; ``scale`` the last scale of its number (a million), which a range shares; ``words`` that
    no figure stands in it.
    """

    __slots__ = ("core", "factor", "firm", "left", "number", "right", "scale", "stated")

    def __init__(self, type: MentionType, number: Number, start: int, end: int) -> None:  # noqa: A002
        super().__init__(type, start, end, number.value, None, "exact")
        self.number = number
        self.core = (start, end)
        self.firm = (number.start, number.end)
        self.factor = _ONE
        self.scale = number.scale
        self.left: Unit | None = None
        self.right: Unit | None = None
        self.stated = False

    def widen(self, start: int, end: int) -> None:
        """Takes in what belongs to the amount itself."""
        self.start, self.end = min(self.start, start), max(self.end, end)
        self.core = (min(self.core[0], start), max(self.core[1], end))


class Amounts:
    """Finds the unit of a number, by the unit words of a pack."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self.units = units(pack)
        self._joints = joints(pack)
        self._nouns: Nouns = nouns(pack)
        self._whose: Whose = whose(pack)
        counters = pack.section("counters")
        self._of: Words[bool] = Words(pack)
        self._of.add(counters.get("noun_after", ()), True)
        self._follows: int = counters.get("noun_follows", 0)
        self._topic: Words[bool] = Words(pack)
        self._topic.add(counters.get("noun_before", ()), True)
        self._hundredths: bool = pack.section("percent").get("hundredths", False)
        self._half: Words[Decimal] = Words(pack)
        self._half.add(pack.section("numbers").get("half_after_unit", ()), Decimal("0.5"))
        self._vague: Words[bool] = Words(pack)
        self._vague.add(pack.section("numbers").get("vague_after", ()), True)
        self._gaps = ("", " ", "-", " - ")

    def amount(self, folded: Folded, number: Number, floor: int = 0) -> Amount:
        """The number with the unit beside it; of type number where it has none.

        ``floor`` is where the amount before it ends: nothing before that belongs to this one.
        """
        amount = Amount("number", number, number.start, number.end)
        amount.inner.append(Raw("number", number.start, number.end, number.value, None, "exact"))
        if number.multiple:
            amount.type, amount.unit = "count", "{times}"
            amount.change = "increase" if number.value > 1 else "decrease"
        elif number.hundredths and self._hundredths:
            amount.type, amount.unit, amount.value = "percent", "%", number.value * 100
        else:
            self._measure(folded, amount, floor)
            bare = amount.type == "number" and not number.leads
            if bare or (amount.right is not None and amount.right.general):
                self._count(folded, amount)
            self._whole(folded, amount)
        if amount.type in ("money", "count"):
            self._without_dash(folded.text, amount)
        return amount

    def _measure(self, folded: Folded, amount: Amount, floor: int) -> None:
        """Gives the amount the unit that stands behind its number or before it."""
        text, number = folded.text, amount.number
        before = self._before(folded, number, floor)
        if before and before[1].type == "money":
            self._money_scale(text, amount)
        after = None if number.leads else self._after(folded, number, amount.end)
        if not before and number.scale == 1 and (not after or after[1].type != "money"):
            after = self._scaled_money(folded, amount) or after
            if after and after[1].type == "dimension" and self._scaled_count(text, amount):
                after = None
        if before and after and not _belong(text, before[1], after):
            after = None
        if after:
            self._apply(text, amount, after[1], amount.start, after[0])
            amount.right = after[1]
            amount.firm = (amount.firm[0], max(amount.firm[1], number.vague_end))
            self._scale_after(folded, amount)
            self._half_after(text, amount)
        if before:
            if not after:
                self._apply(text, amount, before[1], before[0], amount.end)
                self._sign_before(text, amount)
            elif before[1].code == after[1].code:
                amount.widen(before[0], amount.end)
            amount.left = before[1]

    def _sign_before(self, text: str, amount: Amount) -> None:
        """Takes in the sign before a currency: -$5 million, minus $5 million."""
        if amount.type != "money" or amount.value is None or amount.value < 0:
            return
        sign = self._joints.sign(text, amount.start)
        if sign:
            amount.value *= sign[1]
            amount.widen(sign[0], amount.end)
            amount.firm = (sign[0], amount.firm[1])

    def _without_dash(self, text: str, amount: Amount) -> None:
        """Leaves out what only looks like the sign of an amount: total cost -5 million dollars."""
        start = amount.number.start
        if amount.value is None or amount.value >= 0 or amount.start != start:
            return
        if text[start] != "-" or not self._joints.is_dash(text, start):
            return
        amount.value = -amount.value
        amount.start = start + 1
        amount.core = (start + 1, amount.core[1])
        amount.firm = (start + 1, amount.firm[1])
        for inner in amount.inner:
            if inner.start == start and inner.value is not None:
                inner.start, inner.value = start + 1, -inner.value

    def _whole(self, folded: Folded, amount: Amount) -> None:
        """Takes back the counter of a number with a point where a longer word begins with it.

        What is counted whole has no decimals: 3.1项目 is the project of section 3.1.
        """
        number, after = amount.number, folded.text[amount.end : amount.end + 1]
        if amount.type != "count" or number.scale > 1 or number.value % 1 == 0 or number.fraction:
            return
        if self._pack.spaced or not after.isalpha() or amount.unit == TIMES:
            return
        amount.type, amount.unit, amount.right = "number", None, None
        amount.end = number.end
        amount.core = (amount.core[0], number.end)

    def share_scale(self, text: str, left: Amount, amount: Amount) -> Amount:
        """The upper end of a range of money whose scale stands once: the 150m of €100-150m.

        Gives back an amount that is no such end as it is.
        """
        if (
            left.type != "money"
            or left.left is None
            or left.scale > 1
            or amount.type != "dimension"
        ):
            return amount
        end = Amount("number", amount.number, amount.number.start, amount.number.end)
        if not self._money_scale(text, end):
            return amount
        end.inner = amount.inner
        return end

    def _money_scale(self, text: str, amount: Amount) -> bool:
        """Takes in the abbreviated scale of an amount of money: $5m, PKR 110 m."""
        end = amount.number.end
        scale = self.units.money_scales.at(text, end)
        if scale is None and text[end : end + 1] == " ":
            scale = self.units.money_scales.at(text, end + 1)
        if scale is None:
            return False
        amount.value = amount.number.value * scale[1]
        amount.scale = amount.number.scale * scale[1]
        amount.widen(amount.start, scale[0])
        return True

    def _scaled_count(self, text: str, amount: Amount) -> bool:
        """Takes in a scale that looks like a unit, before what one counts: 2.3m refugees."""
        scale = self.units.money_scales.at(text, amount.number.end)
        counted = self._nouns.countable(text, amount.number, scale[0]) if scale else None
        if counted is None:
            return False
        self._money_scale(text, amount)
        amount.type, amount.unit = "count", counted[1]
        amount.widen(amount.start, counted[0])
        return True

    def _scaled_money(self, folded: Folded, amount: Amount) -> tuple[int, Unit] | None:
        """The currency behind an abbreviated scale: 5m yuan."""
        number = amount.number
        scale = self.units.money_scales.at(folded.text, number.end)
        after = self._after(folded, number, scale[0]) if scale else None
        if after is None or after[1].type != "money":
            return None
        self._money_scale(folded.text, amount)
        return after

    def measures(self, folded: Folded, number: Number) -> bool:
        """Whether a unit stands beside the number: 2000 km, $2025, 2000人."""
        return bool(self._before(folded, number, 0) or self._after(folded, number, number.end))

    def is_part(self, folded: Folded, number: Number) -> bool:
        """Whether the number counts a smaller part of the unit right before it: 6角3分."""
        text = folded.text
        return any(
            parts.at(text, number.end) and self.units.wholes[code].before(text, number.start)
            for code, parts in self.units.parts.items()
        )

    def _apply(self, text: str, amount: Amount, unit: Unit, start: int, end: int) -> None:
        assert amount.value is not None  # noqa: S101 - set by the constructor
        amount.type = unit.type
        amount.unit = self._whose.currency(text, start, unit.shared) if unit.shared else unit.code
        amount.factor = unit.factor_of(amount.value)
        amount.value *= amount.factor
        amount.widen(start, end)

    def _after(self, folded: Folded, number: Number, place: int) -> tuple[int, Unit] | None:
        text = folded.text
        for gap in self._gaps:
            if not text.startswith(gap, place):
                continue
            start = place + len(gap)
            found = self.units.large.at(text, start) if number.scale > 1000 else None
            found = found or self.units.after.at(text, start)
            if not found or (found[1].tenths and number.value == found[1].factor):
                continue
            if found[1].capitals and not _is_code(folded, start, found[0], start - len(gap)):
                continue
            if number.words and not gap and self._pack.spaced:
                continue
            spelt = self.units.spelt.get(folded.exact(start, found[0]))
            return (found[0], spelt) if spelt else found
        vague = self._vague.at(text, place)
        found = self.units.after.at(text, vague[0]) if vague else None
        if found and vague and not found[1].capitals:
            number.vague, number.vague_end = True, vague[0]
            return found
        return None

    def _before(self, folded: Folded, number: Number, floor: int) -> tuple[int, Unit] | None:
        text, end = folded.text, number.start
        for place in (end, end - 1):
            if place < end and (place < 0 or text[place] not in " -"):
                break
            found = self.units.before.before(text, place)
            if found and (found[0] < floor or _is_prefixed(text, found[0])):
                return None
            if found and (not found[1].capitals or _is_code(folded, found[0], place, number.start)):
                return found
        return None

    def _scale_after(self, folded: Folded, amount: Amount) -> None:
        """75 USD million: the scale behind the currency."""
        if amount.type != "money" or amount.scale != 1:
            return
        found = self._nouns.scale(folded.text, amount.end)
        if found and amount.value is not None:
            amount.value *= found[1]
            amount.scale = found[1]
            amount.widen(amount.start, found[0])

    def _half_after(self, text: str, amount: Amount) -> None:
        """3割半: half of the unit more."""
        half = self._half.at(text, amount.end)
        if half and amount.value is not None and amount.type == "percent":
            amount.value += half[1] * amount.factor
            amount.widen(amount.start, half[0])

    def _count(self, folded: Folded, amount: Amount) -> None:
        """The noun that is counted, behind the number or before it."""
        text = folded.text
        general = amount.right
        if general is not None:
            link = self._of.at(text, amount.end)
            noun = self._nouns.known(text, link[0]) if link else None
            noun = noun or self._nouns.ahead(text, amount.end, self._follows)
            if noun:
                amount.unit = noun[1]
            return
        number = amount.number
        found = self._nouns.counted(text, number)
        if found:
            amount.type, amount.unit = "count", found[1]
            amount.widen(amount.start, found[0])
            return
        link = self._of.at(text, number.end)
        noun = self._named(text, link[0]) if link else None
        if noun and not number.fraction:
            amount.type, amount.unit = "count", noun[1]
            return
        topic = self._topic.before(text, number.start)
        counted = self._nouns.known_before(text, topic[0]) if topic else None
        if counted and not number.fraction:
            amount.type, amount.unit = "count", counted

    def _named(self, text: str, place: int) -> tuple[int, str] | None:
        """The listed noun that begins at ``place``, in quotation marks or not."""
        return self._nouns.known(text, place + text.startswith(_QUOTES, place))


def _is_code(folded: Folded, start: int, end: int, number: int) -> bool:
    """Whether a currency's code is written as one: in capitals, set off from its number."""
    return folded.exact(start, end).isupper() and number not in (start, end)


def _is_prefixed(text: str, start: int) -> bool:
    """Whether letters stand right before the sign of a currency: that of one we do not know."""
    before = text[start - 1 : start]
    return not text[start].isalnum() and before.isascii() and before.isalpha()


def _belong(text: str, before: Unit, after: tuple[int, Unit]) -> bool:
    """Whether a unit behind the number goes with the one before it: US$5 dollars, not $5 $."""
    if after[1] is before and not text[after[0] - 1].isalpha():
        return False
    return before.type != "money" or after[1].code == before.code


@cache
def amounts(pack: Pack) -> Amounts:
    """The finder of a pack, compiled once."""
    return Amounts(pack)
