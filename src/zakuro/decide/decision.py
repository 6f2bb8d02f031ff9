"""A text that is being decided on: what its entries made of it, and its state at an instant."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from zakuro.decide.rules import Rules
from zakuro.model.decisions import (
    Answer,
    Consultation,
    Meeting,
    Passage,
    Text,
    Withdrawal,
)
from zakuro.model.entry import Entry

State = Literal[
    "draft",
    "consulted",
    "tabled",
    "bracketed",
    "clean",
    "silence",
    "broken",
    "challenged",
    "adopted",
    "withdrawn",
]

Phase = Literal["drafting", "table", "silence", "broken", "meeting", "challenged", "withdrawn"]
"""What the last act that moved the text made of it; with the time it gives the state."""

ON_THE_TABLE: tuple[State, ...] = ("tabled", "bracketed", "clean")
_STANDS = {"consulted": "a draft", "draft": "a draft", "silence": "in silence"}
"""How a state is said behind "is", where not by its own name."""
AS_TABLED = "a0"
"""The name of the words as they stand in the version."""


@dataclass
class Position:
    """One alternative of a bracket: its words by language, who put it, and who holds it now."""

    name: str
    by: str
    words: dict[str, str]
    entry: int
    reason: str = ""
    holders: list[str] = field(default_factory=list)


@dataclass
class Bracket:
    """Contested words of a version: the passage in each language, and the alternatives stacked.

    ``settled`` names the alternative on which it was settled; ``overtaken`` that a new version came
    before it was.  ``history`` has every move in it: entry, party, what it did.
    """

    name: str
    version: int
    passages: dict[str, Passage]
    positions: list[Position]
    settled: str | None = None
    overtaken: bool = False
    history: list[tuple[int, str, str]] = field(default_factory=list)

    @property
    def is_open(self) -> bool:
        """Whether its words are still contested."""
        return self.settled is None and not self.overtaken

    def position(self, name: str) -> Position | None:
        """Give an alternative by its name."""
        return next((p for p in self.positions if p.name == name), None)

    def held_by(self, party: str) -> Position | None:
        """Give the alternative that a party holds."""
        return next((p for p in self.positions if party in p.holders), None)

    @property
    def held(self) -> list[Position]:
        """The alternatives that somebody holds."""
        return [position for position in self.positions if position.holders]


@dataclass
class Said:
    """What a member said of a version: objection, abstention, or something attached.

    ``refused`` holds the members that object to a reservation, each with the entry.
    """

    party: str
    entry: int
    time: datetime
    text: str
    act: str
    taken_back: int | None = None
    refused: dict[str, int] = field(default_factory=dict)


@dataclass
class Version:
    """The words of a text at a step: by hash in each language, and what members said of them.

    ``said`` holds all of it in order; ``objections``, ``abstained``, ``out`` and ``acceded`` what
    of it counts, by party; ``receipts`` the entry of each member's receipt by language.
    """

    number: int
    texts: dict[str, str]
    entry: int
    time: datetime
    by: str
    receipts: dict[str, dict[str, int]] = field(default_factory=dict)
    objections: dict[str, Said] = field(default_factory=dict)
    abstained: dict[str, Said] = field(default_factory=dict)
    out: dict[str, Said] = field(default_factory=dict)
    acceded: dict[str, Said] = field(default_factory=dict)
    said: list[Said] = field(default_factory=list)
    silence_agreed: int | None = None

    def lacking(self, rules: Rules) -> list[tuple[str, str]]:
        """Give the members and working languages for which no receipt stands."""
        languages = rules.languages or tuple(self.texts)
        return [
            (member, language)
            for member in rules.members
            for language in languages
            if language not in self.receipts.get(member, {})
        ]


@dataclass
class Period:
    """A silence: who opened it when, up to which instant, under which rules, and what ended it."""

    version: int
    entry: int
    opened: datetime
    until: datetime
    rules: Rules
    chair: str
    ended: datetime | None = None
    end: Literal["objection", "amendment", "void", "withdrawn"] | None = None


@dataclass
class MeetingRecord:
    """A meeting as recorded, and what came of it in words; ``adopts`` whether the text was.

    ``rules`` are those that held when it was recorded.
    """

    meeting: Meeting
    entry: int
    time: datetime
    rules: Rules
    adopts: bool
    result: str
    absent: tuple[str, ...] = ()
    challenge_until: datetime | None = None


@dataclass
class Asked:
    """A consultation and its answers."""

    consultation: Consultation
    entry: int
    time: datetime
    by: str
    answers: dict[str, tuple[int, datetime, Answer]] = field(default_factory=dict)

    @property
    def unanswered(self) -> list[str]:
        """Who was asked and has not answered."""
        return [party for party in self.consultation.asked if party not in self.answers]


@dataclass
class Decision:
    """A text and all that was done about it; ``rules`` are those of the charter now."""

    subject: str
    opening: Entry
    text: Text
    sponsor: str
    rules: Rules
    versions: list[Version]
    last: Entry
    phase: Phase = "drafting"
    moved: datetime | None = None
    brackets: list[Bracket] = field(default_factory=list)
    consultations: list[Asked] = field(default_factory=list)
    periods: list[Period] = field(default_factory=list)
    meetings: list[MeetingRecord] = field(default_factory=list)
    withdrawal: Withdrawal | None = None
    entries: dict[int, Entry] = field(default_factory=dict)

    @property
    def version(self) -> Version:
        """The last version."""
        return self.versions[-1]

    @property
    def open_brackets(self) -> list[Bracket]:
        """The brackets whose words are contested."""
        return [bracket for bracket in self.brackets if bracket.is_open]

    @property
    def missing(self) -> list[str]:
        """The working languages in which the last version has no words."""
        return [name for name in self.rules.languages if name not in self.version.texts]

    @property
    def period(self) -> Period | None:
        """The last silence."""
        return self.periods[-1] if self.periods else None

    def owner(self, now: datetime) -> str | None:
        """Give who tables and withdraws: the sponsor, or the chair if it is no member any more."""
        return self.sponsor if self.sponsor in self.rules.members else self.rules.chair(now)

    def state(self, now: datetime) -> State:
        """Give the state at an instant not before the last entry."""
        if self.phase == "drafting":
            return "consulted" if self.consultations else "draft"
        if self.phase == "table":
            if self.open_brackets:
                return "bracketed"
            return "tabled" if self.missing else "clean"
        if self.phase == "silence":
            period = self.periods[-1]
            if now < period.until:
                return "silence"
            return "adopted" if self.failure is None else "broken"
        return "adopted" if self.phase == "meeting" else self.phase

    @property
    def failure(self) -> str | None:
        """Why the silence that nobody broke adopts nothing; None if it does."""
        return self.periods[-1].rules.fails(self.version.abstained, self.version.out)

    def adopted_at(self, now: datetime) -> datetime | None:
        """Give the instant of the adoption; None while there is none."""
        if self.state(now) != "adopted":
            return None
        if self.phase == "silence":
            return self.periods[-1].until
        return self.meetings[-1].time

    def challengeable_until(self, now: datetime) -> datetime | None:
        """Give until when members can challenge; None where none can any more."""
        if self.phase != "meeting":
            return None
        until = self.meetings[-1].challenge_until
        return until if until is not None and now < until else None

    def stands(self, now: datetime) -> str:
        """Say where it stands at an instant: X-1 is in silence."""
        state = self.state(now)
        return f"{self.subject} is {_STANDS.get(state, state)}"

    @property
    def in_force(self) -> Rules:
        """The rules under which it is decided: of the last silence or meeting, else the charter's.

        A member struck out meanwhile still decides on what would bind it.
        """
        if self.phase == "silence":
            return self.periods[-1].rules
        return self.meetings[-1].rules if self.phase == "meeting" else self.rules

    def final_at(self, now: datetime) -> datetime | None:
        """Give the instant from which on nothing changes it; None while something can."""
        adopted = self.adopted_at(now)
        if adopted is not None:
            if self.challengeable_until(now) is not None:
                return None
            if self.phase == "meeting":
                return self.meetings[-1].challenge_until or adopted
            return adopted
        return self.moved if self.phase == "withdrawn" else None

    def is_final(self, now: datetime) -> bool:
        """Whether nothing can change it any more."""
        return self.final_at(now) is not None

    def bound(self, now: datetime) -> tuple[str, ...]:
        """Give the members that an adopted text binds; none before."""
        if self.state(now) != "adopted":
            return ()
        free = self.unbound
        return tuple(member for member in self.in_force.members if member not in free)

    @property
    def unbound(self) -> tuple[str, ...]:
        """The members that abstained or do not take part, and have not acceded since."""
        version = self.version
        return tuple(
            party for party in (*version.abstained, *version.out) if party not in version.acceded
        )

    def spares(self, rules: Rules, party: str) -> bool:
        """Whether the objection of a party is that of the one member that it concerns."""
        return rules.procedure.minus_one and party == self.text.concerns

    @property
    def spared(self) -> str | None:
        """The one member that it concerns, if it objected and this stopped nothing."""
        party = self.text.concerns or ""
        said = [*self.version.objections]
        if self.phase == "meeting":
            said = [*self.meetings[-1].meeting.objected]
        return party if party in said and self.spares(self.in_force, party) else None
