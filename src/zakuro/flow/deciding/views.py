"""What pages and commands show of decisions: plain records, made at an instant."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

import msgspec

from zakuro.decide.decision import State
from zakuro.decide.outcome import Duty
from zakuro.model.decisions import Judgement, Origin
from zakuro.model.statement import Record


class WaitsFor(Record, frozen=True, kw_only=True):
    """Something that waits for a party on a text: ``asked`` of it, or what it ``may`` do."""

    text: str
    party: str
    duty: Duty
    act: str
    why: str
    until: datetime | None = None


class TextLine(Record, frozen=True, kw_only=True):
    """One text in a list; ``number`` is that of the decision, once it is adopted for good.

    Of one that is for members until released nothing is said but who began it: its state is
    "sealed", its version 0.
    """

    name: str
    title: str
    sponsor: str
    state: State | Literal["sealed"]
    why: str
    version: int
    number: int | None = None
    since: datetime | None = None
    until: datetime | None = None
    waits_for: tuple[str, ...] = ()


class WordsView(Record, frozen=True, kw_only=True):
    """A step of a text: its version, who made it when, and the hash of its words by language."""

    version: int
    entry: str
    by: str
    time: datetime
    act: str
    texts: dict[str, str]


class AlternativeView(Record, frozen=True, kw_only=True):
    """One alternative of a bracket; ``missing`` are the languages in which it has no words."""

    name: str
    by: str
    entry: str
    words: dict[str, str]
    holders: tuple[str, ...]
    missing: tuple[str, ...] = ()
    reason: str = ""


class Turn(Record, frozen=True, kw_only=True):
    """One move in the history of a bracket."""

    entry: str
    time: datetime
    party: str
    what: str


class BracketView(Record, frozen=True, kw_only=True):
    """Contested words, the alternatives, and how it went; ``state`` is open, settled, overtaken."""

    name: str
    version: int
    state: Literal["open", "settled", "overtaken"]
    alternatives: tuple[AlternativeView, ...]
    settled_on: str | None = None
    history: tuple[Turn, ...] = ()


class AnswerView(Record, frozen=True, kw_only=True):
    """An answer to a consultation, and whether it came after the day asked for."""

    party: str
    entry: str
    time: datetime
    text: str
    late: bool


class ConsultationView(Record, frozen=True, kw_only=True):
    """Who was asked by whom, until when, and who answered what."""

    entry: str
    by: str
    version: int
    time: datetime
    until: datetime
    question: str
    asked: tuple[str, ...]
    answers: tuple[AnswerView, ...]


class ReceiptView(Record, frozen=True, kw_only=True):
    """In which languages a member has the last version, and in which working ones it has not."""

    party: str
    received: tuple[str, ...]
    lacking: tuple[str, ...]


class SilenceView(Record, frozen=True, kw_only=True):
    """A silence: when it was opened by whom, until when, and what ended it before its time."""

    version: int
    entry: str
    chair: str
    opened: datetime
    until: datetime
    ended: datetime | None = None
    end: str | None = None


class MeetingView(Record, frozen=True, kw_only=True):
    """A meeting as the chair recorded it, and what followed."""

    entry: str
    held: datetime
    purpose: str
    present: tuple[str, ...]
    objected: tuple[str, ...]
    result: str
    place: str = ""
    challenge_until: datetime | None = None


class SaidView(Record, frozen=True, kw_only=True):
    """What a member said of a version: an objection, abstention, reservation and so on.

    Of a reservation, where the charter lets members answer it: who ``accepted`` it by the time
    that they had, and who ``refused`` it.
    """

    version: int
    party: str
    act: str
    entry: str
    time: datetime
    text: str
    taken_back: str | None = None
    accepted: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()


class TextView(Record, frozen=True, kw_only=True):
    """Everything of a text at an instant.

    ``title`` is provisional until ``number`` is given; ``became`` are texts merged or divided from
    it; ``document`` the document as which an adopted text was added.  ``sealed`` are the entries
    that are for members, ``released`` those that were, with the day.
    """

    name: str
    title: str
    sponsor: str
    state: State
    why: str
    chair: str | None
    version: int
    languages: tuple[str, ...]
    missing_languages: tuple[str, ...]
    versions: tuple[WordsView, ...]
    brackets: tuple[BracketView, ...]
    consultations: tuple[ConsultationView, ...]
    receipts: tuple[ReceiptView, ...]
    silences: tuple[SilenceView, ...]
    meetings: tuple[MeetingView, ...]
    said: tuple[SaidView, ...]
    next: tuple[WaitsFor, ...]
    bound: tuple[str, ...] = ()
    unbound: tuple[str, ...] = ()
    adopted: datetime | None = None
    number: int | None = None
    until: datetime | None = None
    concerns: str | None = None
    judges: Judgement | None = None
    made_from: tuple[str, ...] = ()
    became: tuple[str, ...] = ()
    origins: tuple[Origin, ...] = ()
    document: str | None = None
    sealed: tuple[str, ...] = ()
    released: dict[str, date] = msgspec.field(default_factory=dict)


class Stretch(Record, frozen=True, kw_only=True):
    """A stretch of a comparison: in both versions, only in the old (gone), only in the new."""

    op: Literal["same", "gone", "new"]
    words: str


class Comparison(Record, frozen=True, kw_only=True):
    """Two versions of a text compared by words, in one language."""

    text: str
    old: int
    new: int
    language: str
    stretches: tuple[Stretch, ...]
