"""What members do to decide: one record for the body of each kind of entry on a text (X-1).

Every act that rests on what a text says names its ``version``, so that nobody's word is carried
over to words its author has not seen.  The rules stand in docs/decisions/0021-deciding.md.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

import msgspec

from zakuro.model.statement import Record

Instant = Annotated[datetime, msgspec.Meta(tz=True)]
"""A moment with its time zone."""

AttachmentSort = Literal["reservation", "interpretation", "explanation"]
MeetingPurpose = Literal["adopt", "silence", "announce"]


class Office(Record, frozen=True, kw_only=True):
    """Who is chair, and how the office turns.

    ``order`` names the members that hold it in turn, each for ``months`` from ``since`` on; one
    name, or no months, is an office that does not turn.
    """

    order: tuple[str, ...] = ()
    since: date | None = None
    months: int = 0


class Procedure(Record, frozen=True, kw_only=True):
    """How the members of a charter decide; what is marked as an option is off where absent.

    ``bureau`` is asked before silence is opened; ``minimum_hours`` is the shortest silence;
    ``quorum`` (option) the share of members that must be present at a meeting, such as "2/3";
    ``abstention`` and ``non_participation`` (options) the share of members from which on adoption
    fails; ``minus_one`` (option) lets the objection of the member that a text concerns not stop it;
    ``reservation_months`` (option) is how long members can object to a reservation, which they
    have accepted after that; ``challenge_days`` is how long who was absent may challenge a
    meeting's decision; ``observers`` are shown and have no act; ``zones`` gives time zones
    (Asia/Almaty) of members.
    """

    chair: Office = Office()
    bureau: tuple[str, ...] = ()
    minimum_hours: int = 72
    quorum: str | None = None
    abstention: str | None = None
    non_participation: str | None = None
    minus_one: bool = False
    challenge_days: int = 10
    reservation_months: int | None = None
    observers: tuple[str, ...] = ()
    zones: dict[str, str] = msgspec.field(default_factory=dict)


class Origin(Record, frozen=True, kw_only=True):
    """A paragraph (``text[start:end]`` of the first version) and the statement it came from."""

    start: int
    end: int
    statement: str


class Judgement(Record, frozen=True, kw_only=True):
    """What a text says of a pledge: how its party kept it (+1, 0, -1), never a posting."""

    pledge: str
    party: str
    value: Literal[-1, 0, 1]


class Text(Record, frozen=True, kw_only=True):
    """A text begun: its first version in one language, by SHA-256 of the words.

    ``made_from`` names the texts of which it was merged or divided; ``origins`` the statements that
    its paragraphs came from; ``concerns`` the member that it is a decision about; ``judges`` what
    it says of a pledge.
    """

    title: str
    language: str
    sha256: str
    made_from: tuple[str, ...] = ()
    origins: tuple[Origin, ...] = ()
    concerns: str | None = None
    judges: Judgement | None = None


class LanguageVersion(Record, frozen=True, kw_only=True):
    """The words of a version in a language in which it was missing."""

    version: int
    language: str
    sha256: str


class Revision(Record, frozen=True, kw_only=True):
    """The words of the next version, in each language that has them; ``version`` is the last."""

    version: int
    texts: dict[str, str]


class Tabling(Record, frozen=True, kw_only=True):
    """The sponsor puts a version on the table; after a broken silence as the next one."""

    version: int


class Consultation(Record, frozen=True, kw_only=True):
    """Members are asked on a version, for an answer by an instant."""

    version: int
    asked: tuple[str, ...]
    until: Instant
    question: str = ""


class Answer(Record, frozen=True, kw_only=True):
    """An answer to the consultation of entry number ``consultation``."""

    consultation: int
    text: str


class Passage(Record, frozen=True, kw_only=True):
    """Words of a version in one language: ``text[start:end] == exact``."""

    start: int
    end: int
    exact: str


class Alternative(Record, frozen=True, kw_only=True):
    """Other words proposed for a passage, by language; a language without words is missing.

    ``passages`` says which words they replace, in each language that has new ones.
    """

    version: int
    passages: dict[str, Passage]
    words: dict[str, str]
    reason: str = ""


class Settlement(Record, frozen=True, kw_only=True):
    """A member moves to an alternative of a bracket, or with None withdraws from where it stood.

    ``texts`` are the words of the next version where this settles the last bracket on other words.
    """

    version: int
    bracket: str
    alternative: str | None = None
    texts: dict[str, str] = msgspec.field(default_factory=dict)


class Receipt(Record, frozen=True, kw_only=True):
    """The version on the table has arrived, in these languages."""

    version: int
    languages: tuple[str, ...]


class Silence(Record, frozen=True, kw_only=True):
    """The chair opens a silence on a frozen version, up to an instant."""

    version: int
    texts: dict[str, str]
    until: Instant


class Objection(Record, frozen=True, kw_only=True):
    """A member does not accept the version in silence; or, once adopted, another's reservation.

    ``reservation`` is the number of the entry that made it.
    """

    version: int
    reason: str = ""
    reservation: int | None = None


class Attachment(Record, frozen=True, kw_only=True):
    """What a member puts beside a version without stopping it."""

    version: int
    sort: AttachmentSort
    text: str


class Abstention(Record, frozen=True, kw_only=True):
    """A member abstains constructively: it is not bound, and does not stop the others."""

    version: int
    reason: str = ""


class NonParticipation(Record, frozen=True, kw_only=True):
    """A member does not take part: it is not bound, and may accede later."""

    version: int
    reason: str = ""


class Accession(Record, frozen=True, kw_only=True):
    """A member that did not take part joins an adopted text."""

    version: int


class Meeting(Record, frozen=True, kw_only=True):
    """The chair's record of a meeting: who was present, and who objected.

    ``purpose`` is to adopt the text, to agree to silence on it, or to announce its adoption.
    """

    version: int
    held: Instant
    present: tuple[str, ...]
    objected: tuple[str, ...] = ()
    purpose: MeetingPurpose = "adopt"
    place: str = ""


class Challenge(Record, frozen=True, kw_only=True):
    """A member that was not present does not accept what a meeting decided."""

    version: int
    reason: str = ""


class Withdrawal(Record, frozen=True, kw_only=True):
    """The sponsor withdraws the text; ``into`` names the one that takes its place, if any."""

    reason: str = ""
    into: str | None = None


DECIDING: dict[str, type[Record]] = {
    "text": Text,
    "language": LanguageVersion,
    "revision": Revision,
    "tabling": Tabling,
    "consultation": Consultation,
    "answer": Answer,
    "alternative": Alternative,
    "settlement": Settlement,
    "receipt": Receipt,
    "silence": Silence,
    "objection": Objection,
    "attachment": Attachment,
    "abstention": Abstention,
    "non-participation": NonParticipation,
    "accession": Accession,
    "meeting": Meeting,
    "challenge": Challenge,
    "withdrawal": Withdrawal,
}
"""The kinds of entry on a text, and the record of the body of each."""
