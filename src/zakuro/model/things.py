"""What outlives a statement, and what became of a proposal: bodies of entries on T-1 and D-1:s3."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

from zakuro.model.source import Source
from zakuro.model.statement import Phase, Record

Sort = Literal[
    "mechanism",
    "summit series",
    "charter",
    "centre",
    "platform",
    "project",
    "corridor",
    "programme",
    "regime",
    "register",
    "indicator",
]
ItemSort = Literal["value", "guideline", "field", "meeting", "member"]
Condition = Literal[Phase, "planned", "suspended", "ended"]
"""How far a thing has come: the phases of a result, and before and after them."""
Stance = Literal["for", "against"]
Way = Literal["tabled", "pledged", "reported", "answered"]

HOLDS: dict[Sort, tuple[ItemSort, ...]] = {
    "charter": ("value", "guideline"),
    "programme": ("field",),
    "summit series": ("meeting",),
    "register": ("member",),
}
"""What a thing of a sort is made of; the others hold no items."""


class Thing(Record, frozen=True, kw_only=True):
    """A thing opened: its identity is its subject (``T-1``) and never follows its names.

    ``names`` are by language; ``unit`` is what a register or an indicator counts in; a programme
    runs from ``start_date`` up to, and not on, ``end_date``.
    """

    sort: Sort
    names: dict[str, str]
    parties: tuple[str, ...] = ()
    parent: str | None = None
    unit: str | None = None
    start_date: date | None = None
    end_date: date | None = None


class Naming(Record, frozen=True, kw_only=True):
    """The name of a thing in a language, in place of the one it had; that one is kept."""

    language: str
    name: str
    source: Source | None = None


class Parent(Record, frozen=True, kw_only=True):
    """What a thing belongs to; None takes it out."""

    parent: str | None = None


class Parties(Record, frozen=True, kw_only=True):
    """Whose a thing is, in place of what was said before."""

    parties: tuple[str, ...]


class Point(Record, frozen=True, kw_only=True):
    """A point of a place or route: its name, and where it lies (degrees north and east)."""

    name: str
    north: Decimal | None = None
    east: Decimal | None = None


class Place(Record, frozen=True, kw_only=True):
    """Where a thing is: its points, which are a ``route`` when it leads from one to the next."""

    points: tuple[Point, ...]
    route: bool = False


class State(Record, frozen=True, kw_only=True):
    """Somebody's word on how far a thing has come, and since when; what shows it."""

    state: Condition
    since: date
    text: str = ""
    evidence: tuple[str, ...] = ()
    source: Source | None = None


class Item(Record, frozen=True, kw_only=True):
    """What a thing is made of: a principle, a field, a meeting, or what a register names.

    ``on`` is the day of a meeting that was held, ``due`` the last day by which one is due.
    """

    sort: ItemSort
    names: dict[str, str]
    number: int | None = None
    on: date | None = None
    due: date | None = None
    place: Point | None = None
    parties: tuple[str, ...] = ()
    source: Source | None = None


class Tie(Record, frozen=True, kw_only=True):
    """A pledge (``P-3``) or statement (``D-1:s3``) is about a thing, perhaps about its ``item``.

    ``value`` is what the statement claims of it, where its own figures do not say that alone.
    """

    to: str
    item: int | None = None
    value: Decimal | None = None
    unit: str | None = None


class Invocation(Record, frozen=True, kw_only=True):
    """A party's own word that it appeals to a principle, for or against an act."""

    item: int
    stance: Stance
    act: str
    source: Source


class Uptake(Record, frozen=True, kw_only=True):
    """What became of a proposal or call: ``by`` a text, pledge or report, or in words.

    *answered* is the word of the party whose entry it is.
    """

    way: Way
    by: str | None = None
    source: Source | None = None


THINGS: dict[str, type[Record]] = {
    "thing": Thing,
    "thing-name": Naming,
    "thing-parent": Parent,
    "thing-parties": Parties,
    "thing-place": Place,
    "thing-state": State,
    "thing-item": Item,
    "thing-tie": Tie,
    "thing-invocation": Invocation,
    "uptake": Uptake,
}
"""The kinds of entry on things, and on what became of proposals."""
