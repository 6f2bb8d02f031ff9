"""An entity: somebody named in a text."""

from __future__ import annotations

from typing import NamedTuple

from zakuro.read.parties.roles import NO_CASES


class Entity:
    """Somebody named in the text: ``codes`` of the parties, and the ``role`` the words give them.

    ``kind`` is party, person (an office or a known name), self (we, the two sides), adjective,
    place (a city, for its state).
    ``role`` is subject, receiver, source, goal, agent, object, genitive, place, none or "" where
    words say nothing; ``first`` tells that it says "we", ``ours`` that it says "our country";
    ``cases`` are the roles that its ending allows, where the language has endings; ``closed`` that
    "and" has come before its last name,
    ``companion`` that something is done with it, ``compound`` that its name only opens a word;
    ``name`` is that of a person, or of a bank or an organisation that has no code.
    """

    __slots__ = (
        "cases",
        "closed",
        "codes",
        "companion",
        "compound",
        "end",
        "first",
        "kind",
        "name",
        "names",
        "ours",
        "people",
        "role",
        "start",
    )

    def __init__(self, start: int, end: int, codes: tuple[str, ...], kind: str) -> None:
        self.start = start
        self.end = end
        self.codes = codes
        self.kind = kind
        self.role = ""
        self.first = False
        self.ours = False
        self.closed = False
        self.companion = False
        self.compound = False
        self.name = ""
        self.names: list[Named] = []
        self.people: list[str] = []
        self.cases = NO_CASES


class Named(NamedTuple):
    """The name of one party inside an entity."""

    start: int
    end: int
    code: str
