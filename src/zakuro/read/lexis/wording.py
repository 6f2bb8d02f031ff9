"""What a pack tells those who check a text: the joints of lists, the names of days and months."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, Literal

from babel import Locale

from zakuro.languages.inflect import forms
from zakuro.languages.load import Pack, load
from zakuro.model.finding import Ties, Wording


@cache
def wording(language: str) -> Wording:
    """The words of a language by which a text is checked; ZakuroError where it has no pack."""
    pack = load(language)
    lists = pack.section("lists")
    named = pack.section("nouns")["words"].get("anniversary", ())
    return Wording(
        spaced=pack.spaced,
        joints=tuple(lists.get("and", ())),
        held=tuple(lists.get("held", ())),
        commas=tuple(lists.get("commas", ())),
        only=tuple(lists.get("only", ())),
        others=tuple(lists.get("others", ())),
        leading=tuple(pack.section("ranges").get("from", ())),
        weekdays=dict(_named(pack, "weekday")),
        months=dict(_named(pack, "month")),
        anniversaries=tuple(sorted(_forms(pack, named))),
        ties=Ties(**{name: tuple(words) for name, words in pack.section("ties").items()}),
    )


def _named(pack: Pack, sort: Literal["weekday", "month"]) -> Iterator[tuple[str, int]]:
    """The names of weekdays or months: those that CLDR has, then those of the pack."""
    for locale in pack.locales:
        parsed = Locale.parse(locale)
        table = parsed.days if sort == "weekday" else parsed.months
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated") if sort == "weekday" else ("wide",):
                names = table[context][width].items()
                yield from ((name.casefold(), n) for n, name in names if name.isalpha())
    written: dict[str, Any] = pack.section("times")["words"].get(sort, {})
    for number, words in written.items():
        first = 1 if sort == "weekday" else 0  # a pack counts both from one
        yield from ((form, int(number) - first) for form in _forms(pack, words))


def _forms(pack: Pack, words: Any) -> set[str]:
    return {form.casefold() for word in words for form, _ in forms(pack, word)}
