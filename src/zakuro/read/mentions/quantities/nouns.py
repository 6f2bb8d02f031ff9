"""Nouns that are counted: from a number to the noun that says of what, and the unit it gives."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from zakuro.languages.load import Pack
from zakuro.model.vocabulary import is_person
from zakuro.read.lexis.folding import fold
from zakuro.read.lexis.words import Words
from zakuro.read.mentions.numbers.numerals import Number
from zakuro.read.mentions.numbers.tokens import tokens
from zakuro.read.mentions.quantities.units import units

_NEXT = re.compile(r" [«\"]?([^\W\d_]+)")
_UNSPACED = re.compile(r"[^\W\d_a-zぁ-ゖ]")
_WORD = re.compile(r" ([^\W\d_]+(?:['-][^\W\d_]+)*)")
_LAST = re.compile(r"([^\W\d_]+) \Z")
_REACH = 20
"""How long the word before a figure may be, with its space."""
_MEASURED = re.compile(r" \d[\d.,]*(?:-[^\W\d_]+)+")
"""What measures a thing before its noun: five 97-metre ships."""


class Nouns:
    """The counted nouns of a pack: those it lists and, where it has plurals, any plural."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._known = units(pack).nouns
        self._units = {unit for word in self._known if (unit := self._known.get(word))}
        section = pack.section("nouns")
        self._singular: list[tuple[str, str]] = [
            (plural, singular) for plural, singular in section.get("singular", [])
        ]
        self._stops = {fold(word) for word in section.get("stops", ())}
        self._joiners = {fold(word) for word in section.get("joiners", ())}
        self._never = {fold(word) for word in section.get("never", ())}
        self._invariant = {fold(word) for word in section.get("invariant", ())}
        self._declined: bool = section.get("declined", False)
        self._years_are_named: bool = section.get("years_are_named", False)
        self._partitives = tuple(f" {fold(words)}" for words in section.get("partitives", ()))
        self._modifiers: int = section.get("modifiers", 0)
        self._endings: list[tuple[str, str]] = [
            (other, ours) for other, ours in section.get("spelling_endings", [])
        ]
        self._spellings: dict[str, str] = section.get("spellings", {})
        self._scales: Words[Decimal] = Words(pack)
        for word, meaning in tokens(pack).meanings.items():
            if meaning.piece == "scale":
                self._scales.put(word, meaning.value)

    def scale(self, text: str, place: int) -> tuple[int, Decimal] | None:
        """The scale word that follows at ``place``, after a space or at once."""
        start = place + 1 if text[place : place + 1] == " " else place
        return self._scales.at(text, start)

    def known(self, text: str, place: int) -> tuple[int, str] | None:
        """The listed noun that begins at ``place``."""
        return self._known.at(text, place)

    def may_follow(self, text: str, start: int, end: int) -> bool:
        """Whether a figure between two offsets stands before a word that it may count.

        The word need not be known; it is no word that only joins (of, and, в) nor, in a writing
        without spaces, a particle in kana.
        """
        if not text[start : start + 1].isdigit():
            return False
        if not self._pack.spaced:
            return bool(_UNSPACED.match(text, end))
        word = _NEXT.match(text, end)
        return word is not None and word.group(1) not in self._stops and len(word.group(1)) > 2

    def are_people(self, text: str, place: int) -> bool:
        """Whether the noun that begins at ``place`` tells what people are: students."""
        known = self._known.at(text, place)
        if known is not None:
            return is_person(known[1])
        word = _WORD.match(text, place - 1)
        if word is None or not self._is_plural(word.group(1)):
            return False
        return is_person(f"{{{self.singular(word.group(1))}}}")

    def ahead(self, text: str, place: int, reach: int) -> tuple[int, str] | None:
        """The first listed noun that begins at most ``reach`` characters after ``place``.

        Its modifiers lie between; a sign or a figure does not.
        """
        for start in range(place, min(place + reach, len(text))):
            noun = self._known.at(text, start)
            if noun or not text[start].isalpha():
                return noun
        return None

    def known_before(self, text: str, end: int) -> str | None:
        """The unit of the listed noun that ends at ``end``, and is no end of a name (中国)."""
        found = self._known.before(text, end)
        if found is None or any(text.endswith(name, 0, end) for name in self._never):
            return None
        return found[1]

    def counted(self, text: str, number: Number, place: int = 0) -> tuple[int, str] | None:
        """The end and the unit of the noun that the number counts, sought from ``place`` on."""
        place = place or number.end
        if not self._modifiers:
            return self._known.at(text, place)
        if number.fraction or text[place : place + 1] not in (" ", "-"):
            return None
        if text[place] == "-":
            return self._known.at(text, place + 1)
        return self._noun(text, place, number.value == 1)

    def countable(self, text: str, number: Number, place: int) -> tuple[int, str] | None:
        """As ``counted``, where the noun is listed or tells what people are."""
        found = self.counted(text, number, place)
        if found is None:
            return None
        listed = found[1] in self._units or is_person(found[1])
        return found if listed else None

    def counts_no_year(self, text: str, start: int, end: int) -> bool:
        """Whether four figures are no year but count the listed noun right behind them.

        So it is where a year has its own word beside it, and nothing before the figures joins
        them to what stands there: 2000 автобусов, not в 2025 компании.
        """
        if not self._years_are_named or text[end : end + 1] != " ":
            return False
        before = _LAST.search(text, max(0, start - _REACH), start)
        joined = before is not None and before.group(1) in self._stops
        return not joined and self.known(text, end + 1) is not None

    def _noun(self, text: str, place: int, one: bool) -> tuple[int, str] | None:
        """The first plural or listed noun of the phrase at ``place``, after its modifiers."""
        singular = None
        if not one:
            place = self._past_partitive(text, place)
            measured = _MEASURED.match(text, place)
            place = measured.end() if measured else place
        for passed in range(1 if one else self._modifiers + 1):
            word = _WORD.match(text, place)
            if word is None:
                return singular
            written = word.group(1)
            noun = self._known.at(text, word.start(1))
            if noun and (one or self._may_be_plural(text[word.start(1) : noun[0]])):
                return noun
            if written in self._stops and not (passed and written in self._joiners):
                return singular
            if not one and self._is_plural(written):
                return word.end(), f"{{{self.singular(written)}}}"
            singular = singular or noun
            place = word.end()
        return singular

    def _past_partitive(self, text: str, place: int) -> int:
        """The place behind the words that say of whose things so many are: of their teachers."""
        return next(
            (place + len(each) for each in self._partitives if text.startswith(each, place)), place
        )

    def _may_be_plural(self, written: str) -> bool:
        """Whether a listed noun has the form that follows more than one, or one of many cases."""
        return self._declined or written in self._invariant or self._is_plural(written)

    def _is_plural(self, written: str) -> bool:
        if written in self._never or len(written) < 4:
            return False
        return any(written.endswith(plural) for plural, _ in self._singular)

    def singular(self, written: str) -> str:
        """The singular of a plural that follows the pack's rules."""
        head = written.rsplit("-", 1)[-1]
        for plural, singular in self._singular:
            if head.endswith(plural):
                head = head[: len(head) - len(plural)] + singular
                break
        for other, ours in self._endings:
            if head.endswith(other):
                head = head[: len(head) - len(other)] + ours
        return self._spellings.get(head, head)


@cache
def nouns(pack: Pack) -> Nouns:
    """The nouns of a pack, compiled once."""
    return Nouns(pack)
