"""The atoms of time expressions: words of the pack, names of the calendar, and numbers.

Months and weekdays come from CLDR; every other word, and what it means, from the pack.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import Any

import ahocorasick_rs
from babel import Locale

from zakuro.languages.inflect import forms
from zakuro.languages.load import Pack
from zakuro.model.errors import ZakuroError
from zakuro.read.lexis.folding import Folded, fold
from zakuro.read.lexis.words import cuts
from zakuro.read.mentions.numbers.numerals import Number
from zakuro.read.mentions.times import numbers as times_numbers
from zakuro.read.mentions.times.shapes import BREAK, Atom, Signs

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
_YEAR = re.compile(r"(?<![0-9])[12][0-9]{3}(?![0-9])")
_REACH = {True: 48, False: 16}
"""How far from a word that speaks of time the words that only join it to others are looked for,
in spaced and in unspaced writing."""


class Lexicon:
    """All words of a pack that take part in times.

    Words of classes that the pack lists as ``weak`` (of, the, to; also next, end, since) speak of
    time only beside others.  So a text is searched for the strong words and for years first, and
    for all of them, with the numbers, only around these: where nothing speaks of time, next to
    nothing is done.
    """

    def __init__(self, pack: Pack, signs: Signs) -> None:
        section = pack.section("times")
        self.spaced = pack.spaced
        self.signs = signs
        self.classes: set[str] = set(times_numbers.CLASSES | TIME_CLASSES)
        self.vocabulary = words = self._meanings(pack, section)
        suffixes = {fold(word) for word in section.get("suffixes", ())}
        self._weak = weak = set(section.get("weak", ()))
        for name in weak - self.classes:
            raise ZakuroError(f"{pack.code}.toml: times.weak names {name!r}, which has no words")
        self._values = list(words.values())
        self._signs_of = [signs.sign(values) for values in self._values]
        self._is_suffix = [word in suffixes for word in words]
        self._all = _automaton(list(words))
        strong = [word for word, values in words.items() if not _bases(values) <= weak]
        guards = [word for word, values in words.items() if "guard" in values]
        self._strong = _automaton([*strong, *guards])
        self._seeds = len(strong)
        self._strong_signs: dict[str, bool] = {}

    def of_class(self, name: str) -> list[str]:
        """The words of one class."""
        return [word for word, values in self.vocabulary.items() if name in values]

    def _meanings(self, pack: Pack, section: dict[str, Any]) -> dict[str, dict[str, Any]]:
        """Every word with its value in each of its classes."""
        words: dict[str, dict[str, Any]] = {}
        for name, entries in section.get("words", {}).items():
            self._take(pack, words, name, entries)
        for locale in pack.locales:
            for name, numbered in _calendar_names(locale, pack.shapes):
                for word, number in numbered:
                    words.setdefault(word, {})[name] = number
                    self.classes.add(name)
        doubtful = {fold(word) for word in section.get("doubtful", ())}
        for name in _DOUBTED:
            self.classes.update((name, f"{name}!"))
        for word, values in words.items():
            if word not in doubtful:
                values.update({f"{n}!": v for n, v in values.items() if n in _DOUBTED})
        return words

    def _take(self, pack: Pack, words: dict[str, dict[str, Any]], name: str, entries: Any) -> None:
        """One class of the pack: a list of words, or words for each value."""
        self.classes.add(name)
        if isinstance(entries, list):
            entries = {"": entries}
        if not isinstance(entries, dict):
            raise ZakuroError(f"times.words.{name}: expected a list, or a table of lists")
        for value, listed in entries.items():
            for word in listed:
                for form in _forms(pack, word):
                    words.setdefault(fold(form), {})[name] = _meaning(value)

    def windows(self, text: str, written: Sequence[Atom]) -> list[tuple[int, int]]:
        """The stretches of a text around its strong words, its years and its dates in digits."""
        matches = self._strong.find_matches_as_indexes(text)
        seeds = [(start, end) for index, start, end in matches if self._is_seed(text, index, start)]
        seeds += [match.span() for match in _YEAR.finditer(text)]
        seeds += [(atom.start, atom.end) for atom in written]
        seeds.sort()
        starts = [start for _, start, _ in matches]
        reach = _REACH[self.spaced]
        windows: list[tuple[int, int]] = []
        for start, end in seeds:
            first, last = max(0, start - reach), min(len(text), end + reach)
            over = bisect_left(starts, first) - 1
            if over >= 0 and matches[over][2] > first:
                first = starts[over]  # a window cuts no word in two
            if windows and first <= windows[-1][1]:
                if last > windows[-1][1]:
                    windows[-1] = windows[-1][0], last
            else:
                windows.append((first, last))
        return windows

    def _is_seed(self, text: str, index: int, start: int) -> bool:
        return index < self._seeds and (not self.spaced or _bounded(text, start))

    def words(self, text: str, first: int, last: int) -> list[Atom]:
        """The words of the pack in a stretch of a text, each bounded as the writing asks."""
        found: list[Atom] = []
        matches = self._all.find_matches_as_indexes(text[first:last])
        for at, (index, begin, stop) in enumerate(matches):
            start, end = first + begin, first + stop
            if cuts(text, start, self.spaced):
                joined = found and found[-1].end == start and self._is_suffix[index]
                if not joined:
                    continue
            if cuts(text, end, self.spaced):
                after = matches[at + 1] if at + 1 < len(matches) else None
                if after is None or after[1] != stop or not self._is_suffix[after[0]]:
                    continue
            found.append(Atom(start, end, self._signs_of[index], self._values[index]))
        return found

    def atoms(
        self, folded: Folded, numbers: Sequence[Number], written: Sequence[Atom] = ()
    ) -> list[Atom]:
        """All atoms around the words of time, none overlapping, with a break where others stand.

        ``written`` are dates in digits, found before.  Where two overlap the longer is taken;
        where they are the same words, both are meant.
        """
        text = folded.text
        found = list(written)
        starts = [number.start for number in numbers]
        for first, last in self.windows(text, written):
            found += self.words(text, first, last)
            inside = numbers[bisect_left(starts, first) : bisect_left(starts, last)]
            for start, end, values in times_numbers.classed(text, first, last, inside):
                found.append(Atom(start, end, self.signs.sign(values), values))
        found.sort(key=attrgetter("start"))
        return self._chained(folded, found)

    def _chained(self, folded: Folded, found: list[Atom]) -> list[Atom]:
        """Chains of atoms, each with a strong one in it, and a break after every chain."""
        result: list[Atom] = []
        chain: list[Atom] = []
        for atom in found:
            if chain:
                last = chain[-1]
                if atom.start < last.end:
                    chain[-1] = self._either(last, atom)
                    continue
                gap = atom.start - last.end
                if gap > 1 or (gap and not _same_block(folded, last.end, atom.start)):
                    self._close(chain, result)
                    chain = []
            chain.append(atom)
        self._close(chain, result)
        return result

    def _close(self, chain: list[Atom], result: list[Atom]) -> None:
        """Keep a chain in which something speaks of time."""
        for atom in chain:
            strong = self._strong_signs.get(atom.sign)
            if strong is None:
                strong = not _bases(atom.values) <= self._weak | _SILENT
                self._strong_signs[atom.sign] = strong
            if strong:
                result += chain
                result.append(_BREAK)
                return

    def _either(self, last: Atom, atom: Atom) -> Atom:
        """What two atoms that overlap are: the longer, or both where they are the same words."""
        if atom.start == last.start and atom.end == last.end:
            values = {**last.values, **atom.values}
            return Atom(atom.start, atom.end, self.signs.sign(values), values)
        longer = atom.end > last.end and atom.end - atom.start > last.end - last.start
        return atom if longer else last


_BREAK = Atom(0, 0, BREAK, {})
_SILENT = (times_numbers.CLASSES | {"a-silence", "negative"}) - {"year"}
"""What never speaks of time by itself: numbers that are no years, codes in digits."""


def _automaton(words: list[str]) -> ahocorasick_rs.AhoCorasick:
    return ahocorasick_rs.AhoCorasick(words, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)


def _bases(values: dict[str, Any]) -> set[str]:
    """The classes of a word, without the marks of those beyond doubt."""
    return {name.rstrip("!") for name in values}


def _bounded(text: str, start: int) -> bool:
    """Whether no letter goes on before a word that begins with a letter."""
    return not start or not (text[start - 1].isalpha() and text[start].isalpha())


def _forms(pack: Pack, word: Any) -> Iterable[str]:
    """All forms of a word of the pack; a plain string is its only form."""
    if isinstance(word, str) and not _PARADIGM.search(word):
        return (word,)
    return (form for form, _ in forms(pack, word))


_PARADIGM = re.compile(r"\w:\w")
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


def _calendar_names(locale_name: str, shapes: str) -> Iterable[tuple[str, list[tuple[str, int]]]]:
    """Months (1 to 12) and weekdays (Monday is 1) by the names that CLDR gives them."""
    locale = Locale.parse(locale_name)
    for name, table, offset in (("month", locale.months, 0), ("weekday", locale.days, 1)):
        numbered: list[tuple[str, int]] = []
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, word in table[context][width].items():
                    short = fold(word, shapes).rstrip(".")
                    if len(short) > 1 and not any(c.isnumeric() for c in short):
                        numbered.append((short, number + offset))
                        if width == "abbreviated" and short != fold(
                            table[context]["wide"][number], shapes
                        ):
                            numbered.append((short + ".", number + offset))
        yield name, numbered
