"""How templates speak: messages, figures and names in the language of the page, as markup."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from markupsafe import Markup, escape

from zakuro.model import vocabulary
from zakuro.model.source import Publisher
from zakuro.words import figures
from zakuro.words.catalogue import LOCALES, SOURCE, filled, has, message
from zakuro.words.places import place_name


class Speaker:
    """Speaks one interface language."""

    def __init__(self, language: str) -> None:
        self.language = language

    def t(self, name: str, /, **values: object) -> Markup:
        """Give a message with its places filled; one that is not translated is marked so."""
        n = values.get("n")
        said = message(self.language, name, n if isinstance(n, int | Decimal) else None)
        shown = {
            key: escape(self.number(value) if isinstance(value, int | Decimal) else value)
            for key, value in values.items()
        }
        text = Markup(filled(said.text, shown))  # noqa: S704 - our own catalogue, values escaped
        if said.language != self.language:
            return Markup('<span lang="{}">{}</span>').format(said.language, text)
        return text

    def label(self, section: str, code: str) -> Markup:
        """Give the label of a code of the vocabulary; one without a label stands in English."""
        name = f"{section}.{code.replace(' ', '_').replace('-', '_')}"
        if has(name):
            return self.t(name)
        if self.language == SOURCE or not code:
            return escape(code)
        return Markup('<span lang="{}">{}</span>').format(SOURCE, code)

    def number(self, value: Decimal | int) -> str:
        """Give a number."""
        return figures.number(self.language, value)

    def amount(self, value: Decimal, unit: str, bound: str = "exact") -> str:
        """Give an amount with its unit."""
        return figures.amount(self.language, value, unit, bound=bound)

    def unit_name(self, unit: str) -> str:
        """Give what people call a unit."""
        counted = unit.startswith("{")
        return vocabulary.count_label(unit.strip("{}"), self.language) if counted else unit

    def short(self, value: Decimal) -> str:
        """Give a number in millions where it is one."""
        return figures.short(self.language, value)

    def percent(self, part: Decimal, whole: Decimal) -> str:
        """Give a share in percent."""
        return figures.percent(self.language, part / whole if whole else Decimal(0))

    def day(self, value: date | None, form: str = "long") -> str:
        """Give a day in words; a dash for none."""
        return figures.day(self.language, value, form) if value else "–"

    def span(self, start: date | None, end: date | None) -> str:
        """Give a half-open term in words, or the one day of it that is named; a dash for none."""
        if end is None:
            return self.day(start)
        last = figures.last_day(end)
        return figures.span(self.language, start, last) if start else self.day(last)

    def moment(self, value: datetime) -> str:
        """Give a moment with its zone."""
        return figures.moment(self.language, value)

    def party(self, code: str) -> str:
        """Give the name of a party; parties joined by + each by its name."""
        return " + ".join(figures.party(self.language, each) for each in code.split("+"))

    def names(self, codes: str | Iterable[str]) -> str:
        """Give the names of several parties."""
        listed = codes.split() if isinstance(codes, str) else codes
        return ", ".join(self.party(code) for code in listed)

    def publisher(self, whose: Publisher | None) -> str:
        """Give a publisher and whose it is; empty for none."""
        return figures.publisher(self.language, whose) if whose else ""

    def language_name(self, code: str) -> str:
        """Give the name of a language."""
        return figures.language_name(self.language, code)

    def place_called(self, name: str) -> str:
        """Give what a place is called; as it was entered where that is not known."""
        return place_name(name, self.language)

    def vocabulary(self) -> dict[str, Callable[..., Any]]:
        """Give everything that templates call."""
        names = (
            "t", "label", "number", "amount", "short", "percent", "day", "moment", "party",
            "names", "span", "language_name", "publisher", "unit_name", "place_called",
        )  # fmt: skip
        return {name: getattr(self, name) for name in names}


def languages() -> list[tuple[str, str]]:
    """Give the interface languages, each with its own name."""
    return [(code, figures.own_name(code)) for code in LOCALES]
