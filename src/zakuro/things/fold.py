"""Entries in, thing out: the one door to the room, for entries kept and for acts proposed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from zakuro.model.acts import Reversal, act_of, body_as
from zakuro.model.entry import Entry
from zakuro.model.errors import RefusedError
from zakuro.model.things import (
    HOLDS,
    Invocation,
    Item,
    Naming,
    Parent,
    Parties,
    Place,
    Point,
    State,
    Thing,
    Tie,
)
from zakuro.things.thing import KeptThing


def begin(entry: Entry) -> KeptThing:
    """Give the thing that an entry of the kind "thing" opens; RefusedError says why not."""
    if entry.kind != "thing":
        raise RefusedError(f"{entry.subject} has not been opened.")
    thing = body_as(entry, Thing)
    _named(thing.names)
    if thing.parent == entry.subject:
        raise RefusedError(f"{entry.subject} cannot belong to itself.")
    start, end = thing.start_date, thing.end_date
    if start is not None and end is not None and start >= end:
        raise RefusedError(f"It cannot end ({end}) before it starts ({start}).")
    return KeptThing(
        subject=entry.subject,
        opening=entry,
        thing=thing,
        last=entry,
        names=dict(thing.names),
        parent=thing.parent,
        parties=thing.parties,
        entries={entry.number: entry},
    )


def _named(names: dict[str, str]) -> None:
    if not names or not all(name.strip() for name in names.values()):
        raise RefusedError("It needs a name: give one with its language, such as en=… .")


def _name(thing: KeptThing, entry: Entry, act: Naming) -> None:
    _named({act.language: act.name})
    if thing.names.get(act.language) == act.name:
        raise RefusedError(f"{thing.subject} has that name in {act.language} already.")
    thing.namings[entry.number] = act
    thing.names[act.language] = act.name


def _parent(thing: KeptThing, _: Entry, act: Parent) -> None:
    if act.parent == thing.subject:
        raise RefusedError(f"{thing.subject} cannot belong to itself.")
    thing.parent = act.parent


def _parties(thing: KeptThing, _: Entry, act: Parties) -> None:
    thing.parties = act.parties


def _on_earth(point: Point) -> None:
    if not point.name.strip():
        raise RefusedError("A point needs a name.")
    if (point.north is None) != (point.east is None):
        raise RefusedError(f"{point.name} needs both degrees, north and east, or neither.")
    for degrees, most in ((point.north, 90), (point.east, 180)):
        if degrees is not None and not (degrees.is_finite() and abs(degrees) <= most):
            raise RefusedError(
                f"{point.name} lies nowhere on earth: degrees north go from -90 to 90, east from "
                "-180 to 180."
            )


def _place(thing: KeptThing, entry: Entry, act: Place) -> None:
    if not act.points:
        raise RefusedError("A place needs a point.")
    if act.route and len(act.points) == 1:
        raise RefusedError("A route leads from one point to another: give two at least.")
    for point in act.points:
        _on_earth(point)
    thing.places[entry.number] = act


def _state(thing: KeptThing, entry: Entry, act: State) -> None:
    if act.source is None and not act.evidence and entry.author.party is None:
        raise RefusedError(
            "How far a thing has come rests on something: give --from D-…:s…, --evidence, or the "
            "party whose word it is (--by)."
        )
    thing.states[entry.number] = act


def _item(thing: KeptThing, entry: Entry, act: Item) -> None:
    sorts = HOLDS.get(thing.thing.sort, ())
    if act.sort not in sorts:
        may = f"holds {' and '.join(f'{sort}s' for sort in sorts)}" if sorts else "holds no items"
        raise RefusedError(f"{thing.subject} is a {thing.thing.sort}, which {may}.")
    _named(act.names)
    if act.place is not None:
        _on_earth(act.place)
    if act.number is not None and act.number < 1:
        raise RefusedError("Items are numbered from 1.")
    for each in thing.held():
        if each.item.sort == act.sort and act.number is not None and each.item.number == act.number:
            raise RefusedError(
                f"{thing.subject} has a {act.sort} number {act.number} already: {each.name}. Take "
                f"it back first (`zakuro reverse E-{each.entry.number}`)."
            )
        if each.item.sort == act.sort and set(each.item.names.items()) & set(act.names.items()):
            raise RefusedError(f"{thing.subject} names that already: {each.name}.")
    thing.items[entry.number] = act


def _tie(thing: KeptThing, entry: Entry, act: Tie) -> None:
    if not act.to.startswith(("P-", "D-")):
        raise RefusedError(
            f"{act.to!r} cannot be tied to a thing: give a pledge (P-3) or a statement (D-1:s3)."
        )
    if act.item is not None:
        thing.item(act.item)
    if act.value is not None and not act.value.is_finite():
        raise RefusedError(f"{act.value} is no figure.")
    for number, tie in thing.tied():
        if (tie.to, tie.item) == (act.to, act.item):
            raise RefusedError(f"{act.to} is tied to {thing.subject} already, by E-{number}.")
    thing.ties[entry.number] = act


def _invocation(thing: KeptThing, entry: Entry, act: Invocation) -> None:
    if entry.author.party is None:
        raise RefusedError("A principle is invoked by a party itself: give --by.")
    if thing.item(act.item).item.sort not in HOLDS["charter"]:
        raise RefusedError(f"{thing.subject}:i{act.item} is no principle.")
    if not act.act.strip():
        raise RefusedError("Say for or against which act it is invoked.")
    thing.invocations[entry.number] = act


def _reversal(thing: KeptThing, entry: Entry, act: Reversal) -> None:
    taken = thing.entries.get(act.entry)
    if taken is None:
        raise RefusedError(
            f"E-{act.entry} is no entry of {thing.subject}: `zakuro thing show {thing.subject}` "
            "lists them."
        )
    if act.entry in thing.reversals:
        raise RefusedError(
            f"E-{act.entry} was taken back already, by E-{thing.reversals[act.entry]}."
        )
    if not act.reason.strip():
        raise RefusedError("A reversal needs its reason: give --reason.")
    if taken.kind not in _TAKEN_BACK:
        raise RefusedError(
            f"A {taken.kind} (E-{act.entry}) is not taken back; enter what is right."
        )
    if entry.author.party != taken.author.party:
        raise RefusedError(
            f"E-{act.entry} is the word of {taken.author.party or taken.author.filed_by}: only "
            "its author takes it back."
        )
    if taken.kind == "thing":
        standing = [number for number in thing.ties if number not in thing.reversals]
        if standing:
            raise RefusedError(
                f"To {thing.subject} something is tied (E-{standing[0]}): it cannot be closed as "
                "opened by mistake. What has come to its end is in the state 'ended'."
            )
        thing.closed = entry.number
    if taken.kind == "thing-item":
        place = list(thing.items).index(act.entry) + 1
        used = [n for n, tie in thing.tied() if tie.item == place]
        used += [e.number for e, invocation in thing.invoked() if invocation.item == place]
        if used:
            raise RefusedError(f"E-{used[0]} rests on {thing.subject}:i{place}: take that back.")
    if taken.kind == "thing-place":
        del thing.places[act.entry]
    thing.reversals[act.entry] = entry.number


_TAKEN_BACK = (
    "thing", "thing-place", "thing-state", "thing-item", "thing-tie", "thing-invocation",
)  # fmt: skip
"""What is taken back; a name, parent or parties are replaced by what is right."""

_ACTS: dict[str, Callable[[KeptThing, Entry, Any], None]] = {
    "thing-name": _name,
    "thing-parent": _parent,
    "thing-parties": _parties,
    "thing-place": _place,
    "thing-state": _state,
    "thing-item": _item,
    "thing-tie": _tie,
    "thing-invocation": _invocation,
    "reversal": _reversal,
}


def apply(thing: KeptThing, entry: Entry) -> None:
    """Enter one more entry; raise RefusedError, leaving the thing unchanged, if it cannot be."""
    act = _ACTS.get(entry.kind)
    if act is None:
        raise RefusedError(f"A {entry.kind} is no act on a thing.")
    if thing.closed is not None:
        raise RefusedError(
            f"{thing.subject} was closed as opened by mistake (E-{thing.closed}): nothing is "
            "entered in it any more."
        )
    act(thing, entry, act_of(entry))
    thing.entries[entry.number] = entry
    thing.last = entry


def fold(entries: Iterable[Entry]) -> KeptThing | None:
    """Give a thing from all its entries in order; None when there are none."""
    thing: KeptThing | None = None
    for entry in entries:
        if thing is None:
            thing = begin(entry)
        else:
            apply(thing, entry)
    return thing
