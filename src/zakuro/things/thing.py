"""A thing as its entries make it: names, parties, place, how far it has come, what it holds."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from zakuro.model.entry import Entry
from zakuro.model.errors import RefusedError
from zakuro.model.things import Invocation, Item, Naming, Place, State, Thing, Tie


class Held(NamedTuple):
    """An item of a thing by its name (``T-1:i2``), with its entry and names as they are now."""

    name: str
    place: int
    entry: Entry
    item: Item


class Told(NamedTuple):
    """A state as somebody told it."""

    entry: Entry
    state: State


@dataclass(slots=True)
class KeptThing:
    """A thing: what was entered on it stands by the number of its entry; what was taken back goes.

    ``closed`` is the entry by which it was closed as opened by mistake.
    """

    subject: str
    opening: Entry
    thing: Thing
    last: Entry
    names: dict[str, str]
    parent: str | None
    parties: tuple[str, ...]
    entries: dict[int, Entry] = field(default_factory=dict)
    reversals: dict[int, int] = field(default_factory=dict)
    namings: dict[int, Naming] = field(default_factory=dict)
    places: dict[int, Place] = field(default_factory=dict)
    states: dict[int, State] = field(default_factory=dict)
    items: dict[int, Item] = field(default_factory=dict)
    ties: dict[int, Tie] = field(default_factory=dict)
    invocations: dict[int, Invocation] = field(default_factory=dict)
    closed: int | None = None

    @property
    def former_names(self) -> tuple[tuple[str, str], ...]:
        """Names that it had, with their languages, in the order in which they were given."""
        given = [*self.thing.names.items(), *((n.language, n.name) for n in self.namings.values())]
        return tuple(
            dict.fromkeys((code, name) for code, name in given if self.names.get(code) != name)
        )

    @property
    def place(self) -> Place | None:
        """Where it is: the last word on that."""
        return next(reversed(self.places.values()), None)

    def held(self) -> list[Held]:
        """Give the items that stand, in the order in which they were entered."""
        return [
            Held(f"{self.subject}:i{place}", place, self.entries[number], item)
            for place, (number, item) in enumerate(self.items.items(), start=1)
            if number not in self.reversals
        ]

    def item(self, place: int) -> Held:
        """Give an item by its place; RefusedError if there is none."""
        for each in self.held():
            if each.place == place:
                return each
        there = ", ".join(each.name for each in self.held()) or "none"
        raise RefusedError(f"{self.subject} has no item {place}; it has {there}.")

    def told(self) -> list[Told]:
        """Give what was told of how far it has come, in the order of the days since when."""
        found = [
            Told(self.entries[number], state)
            for number, state in self.states.items()
            if number not in self.reversals
        ]
        return sorted(found, key=lambda each: (each.state.since, each.entry.number))

    def state(self, on: date) -> Told | None:
        """Give how far it has come by a day, as told last of that day or before."""
        return next((each for each in reversed(self.told()) if each.state.since <= on), None)

    def disagreements(self) -> list[tuple[Told, ...]]:
        """Give the states that several told with different days since when."""
        by_state: dict[str, list[Told]] = {}
        for each in self.told():
            by_state.setdefault(each.state.state, []).append(each)
        return [
            tuple(found)
            for found in by_state.values()
            if len({each.state.since for each in found}) > 1
        ]

    def tied(self) -> list[tuple[int, Tie]]:
        """Give the ties that stand, by the numbers of their entries."""
        return [(n, tie) for n, tie in self.ties.items() if n not in self.reversals]

    def invoked(self) -> list[tuple[Entry, Invocation]]:
        """Give where parties appealed to a principle of it."""
        return [
            (self.entries[number], invocation)
            for number, invocation in self.invocations.items()
            if number not in self.reversals
        ]
