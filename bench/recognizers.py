"""Recognizers-Text's published cases, and how our mentions are read in its terms.

The two differ in what a span covers, not in what a text says.  The projection is made of general
rules, one for each kind of entity; nothing here looks at a single case.

numbers     Every bare number: those inside our mentions and those that only number something
            (chapters, telephone numbers).  A number that is part of a percent word or of a
            physical unit is not told again; numerals in words that our reader takes for part of
            a longer word are none in either.
percents    The number and its word, without the words of a bound.  Points count as percents, and
            a discount is told as what remains to pay.
ordinals    The ordinal without what it orders (第2, not 第2回).
ranges      From the words of the bound or the first number to the last number or the bound
            behind it; a unit at the end is left out.  A bound on one side makes an open range,
            "equal to" a closed one of a single value.  Of ranges with two ends only the ends are
            compared: whether an end belongs to it is a convention there.
In all, their results without a value (a currency or percent word that stands alone) are left out.

currencies  The number and its currency without bounds and rates.  Where the case gives no ISO
            code (a dollar, a pound, cents) the number alone is compared, cents as cents.
dimensions  The number and its unit without bounds; the value alone is compared.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, NamedTuple

from zakuro.languages.load import Pack, load
from zakuro.read.lexis.folding import Folded
from zakuro.read.mentions import mentions
from zakuro.read.mentions.numbers import numerals
from zakuro.read.mentions.quantities.amounts import Amount
from zakuro.read.mentions.quantities.non_quantities import plain

ERRATA = Path(__file__).with_name("errata-recognizers.toml")
LANGUAGES = {"English": "en", "Japanese": "ja", "Chinese": "zh"}
_UNITS_TOLD_ONCE = ("percent", "dimension", "ordinal")
_CLOSE = Decimal("1e-9")


class Entity(NamedTuple):
    """What both sides are brought to: a span (half-open) and what is said there."""

    start: int
    end: int
    value: str


class Case(NamedTuple):
    """One published case: where it stands, its text, what ours and theirs say."""

    file: str
    place: int
    text: str
    ours: list[Entity]
    theirs: list[Entity]

    @property
    def right(self) -> bool:
        """Whether exactly the entities of the case were found."""
        return len(self.ours) == len(self.theirs) and all(
            mine[:2] == other[:2] and same(mine.value, other.value)
            for mine, other in zip(sorted(self.ours), sorted(self.theirs), strict=True)
        )


def cases(shared: Path, language: str, model: str) -> Iterator[Case]:
    """The cases of one model with our answers; those of the errata list are left out."""
    part = "NumberWithUnit" if model in ("CurrencyModel", "DimensionModel") else "Number"
    name = f"{part}/{language}/{model}.json"
    faulty = errata().get(name, {})
    pack = load(LANGUAGES[language])
    path = shared / "data" / "recognizers-text" / name
    for index, case in enumerate(json.loads(path.read_text(encoding="utf-8"))):
        if index not in faulty:
            theirs = [_gold(result, model) for result in case["Results"] if _says(result)]
            yield Case(name, index, case["Input"], project(case["Input"], pack, model), theirs)


def errata() -> dict[str, dict[int, str]]:
    """The cases whose gold is at fault, by file and index, with the reason."""
    listed = tomllib.loads(ERRATA.read_text(encoding="utf-8"))
    return {
        file: {int(index): reason for index, reason in faults.items()}
        for file, faults in listed.items()
    }


def project(text: str, pack: Pack, model: str) -> list[Entity]:
    """What our reader says of a text, in the terms of one of their models."""
    folded = Folded(text, shapes=pack.shapes)
    found = mentions.find(folded, pack, relative=model == "OrdinalModel")
    if model == "NumberModel":
        return _numbers(folded, pack, found)
    entities = []
    for mention in found:
        if isinstance(mention, Amount):
            entity = _PROJECTIONS[model](folded, mention)
            if entity:
                entities.append(entity)
    return entities


def _span(folded: Folded, start: int, end: int, value: object) -> Entity:
    return Entity(folded.start(start), folded.end(end), str(value))


def _numbers(folded: Folded, pack: Pack, found: list[Any]) -> list[Entity]:
    entities = []
    for number in numerals.find(folded, pack):
        if number.ordinal:
            continue
        around = next((m for m in found if m.start <= number.start and number.end <= m.end), None)
        free = plain(pack).stands_free(folded, number) and not _in_link(folded.text, number.start)
        if around is None and not free:
            continue
        if around is not None and around.type in _UNITS_TOLD_ONCE:
            wordless = around.type == "percent" and around.right is None
            if not wordless:
                continue
        entities.append(_span(folded, number.start, number.end, number.value))
    return entities


def _in_link(text: str, place: int) -> bool:
    return any(m.start() <= place < m.end() for m in re.finditer(r"https?://\S+", text))


def _percent(folded: Folded, amount: Amount) -> Entity | None:
    if amount.type != "percent" or amount.value is None:
        return None
    start, end = amount.core
    value = amount.value
    discount = _DISCOUNT.match(folded.text, end)
    if discount:
        end, value = discount.end(), 100 - value
    return _span(folded, start, end, f"{value}%")


_DISCOUNT = re.compile("引き?| off")


def _ordinal(folded: Folded, amount: Amount) -> Entity | None:
    if amount.type != "ordinal":
        return None
    return _span(folded, *amount.core, amount.value if amount.code is None else amount.code)


def _range(folded: Folded, amount: Amount) -> Entity | None:
    two = amount.low is not None and amount.high is not None
    if not two and (not amount.stated or amount.bound == "about"):
        return None
    start, end = amount.firm
    if two:
        low, high = amount.low, amount.high
        return _span(folded, start, end, f"[{_plain(low, amount)},{_plain(high, amount)}]")
    value = _plain(amount.value, amount)
    shapes = {
        "at-least": f"[{value},)",
        "more-than": f"({value},)",
        "at-most": f"(,{value}]",
        "less-than": f"(,{value})",
        "exact": f"[{value},{value}]",
    }
    return _span(folded, start, end, shapes[amount.bound or "exact"])


def _plain(value: Decimal | None, amount: Amount) -> Decimal:
    assert value is not None
    if amount.type == "percent" and amount.factor != 1:
        return value / 100
    return value / amount.factor


def _money(folded: Folded, amount: Amount) -> Entity | None:
    if amount.type != "money" or amount.value is None or amount.unit is None:
        return None
    value = amount.value
    if amount.factor == Decimal("0.01") and len(amount.inner) == 1:
        return _span(folded, *amount.core, f"{value / amount.factor} cents")
    return _span(folded, *amount.core, f"{value} {amount.unit.split('/')[0]}")


def _dimension(folded: Folded, amount: Amount) -> Entity | None:
    if amount.type != "dimension":
        return None
    return _span(folded, *amount.core, amount.value)


_PROJECTIONS = {
    "PercentModel": _percent,
    "OrdinalModel": _ordinal,
    "NumberRangeModel": _range,
    "CurrencyModel": _money,
    "DimensionModel": _dimension,
}


def _says(result: dict[str, Any]) -> bool:
    """Whether a result says how much: a unit word alone says nothing."""
    value = (result["Resolution"] or {}).get("value")
    return value not in (None, "null")


def _gold(result: dict[str, Any], model: str) -> Entity:
    said = result["Resolution"] or {}
    value = str(said.get("value"))
    if model == "CurrencyModel":
        value = f"{value} {said.get('isoCurrency', '')}".strip()
    return Entity(result["Start"], result["End"] + 1, value)


def same(mine: str, other: str) -> bool:
    """Whether two values say the same: numbers by value, the rest by letter."""
    mine, other = mine.strip(), other.strip()
    if mine[:1] in "[(" and other[:1] in "[(":
        return _same_range(mine, other)
    mine_words, other_words = mine.split(), other.split()
    if len(other_words) > 1 and mine_words[1:] != other_words[1:]:
        return False
    return _close(mine_words[0], other_words[0])


def _same_range(mine: str, other: str) -> bool:
    ours, theirs = mine[1:-1].split(","), other[1:-1].split(",")
    one_sided = "" in ours or "" in theirs
    if one_sided and (mine[0], mine[-1]) != (other[0], other[-1]):
        return False
    return all(_close(a, b) if a and b else a == b for a, b in zip(ours, theirs, strict=True))


def _close(mine: str, other: str) -> bool:
    if mine == other:
        return True
    try:
        a, b = Decimal(mine.rstrip("%")), Decimal(other.rstrip("%"))
    except InvalidOperation:
        return False
    return mine.endswith("%") == other.endswith("%") and abs(a - b) <= _CLOSE * max(abs(a), abs(b))
