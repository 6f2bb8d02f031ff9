"""The words of a pack as one automaton: every mark, act and party of a text in a single pass.

Aho-Corasick (Aho and Corasick 1975) finds all literals at once.  Where a language writes spaces,
patterns carry their word boundaries with them, so no hit lies inside a longer word.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator
from functools import cache
from typing import NamedTuple

import ahocorasick_rs
from babel import Locale, UnknownLocaleError
from babel.core import get_global

from zakuro.languages.inflect import Word, forms, named
from zakuro.languages.load import Pack
from zakuro.model.errors import ZakuroError
from zakuro.model.vocabulary import acts, objects, territories, topics
from zakuro.read.lexis.folding import Folded, fold

_APOSTROPHE = re.compile("['’‘]")
_NOT_WORD = re.compile(r"[^\w'\0]")


class Sense(NamedTuple):
    """What a form is in one role: the code it stands for and the feature of its form."""

    value: str
    feature: str
    capital: str  # "" any, "initial" a capital first letter, "all" capitals throughout


Senses = dict[str, Sense]

# The roles that decide what a clause is, the strongest first, where a form has several.
DECIDING = (
    "call",
    "ought",
    "propose",
    "commit",
    "intend",
    "delegate",
    "consider",
    "announce",
    "position",
    "await",
    "restate",
    "principle",
    "refuse",
    "forecast",
    "doubt",
    "thank",
    "ask",
    "copula",
    "say",
    "reported",
    "act",
    "light",
)


_SEATS = frozenset({"America/New_York", "Europe/Brussels", "Europe/Paris", "Europe/Vienna"})
"""The time zones that are called by seats of conferences."""
_NAMING = frozenset({"party", "adjective", "self", "office", "head", "side"})
_NOTED = frozenset(
    {
        "event",
        "hold",
        "anniversary",
        "list",
        "results",
        "measures",
        "proposals",
        "principles",
        "step",
    }
)
NAMES, NOTES = 1, 2
"""Traits of a hit: it may name somebody; it may tell of a gathering or open a list."""


def _traits(senses: Senses) -> int:
    return NAMES * (not _NAMING.isdisjoint(senses)) + NOTES * (not _NOTED.isdisjoint(senses))


def deciding(senses: Senses) -> str:
    """The role in which a form decides what its clause is, or ""."""
    return next((role for role in DECIDING if role in senses), "")


class Hit(NamedTuple):
    """A form found in the folded text: its senses by role, the role in which it decides, traits."""

    start: int
    end: int
    senses: Senses
    role: str
    traits: int


class _Kind(NamedTuple):
    """What the hits of one form have in common, and whether its capitals must be looked at."""

    sense: tuple[Senses, str, int]
    capitals: bool


class _Kinds(dict[int, _Kind]):
    """The kind of each form by its number, worked out when the form is first met."""

    def __init__(self, senses: list[Senses]) -> None:
        super().__init__()
        self._senses = senses

    def __missing__(self, index: int) -> _Kind:
        senses = self._senses[index]
        capitals = any(sense.capital for sense in senses.values())
        kind = self[index] = _Kind((senses, deciding(senses), _traits(senses)), capitals)
        return kind


class Lexicon:
    """Forms with their senses, compiled to be found in one pass, leftmost and longest."""

    def __init__(
        self, spaced: bool, table: dict[str, Senses], contracted: Iterable[str] = ()
    ) -> None:
        self._spaced = spaced
        ends = "|".join(contracted)
        self._contracted = re.compile(rf"(?<=[^\W\d_])'(?=(?:{ends})(?!\w))") if ends else None
        self._kinds = _Kinds(list(table.values()))
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
        kinds = self._kinds
        if not self._spaced:
            found = self._automaton.find_matches_as_indexes(text)
            # Made directly as tuples: hits are many, and this takes half the time.
            new = tuple.__new__
            return [new(Hit, (s + start, e + start, *kinds[i].sense)) for i, s, e in found]
        if self._contracted is not None:
            text = self._contracted.sub(" ", text)  # we'll is two words
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
                first, behind = begin + start, start - negative - 2
                kind = kinds[index]
                if kind.capitals:
                    allowed = _capitalised(kind.sense[0], folded.exact(first, behind))
                    if not allowed:
                        continue
                    hits.append(Hit(first, behind, allowed, deciding(allowed), _traits(allowed)))
                else:
                    hits.append(Hit(first, behind, *kind.sense))
                last = -negative - 1
        return hits


def _capitalised(senses: Senses, exact: str) -> Senses:
    """The senses that the capital letters of the original allow, before an apostrophe.

    A word all in capitals that is somebody's name so written is that name alone: WHO, no "who".
    """
    name = _APOSTROPHE.split(exact, maxsplit=1)[0]
    if name.isupper() and any(sense.capital == "all" for sense in senses.values()):
        return {role: sense for role, sense in senses.items() if sense.capital}
    return {
        role: sense
        for role, sense in senses.items()
        if not sense.capital
        or (name[:1].isupper() if sense.capital == "initial" else name.isupper())
    }


class _Table:
    """Forms gathered with their senses; folded all at once, since there are many."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._forms: list[str] = []
        self._senses: list[tuple[str, Sense]] = []

    def add(self, role: str, value: str, words: Iterable[Word]) -> None:
        """Adds every form of some words."""
        for word in words:
            for form, feature in forms(self._pack, word):
                self._forms.append(form)
                self._senses.append((role, Sense(value, feature, "")))

    def add_names(self, role: str, value: str, names: Iterable[Word]) -> None:
        """Adds names: they take the endings of the pack's paradigm of names, and capitals."""
        capitals = self._pack.section("syntax").get("capitals", False)
        for name in names:
            for form, feature in forms(self._pack, named(self._pack, name)):
                capital = ""
                if capitals and form[:1] != form[:1].lower():
                    letters = form.split("'")[0]
                    capital = "all" if letters.isupper() and len(letters) <= 5 else "initial"
                self._forms.append(form)
                self._senses.append((role, Sense(value, feature, capital)))

    def compiled(self) -> Lexicon:
        """The automaton of all forms.

        Of two senses in one role the first stands; a form that serves several cases keeps them all.
        A verb whose base is its participle too (set up, cut) keeps that beside it.
        """
        cases = self._pack.section("roles").get("feature", {})
        table: dict[str, Senses] = {}
        folded = fold("\0".join(self._forms), self._pack.shapes)
        if self._pack.spaced:
            folded = _NOT_WORD.sub(" ", folded)
        for form, (role, sense) in zip(folded.split("\0"), self._senses, strict=True):
            key = form.strip() if self._pack.spaced else form
            if key:
                senses = table.setdefault(key, {})
                known = senses.setdefault(role, sense)
                if role == "act" and (known.feature, sense.feature) == ("base", "past"):
                    senses.setdefault("participle", sense)
                if known.feature != sense.feature and known.value == sense.value:
                    senses[role] = _serving_both(known, sense, cases)
        contracted = self._pack.section("syntax").get("contracted", ())
        return Lexicon(self._pack.spaced, table, contracted)


def _serving_both(known: Sense, other: Sense, cases: Container[str]) -> Sense:
    """The sense of a form in all the cases it serves, in the order of the paradigm."""
    served = known.feature.split("|")
    if other.feature in cases and other.feature not in served and served[0] in cases:
        return known._replace(feature=f"{known.feature}|{other.feature}")
    return known


def _territory_names(pack: Pack) -> Iterator[tuple[str, str]]:
    """ISO 3166-1 alpha-3 codes with the names that CLDR gives them in the pack's language.

    What it abbreviates is written out by the pack; a name stands without its remark in brackets
    too, where no other is called so.  Left out are names that are mostly those of others: saints'.
    """
    spellings = pack.section("parties").get("spellings", {})
    others = frozenset(pack.section("names").get("mostly_others", ()))
    for code in pack.locales:
        try:
            locale = Locale.parse(code)
        except UnknownLocaleError as error:
            raise ZakuroError(
                f"{pack.code}.toml: CLDR has no locale {code!r}; name the territories in [parties]"
            ) from error
        names = {
            alpha3: " ".join(spellings.get(word, word) for word in name.split(" "))
            for alpha3, alpha2 in territories().items()
            if (name := locale.territories.get(alpha2)) and name not in others
        }
        yield from names.items()
        short = Counter(name.partition(" (")[0] for name in names.values())
        for alpha3, name in names.items():
            bare = name.partition(" (")[0]
            if bare != name and short[bare] == 1:  # Myanmar (Burma)
                yield alpha3, bare


def _zone_cities(pack: Pack) -> Iterator[tuple[str, str]]:
    """ISO 3166-1 alpha-3 codes with the cities by which CLDR calls their time zones.

    They are most capitals and some cities besides; where CLDR has no name in a language, that of
    the zone is the English one.  A city that is called as a territory is none, nor is one whose
    name is mostly another's, nor where conferences sit: what is promised there is for others.
    """
    of_zones = get_global("zone_territories")
    codes = {alpha2: alpha3 for alpha3, alpha2 in territories().items()}
    mostly = pack.section("names").get("mostly_others", ())
    for code in pack.locales:
        locale = Locale.parse(code)
        others = {*locale.territories.values(), *mostly}
        for zone, alpha2 in of_zones.items():
            english = zone.rpartition("/")[2].replace("_", " ") if code == "en" else ""
            name = locale.time_zones.get(zone, {}).get("city", english)
            if zone in _SEATS or alpha2 not in codes or alpha2 == "AQ":
                continue
            if name and name not in others:
                yield codes[alpha2], name


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
    table = _Table(pack)
    for role, words in pack.section("marks").items():
        table.add(role, role, words)
    for code, words in _checked(pack, "acts", acts()):
        table.add("act", code, words)
    for code, names in pack.section("parties").items():
        if isinstance(names, list):
            table.add_names("party", code, names)
    for code, name in _territory_names(pack):
        table.add_names("party", code, [name])
    for code, names in pack.section("cities").items():
        table.add_names("city", code, names)
    for code, name in _zone_cities(pack):
        table.add_names("city", code, [name])
    for code, names in pack.section("adjectives").items():
        table.add_names("adjective", code, names)
    return table.compiled()


@cache
def matter(pack: Pack) -> Lexicon:
    """Objects and topics: what a statement is about."""
    table = _Table(pack)
    for code, words in _checked(pack, "objects", objects()):
        table.add("object", code, words)
    for code, words in _checked(pack, "topics", topics()):
        table.add("topic", code, words)
    return table.compiled()
