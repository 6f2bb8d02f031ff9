"""Currencies that share a name: whose rupees they are, by the country that the text names."""

from __future__ import annotations

from functools import cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from zakuro.languages.load import Pack
from zakuro.read.lexis.folding import fold

_REACH = 1000
_SHORT = 4
"""So few letters are no beginning by which a name in another case is told."""


@cache
def tender() -> dict[str, tuple[str, ...]]:
    """The territories (ISO 3166-1 alpha-2) of each currency that is tender today, from CLDR."""
    places: dict[str, list[str]] = {}
    for territory, currencies in get_global("territory_currencies").items():
        for code, _, until, is_tender in currencies:
            if until is None and is_tender:
                places.setdefault(code, []).append(territory)
    return {code: tuple(territories) for code, territories in places.items()}


class Whose:
    """Tells currencies of one name apart by the names of countries nearby."""

    def __init__(self, pack: Pack) -> None:
        try:
            self._names = {
                code: fold(name, pack.shapes)
                for code, name in Locale.parse(pack.locales[0]).territories.items()
            }
        except UnknownLocaleError:
            self._names = {}
        self._declined = bool(pack.section("roles").get("feature")) and pack.spaced
        self._by_currency: dict[str, tuple[str, ...]] = {}

    def currency(self, text: str, place: int, codes: tuple[str, ...]) -> str:
        """The currency of the nearest country named around ``place``; else the first."""
        begin = max(0, place - _REACH)
        window = text[begin : place + _REACH]
        here = place - begin
        nearest, chosen = _REACH + 1, codes[0]
        for code in codes:
            for name in self._places(code):
                for at in (window.rfind(name, 0, here), window.find(name, here)):
                    if at >= 0 and abs(at - here) < nearest:
                        nearest, chosen = abs(at - here), code
        return chosen

    def _places(self, code: str) -> tuple[str, ...]:
        names = self._by_currency.get(code)
        if names is None:
            places = tender().get(code, ())
            names = tuple(self._names[place] for place in places if place in self._names)
            if self._declined:  # in whatever case, and as an adjective
                names = tuple(name[:-1] if len(name) > _SHORT else name for name in names)
            self._by_currency[code] = names
        return names


@cache
def whose(pack: Pack) -> Whose:
    """The finder of a pack, compiled once."""
    return Whose(pack)
