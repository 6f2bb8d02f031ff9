"""Clauses in the making: what the two orders of clauses have in common."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from zakuro.languages.load import Pack
from zakuro.model.statement import Kind, Strength
from zakuro.model.vocabulary import deliverable_acts
from zakuro.read.lexis.folding import Folded
from zakuro.read.lexis.lexicon import Hit
from zakuro.read.mentions.draft import Raw
from zakuro.read.parties.entities import Entity

# The kind and the strength that each deciding role gives; None keeps a clause silent.
KINDS: dict[str, tuple[Kind | None, Strength | None]] = {
    "call": ("call", None),
    "ought": ("call", None),
    "propose": ("proposal", "proposes"),
    "commit": ("pledge", "commits"),
    "intend": ("pledge", "intends"),
    "delegate": ("pledge", "intends"),
    "support": ("pledge", "intends"),
    "consider": ("pledge", "considers"),
    "announce": ("pledge", "commits"),
    "position": ("position", None),
    "await": ("position", None),
    "restate": ("position", None),
    "principle": ("principle", None),
    "refuse": (None, None),
    "forecast": (None, None),
    "doubt": (None, None),
    "thank": (None, None),
    "ask": (None, None),
    "copula": (None, None),
}
FINITE = frozenset({"present", "future", "base"})
GROWTH = frozenset({"increase", "reduce", "double", "complete", "expand", "achieve"})
"""Acts of which a figure tells how far they have come."""
DONE = frozenset({"past", "progress", "perfect", "passive_past", "passive_progress"})


class Opening(NamedTuple):
    """What the items of a list inherit from the sentence that opens it."""

    kind: Kind | None = None
    strength: Strength | None = None
    subject: Entity | None = None
    period: Raw | None = None
    receivers: tuple[str, ...] = ()


class About(NamedTuple):
    """Whom a text is about, if anybody, and whether it names home so before.

    ``gets`` tells that its title or its lead says so of whom it is about.
    """

    codes: tuple[str, ...] = ()
    of_home: bool = False
    gets: bool = False

    def in_turn(self, home: str | None) -> Iterator[tuple[str, ...]]:
        """Who else the text is about, then home where it is about that."""
        yield self.codes
        if home and self.of_home:
            yield (home,)


class Known:
    """What a document has told so far, whatever the section: who met last, whose an office is.

    ``owners_get`` tells that, in its language, who owns a thing receives what is done to it.
    ``about`` is whom the document is about by its title and its lead; ``gives`` is who gives it
    aid by them, else who was told first to give anything.  ``aided`` are pairs of who gave and
    who got by the words themselves.
    """

    __slots__ = ("about", "aided", "gives", "met", "offices", "owners_get")

    def __init__(self) -> None:
        self.about = About()
        self.aided: set[tuple[str, str]] = set()
        self.gives: tuple[str, ...] = ()
        self.met: tuple[str, ...] = ()
        self.offices: dict[str, tuple[str, ...]] = {}
        self.owners_get = False


class Context:
    """What a sentence inherits: the topic of its section, and the sentence that opens its list.

    ``day`` is the day of the document, ``home`` the state whose offices need no name in it;
    ``before`` the subject of the sentence before in its block;
    ``place`` is where the sentence stands: "item" is an item
    of a list, "opening" its first sentence, "alone" fills its block, "running" has company.
    ``voice`` is the party that says "we" in a speech, ``quoted`` in words quoted of somebody;
    ``quoting`` tells that the sentence goes on with a quotation that one before it opened;
    ``named`` an item that only names who speaks below it, with its level; ``period`` the time that
    the items of a list inherit, ``receivers`` who receives by its opening; ``said`` what the
    sentence before in the block said; ``above`` what the lists around this one
    are of, by their levels, ``steps`` what the steps that are counted off are of.
    ``gave`` and ``got`` are who gave and who got in the last giving that the section told;
    ``beside`` is the state that it named last, where that is neither home nor who gave.
    ``last`` are the place of the sentence, who gave and who got of the last pledge or result.
    ``known`` is what the document has told before, in this section or another.
    """

    __slots__ = (
        "above",
        "before",
        "beside",
        "day",
        "frame",
        "gave",
        "got",
        "home",
        "kind",
        "known",
        "last",
        "named",
        "number",
        "period",
        "place",
        "quoted",
        "quoting",
        "receivers",
        "said",
        "steps",
        "strength",
        "subject",
        "topic",
        "voice",
    )

    def __init__(
        self,
        frame: tuple[str, ...],
        day: date | None = None,
        home: str | None = None,
        known: Known | None = None,
    ) -> None:
        self.known = known or Known()
        self.frame = frame
        self.day = day
        self.home = home
        self.place = "alone"
        self.before: Entity | None = None
        self.topic: Entity | None = None
        self.kind: Kind | None = None
        self.strength: Strength | None = None
        self.subject: Entity | None = None
        self.number: int | None = None
        self.period: Raw | None = None
        self.voice: tuple[str, ...] = ()
        self.quoted: tuple[str, ...] = ()
        self.quoting = False
        self.named: tuple[int, Entity] | None = None
        self.above: list[tuple[int, Opening]] = []
        self.steps: Opening | None = None
        self.receivers: tuple[str, ...] = ()
        self.said: Candidate | None = None
        self.gave: tuple[str, ...] = ()
        self.got: tuple[str, ...] = ()
        self.beside: tuple[str, ...] = ()
        self.last: tuple[int, tuple[str, ...], tuple[str, ...]] | None = None

    @property
    def opening(self) -> Opening:
        """What the items of a list inherit."""
        return Opening(self.kind, self.strength, self.subject, self.period, self.receivers)

    @opening.setter
    def opening(self, opening: Opening) -> None:
        self.kind, self.strength, self.subject, self.period, self.receivers = opening

    def close(self) -> None:
        """Ends the list, and those around it."""
        self.opening, self.steps = Opening(), None
        self.above.clear()

    def step_down(self, level: int) -> None:
        """An item at this level opens a list of its own."""
        self.above.append((level, self.opening))

    def step_back(self, level: int) -> None:
        """The next item is at this level: the lists below it have ended."""
        while self.above and level <= self.above[-1][0]:
            _, self.opening = self.above.pop()


class Candidate:
    """A statement in the making, in folded offsets; ``kind`` None is a clause that says nothing."""

    __slots__ = (
        "act",
        "aims",
        "donors",
        "end",
        "facts",
        "hits",
        "kind",
        "nested",
        "open",
        "own_subject",
        "prior",
        "quoted",
        "relative",
        "row",
        "rule",
        "speaker",
        "start",
        "strength",
        "subject",
        "within",
    )

    def __init__(self, start: int, kind: Kind | None, rule: str) -> None:
        self.start = start
        self.end = start
        self.kind = kind
        self.rule = rule
        self.strength: Strength | None = None
        self.subject: Entity | None = None
        self.speaker: Entity | None = None
        self.act: str | None = None
        self.aims: frozenset[str] = frozenset()  # the acts for which something is given: to build
        self.donors: frozenset[str] = frozenset()  # who gives in its sentence, each a sum
        self.hits: list[tuple[str, Hit]] = []
        self.quoted = False
        self.own_subject = False
        self.nested = False
        self.relative = False  # it hangs on another clause: A, which will build
        self.open = False  # nobody is named who gives
        self.row = ""
        self.prior = "sure"
        self.facts: frozenset[str] = frozenset()
        self.within = ""  # the feature of the last act of a relative clause inside


def is_deliverable(act: str | None) -> bool:
    """Whether one can say afterwards whether the act was done."""
    return act in deliverable_acts()


def is_finite(hits: list[Hit]) -> bool:
    """Whether behind the first of the hits stands a finite auxiliary outside a relative clause."""
    for before, hit in pairwise(hits):
        senses = hit.senses
        finite = "ought" in senses or ("auxiliary" in senses and "being" not in senses)
        finite |= hit.role in ("say", "ask") and senses[hit.role].feature in ("past", "present")
        if finite and not ("relative" in before.senses or "that" in before.senses):
            return True
    return False


class Sentence(NamedTuple):
    """One sentence in the folded text, with what was found in it."""

    folded: Folded
    start: int
    end: int
    hits: list[Hit]
    entities: list[Entity]
    mentions: list[Raw]


class Clauses(ABC):
    """Reads the clauses of sentences; each order of clauses is a subclass."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self.syntax = pack.section("syntax")

    @abstractmethod
    def read(self, sentence: Sentence, context: Context) -> list[Candidate]:
        """The candidates of one sentence, in order."""

    def note(self, sentence: Sentence, context: Context) -> None:
        """Notes in ``context.known`` what a sentence tells of who met and whose an office is."""
        del sentence, context  # where other orders of words find that out, they do so elsewhere
