"""What each page gives as data, beside the day and the name of the books."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, Literal, NotRequired, TypedDict

from zakuro.flow.browsing.documents import Filed, Looked
from zakuro.flow.browsing.overview import Due
from zakuro.flow.browsing.progress import Answer, Progress
from zakuro.flow.browsing.search import Found, Where
from zakuro.flow.browsing.waiting import Waiting
from zakuro.flow.deciding.views import Comparison, TextLine, TextView
from zakuro.flow.looking.lists import Listed
from zakuro.flow.looking.shown import Expected
from zakuro.flow.things.followed.claims import Claim, Register
from zakuro.flow.things.followed.positions import Position
from zakuro.flow.things.followed.proposals import Proposal
from zakuro.flow.things.views import Line as ThingLine
from zakuro.flow.things.views import ThingView
from zakuro.journal import Head
from zakuro.ledger.assessment.course import State
from zakuro.ledger.balance import Line
from zakuro.model.acts import FiledDocument, Pledge, Term, Tolerances
from zakuro.model.entry import Entry
from zakuro.model.source import Publisher
from zakuro.outlook.outlook import Outlook
from zakuro.portal.drawing.map import At

Chosen = dict[str, str]


class StandingLine(TypedDict):
    """How many pledges stand so, in all and by whose word."""

    standing: str
    total: int
    words: dict[str, int]


class Home(TypedDict):
    """How far everything has come."""

    total: int
    kept: int
    late: int
    unseen: int
    standings: list[StandingLine]
    summits: list[str]
    due: list[tuple[Due, Listed]]
    deciding: list[TextLine]
    waiting: list[Waiting]
    waiting_in_all: int
    seen: list[Listed]
    seen_in_all: int


class Pledges(TypedDict):
    """A page of a list of pledges; ``more`` is where the next goes on, 0 at the end."""

    pledges: list[Listed]
    total: int
    after: int
    more: int
    chosen: Chosen


class OfTopic(Pledges):
    """The pledges of a topic."""

    topic: str


class OfSummit(Pledges):
    """The pledges and documents of a summit."""

    summit: str
    documents: list[Filed]


class EntryLine(TypedDict):
    """An entry on a pledge: the day of the act beside the day it was filed."""

    entry: str
    filed: date
    on: date | None
    kind: str
    party: str
    filed_by: str
    basis: str
    value: Decimal | None
    unit: str
    receiver: str
    counted_by: str
    of: str
    against: bool
    reason: str
    statement: str
    document: str
    evidence: str
    taken_back_by: str
    publisher: Publisher | None


class SaidThere(TypedDict):
    """Words where they stand, and their document."""

    statement: str
    document: str
    title: str
    occasion: str | None
    published: date | None
    source: str | None
    language: str
    retold: bool
    publisher: Publisher | None
    before: str
    words: str
    after: str
    start: int
    end: int
    rule: str
    parts: list[tuple[str, bool]]


class CountLine(TypedDict):
    """How a pledge stands by one count, and the entries that say so."""

    counted_by: str
    methods: list[str]
    state: State
    independent: bool
    entries: list[EntryLine]


class Figures(TypedDict):
    """What of a promise in one unit is confirmed, only reported, disputed and left."""

    unit: str
    bound: str
    pledged: Decimal
    confirmed: Decimal
    reported: Decimal
    disputed: Decimal
    left: Decimal


class Searched(TypedDict):
    """Up to which day who looked for reports, and where."""

    until: date
    who: str
    words: str


class OnePledge(TypedDict):
    """A pledge with its account."""

    name: str
    pledge: Pledge
    state: State
    lines: list[Line]
    accounts: list[tuple[str, str, Decimal]]
    debts: list[Expected]
    answers: list[Answer]
    waiting: list[Waiting]
    entries: list[EntryLine]
    part_of: str | None
    things: list[ThingLine]
    withdrawn: bool
    searches: list[Searched]
    told_by_receiver: bool
    term: Term | None
    said: SaidThere
    again: list[SaidThere]
    progress: list[Progress]
    rows_of: list[Figures]
    counts: list[CountLine]
    least_counts: bool
    speakers: dict[str, Any] | None
    outlook: Outlook


class PartyLine(TypedDict):
    """A party or group in the list: how much it owes and is owed, and what waits for it."""

    code: str
    owes: int
    owed: int
    member: bool
    named: bool
    waiting: int


class Parties(TypedDict):
    """All parties and groups."""

    parties: list[PartyLine]
    groups: list[PartyLine]


class Party(TypedDict):
    """A party: what it owes, is owed, and what waits for its word."""

    code: str
    member: bool
    consists_of: list[str]
    owes: list[Listed]
    owes_in_all: int
    owed: list[Listed]
    owed_in_all: int
    waiting: list[Waiting]
    standings: list[StandingLine]


class Things(TypedDict):
    """The things, and of what sorts and parties there are any."""

    things: list[ThingLine]
    sorts: list[str]
    parties: list[str]
    chosen: Chosen


class Thing(TypedDict):
    """A thing; ``retold`` are the documents whose words are the keeper's."""

    thing: ThingView
    retold: list[str]


class Placed(TypedDict):
    """A thing with a place: its points in degrees."""

    thing: str
    sort: str
    names: dict[str, str]
    state: str
    route: bool
    points: list[At]


class Map(TypedDict):
    """The things that have a place."""

    things: list[Placed]
    borders: bool


class Followed(TypedDict):
    """A page of what was chosen; ``choices`` is what can be chosen."""

    total: int
    more: int
    chosen: Chosen
    choices: dict[str, list[str]]
    retold: list[str]


class Proposals(Followed):
    """Proposals and calls, and what became of each."""

    proposals: list[Proposal]


class Positions(Followed):
    """Positions: how speakers stand."""

    positions: list[Position]


class Claims(TypedDict):
    """What was claimed and held against something; ``registers`` are numbers only claimed."""

    claims: list[Claim]
    registers: list[Register]
    total: int
    retold: list[str]


class TopicLine(TypedDict):
    """A topic and the number of its pledges."""

    topic: str
    slug: str
    pledges: int


class Topics(TypedDict):
    """All topics."""

    topics: list[TopicLine]


class SummitLine(TypedDict):
    """A summit and the number of its pledges."""

    summit: str
    slug: str
    pledges: int


class Summits(TypedDict):
    """All summits."""

    summits: list[SummitLine]


class Documents(TypedDict):
    """A page of the documents."""

    documents: list[Filed]
    total: int
    more: int
    chosen: Chosen


class HeldAgainst(TypedDict):
    """What a claim is held against, and whether that tells otherwise."""

    entry: str
    against: bool
    reason: str
    document: str
    publisher: Publisher | None


class Document(TypedDict):
    """A document: its text, and what was read in it."""

    name: str
    title: str
    filed: FiledDocument
    statements: list[Looked]
    kinds: dict[str, int]
    chosen: str
    tied: dict[str, list[str]]
    held: dict[str, list[HeldAgainst]]
    waits: int
    text: NotRequired[str]


class Decisions(TypedDict):
    """The texts before the members, and what became of others."""

    texts: list[TextLine]


class Decision(TypedDict):
    """A text before the members."""

    name: str
    text: TextView
    deeds: list[str]
    in_language: str
    words: str
    comparison: Comparison | None


class Log(TypedDict):
    """A page of the log, the newest entry first."""

    head: Head
    entries: list[Entry]
    first: int
    last: int


class OneEntry(TypedDict):
    """An entry as it was written, with its proof."""

    name: str
    entry: Entry
    proof: dict[str, Any]
    written: str
    proof_written: str


class Search(TypedDict):
    """Where words stand; ``counts`` says how often, by kind; ``whole`` if these are all places."""

    query: str
    kind: Where | Literal[""]
    counts: dict[str, int]
    total: int
    whole: bool
    more: int
    found: list[Found]


class About(TypedDict):
    """What these books allow for before they call a pledge behind or lapsed."""

    tolerances: Tolerances
