"""What an entry of the books can say: one record for the body of each kind of entry.

The envelope (who, when, by what right) is :class:`zakuro.model.entry.Entry`.  A body holds only
what is new; balances, standing and scores are never written down, they follow from the entries.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, Literal, TypeVar

import msgspec

from zakuro.model.changes import Agreement, Looked, Withdrawal
from zakuro.model.decisions import DECIDING, Procedure
from zakuro.model.entry import Assent, Draft, Key, Release, Revocation, Trust
from zakuro.model.errors import ZakuroError
from zakuro.model.source import FiledSeries, Publisher, Rate, Source
from zakuro.model.statement import Bound, Change, Kind, Name, Phase, Record, Statement, Strength
from zakuro.model.things import THINGS

MeasureRule = Literal["stated", "distributed", "single", "act"]
Decision = Literal["accept", "correct", "join", "refuse", "reopen"]
ScoreValue = Literal[-1, 0, 1]
TheScore = Literal["by report", "by confirmation", "none"]


class Tolerances(Record, frozen=True, kw_only=True):
    """When a promise counts as behind, as about kept and as lapsed.

    ``behind``: the share of the expectation below which a pledge is behind.  ``about``: the share
    of an amount pledged as "about" that counts as all of it.  ``lapsed_after``: days past the end,
    or past the last report after it, until a pledge not kept has lapsed.
    """

    behind: Decimal = Decimal("0.9")
    about: Decimal = Decimal("0.95")
    lapsed_after: int = 365


class Charter(Record, frozen=True, kw_only=True):
    """Who keeps these books together: members as equals, their groups and working languages.

    ``mandates`` names, for a member that wants it so, the only persons who may act for it here;
    ``score`` replaces the score of a standing (``standings`` of the vocabulary); ``the_score`` says
    which of the two scores is the score here, or that none is shown; without it both are given.
    ``procedure`` says how the members decide; ``keys`` holds members' first public keys,
    ``trust`` what other keys and another charter need; ``names`` what parties are called, also
    those that ISO 3166-1 does not list (under codes that it leaves to its users, XAA to XZZ);
    ``for_members`` the kinds of entry that may be sealed, for members until they are released.
    """

    name: str = ""
    members: tuple[str, ...] = ()
    groups: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    languages: tuple[str, ...] = ()
    mandates: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    tolerances: Tolerances = Tolerances()
    score: dict[str, ScoreValue] = msgspec.field(default_factory=dict)
    procedure: Procedure = Procedure()
    names: dict[str, str] = msgspec.field(default_factory=dict)
    the_score: TheScore | None = None
    keys: dict[str, str] = msgspec.field(default_factory=dict)
    trust: Trust = Trust()
    for_members: tuple[str, ...] = ()


class Amendment(Record, frozen=True, kw_only=True):
    """Another charter, which holds when ``needs`` members have signed for it."""

    charter: Charter
    needs: int


class FiledDocument(Record, frozen=True, kw_only=True):
    """A document taken in.

    ``sha256`` is the hash of the frozen text that spans count in, ``original`` that of the bytes
    received, ``occasion`` the summit or meeting it belongs to.  ``retold`` says that the text is
    not the source's but a digest of it, by the keeper of the books; ``source`` is then its address.
    ``extractor`` is the program and version that gave the text, ``author`` whom the file names.
    """

    sha256: str
    language: str
    characters: int
    reader: str
    original: str | None = None
    source: str | None = None
    published: date | None = None
    title: str | None = None
    occasion: str | None = None
    statements: int = 0
    publisher: Publisher | None = None
    retold: bool = False
    extractor: str | None = None
    author: str | None = None


class FiledStatement(Record, frozen=True, kw_only=True):
    """What the machine read, as it read it; a review stands beside it and never changes it."""

    statement: Statement


class Policy(Record, frozen=True, kw_only=True):
    """A written policy of bulk review: which machine statements are accepted without a look.

    ``kinds``, ``rules``, ``strengths`` and ``document`` say which, where they are given; to
    ``receivers`` is owed what does not say to whom.
    """

    text: str
    kinds: tuple[Kind, ...] = ("pledge",)
    rules: tuple[str, ...] = ()
    strengths: tuple[Strength, ...] = ()
    document: str | None = None
    receivers: tuple[str, ...] = ()


class Review(Record, frozen=True, kw_only=True):
    """What became of a machine's statement; ``policy`` is the entry that decided, if no person did.

    ``statement`` is the corrected one, ``pledge`` the account opened or joined.
    """

    decision: Decision
    pledge: str | None = None
    statement: Statement | None = None
    reason: str | None = None
    policy: int | None = None


class Measure(Record, frozen=True, kw_only=True):
    """One account of a pledge: how much of what unit is owed.

    ``value`` is what is posted (the low end of a range); ``rule`` says whether the words state it,
    or it follows from a scope count, from a single thing to be set up, or from the bare act.
    """

    unit: str
    value: Decimal
    low: Decimal | None = None
    high: Decimal | None = None
    bound: Bound = "exact"
    change: Change | None = None
    rule: MeasureRule = "stated"
    exact: str = ""


class Term(Record, frozen=True, kw_only=True):
    """By when a pledge is due: half-open days, with the words or the reason it came from."""

    start_date: date | None = None
    end_date: date | None = None
    edtf: str = ""
    exact: str = ""


class Pledge(Record, frozen=True, kw_only=True):
    """A pledge opened: its identity is its subject (``P-1``) and never follows its wording.

    ``said_on`` is the day of the statement; ``each`` that every receiver is owed the full amount;
    ``reciprocal`` that every party owes it to the others, ``together`` that all owe it to all as
    one thing, which one reports and another confirms; ``part_of`` the pledge that already counts
    this amount.  ``number`` is that of the point or heading it stands under.  ``groups``
    keeps the members of the groups named, as they were that day.
    ``told_by`` holds the parties in whose voice the statement is; empty where it names no speaker.
    ``counted_by`` and ``method`` say by whose count, made how, a goal is met, where it says so.
    """

    statement: str
    givers: tuple[str, ...]
    receivers: tuple[str, ...] = ()
    measures: tuple[Measure, ...] = ()
    act: str | None = None
    object: str | None = None
    objects: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    about: tuple[Name, ...] = ()
    number: int | None = None
    strength: Strength | None = None
    said_on: date | None = None
    term: Term | None = None
    occasion: str | None = None
    exact: str = ""
    each: bool = False
    reciprocal: bool = False
    together: bool = False
    part_of: str | None = None
    groups: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    told_by: tuple[str, ...] = ()
    counted_by: str | None = None
    method: str | None = None


class Join(Record, frozen=True, kw_only=True):
    """Another statement of the same pledge, in the voice of ``told_by``."""

    statement: str
    told_by: tuple[str, ...] = ()


class Unjoin(Record, frozen=True, kw_only=True):
    """A wrong join undone: ``entry`` is the number of the join."""

    entry: int
    reason: str


class Link(Record, frozen=True, kw_only=True):
    """The pledge is part of another one, which counts its amount already; absent unties it."""

    part_of: str | None = None


class Allotment(Record, frozen=True, kw_only=True):
    """Of what is owed to a group, ``value`` goes to ``receiver``."""

    receiver: str
    unit: str
    value: Decimal
    giver: str | None = None
    source: Source | None = None


class Report(Record, frozen=True, kw_only=True):
    """The giver's word: ``value`` delivered to ``receiver`` on day ``on``.

    ``before_pledge`` says that this was before the pledge was made, and is meant to count;
    ``again`` that it is another delivery than an equal one, or another one in the same words.
    ``phase`` is how far the thing has come; of a statistic, ``counted_by`` says who counts and
    ``method`` how.
    """

    receiver: str
    unit: str
    value: Decimal
    on: date
    before_pledge: bool = False
    again: bool = False
    phase: Phase | None = None
    counted_by: str | None = None
    method: str | None = None
    rate: Rate | None = None
    evidence: tuple[str, ...] = ()
    source: Source | None = None


class Confirmation(Record, frozen=True, kw_only=True):
    """The receiver's word that ``value`` of report number ``report`` arrived.

    Without a report, what arrived is named by ``unit`` and, where several owe it, ``giver``.
    ``before_pledge`` says that this was before the pledge was made, and is meant to count;
    ``again`` that it is another delivery than an equal one, or another one in the same words.
    ``phase`` is how far the thing has come; of a statistic, ``counted_by`` says who counts and
    ``method`` how.
    """

    value: Decimal
    report: int | None = None
    unit: str | None = None
    giver: str | None = None
    on: date | None = None
    before_pledge: bool = False
    again: bool = False
    phase: Phase | None = None
    counted_by: str | None = None
    method: str | None = None
    evidence: tuple[str, ...] = ()
    source: Source | None = None


class Dispute(Record, frozen=True, kw_only=True):
    """The receiver's word that ``value`` of report number ``report`` did not arrive as reported."""

    report: int
    value: Decimal
    reason: str
    on: date | None = None
    evidence: tuple[str, ...] = ()
    source: Source | None = None


class Reversal(Record, frozen=True, kw_only=True):
    """The author of entry number ``entry`` takes it back; both stay in the books."""

    entry: int
    reason: str
    source: Source | None = None


class Milestone(Record, frozen=True, kw_only=True):
    """The giver's word on the way: ``value`` in all by the end of day ``on``."""

    on: date
    unit: str
    value: Decimal
    text: str = ""
    source: Source | None = None


class TermSet(Record, frozen=True, kw_only=True):
    """The giver's word on by when, for a pledge that did not say."""

    term: Term
    source: Source | None = None


class Evidence(Record, frozen=True, kw_only=True):
    """Something to look at beside an entry: addresses, or ``sha256:`` of a document kept here.

    With a ``publisher`` that is no party's it is independent: ``value`` of ``unit`` is what it
    found, by day ``on``.  That stands beside what giver and receiver say and moves no amount.
    ``against`` says that it tells otherwise than the entry: two sources, two answers.
    """

    entry: int
    evidence: tuple[str, ...]
    text: str = ""
    publisher: Publisher | None = None
    value: Decimal | None = None
    unit: str | None = None
    on: date | None = None
    source: Source | None = None
    against: bool = False


class Reply(Record, frozen=True, kw_only=True):
    """A named party's answer to entry number ``entry``, shown beside it; nothing goes for it."""

    entry: int
    text: str
    on: date
    source: Source | None = None


class Acknowledgement(Record, frozen=True, kw_only=True):
    """The receiver's word that it has heard or welcomes the promise; it moves no amount."""

    on: date
    text: str = ""
    source: Source | None = None


class Assessment(Record, frozen=True, kw_only=True):
    """An assessor's score of one party's keeping of the pledge, with what it rests on.

    ``value`` None says: not applicable, left out of the count.
    """

    party: str
    value: ScoreValue | None
    evidence: tuple[str, ...]
    on: date
    reason: str = ""


KINDS: dict[str, type[Record]] = {
    "charter": Charter,
    "document": FiledDocument,
    "publisher": Publisher,
    "statement": FiledStatement,
    "policy": Policy,
    "review": Review,
    "pledge": Pledge,
    "join": Join,
    "unjoin": Unjoin,
    "link": Link,
    "allotment": Allotment,
    "report": Report,
    "confirmation": Confirmation,
    "dispute": Dispute,
    "reversal": Reversal,
    "milestone": Milestone,
    "term": TermSet,
    "agreement": Agreement,
    "pledge-withdrawal": Withdrawal,
    "looked": Looked,
    "evidence": Evidence,
    "reply": Reply,
    "acknowledgement": Acknowledgement,
    "assessment": Assessment,
    "series": FiledSeries,
    "release": Release,
    "key": Key,
    "assent": Assent,
    "revocation": Revocation,
    "amendment": Amendment,
    **THINGS,
    **DECIDING,
}
"""The kinds of entry that these books know, and the record of the body of each."""

_NAMES = {record: kind for kind, record in KINDS.items()}

SEALABLE = ("dispute", "reply", *DECIDING)
"""The kinds of entry that a charter may let members keep to themselves until released."""

A = TypeVar("A", bound=Record)


def kind_of(act: Record) -> str:
    """Give the kind under which ``act`` is entered."""
    return _NAMES[type(act)]


def body_of(act: Record) -> dict[str, Any]:
    """Give ``act`` as JSON values: decimals and days as strings, empty fields left out."""
    body: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(act))
    return body


def act_of(draft: Draft) -> Record:
    """Give the record of a draft's or entry's body; raise ZakuroError for one we do not know."""
    try:
        return msgspec.convert(draft.body, KINDS[draft.kind])
    except KeyError:
        raise ZakuroError(
            f"An entry of the kind {draft.kind!r} is not known to this version of zakuro: "
            "use the version that wrote it, or a newer one."
        ) from None
    except msgspec.ValidationError as error:
        raise ZakuroError(f"The {draft.kind} on {draft.subject} cannot be read: {error}") from error


def body_as(draft: Draft, record: type[A]) -> A:
    """Give the body of a draft or entry that is known to be a ``record``."""
    try:
        return msgspec.convert(draft.body, record)
    except msgspec.ValidationError as error:
        raise ZakuroError(f"The {draft.kind} on {draft.subject} cannot be read: {error}") from error
