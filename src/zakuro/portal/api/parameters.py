"""What an address may ask of a page after its question mark, checked before the page is made."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from zakuro.model.errors import ZakuroError
from zakuro.model.statement import Record

LONGEST = 200
"""Characters of what can be asked for."""
DIGITS = 12
"""The longest whole number that can be asked for."""

_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"


class Parameter(Record, frozen=True, kw_only=True):
    """What can be asked: its name, what it does, and which values there are.

    ``among`` are the only values where there are such; ``number`` says that it is a whole number.
    Empty is as good as absent, but for a number.
    """

    name: str
    says: str
    among: tuple[str, ...] = ()
    number: bool = False

    def check(self, text: str) -> None:
        """Refuse what cannot be asked for; ZakuroError says what can."""
        if self.number and not (text.isascii() and text.isdecimal() and len(text) <= DIGITS):
            raise ZakuroError(f"{self.name}={text[:LONGEST]!r} is no number.")
        if self.among and text not in ("", *self.among):
            raise ZakuroError(
                f"{self.name}={text[:LONGEST]!r} is not known here: "
                f"choose one of {', '.join(self.among)}."
            )
        if len(text) > LONGEST:
            raise ZakuroError(f"{self.name} is too long: {LONGEST} characters at most.")

    def described(self) -> dict[str, Any]:
        """Give the parameter as OpenAPI describes it."""
        schema: dict[str, Any] = {"type": "string", "maxLength": LONGEST}
        if self.number:
            schema = {"type": "integer", "minimum": 0, "maximum": 10**DIGITS - 1}
        elif self.among:
            schema = {"type": "string", "enum": ["", *self.among]}
        return {"name": self.name, "in": "query", "description": self.says, "schema": schema}


AFTER = Parameter(name="after", says="Go on after so many, as `more` says.", number=True)

AS_OF = {
    "name": "as-of",
    "in": "query",
    "description": "The day of which everything is shown, as 2026-06-30; else today.",
    "schema": {"anyOf": [{"type": "string", "format": "date"}, {"enum": [""]}]},
}
"""The day, which every page may be asked for; it is read with the address."""


def text(name: str, says: str) -> Parameter:
    """Give a parameter that takes any words."""
    return Parameter(name=name, says=says)


def choice(name: str, says: str, among: Iterable[str]) -> Parameter:
    """Give a parameter that takes one of some values."""
    return Parameter(name=name, says=says, among=tuple(among))


def check(known: Iterable[Parameter], query: Mapping[str, str]) -> None:
    """Refuse a query that a page cannot answer; what nobody knows is passed over."""
    for each in known:
        if each.name in query:
            each.check(query[each.name])


def is_day(words: str) -> bool:
    """Tell whether words have the form of a day."""
    return re.fullmatch(_DAY, words) is not None
