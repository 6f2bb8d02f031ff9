"""The words of a pack as one automaton: every mark, act and party of a text in a single pass.

Aho-Corasick (Aho and Corasick 1975) finds all literals at once.  Where a language writes spaces,
patterns carry their word boundaries with them, so no hit lies inside a longer word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

import ahocorasick_rs
from babel import Locale, UnknownLocaleError

from zakuro.languages.inflect import Word, forms
from zakuro.languages.load import Pack
from zakuro.model.vocabulary import acts, groups, objects, territories, topics
from zakuro.model.errors import ZakuroError
from zakuro.read.fold import Folded, fold

_NOT_WORD = re.compile(r"[^\w']")


class Sense(NamedTuple):
    """What a form is in one role: the code it stands for and the feature of its form."""

    value: str
    feature: str
    capital: str  # "" any, "initial" a capital first letter, "all" capitals throughout


Senses = dict[str, Sense]


class Hit(NamedTuple):
    """A form found in the folded text, with its senses by role."""

    start: int
    end: int
    senses: Senses


class Lexicon:
    """Forms with their senses, compiled to be found in one pass, leftmost and longest."""

    def __init__(self, spaced: bool, table: dict[str, Senses]) -> None:
        self._spaced = spaced
        self._senses = list(table.values())
        self._capitals = any(s.capital for senses in self._senses for s in senses.values())
        patterns = [f" {form} " for form in table] if spaced else list(table)
        kind = (
            ahocorasick_rs.MatchKind.Standard
            if spaced
            else ahocorasick_rs.MatchKind.LeftmostLongest
        )
        self._automaton = ahocorasick_rs.AhoCorasick(
            patterns, matchkind=kind, implementation=ahocorasick_rs.Implementation.ContiguousNFA
        )

    def find(self, folded: Folded, start: int = 0, end: int | None = None) -> list[Hit]:
        """All hits between two folded offsets, leftmost and longest, in order."""
        text = folded.text if end is None and not start else folded.text[start:end]
        senses = self._senses
        if not self._spaced:
            found = self._automaton.find_matches_as_indexes(text)
            return [Hit(s + start, e + start, senses[i]) for i, s, e in found]
        padded = f" {_NOT_WORD.sub(' ', text)} "
        spans = [
            (s, -e, i)
            for i, s, e in self._automaton.find_matches_as_indexes(padded, overlapping=True)
        ]
        spans.sort()
        hits: list[Hit] = []
        last = 0
        for begin, negative, index in spans:
            if begin >= last:
                senses_here = senses[index]
                if self._capitals:
                    senses_here = _capitalised(
                        senses_here, folded, begin + start, start - negative - 2
                    )
                    if not senses_here:
                        continue
                hits.append(Hit(begin + start, start - negative - 2, senses_here))
                last = -negative - 1
        return hits


def _capitalised(senses: Senses, folded: Folded, start: int, end: int) -> Senses:
    """The senses that the capital letters of the original allow."""
    for sense in senses.values():
        if sense.capital:
            break
    else:
        return senses
    exact = folded.exact(start, end)
    return {
        role: sense
        for role, sense in senses.items()
        if not sense.capital
        or (exact[:1].isupper() if sense.capital == "initial" else exact.isupper())
    }


def _key(pack: Pack, form: str) -> str:
    folded = fold(form)
    return " ".join(_NOT_WORD.sub(" ", folded).split()) if pack.spaced else folded


def _add(
    table: dict[str, Senses], pack: Pack, role: str, value: str, words: Iterable[Word]
) -> None:
    for word in words:
        for form, feature in forms(pack, word):
            key = _key(pack, form)
            if key:
                table.setdefault(key, {}).setdefault(role, Sense(value, feature, ""))


def _add_names(
    table: dict[str, Senses], pack: Pack, role: str, value: str, names: Iterable[Word]
) -> None:
    """Names take the endings of the pack's paradigm of names, and their capitals."""
    section = pack.section("parties")
    paradigm = section.get("paradigm")
    capitals = pack.section("syntax").get("capitals", False)
    for name in names:
        word = (
            f"{name}:{paradigm}" if isinstance(name, str) and paradigm and ":" not in name else name
        )
        for form, feature in _phrase_forms(pack, word):
            capital = ""
            if capitals:
                letters = form.split("'")[0]
                capital = "all" if letters.isupper() and len(letters) <= 5 else "initial"
            key = _key(pack, form)
            if key:
                table.setdefault(key, {}).setdefault(role, Sense(value, feature, capital))


def _phrase_forms(pack: Pack, word: Word) -> Iterator[tuple[str, str]]:
    """Forms of a name of several words: the paradigm goes with its last word."""
    if isinstance(word, str) and ":" in word:
        name, _, paradigm = word.rpartition(":")
        yield from forms(pack, f"{name}:{paradigm}")
    else:
        yield from forms(pack, word)


def _territory_names(pack: Pack) -> Iterator[tuple[str, str]]:
    """ISO 3166-1 alpha-3 codes with the names that CLDR gives them in the pack's language."""
    try:
        locale = Locale.parse(pack.code)
    except UnknownLocaleError as error:
        raise ZakuroError(
            f"{pack.code}.toml: CLDR has no locale {pack.code!r}; name the territories in [parties]"
        ) from error
    for alpha3, alpha2 in territories().items():
        name = locale.territories.get(alpha2)
        if name:
            yield alpha3, name


def _checked(pack: Pack, section: str, known: Iterable[str]) -> Iterator[tuple[str, list[Word]]]:
    codes = set(known)
    for code, words in pack.section(section).items():
        if code not in codes:
            raise ZakuroError(
                f"{pack.code}.toml: [{section}] has {code!r}, which model/vocabulary.toml does not "
                "list; add it there or use a listed code"
            )
        yield code, words


@cache
def marks(pack: Pack) -> Lexicon:
    """Marks, acts and parties: what the clauses of a text are made of."""
    table: dict[str, Senses] = {}
    for role, words in pack.section("marks").items():
        _add(table, pack, role, role, words)
    for code, words in _checked(pack, "acts", acts()):
        _add(table, pack, "act", code, words)
    parties = pack.section("parties")
    for code, names in parties.items():
        if isinstance(names, list):
            _add_names(table, pack, "party", code, names)
    for code, name in _territory_names(pack):
        _add_names(table, pack, "party", code, [name])
    for code, names in pack.section("adjectives").items():
        _add_names(table, pack, "adjective", code, names)
    return Lexicon(pack.spaced, table)


@cache
def matter(pack: Pack) -> Lexicon:
    """Objects and topics: what a statement is about."""
    table: dict[str, Senses] = {}
    for code, words in _checked(pack, "objects", objects()):
        _add(table, pack, "object", code, words)
    for code, words in _checked(pack, "topics", topics()):
        _add(table, pack, "topic", code, words)
    return Lexicon(pack.spaced, table)


def party_codes() -> frozenset[str]:
    """Every code that a party can have beside M49 regions."""
    return frozenset(territories()) | frozenset(groups())
