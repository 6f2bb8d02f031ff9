"""The pieces that numbers are made of: figures, numeral words, scales, fractions, ordinals."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal, NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from zakuro.languages.inflect import Word, forms
from zakuro.languages.load import Pack
from zakuro.read.lexis.folding import Folded, fold
from zakuro.read.lexis.words import Words, cuts
from zakuro.read.mentions.numbers.arithmetic import LONGEST
from zakuro.read.mentions.numbers.figures import Figures, Habit, decimal, habit, tidy

Piece = Literal[
    "figures",
    "digits",
    "word",
    "scale",
    "fraction",
    "vulgar",
    "ordinal",
    "ordinal scale",
    "multiple",
]
PARTS = "plural"
"""The feature of an ordinal's form that can only be the denominator of a fraction."""


class Token(NamedTuple):
    """One piece of a number; ``piece`` says what it does in one.

    figures: a number in digits · digits: numeral characters read by position · word: a numeral
    word that adds · scale: one that multiplies · fraction: a part of one (vulgar: ½) · ordinal,
    ordinal scale: the same, in the form of an ordinal.
    """

    start: int
    end: int
    piece: Piece
    value: Decimal
    whole: bool = False
    parts: bool = False
    """An ordinal in the form that only names the parts of a fraction (thirds)."""
    bare: bool = True
    """A scale that stands for itself without a number before it."""
    power: bool = False
    figures: bool = False
    """An ordinal written in figures."""
    pair: bool = False
    """One of two digits in a row that are the ends of a range."""
    leads: bool = False
    """The first of such two."""
    plural: bool = False
    """A scale in the form of several (hundreds)."""
    closes: bool = False
    """Behind its ending the number goes on no more, where the last word alone has one."""


@dataclass(frozen=True, slots=True)
class _Meaning:
    piece: Piece
    value: Decimal
    parts: bool = False
    bare: bool = True
    plural: bool = False
    closes: bool = False


class Tokens:
    """Finds the pieces of numbers in a folded text, by what the [numbers] of a pack list."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._spaced = pack.spaced
        self._habit: Habit = habit(pack)
        self.meanings: dict[str, _Meaning] = {}
        numbers = pack.section("numbers")
        ending = pack.section("syntax").get("subject") == "ending"
        self._closing: dict[str, str] = pack.section("roles").get("feature", {}) if ending else {}
        bare = {fold(word) for word in numbers.get("bare", ())}
        self._digits: dict[str, str] = {}
        for digit, characters in numbers.get("digits", {}).items():
            for character in characters:
                self._digits[character] = digit
        for value, words in numbers.get("words", {}).items():
            self._add(words, "word", value)
        for value, words in numbers.get("scales", {}).items():
            self._add(words, "scale", value, bare)
        for value, words in numbers.get("fractions", {}).items():
            self._add(words, "fraction", value)
        for value, words in numbers.get("multiples", {}).items():
            self._add(words, "multiple", value)
        for value, words in numbers.get("ordinals", {}).items():
            self._add(words, "ordinal", value)
        for value, words in numbers.get("ordinal_scales", {}).items():
            self._add(words, "ordinal scale", value, _EVERY)
        self._ordinal_ending: Words[bool] = Words(pack)
        self._ordinal_ending.add(numbers.get("figure_ordinals", ()), True)
        percents = pack.section("percent").get("words", {}).get("%", ())
        self._scales = ("%", *(word for word in percents if word.isalpha()))
        self._scales += tuple(word for word, m in self.meanings.items() if m.piece == "scale")
        self._abbreviations = self._figure_scales(numbers.get("figure_scales", {}))
        self._characters = {word for word in self.meanings if len(word) == 1 and not pack.spaced}
        self._pairs: bool = numbers.get("pairs", False)
        joints = numbers.get("joints", {})
        self._points = frozenset(joints.get("point", ()))
        self._fillers = set(joints.get("join", ())) & set(self._digits)
        self._followers = self._characters | {word[-1:] for word in joints.get("vague", ()) if word}
        single = "".join(sorted(set(self._digits) | self._characters))
        self._start = re.compile(f"[0-9{_VULGAR}{re.escape(single)}]")
        words = [word for word in self.meanings if word not in self._characters]
        self._meant = [self.meanings[word] for word in words]
        self._words = AhoCorasick(words, matchkind=MatchKind.LeftmostLongest) if words else None
        self._numerals = frozenset("0123456789") | set(self._digits) | self._characters
        self._under = [fold(joint) for joint in numbers.get("joints", {}).get("under", ())]
        self._figures_of = {ord(character): digit for character, digit in self._digits.items()}
        # a scale that a unit or a name begins with is theirs: 兆瓦, 千克
        self._units: dict[str, list[str]] = {}
        for units in (*pack.section("units").values(), pack.section("plain").get("whole", ())):
            for unit in units:
                if len(unit) > 1 and unit[0] in self._characters:
                    self._units.setdefault(unit[0], []).append(unit)
        self._words_of_none = self._plain(pack.section("plain").get("words", ()))

    def _add(
        self, words: Iterable[Word], piece: Piece, value: str, bare: Container[str] = ()
    ) -> None:
        for word in words:
            for form, feature in forms(self._pack, word):
                folded = fold(form)
                parts = feature == PARTS and piece.startswith("ordinal")
                alone = bare is _EVERY or folded in bare
                closes = self._closing.get(feature, "subject") != "subject"
                meaning = _Meaning(piece, Decimal(value), parts, alone, feature == PARTS, closes)
                self.meanings.setdefault(folded, meaning)

    def _figure_scales(
        self, listed: dict[str, list[str]]
    ) -> dict[str, list[tuple[str, Decimal, bool]]]:
        """Abbreviated scales by their folded form, with their case and whether they stand apart."""
        scales: dict[str, list[tuple[str, Decimal, bool]]] = {}
        for value, words in listed.items():
            for word in words:
                apart = word.startswith(" ")
                scales.setdefault(fold(word).strip(), []).append(
                    (word.strip(), Decimal(value), apart)
                )
        return scales

    def _plain(self, words: Iterable[Word]) -> dict[str, dict[tuple[int, int], set[str]]]:
        """The words that hold a numeral and say no number.

        By the first letter of the numeral, then by its place in the word and the word's length:
        there may be hundreds for one letter, and few places and lengths.
        """
        places: dict[str, dict[tuple[int, int], set[str]]] = {}
        for word in words:
            for form, _ in forms(self._pack, word):
                written = Folded(form)
                for token in self._pieces(written):
                    alike = places.setdefault(written.text[token.start], {})
                    size = token.start, len(written.text)
                    alike.setdefault(size, set()).add(written.text)
        return places

    def _says_none(self, text: str, token: Token) -> bool:
        """Whether the piece is part of a word that says no number (一方, first of all)."""
        if self._begins_unit(text, token):
            return True
        divided = self._divided(text, token)
        if divided < 0:
            return False
        for (place, length), words in self._words_of_none.get(text[token.start], _NONE).items():
            start = token.start - place
            end = start + length
            if start < 0 or (word := text[start:end]) not in words:
                continue
            if token.end < divided and end < divided:
                continue
            if word[0] in self._numerals and text[start - 1 : start] in self._numerals:
                continue
            counted = word[-1] in self._numerals or word[-1] in self._points
            if counted and text[end : end + 1] in self._numerals:
                continue
            if not cuts(text, start, self._spaced) and not cuts(text, end, self._spaced):
                return True
        return False

    def _begins_unit(self, text: str, token: Token) -> bool:
        """Whether a unit or a name begins with the scale: 兆瓦, 千克."""
        units = self._units.get(text[token.start], ()) if token.piece == "scale" else ()
        return any(text.startswith(unit, token.start) for unit in units)

    def _divided(self, text: str, token: Token) -> int:
        """Where the joint of a fraction ends behind the piece; -1 where one stands before it."""
        for joint in self._under:
            before = token.start - len(joint)
            if text.startswith(joint, before) and text[before - 1 : before] in self._numerals:
                return -1
        for joint in self._under:
            end = token.end + len(joint)
            if text.startswith(joint, token.end) and text[end : end + 1] in self._numerals:
                return token.end + len(joint.rstrip())
        return token.end

    def find(self, folded: Folded) -> list[Token]:
        """Every piece of the text, in order."""
        text = folded.text
        none = self._words_of_none
        return [
            token
            for token in self._pieces(folded)
            if not (text[token.start] in none or text[token.start] in self._units)
            or not self._says_none(text, token)
        ]

    def _pieces(self, folded: Folded) -> list[Token]:
        text = folded.text
        found = list(self._figures_and_characters(text, folded))
        if self._words is not None:
            words = list(self._in_words(self._words, text))
            if words:
                found = _apart(sorted(found + words, key=_place)) if found else words
        return found

    def _in_words(self, scan: AhoCorasick, text: str) -> Iterator[Token]:
        for index, start, end in scan.find_matches_as_indexes(text):
            if cuts(text, start, self._spaced) or cuts(text, end, self._spaced):
                continue
            meaning = self._meant[index]
            yield Token(
                start,
                end,
                meaning.piece,
                meaning.value,
                parts=meaning.parts,
                bare=meaning.bare,
                plural=meaning.plural,
                closes=meaning.closes,
            )

    def _figures_and_characters(self, text: str, folded: Folded) -> Iterator[Token]:
        search = self._start.search
        digits, meanings = self._digits, self.meanings
        hit = search(text)
        while hit:
            start = hit.start()
            character = hit.group()
            end = start + 1
            if character.isdigit() and character.isascii():
                end, found = self._habit.read(text, start, _stop(folded, start))
                if len(found) == 2 and self._scaled(folded, end):
                    found = decimal(text, *found)
                for figures in found:
                    yield self._figures(text, figures)
                    end = figures.end
                ending = self._ordinal_ending.at(text, end)
                if ending:
                    end = ending[0]
                scale = self._abbreviated(folded, end)
                if scale:
                    yield scale
                    end = scale.end
            elif character in digits:
                while end < len(text) and text[end] in digits:
                    end += 1
                if end - start == 1 and self._fills(text, start):
                    hit = search(text, end)
                    continue
                yield from self._by_position(text, start, end)
            elif character in meanings:
                meaning = meanings[character]
                yield Token(start, end, meaning.piece, meaning.value, bare=meaning.bare)
            else:
                yield Token(start, end, "vulgar", _vulgar(character))
            hit = search(text, end)

    def _by_position(self, text: str, start: int, end: int) -> Iterator[Token]:
        """A row of digit characters: one number, or the two that a pair stands for."""
        if end - start > LONGEST:
            return
        written = text[start:end].translate(self._figures_of)
        if self._is_pair(written):
            for place, digit in enumerate(written, start):
                value, leads = Decimal(digit), place == start
                yield Token(place, place + 1, "digits", value, pair=True, leads=leads)
        else:
            yield Token(start, end, "digits", Decimal(written), whole=True)

    def _is_pair(self, written: str) -> bool:
        """Whether two digits are two numbers, the ends of a range: 两三年, 二三十."""
        return self._pairs and len(written) == 2 and 0 < int(written[0]) == int(written[1]) - 1

    def _fills(self, text: str, place: int) -> bool:
        """Whether a digit only fills the places left out between two scales: 一千零十."""
        return (
            text[place] in self._fillers
            and text[place - 1 : place] in self._characters
            and text[place + 1 : place + 2] in self._followers
        )

    def _figures(self, text: str, figures: Figures) -> Token:
        ending = self._ordinal_ending.at(text, figures.end) if figures.whole else None
        if ending:
            return Token(figures.start, ending[0], "ordinal", figures.value, figures=True)
        return Token(
            figures.start, figures.end, "figures", figures.value, figures.whole, power=figures.power
        )

    def _scaled(self, folded: Folded, end: int) -> bool:
        """Whether a scale or a percent stands behind figures."""
        gap = end + (folded.text[end : end + 1] == " ")
        return folded.text.startswith(self._scales, gap) or bool(self._abbreviated(folded, end))

    def _abbreviated(self, folded: Folded, end: int) -> Token | None:
        """The abbreviated scale right after figures: 1.5bn, 40k, 2 M."""
        text = folded.text
        start = end + 1 if text[end : end + 1] == " " else end
        for length in (4, 3, 2, 1):
            for word, value, apart in self._abbreviations.get(text[start : start + length], ()):
                if apart and start == end:
                    continue
                stop = start + len(word)
                if cuts(text, stop, self._spaced) or text[stop : stop + 1].isdigit():
                    continue
                if word == word.lower() or folded.exact(start, stop) == word:
                    return Token(start, stop, "scale", value)
        return None


_EVERY: frozenset[str] = frozenset(("",))
_NONE: dict[tuple[int, int], set[str]] = {}
_VULGAR = "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"


def _stop(folded: Folded, start: int) -> int:
    """Where a full-width comma between half-width figures lists them: 50，600."""
    text, original = folded.text, folded.original
    place = start
    while text[place : place + 1].isdigit():
        place += 1
    if text[place : place + 1] != "," or original[folded.start(place)] != "，":
        return len(text)
    return place if original[folded.start(place) - 1].isascii() else len(text)


def _vulgar(character: str) -> Decimal:
    above, below = unicodedata.normalize("NFKC", character).split("\u2044")
    return tidy(Decimal(above) / Decimal(below))


def _apart(pieces: list[Token]) -> list[Token]:
    """Without those that lie inside a longer one: 一 in 一半."""
    kept: list[Token] = []
    for piece in pieces:
        if not kept or piece.start >= kept[-1].end:
            kept.append(piece)
    return kept


def _place(token: Token) -> tuple[int, int]:
    return token.start, -token.end


@cache
def tokens(pack: Pack) -> Tokens:
    """The finder of a pack, compiled once."""
    return Tokens(pack)
