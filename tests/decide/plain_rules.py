"""The rules of deciding a second time, as a plain explicit-state model.

Written from the rules (docs/decisions/0021-deciding.md) and from nothing else, before the code: it
shares no code and no names with ``zakuro.decide``.  A text is a tuple of small integers; members
are 0 … n-1, sets of members are bit masks, time is counted in steps of which the shortest silence
has ``PERIOD``.
One language stands for "every working language".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

PERIOD = 2
"""Steps of the shortest silence that the charter allows."""

WINDOW = 1
"""Steps within which a meeting's decision can be challenged."""

NOTHING, ORIGINAL = -1, 0


class World(NamedTuple):
    """Who is who, which options are on, and how far a text may go on (to keep it finite).

    ``proposers`` is the last member that proposes other words in a search.
    """

    members: int
    sponsor: int = 0
    chair: int = 0
    abstention: tuple[int, int] | None = None
    staying_out: tuple[int, int] | None = None
    concerned: int | None = None
    quorum: tuple[int, int] | None = None
    versions: int = 3
    proposers: int = 9


class Text(NamedTuple):
    """One text; ``phase`` is the state in words."""

    phase: str = "draft"
    version: int = 1
    received: int = 0
    put: int = 0
    holds: tuple[int, ...] = ()
    left: int = 0
    objected: int = 0
    abstained: int = 0
    out: int = 0
    present: int = 0
    acceded: int = 0


class Move(NamedTuple):
    """Something that somebody does; ``step`` is the passing of time, by nobody."""

    act: str
    by: int = -1
    what: int = 0


ON_THE_TABLE = ("bracketed", "clean")


def start(world: World) -> Text:
    """A text just begun."""
    return Text(holds=(NOTHING,) * world.members)


def alphabet(world: World) -> Iterator[Move]:
    """Everything that anybody might try, allowed or not."""
    everyone = (1 << world.members) - 1
    yield Move("step")
    for m in range(world.members):
        for act in ("consult", "table", "revise", "withdraw", "drop", "receive"):
            yield Move(act, m)
        if m <= world.proposers:
            yield Move("propose", m)
        for act in ("object", "challenge"):
            yield Move(act, m)
        if world.abstention:
            yield Move("abstain", m)
        if world.staying_out:
            yield Move("stay out", m)
            yield Move("accede", m)
        for alternative in range(world.members + 1):
            yield Move("accept", m, alternative)
        for length in (PERIOD - 1, PERIOD):
            yield Move("silence", m, length)
    if world.quorum:
        for present in range(1, everyone + 1):
            yield Move("meeting", world.chair, present)
    else:
        yield Move("meeting", world.chair, everyone)
        yield Move("meeting", world.chair, everyone & ~1)
    yield Move("meeting", (world.chair + 1) % world.members, everyone)


def held(text: Text) -> set[int]:
    """The alternatives that somebody holds."""
    return {h for h in text.holds if h != NOTHING}


def count(mask: int) -> int:
    """How many members a set has."""
    return mask.bit_count()


def new_version(world: World, text: Text, phase: str) -> Text | None:
    """The next version: nothing said of the last one counts for it."""
    if text.version == world.versions:
        return None
    return Text(phase=phase, version=text.version + 1, holds=(NOTHING,) * world.members)


def too_many(world: World, text: Text) -> bool:
    """Whether so many abstain or stay out that there is no decision."""
    for limit, who in ((world.abstention, text.abstained), (world.staying_out, text.out)):
        if limit and count(who) * limit[1] >= limit[0] * world.members:
            return True
    return False


def after(world: World, text: Text, move: Move) -> Text | None:  # noqa: C901, PLR0912, PLR0915
    """The text after a move; None where the rules refuse it."""
    bit = 1 << move.by if move.by >= 0 else 0
    everyone = (1 << world.members) - 1
    phase = text.phase
    final = phase in ("adopted", "withdrawn")
    match move.act:
        case "step":
            if phase == "broken" and text.left:
                return text._replace(left=text.left - 1)
            if phase == "adopted" and text.left:
                return text._replace(left=text.left - 1)
            if phase == "silence":
                if text.left > 1:
                    return text._replace(left=text.left - 1)
                if too_many(world, text):
                    return text._replace(phase="broken", left=0)
                return text._replace(phase="adopted", left=0)
            return text
        case "consult":
            if final or move.by not in (world.sponsor, world.chair):
                return None
            return text._replace(phase="consulted") if phase == "draft" else text
        case "table":
            if move.by != world.sponsor:
                return None
            if phase in ("draft", "consulted"):
                return text._replace(phase="clean")
            if phase in ("broken", "challenged"):
                return new_version(world, text, "clean")
            return None
        case "revise":
            if final or move.by not in (world.sponsor, world.chair):
                return None
            return new_version(world, text, phase if phase in ("draft", "consulted") else "clean")
        case "withdraw":
            if final or move.by != world.sponsor:
                return None
            return text._replace(phase="withdrawn", left=0)
        case "propose":
            if phase == "silence":  # other words for a text in silence are an objection
                return after(world, text, Move("object", move.by))
            if phase not in ON_THE_TABLE:
                return None
            if phase == "clean":
                if move.by == world.sponsor:
                    return None
                holds = [NOTHING] * world.members
                holds[world.sponsor] = ORIGINAL
            else:
                if text.put & bit:
                    return None  # its words stand in the bracket; it may accept them again
                holds = list(text.holds)
            holds[move.by] = move.by + 1
            return settled(world, text._replace(put=text.put | bit), tuple(holds))
        case "accept":
            if phase != "bracketed" or text.holds[move.by] == move.what:
                return None
            if move.what != ORIGINAL and not text.put & 1 << move.what - 1:
                return None
            holds = list(text.holds)
            holds[move.by] = move.what
            return settled(world, text, tuple(holds))
        case "drop":
            if phase != "bracketed" or text.holds[move.by] == NOTHING:
                return None
            holds = list(text.holds)
            holds[move.by] = NOTHING
            return settled(world, text, tuple(holds))
        case "receive":
            if phase not in ON_THE_TABLE or text.received & bit:
                return None
            return text._replace(received=text.received | bit)
        case "silence":
            if move.by != world.chair or phase != "clean" or text.received != everyone:
                return None
            if move.what < PERIOD:
                return None
            return text._replace(phase="silence", left=move.what)
        case "object":
            if text.objected & bit:
                return None
            if phase == "silence":
                spared = world.concerned == move.by
                return text._replace(
                    phase="silence" if spared else "broken", objected=text.objected | bit
                )
            if phase == "broken" and text.left:
                return text._replace(objected=text.objected | bit)
            return None
        case "abstain":
            if phase not in (*ON_THE_TABLE, "silence") or (text.abstained | text.out) & bit:
                return None
            return text._replace(abstained=text.abstained | bit)
        case "stay out":
            if phase not in (*ON_THE_TABLE, "silence") or (text.abstained | text.out) & bit:
                return None
            return text._replace(out=text.out | bit)
        case "accede":
            if phase != "adopted" or not text.out & bit or text.acceded & bit:
                return None
            return text._replace(acceded=text.acceded | bit)
        case "meeting":
            if move.by != world.chair or phase != "clean" or text.received != everyone:
                return None
            share = world.quorum or (1, 1)
            if count(move.what) * share[1] < share[0] * world.members or too_many(world, text):
                return text  # recorded; nothing is decided
            absent = everyone & ~move.what
            return text._replace(phase="adopted", present=move.what, left=WINDOW if absent else 0)
        case "challenge":
            if phase != "adopted" or not text.left or text.present & bit:
                return None
            return text._replace(phase="challenged", left=0, objected=text.objected | bit)
    raise AssertionError(move)


def settled(world: World, text: Text, holds: tuple[int, ...]) -> Text | None:
    """What becomes of a bracket after somebody moved in it."""
    moved = text._replace(phase="bracketed", holds=holds)
    found = held(moved)
    if len(found) > 1:
        return moved
    if found <= {ORIGINAL}:
        return moved._replace(phase="clean", put=0, holds=(NOTHING,) * world.members)
    return new_version(world, text, "clean")


def what_cannot_be(world: World, text: Text) -> str | None:
    """Which promise of the rules a state breaks; None for none."""
    everyone = (1 << world.members) - 1
    spared = 0 if world.concerned is None else 1 << world.concerned
    if text.phase == "adopted" and text.objected & ~spared:
        return "adopted although a member objected"
    if text.phase in ("adopted", "silence") and text.received != everyone:
        return "decided without every receipt"
    if text.phase == "adopted" and too_many(world, text):
        return "adopted although too many abstain or stay out"
    return None
