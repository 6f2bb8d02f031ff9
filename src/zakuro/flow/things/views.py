"""What is shown of things: plain records, the same for the command line, pages and files."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from zakuro.flow.looking.lists import Listed
from zakuro.model.entry import Entry
from zakuro.model.things import Place
from zakuro.things.told import Claimed, Figure


class Line(NamedTuple):
    """A thing in a list: its names by language, and how far it has come, if anybody told.

    ``pledges`` and ``statements`` count what is tied to it.
    """

    name: str
    sort: str
    names: dict[str, str]
    parties: tuple[str, ...]
    parent: str
    state: str
    since: date | None
    pledges: int
    statements: int


class StateView(NamedTuple):
    """How far a thing has come, since when, by whose word, and what shows it."""

    state: str
    since: date
    party: str
    basis: str
    filed_by: str
    words: str
    language: str
    place: str
    publisher: str
    text: str
    evidence: tuple[str, ...]
    entry: str


class Spoken(NamedTuple):
    """A statement about a thing, with who says it."""

    name: str
    kind: str
    said_by: str
    speakers: tuple[str, ...]
    on: date | None
    words: str
    language: str
    item: int | None


class ItemView(NamedTuple):
    """What a thing is made of, with what was pledged and said under it."""

    name: str
    sort: str
    names: dict[str, str]
    number: int | None
    on: date | None
    due: date | None
    place: str
    parties: tuple[str, ...]
    words: str
    source: str
    pledges: tuple[Listed, ...]
    statements: tuple[Spoken, ...]
    invoked: int
    entry: str


class Invoked(NamedTuple):
    """A party's own appeal to a principle, for or against an act, in its words."""

    item: str
    party: str
    basis: str
    stance: str
    act: str
    words: str
    language: str
    place: str
    on: date | None
    entry: str


class Against(NamedTuple):
    """What tells otherwise: a dispute, evidence against, or a state told of several days."""

    way: str
    of: str
    by: str
    words: str
    language: str
    text: str
    place: str
    entry: str


class ThingView(NamedTuple):
    """Everything of a thing as of a day.

    ``series`` are its results with figures, ``statements`` what else was said of it; ``register``
    what is claimed against what is named, of a register alone; ``next_due`` the next meeting of a
    series, by its name; ``closed`` the entry that closed it as opened by mistake.
    """

    name: str
    on: date
    sort: str
    names: dict[str, str]
    former_names: tuple[tuple[str, str], ...]
    parties: tuple[str, ...]
    parent: tuple[str, dict[str, str]] | None
    children: tuple[Line, ...]
    unit: str | None
    start: date | None
    end: date | None
    place: Place | None
    state: StateView | None
    states: tuple[StateView, ...]
    pledges: tuple[Listed, ...]
    series: tuple[Figure, ...]
    statements: tuple[Spoken, ...]
    items: tuple[ItemView, ...]
    register: Claimed | None
    next_due: str | None
    invoked: tuple[Invoked, ...]
    against: tuple[Against, ...]
    entries: tuple[Entry, ...]
    reversals: dict[int, int]
    closed: int | None


def called(names: dict[str, str], language: str) -> tuple[str, str]:
    """Give the name of a thing in a language, else in English, else the first; and its language."""
    for code in (language, "en", *names):
        if code in names:
            return names[code], code
    return "", language
