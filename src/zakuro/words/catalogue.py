"""The catalogues of the interface languages, and the one message that fits a number.

A message is a text with places in braces, or one text for each plural category of CLDR that the
language has; which of them is said follows from the value ``n``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from importlib.resources import files
from string import Formatter
from typing import NamedTuple

from babel import Locale

from zakuro.model.errors import ZakuroError

LOCALES = {
    "en": "en_GB",
    "zh": "zh_Hans",
    "ru": "ru",
    "kk": "kk",
    "ky": "ky",
    "tg": "tg",
    "tk": "tk",
    "uz": "uz_Latn",
    "ja": "ja",
}
"""The interface languages in the order in which they are offered, each with its CLDR locale."""

SOURCE = "en"
"""The language in which a message is said that a catalogue lacks."""

_WIDE = "。：，、"

Message = str | dict[str, str]


class Said(NamedTuple):
    """A message as it stands in a catalogue, and the language that it is in."""

    text: str
    language: str


@cache
def locale(language: str) -> Locale:
    """Give the CLDR locale of an interface language; ZakuroError if it is none."""
    if language not in LOCALES:
        raise ZakuroError(f"{language!r} is no interface language: {', '.join(LOCALES)}.")
    return Locale.parse(LOCALES[language])


@cache
def messages(language: str) -> dict[str, Message]:
    """Give all messages of a language by name (``home.title``); none for one not written yet."""
    place = files(__package__) / f"{language}.toml"
    if not place.is_file():
        return {}
    found: dict[str, Message] = {}
    for section, table in tomllib.loads(place.read_text("utf-8")).items():
        for name, message in table.items():
            found[f"{section}.{name}"] = message
    return found


def has(name: str) -> bool:
    """Tell whether there is a message of this name."""
    return name in messages(SOURCE)


def message(language: str, name: str, n: int | Decimal | None = None) -> Said:
    """Give the message of a name that fits the number ``n``; ZakuroError if there is none."""
    for each in (language, SOURCE):
        found = messages(each).get(name)
        if found is not None:
            return Said(_form(found, each, n), each)
    raise ZakuroError(f"No catalogue holds the message {name!r}.")


def _form(found: Message, language: str, n: int | Decimal | None) -> str:
    if isinstance(found, str):
        return found
    return found.get(locale(language).plural_form(n or 0), found["other"])


def say(language: str, name: str, values: Mapping[str, object] | None = None) -> str:
    """Give a message with its places filled, as plain text."""
    values = values or {}
    n = values.get("n")
    said = message(language, name, n if isinstance(n, int | Decimal) else None)
    return filled(said.text, values) if values else said.text


def filled(text: str, values: Mapping[str, object]) -> str:
    """Fill the places; a value that ends in a point (2025 г.) ends the sentence with it too."""
    found = ""
    for before, name, form, _ in Formatter().parse(text):
        found += before[1:] if found.endswith(".") and before.startswith(".") else before
        if name is not None:
            found += format(values[name], form or "")
    return found


def together(*sentences: str) -> str:
    """Give sentences one after the other; a full-width sign has its gap in itself."""
    found = ""
    for each in sentences:
        found += f" {each}" if found and found[-1] not in _WIDE else each
    return found
