"""The atoms of time expressions: words of the pack, names of the calendar, and numbers.

Months and weekdays come from CLDR; every other word, and what it means, from the pack.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

import ahocorasick_rs
from babel import Locale

from zakuro.languages.load import Pack
from zakuro.model.errors import ZakuroError
from zakuro.read import times_numbers
from zakuro.read.fold import Folded, fold
from zakuro.read.numerals import Number
from zakuro.read.times_shapes import BREAK, Atom, Signs

TIME_CLASSES = frozenset(
    (
        "a-year",
        "a-span",
        "a-month",
        "a-week",
        "a-day",
        "a-time",
        "a-window",
        "a-slash",
        "a-slash!",
        "a-range",
        "a-limit",
        "a-length",
        "a-silence",
    )
)
_YEAR = re.compile(r"\d{4}")


class Lexicon:
    """All words of a pack that take part in times, in one automaton."""

    def __init__(self, pack: Pack, signs: Signs) -> None:
        section = pack.section("times")
        self.spaced = pack.spaced
        self.signs = signs
        self._doubtful = {fold(word) for word in section.get("doubtful", ())}
        self._suffixes: set[str] = set()
        words: dict[str, dict[str, Any]] = {}
        self.classes: set[str] = set(times_numbers.CLASSES | TIME_CLASSES)
        for name, entries in section.get("words", {}).items():
            self._take(words, name, entries)
        for word in section.get("suffixes", ()):
            self._suffixes.add(fold(word))
        for name, numbered in _calendar_names(pack.code, section.get("locale", pack.code)):
            for word, number in numbered:
                words.setdefault(word, {})[name] = number
                self.classes.add(name)
        for name in ("month", "weekday", "unit", "season"):
            self.classes.update((name, f"{name}!"))
        for word, values in words.items():
            if word not in self._doubtful:
                values.update({f"{n}!": v for n, v in values.items() if n in _DOUBTED})
        self._words = list(words)
        self._values = [words[word] for word in self._words]
        self._signs_of = [signs.sign(values) for values in self._values]
        self._is_suffix = [word in self._suffixes for word in self._words]
        self._automaton = ahocorasick_rs.AhoCorasick(
            self._words, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest
        )

    def _take(self, words: dict[str, dict[str, Any]], name: str, entries: Any) -> None:
        """One class of the pack: a list of words, or words for each value."""
        self.classes.add(name)
        if isinstance(entries, list):
            entries = {"": entries}
        if not isinstance(entries, dict):
            raise ZakuroError(f"times.words.{name}: expected a list, or a table of lists")
        for value, forms in entries.items():
            for word in forms:
                words.setdefault(fold(word), {})[name] = _meaning(value)

    def words(self, text: str) -> list[Atom]:
        """The words of the pack in a folded text, each bounded as the writing asks."""
        found: list[Atom] = []
        matches = self._automaton.find_matches_as_indexes(text)
        last = len(text)
        for at, (index, start, end) in enumerate(matches):
            if start and not self._parted(text[start - 1], text[start]):
                joined = found and found[-1].end == start and self._is_suffix[index]
                if not joined:
                    continue
            if end < last and not self._parted(text[end - 1], text[end]):
                after = matches[at + 1] if at + 1 < len(matches) else None
                if after is None or after[1] != end or not self._is_suffix[after[0]]:
                    continue
            found.append(Atom(start, end, self._signs_of[index], self._values[index]))
        return found

    def _parted(self, left: str, right: str) -> bool:
        """Whether a word may end between two characters."""
        if self.spaced:
            return not (left.isalpha() and right.isalpha())
        return not (left.isascii() and left.isalpha() and right.isascii() and right.isalpha())

    def numbers(self, text: str, numbers: Iterable[Number]) -> list[Atom]:
        """Numbers as atoms, each in the classes that its value and its writing allow."""
        return [
            Atom(start, end, self.signs.sign(values), values)
            for start, end, values in times_numbers.classed(text, numbers)
        ]

    def atoms(
        self, folded: Folded, numbers: Sequence[Number], written: Sequence[Atom] = ()
    ) -> list[Atom]:
        """All atoms of a text in order, none overlapping, with a break where words lie between.

        ``written`` are dates in digits, found before.  Where two overlap the longer is taken;
        where they are the same words, both are meant.
        """
        text = folded.text
        found = self.words(text)
        if not found and not written and not _YEAR.search(text):
            return []
        found += written
        found += self.numbers(text, numbers)
        found.sort(key=lambda atom: (atom.start, -atom.end))
        result: list[Atom] = []
        for atom in found:
            if result:
                last = result[-1]
                if atom.start < last.end:
                    if atom.start == last.start and atom.end == last.end:
                        values = {**last.values, **atom.values}
                        result[-1] = Atom(atom.start, atom.end, self.signs.sign(values), values)
                    elif atom.end > last.end and atom.end - atom.start > last.end - last.start:
                        result[-1] = atom
                    continue
                gap = atom.start - last.end
                if gap > 1 or (gap and not _same_block(folded, last.end, atom.start)):
                    result.append(Atom(last.end, atom.start, BREAK, {}))
            result.append(atom)
        return result


_DOUBTED = ("month", "weekday", "unit", "season")


def _same_block(folded: Folded, end: int, start: int) -> bool:
    """Whether two words, one character apart, stand in one line or in a line and its next."""
    if folded.text[end] != " ":
        return False
    between = folded.original[folded.end(end) : folded.start(start)]
    return "\n" not in between or (
        between.count("\n") == 1
        and folded.text[start].isalnum()
        and folded.text[end - 1] not in ".:"
    )


def _meaning(value: str) -> Any:
    """What a key of a table of words says: ``year+1`` a unit and a shift, ``3`` a number."""
    if value.lstrip("-").isdigit():
        return int(value)
    shift = re.fullmatch(r"([a-z-]+)([+-]\d+)", value)
    return (shift[1], int(shift[2])) if shift else value


def _calendar_names(code: str, locale_name: str) -> Iterable[tuple[str, list[tuple[str, int]]]]:
    """Months (1 to 12) and weekdays (Monday is 1) by the names that CLDR gives them."""
    locale = Locale.parse(locale_name)
    for name, table, offset in (("month", locale.months, 0), ("weekday", locale.days, 1)):
        numbered: list[tuple[str, int]] = []
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, word in table[context][width].items():
                    short = fold(word).rstrip(".")
                    if len(short) > 1 and not any(c.isdigit() for c in short):
                        numbered.append((short, number + offset))
                        if width == "abbreviated" and short != fold(table[context]["wide"][number]):
                            numbered.append((short + ".", number + offset))
        yield name, numbered
