"""Units that a header says once for its column: (USD million), （億円）, млн долл."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from zakuro.languages.load import Pack
from zakuro.model.statement import MentionType
from zakuro.read.lexis.folding import Folded
from zakuro.read.mentions.draft import Raw
from zakuro.read.mentions.mentions import find
from zakuro.read.mentions.numbers.figures import habit, shortest

_BRACKETS = re.compile(r"[(\[]([^()\[\]]{1,40})[)\]]")
_TAIL = re.compile(r"[,:、;] ?([^,:、;()]{1,40})$")
_SAID = re.compile(r"^[^:]{1,12}: ?")
_LONGEST = 120
_FIGURES = re.compile(r"[0-9][0-9.,' ]*")
_UNITS: tuple[MentionType, ...] = ("money", "percent", "dimension", "count")


@dataclass(frozen=True, slots=True)
class HeaderUnit:
    """What one in a column stands for: ``factor`` of ``unit`` (1,000,000 of USD)."""

    type: MentionType
    factor: Decimal
    unit: str

    def applied(self, raw: Raw, folded: Folded, pack: Pack) -> Raw | None:
        """The figure of a cell with the unit of its column; None where it says another."""
        if raw.type in ("number", "range"):
            value, low, high = raw.value, raw.low, raw.high
        elif _FIGURES.fullmatch(folded.text, raw.start, raw.end):  # 2000, taken for a year
            value = habit(pack).value(folded.text[raw.start : raw.end].replace(" ", ""))
            low = high = None
        else:
            return None
        made = Raw(self.type, raw.start, raw.end, self._times(value), self.unit, "exact")
        made.low, made.high = self._times(low), self._times(high)
        made.bound, made.inner = raw.bound or "exact", raw.inner
        return made if made.value is not None or made.low is not None else None

    def _times(self, value: Decimal | None) -> Decimal | None:
        return None if value is None else shortest(value * self.factor)


def header_unit(words: str, pack: Pack) -> HeaderUnit | None:
    """The unit that the words of a header give in brackets, or behind their last comma.

    They are read as an amount of one, by the same rules as any amount.
    """
    if len(words) > _LONGEST:
        return None
    inside = [*_BRACKETS.findall(words), *_TAIL.findall(words)]
    for said in (*inside, *(_SAID.sub("", each) for each in inside)):
        for written in _as_one(said.strip(), pack.spaced):
            found = find(Folded(written, shapes=pack.shapes), pack)
            if len(found) != 1 or found[0].type not in _UNITS or found[0].value is None:
                continue
            if found[0].unit and not found[0].start and found[0].end >= len(written.rstrip(".")):
                return HeaderUnit(found[0].type, found[0].value, found[0].unit)
    return None


def _as_one(said: str, spaced: bool) -> list[str]:
    """The ways to write one of a unit: 1 USD million, USD 1 million, $1m, 1億円."""
    if not said or any(character.isdigit() for character in said):
        return []
    first, _, rest = said.partition(" ")
    ways = [f"1 {said}" if spaced else f"1{said}", f"{first} 1 {rest}".rstrip()]
    sign = re.match(r"[^\w\s]+|[a-z]{0,3}[$]", said)
    if sign:
        ways.append(f"{sign[0]}1{said[sign.end() :]}")
    return ways
