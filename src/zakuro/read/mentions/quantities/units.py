"""What may be counted or measured: money, percents, counters and units, by the words of a pack."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from difflib import get_close_matches
from functools import cache
from itertools import product
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from zakuro.languages.inflect import Word
from zakuro.languages.load import Pack
from zakuro.model.errors import ZakuroError
from zakuro.model.statement import MentionType
from zakuro.model.vocabulary import counts
from zakuro.read.lexis.folding import fold
from zakuro.read.lexis.words import Words
from zakuro.read.mentions.quantities.currencies import tender

_HUNDREDTH = Decimal("0.01")
_ONE = Decimal(1)
_OF_TIMES = {"year": "a", "month": "mo", "week": "wk", "day": "d", "hour": "h", "minute": "min"}
"""The codes of units of time."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What a unit word makes of a number.

    ``code`` as in ``Mention.unit``; ``factor`` multiplies the number (cents, 割, MUSD);
    ``general`` counters take their unit from the noun they count.
    """

    type: MentionType
    code: str
    factor: Decimal = _ONE
    general: bool = False
    tenths: bool = False
    """Of tenths: three is 30 %, but 35 (two figures) is 35 %."""
    shared: tuple[str, ...] = ()
    """The currencies that go by the word, where the place decides (rupees)."""
    capitals: bool = False
    """Only when the text writes it in capitals (ALL 70, but not "all 70")."""

    def factor_of(self, value: Decimal) -> Decimal:
        """What the word multiplies a number by."""
        return _ONE if self.tenths and value > self.factor else self.factor


class Units:
    """The unit words of a pack: those that follow a number and those that precede it."""

    def __init__(self, pack: Pack) -> None:
        self.after: Words[Unit] = Words(pack)
        self.before: Words[Unit] = Words(pack)
        self.money_scales: Words[Decimal] = Words(pack)
        self.large: Words[Unit] = Words(pack)
        self.nouns: Words[str] = Words(pack)
        self.parts: dict[str, Words[Decimal]] = {}
        self.wholes: dict[str, Words[bool]] = {}
        self.per_after: Words[str] = Words(pack)
        self.per_before: Words[str] = Words(pack)
        self._percents(pack)
        self._money(pack)
        self._counters(pack)
        self.spelt: dict[str, Unit] = {}
        for code, words in pack.section("units").items():
            measured = Unit("dimension", code)
            # a word that only its capitals tell from another is taken as it is written: Mt, mt
            self.spelt |= {w: measured for w in words if w != fold(w) in self.after}
            self._follow(words, measured)
        for code, factors in pack.section("parts").items():
            parts = self.parts.setdefault(code, Words(pack))
            wholes = self.wholes.setdefault(code, Words(pack))
            for factor, words in factors.items():
                parts.add(words, Decimal(factor))
                wholes.add(words, True)
            for word in self.after:
                unit = self.after.get(word)
                if unit is not None and unit.code == code:
                    wholes.put(word, True)
        per = pack.section("per")
        for lexicon, place in ((self.per_after, "after"), (self.per_before, "before")):
            for code, words in per.get(place, {}).items():
                lexicon.add(words, code)
        for word, code in _each(pack):
            self.per_before.put(word, code)

    def _follow(self, words: Iterable[Word], unit: Unit) -> None:
        self.after.add(words, unit)

    def _percents(self, pack: Pack) -> None:
        percent = pack.section("percent")
        for code, words in percent.get("words", {}).items():
            self._follow(words, Unit("percent", code))
        for code, words in percent.get("words_before", {}).items():
            self.before.add(words, Unit("percent", code))
        for factor, words in percent.get("parts_before", {}).items():
            self.before.add(words, Unit("percent", "%", Decimal(factor)))
        self._follow(percent.get("tenths", ()), Unit("percent", "%", Decimal(10), tenths=True))
        for factor, words in percent.get("parts", {}).items():
            self._follow(words, Unit("percent", "%", Decimal(factor)))

    def _money(self, pack: Pack) -> None:
        money = pack.section("money")
        for symbol, code in money.get("symbols", {}).items():
            self._either([symbol], Unit("money", code))
            if len(symbol) > 2 and not symbol[-1].isalpha() and " " not in symbol:
                self._either([f"{symbol[:-1]} {symbol[-1]}"], Unit("money", code))
        for code, words in money.get("names_with_scale", {}).items():
            self.large.add(words, Unit("money", code))
        for codes, words in money.get("shared", {}).items():
            shared = tuple(codes.split())
            self._follow(words, Unit("money", shared[0], shared=shared))
            self.before.add(words, Unit("money", shared[0], shared=shared))
        for code, words in money.get("names_before", {}).items():
            self.before.add(words, Unit("money", code))
        for code, words in money.get("names", {}).items():
            self._follow(words, Unit("money", code))
        for code, words in money.get("minor", {}).items():
            self._follow(words, Unit("money", code, _HUNDREDTH))
        for value, words in money.get("scales", {}).items():
            self.money_scales.add(words, Decimal(value))
        self._codes(pack, money)

    def _codes(self, pack: Pack, money: dict[str, Any]) -> None:
        """The names of currencies in CLDR, and their codes."""
        for locale in pack.locales:
            for code, names in _cldr_names(locale).items():
                self._follow(names, Unit("money", code))
        small = set(money.get("codes_in_small", ()))
        dollars = Locale("en").currencies
        for code in sorted(get_global("all_currencies")):
            if dollars.get(code, "").endswith(" Dollar") or code in _SIGNED:
                self._either([f"{code}$"], Unit("money", code))
                if code[0] != "X":  # the two letters of a country
                    self.before.add([f"{code[:2]}$"], Unit("money", code))
            if code.lower() in small:
                unit = Unit("money", code)
                self._either([code], unit)
                self._either([f"m{code}"], replace(unit, factor=Decimal(1_000_000)))
            else:
                self._either([code], Unit("money", code, capitals=True))

    def _either(self, words: Iterable[Word], unit: Unit) -> None:
        words = list(words)
        self.after.add(words, unit)
        self.before.add(words, unit)

    def _counters(self, pack: Pack) -> None:
        for code, words in _counted(pack, "counters", "words"):
            self._follow(words, Unit("count", code))
        for code, words in _counted(pack, "counters", "general"):
            self._follow(words, Unit("count", code, general=True))
        for code, words in _counted(pack, "nouns", "words"):
            self.nouns.add(words, code)


def _counted(pack: Pack, section: str, key: str) -> Iterator[tuple[str, list[Word]]]:
    """The words of a pack for units of counts, by unit.

    Raises ZakuroError for a unit that the vocabulary lacks: no other language would know it.
    """
    for name, words in pack.section(section).get(key, {}).items():
        if name not in counts():
            near = get_close_matches(name, counts(), n=1)
            raise ZakuroError(
                f"{pack.code}.toml: [{section}.{key}] has {name!r}, which [counts] of "
                f"model/vocabulary.toml does not list; add it there, with its parent, or use a "
                f"listed unit{f' such as {near[0]!r}' if near else ''}"
            )
        yield f"{{{name}}}", words


def _each(pack: Pack) -> Iterator[tuple[str, str]]:
    """What an amount may be told for, one of each, by the code of the rate: 1世帯当たり."""
    per = pack.section("per")
    units_of = [*pack.section("units").items(), *_counted(pack, "counters", "words")]
    times = pack.section("times").get("words", {}).get("unit", {})
    units_of += [(_OF_TIMES[name], words) for name, words in times.items() if name in _OF_TIMES]
    for code, words in units_of:
        for number, word, ending in product(per.get("one", ()), words, per.get("each", ())):
            yield f"{number}{word}{ending}", f"/{code}"


def _cldr_names(language: str) -> dict[str, list[str]]:
    """The names of today's currencies in a language, singular and plural, from CLDR.

    The last word of a name stands for it where no other currency has it (kina, tenge).
    """
    try:
        locale = Locale.parse(language.replace("-", "_"))
    except UnknownLocaleError:
        return {}
    names: dict[str, list[str]] = {}
    plurals = locale._data["currency_names_plural"]
    bearers: dict[str, set[str]] = {}
    for code, name in locale.currencies.items():
        if code in tender():
            names[code] = [name, *dict(plurals.get(code, {})).values()]
            for written in names[code]:
                bearers.setdefault(written.split()[-1], set()).add(code)
    for word, codes in bearers.items():
        if len(codes) == 1:
            names[codes.pop()].append(word)
    return names


_SIGNED = frozenset(("MXN", "TOP", "WST"))
"""What is written with the sign of a dollar and is none."""


@cache
def units(pack: Pack) -> Units:
    """The unit words of a pack, compiled once."""
    return Units(pack)
