"""The vocabulary of statements: acts, objects, units, topics, groups and territories, read once.

Two codes are *kin* when they can speak of the same: one is the other's parent, or its parent's.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec

from zakuro.model.errors import ZakuroError

_PERSON = "person"


class _Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    pass


class Acts(_Record, frozen=True):
    """Acts: ``deliverable`` ones, of which one can say whether they were done; ``generic`` ones.

    Of these, by ``receiving`` ones somebody gets, by ``arriving`` ones the subject is got, by
    ``founding`` ones a thing comes into use; ``growing`` ones tell how much there is, ``domestic``
    ones are for oneself, ``benefiting`` ones for whose it is, ``meeting`` ones are events.
    """

    deliverable: tuple[str, ...]
    generic: tuple[str, ...]
    receiving: tuple[str, ...]
    arriving: tuple[str, ...]
    growing: tuple[str, ...]
    founding: tuple[str, ...]
    benefiting: tuple[str, ...]
    meeting: tuple[str, ...]
    domestic: tuple[str, ...]


class Object(_Record, frozen=True):
    """What an act acts on: ``of`` is its parent, ``unit`` the count of it, absent for amounts."""

    of: str | None = None
    unit: str | None = None


class Count(_Record, frozen=True):
    """A unit of counts: its parent ``of``, whom each is ``taken_by``, and its labels by language.

    ``general`` ones (items, pairs) count anything but persons.  ``en`` is absent where the code,
    with spaces, is the English word.
    """

    of: str | None = None
    taken_by: str | None = None
    general: bool = False
    en: str | None = None
    ja: str | None = None
    zh: str | None = None
    ru: str | None = None
    kk: str | None = None
    ky: str | None = None
    tg: str | None = None
    tk: str | None = None
    uz: str | None = None


class General(_Record, frozen=True):
    """What says nothing of a field: the topics of a statement that names no other."""

    topics: tuple[str, ...]


class Listed(_Record, frozen=True):
    """The units of counts that a text announces and then lists: five proposals."""

    units: tuple[str, ...]


class Unions(_Record, frozen=True):
    """The groups that act themselves, as one party."""

    codes: tuple[str, ...]


class Standing(_Record, frozen=True, kw_only=True):
    """One standing: its label and meaning for people, how it is drawn, and its score (None: blank).

    ``colour`` fills a seed, ``text`` writes the label on paper, ``mark`` tells it without colour.
    """

    label: str
    says: str
    colour: str
    mark: str
    text: str = ""
    score: Literal[-1, 0, 1] | None = None


class Word(_Record, frozen=True, kw_only=True):
    """Whose word a standing rests on, or what stands beside it; ``pattern`` is how it is drawn."""

    label: str
    says: str
    pattern: str = ""


class Vocabulary(_Record, frozen=True):
    """The file as it stands."""

    acts: Acts
    classes: dict[str, tuple[str, ...]]
    objects: dict[str, Object]
    counts: dict[str, Count]
    topics: dict[str, str]
    general: General
    listed: Listed
    unions: Unions
    groups: dict[str, tuple[str, ...]]
    themes: dict[str, tuple[str, ...]]
    labels: dict[str, dict[str, str]]
    standings: dict[str, Standing]
    words: dict[str, Word]
    beside: dict[str, Word]


def _text(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


@cache
def vocabulary() -> Vocabulary:
    """Everything in vocabulary.toml."""
    return msgspec.convert(tomllib.loads(_text("vocabulary.toml")), Vocabulary)


@cache
def deliverable_acts() -> frozenset[str]:
    """Acts of which one can say afterwards whether they were done."""
    return frozenset(vocabulary().acts.deliverable)


@cache
def acts() -> frozenset[str]:
    """All codes of acts."""
    return deliverable_acts() | frozenset(vocabulary().acts.generic)


@cache
def receiving_acts() -> frozenset[str]:
    """Acts that tell what somebody gets: to receive, to arrive."""
    return frozenset(vocabulary().acts.receiving)


@cache
def arriving_acts() -> frozenset[str]:
    """Acts of receiving whose subject is what is got: to arrive."""
    return frozenset(vocabulary().acts.arriving)


@cache
def founding_acts() -> frozenset[str]:
    """Acts by which a thing comes into being or into use: to open."""
    return frozenset(vocabulary().acts.founding)


@cache
def giving_acts() -> frozenset[str]:
    """Acts by which one gives something to another: to provide."""
    return frozenset(vocabulary().classes["give"]) - receiving_acts()


@cache
def helping_acts() -> frozenset[str]:
    """Acts by which what another has gets better: to modernise."""
    return frozenset(vocabulary().classes["help"])


@cache
def growing_acts() -> frozenset[str]:
    """Acts that tell how much there is of something, and that nobody gives: to increase."""
    return frozenset(vocabulary().acts.growing)


@cache
def benefiting_acts() -> frozenset[str]:
    """Acts that do good to whose the thing is, beside giving and helping: to cancel a debt."""
    return frozenset(vocabulary().acts.benefiting)


@cache
def meeting_acts() -> frozenset[str]:
    """Acts of meeting and of saying, events where they are told without a figure: to host."""
    return frozenset(vocabulary().acts.meeting)


def kin_acts(one: str, other: str) -> bool:
    """Whether two acts are the same or of one class: to increase courses and to hold more."""
    return one == other or any(
        one in members and other in members for members in vocabulary().classes.values()
    )


@cache
def objects() -> frozenset[str]:
    """All codes of objects."""
    return frozenset(vocabulary().objects)


def object_unit(thing: str) -> str | None:
    """The unit in which an object is counted: ``{place}`` for training places; None for amounts."""
    known = vocabulary().objects.get(thing)
    return f"{{{known.unit}}}" if known is not None and known.unit is not None else None


def kin_objects(one: str, other: str) -> bool:
    """Whether two objects can be one: a grant, and the assistance that another calls it."""
    known = vocabulary().objects
    parents = _chain(one, _object_parent), _chain(other, _object_parent)
    return one == other or (
        one in known and other in known and (one in parents[1] or other in parents[0])
    )


def _object_parent(code: str) -> str | None:
    known = vocabulary().objects.get(code)
    return known.of if known is not None else None


@cache
def counts() -> frozenset[str]:
    """All codes of units of counts, without their braces."""
    return frozenset(vocabulary().counts)


def count_label(code: str, language: str = "en") -> str:
    """What people call a unit of counts; the English label, or the code, where there is no other.

    A code that the vocabulary lacks is a word that a text counts by.
    """
    known = vocabulary().counts.get(code)
    label = getattr(known, language, None) if language in Count.__struct_fields__ else None
    return label or (known.en if known else None) or code.replace("_", " ")


def kin_units(one: str, other: str) -> bool:
    """Whether amounts in two units can be of the same: 300 {nurse} and 300 {person}.

    Units of measure and currencies are kin to themselves only.
    """
    if one == other:
        return True
    (mine, rate), (others, other_rate) = _code_of(one), _code_of(other)
    if not mine or not others or rate != other_rate:
        return False
    lines = _line(mine), _line(others)
    takers = _taker(lines[0][-1]), _taker(lines[1][-1])
    return (
        others in lines[0]
        or mine in lines[1]
        or (takers[0] is not None and takers[0] in (*lines[1], takers[1]))
        or (takers[1] is not None and takers[1] in lines[0])
        or (_is_general(mine) and _PERSON not in lines[1])
        or (_is_general(others) and _PERSON not in lines[0])
    )


def is_person(unit: str) -> bool:
    """Whether a unit of counts counts persons."""
    code, _ = _code_of(unit)
    return bool(code) and _PERSON in _line(code)


def _is_general(code: str) -> bool:
    known = vocabulary().counts.get(code)
    return known is not None and known.general


def _taker(code: str) -> str | None:
    known = vocabulary().counts.get(code)
    return known.taken_by if known is not None else None


def _line(code: str) -> tuple[str, ...]:
    """A unit and its parents, outermost last."""
    return _chain(code, _count_parent)


def _code_of(unit: str) -> tuple[str, str]:
    """The code of a unit of counts and its rate (``{student}/a``); two empty ones of others."""
    if not unit.startswith("{"):
        return "", ""
    code, _, rate = unit[1:].partition("}")
    return code, rate


def _count_parent(code: str) -> str | None:
    known = vocabulary().counts.get(code)
    return known.of if known is not None else None


def _chain(code: str, parent: Callable[[str], str | None]) -> tuple[str, ...]:
    def upwards() -> Iterator[str]:
        at: str | None = code
        while at is not None:
            yield at
            at = parent(at)

    return tuple(upwards())


@cache
def topics() -> dict[str, str]:
    """Codes of topics, each with its OECD-DAC sector or purpose code."""
    return dict(vocabulary().topics)


@cache
def general_topics() -> tuple[str, ...]:
    """The topics of what names no field; two statements that share only these share none."""
    return vocabulary().general.topics


def fields_of(topics: Iterable[str]) -> set[str]:
    """Topics without the general ones."""
    return set(topics) - set(general_topics())


def shared_fields(one: Iterable[str], other: Iterable[str]) -> set[str]:
    """The topics that two share, leaving out the general ones."""
    return fields_of(one) & set(other)


@cache
def listed_units() -> frozenset[str]:
    """Units of counts, in their braces, that a text announces and then lists."""
    return frozenset(f"{{{code}}}" for code in vocabulary().listed.units)


@cache
def unions() -> frozenset[str]:
    """Groups that act themselves, and stay one party: the EU."""
    return frozenset(vocabulary().unions.codes)


@cache
def groups() -> dict[str, tuple[str, ...]]:
    """Group codes and their members (ISO 3166-1 alpha-3); empty where membership is not kept."""
    return dict(vocabulary().groups)


def label(of: str, code: str) -> str:
    """Give what people read in place of a code of one sort (``parties``, ``kinds`` …)."""
    return vocabulary().labels[of].get(code, code)


def party_label(code: str) -> str:
    """Give a party as people read it: its code, or the word for what is no state."""
    return label("parties", code)


def parties_label(codes: str) -> str:
    """Give parties written one after the other as people read them."""
    return " ".join(party_label(code) for code in codes.split())


def unit_label(unit: str, *, one: bool = False) -> str:
    """Give a unit as people read it: ``centres`` for ``{centre}``, ``hectares`` for ``har``.

    A promise without a figure is counted by its act: ``(support, no figure)``.
    """
    code, rate = _code_of(unit)
    known = label("units", unit)
    if known != unit or not code:
        return known
    if code not in counts() and (code in acts() or code == "pledge"):
        return f"({code}, no figure)" if code != "pledge" else "(no figure)"
    counted = count_label(code)
    return (counted if one else _plural(counted)) + (" a year" if rate == "/a" else rate)


def _plural(noun: str) -> str:
    """Give the plural of an English label, its last word inflected."""
    if noun in vocabulary().labels["plurals"]:
        return label("plurals", noun)
    if noun.endswith("y") and noun[-2:-1] not in set("aeiou"):
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


@cache
def territories() -> dict[str, str]:
    """ISO 3166-1 alpha-3 codes, each with its alpha-2 code."""
    return dict(tomllib.loads(_text("territories.toml")))


def home(code: str) -> str:
    """The code of a text's home as it was given: a state, or a group that speaks for itself.

    Raises ZakuroError where there is no such state or group.
    """
    if code not in territories() and code not in groups():
        raise ZakuroError(f"{code!r} is no state: give its ISO 3166-1 code of three capitals: KAZ")
    return code


@cache
def standings() -> dict[str, Standing]:
    """Every standing by its code, the worst first."""
    return {
        code: row if row.text else msgspec.structs.replace(row, text=row.colour)
        for code, row in vocabulary().standings.items()
    }


def words() -> dict[str, Word]:
    """Every word beside a standing by its code, the weakest first."""
    return vocabulary().words


def beside() -> dict[str, Word]:
    """The further marks that can stand beside a standing."""
    return vocabulary().beside


def expand(codes: Iterable[str]) -> tuple[str, ...]:
    """The members that codes stand for, each once, in order; comparisons are made on these."""
    members: dict[str, None] = {}
    for code in codes:
        members.update(dict.fromkeys(groups().get(code) or (code,)))
    return tuple(members)


@cache
def themes() -> dict[str, tuple[str, ...]]:
    """Themes in the order in which they are shown, each with its topics."""
    return vocabulary().themes


def spelled_out(codes: Iterable[str]) -> tuple[str, ...]:
    """The parties that codes name, each once: of a group its members, of a union itself."""
    parties: dict[str, None] = {}
    for code in codes:
        parties.update(dict.fromkeys((code,) if code in unions() else expand((code,))))
    return tuple(parties)
