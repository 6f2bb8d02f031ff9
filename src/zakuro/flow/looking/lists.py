"""What a reader of the books sees: lists of pledges, one pledge's account, the trial balance."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from typing import NamedTuple

from zakuro.flow.acting.take_in import document
from zakuro.flow.keeping import tables
from zakuro.flow.keeping.books import Books
from zakuro.journal import Condition
from zakuro.ledger.account import ZERO, PledgeAccount
from zakuro.ledger.arithmetic import exact
from zakuro.ledger.assessment.standing import Standing, State, Word, courses, standing
from zakuro.ledger.balance import Line
from zakuro.ledger.balance import lines as lines_of
from zakuro.ledger.parties import EVERYONE, expand
from zakuro.ledger.voices import through_another
from zakuro.model import vocabulary
from zakuro.model.acts import FiledDocument, Pledge
from zakuro.model.entry import Entry
from zakuro.model.errors import ZakuroError

PAGE = 50


class Amount(NamedTuple):
    """One measure of a pledge in a list: figures as a reader sees them (open is positive)."""

    unit: str
    pledged: Decimal
    low: Decimal | None
    high: Decimal | None
    bound: str
    obligation: Decimal
    in_transit: Decimal
    disputed: Decimal
    receivable: Decimal
    found: tuple[Decimal, ...] = ()
    """What independent evidence found, one figure of each finder; added to nothing."""

    @property
    def reported(self) -> Decimal:
        """How much the giver has reported."""
        return self.pledged - self.obligation

    @property
    def confirmed(self) -> Decimal:
        """How much the receivers have confirmed."""
        return self.pledged - self.receivable


class Listed(NamedTuple):
    """A pledge in a list."""

    name: str
    givers: str
    receivers: str
    act: str
    object: str
    topics: str
    amounts: tuple[Amount, ...]
    standing: str
    word: str
    bases: str
    due: date | None
    occasion: str
    part_of: str
    statement: str
    words: str
    independent: int
    """How many pieces of evidence stand that neither giver nor receiver published."""
    language: str


def pledges(
    books: Books,
    on: date,
    *,
    giver: str | None = None,
    receiver: str | None = None,
    standing_is: Standing | None = None,
    topic: str | None = None,
    word: Word | None = None,
    occasion: str | None = None,
    after: int = 0,
    limit: int | None = PAGE,
) -> Iterator[Listed]:
    """Give the pledges that stand so on a day, in order of their numbers, from after one on.

    With ``giver`` the standing is that of this giver's own debt.
    """
    giver, receiver = _party(books, giver), _party(books, receiver)
    _topic(topic)
    where: list[Condition] = [("party", "=", giver or ""), ("number", ">", after)]
    where += [("since", "<=", on.isoformat()), ("until", ">", on.isoformat())]
    if standing_is is not None:
        where.append(("standing", "=", standing_is))
    if word is not None:
        where.append(("word", "=", word))
    left = limit
    page: list[tables.Row] = []
    wanted = limit if receiver is None and topic is None and occasion is None else None
    for row in books.journal.rows(tables.STANDINGS, where, order=("number",), limit=wanted):
        page.append(row)
        if len(page) < PAGE:
            continue
        for listed in _listed(books, page, receiver, topic, occasion):
            if left == 0:
                return
            left = None if left is None else left - 1
            yield listed
        page = []
    for listed in _listed(books, page, receiver, topic, occasion):
        if left == 0:
            return
        left = None if left is None else left - 1
        yield listed


def _party(books: Books, code: str | None) -> str | None:
    """Give a party's code as the books write it; ZakuroError for what is no party."""
    if code is None:
        return None
    found = code.upper()
    if found in vocabulary.territories() or found in books.groups or found == EVERYONE:
        return found
    if found in books.charter.members:
        return found
    raise ZakuroError(
        f"{code!r} is no party: give an ISO 3166-1 alpha-3 code such as KAZ, or a group: "
        f"{', '.join(sorted(books.groups))}."
    )


def _topic(topic: str | None) -> None:
    """Refuse a topic that the vocabulary does not have."""
    known = vocabulary.topics()
    if topic is None or topic in known:
        return
    like = get_close_matches(topic, known, 3, 0.5)
    near = f"perhaps {' or '.join(repr(one) for one in like)}" if like else "none is like it"
    raise ZakuroError(f"{topic!r} is no topic; {near}. All: {', '.join(sorted(known))}.")


def _listed(
    books: Books,
    page: list[tables.Row],
    receiver: str | None,
    topic: str | None,
    occasion: str | None,
) -> Iterator[Listed]:
    """Give the pledges of a page of standings that pass the filters."""
    numbers = [int(row["number"]) for row in page]
    chosen: Condition = ("number", "in", numbers)
    rows = {int(row["number"]): row for row in books.journal.rows(tables.PLEDGES, [chosen])}
    amounts: dict[int, list[Amount]] = {}
    for row in books.journal.rows(tables.LINES, [chosen]):
        amounts.setdefault(int(row["number"]), []).append(_amount(row))
    languages = {
        f"D-{row['number']}": str(row["language"]) for row in books.journal.rows(tables.DOCUMENTS)
    }
    groups = books.groups
    asked = set(expand((receiver,), groups)) if receiver else set()
    for at in page:
        if int(at["number"]) not in rows:
            raise ZakuroError(
                f"P-{at['number']} is missing in the tables for lists: somebody changed them. See "
                "what differs with `zakuro verify`, make them again with `zakuro rebuild`."
            )
        row = rows[int(at["number"])]
        names = [name for label in str(row["receivers"]).split() for name in label.split("+")]
        if receiver and not asked & set(expand(names, groups)):
            continue
        if topic and topic not in str(row["topics"]).split(";"):
            continue
        if occasion and occasion != row["occasion"]:
            continue
        language = languages.get(str(row["statement"]).partition(":")[0], "")
        yield _one(row, at, tuple(amounts.get(int(at["number"]), ())), language)


def _one(row: tables.Row, at: tables.Row, amounts: tuple[Amount, ...], language: str) -> Listed:
    return Listed(
        name=f"P-{row['number']}",
        givers=str(row["givers"]),
        receivers=str(row["receivers"]),
        act=str(row["act"]),
        object=str(row["object"]),
        topics=str(row["topics"]),
        amounts=amounts,
        standing=str(at["standing"]),
        word=str(at["word"]),
        bases=str(row["bases"]),
        due=tables.day(row["due"]),
        occasion=str(row["occasion"]),
        part_of=str(row["part_of"]),
        statement=str(row["statement"]),
        words=str(row["words"]),
        independent=int(row["independent"]),
        language=language,
    )


def _amount(row: Mapping[str, str | int]) -> Amount:
    def figure(column: str) -> Decimal:
        return Decimal(str(row[column]))

    return Amount(
        unit=str(row["unit"]),
        pledged=figure("pledged"),
        low=figure("low") if row["low"] else None,
        high=figure("high") if row["high"] else None,
        bound=str(row["bound"]),
        obligation=figure("obligation"),
        in_transit=figure("in_transit"),
        disputed=figure("disputed"),
        receivable=figure("receivable"),
        found=tuple(Decimal(value) for value in str(row["found"]).split()),
    )


class Expected(NamedTuple):
    """One measure of one debt on a day: who owes whom, and how far it is."""

    giver: str
    receiver: str
    unit: str
    state: State


class Voice(NamedTuple):
    """In what voice an entry's words came: where they stand, and what to say of that.

    ``place`` names the source with its publisher, or the source that was retold; ``note`` says
    that one side's word comes through the other side's publisher.
    """

    place: str
    note: str


class Shown(NamedTuple):
    """One pledge's account whole: what was said, every entry and account, and where it stands."""

    name: str
    pledge: Pledge
    on: date
    state: State
    courses: tuple[Expected, ...]
    lines: tuple[Line, ...]
    accounts: tuple[tuple[str, str, Decimal], ...]
    entries: tuple[Entry, ...]
    reversals: dict[int, int]
    part_of: str | None
    account: PledgeAccount
    voices: dict[int, Voice]


def show(books: Books, name: str, on: date) -> Shown:
    """Give the account of a pledge as of a day; RefusedError if there is none."""
    account = books.account(name)
    rules = books.charter.tolerances
    debts = [(debt, measure) for debt in account.debts for measure in account.measures.values()]
    states = zip(debts, courses(account, rules), strict=True)
    return Shown(
        name=name,
        pledge=account.pledge,
        on=on,
        state=standing(account, on, rules),
        courses=tuple(
            Expected(debt.giver, debt.receiver, measure.unit, course.state(on))
            for (debt, measure), course in states
        ),
        lines=tuple(lines_of(account)),
        accounts=tuple(
            (unit, account_name, amount)
            for (unit, account_name), amount in account.balances.items()
            if amount != 0
        ),
        entries=_beside(account),
        voices=_voices(books, account),
        reversals=account.reversals,
        part_of=account.part_of,
        account=account,
    )


def _beside(account: PledgeAccount) -> tuple[Entry, ...]:
    """Give the entries in order, each reply behind the entry that it answers."""
    answers: dict[int, list[Entry]] = {}
    for number, reply in account.replies.items():
        answers.setdefault(reply.entry, []).append(account.entries[number])
    given: list[Entry] = []
    waiting = [entry for entry in reversed(account.entries.values()) if entry.kind != "reply"]
    while waiting:
        entry = waiting.pop()
        given.append(entry)
        waiting.extend(reversed(answers.get(entry.number, ())))
    return tuple(given)


def _voices(books: Books, account: PledgeAccount) -> dict[int, Voice]:
    """Give the voice of each entry that rests on a document."""
    filed: dict[str, FiledDocument] = {}
    voices: dict[int, Voice] = {}
    for number, entry in account.entries.items():
        name = _document(entry)
        if name is None:
            continue
        if name not in filed:
            filed[name] = document(books, name)
        source = filed[name]
        place = f"; {name}" + (f" of {source.publisher}" if source.publisher else "")
        if source.retold:
            place += f", a digest by the keeper of {source.source}"
        through = through_another(account, entry.author.party, source.publisher)
        voices[number] = Voice(place, through or "")
    return voices


def _document(entry: Entry) -> str | None:
    """Give the document that an entry rests on: its source's, or that of the statement opened."""
    source = entry.body.get("source")
    if source:
        return str(source["document"])
    said = entry.body.get("statement")
    return said.partition(":")[0] if isinstance(said, str) else None


class Total(NamedTuple):
    """The figures of all pledges in one unit, parts of others left out; ``trial`` is of all."""

    unit: str
    pledges: int
    pledged: Decimal
    obligation: Decimal
    in_transit: Decimal
    disputed: Decimal
    receivable: Decimal
    trial: Decimal


class Balance(NamedTuple):
    """The trial balance: totals for each unit, and every pledge whose accounts are not even."""

    totals: tuple[Total, ...]
    uneven: tuple[tuple[str, str, Decimal], ...]


@exact
def balance(books: Books) -> Balance:
    """Give the trial balance of all pledges; even books have a trial of zero everywhere."""
    parts = {
        int(row["number"]) for row in books.journal.rows(tables.PLEDGES, [("part_of", "!=", "")])
    }
    sums: dict[str, list[Decimal]] = {}
    counts: dict[str, int] = {}
    uneven: list[tuple[str, str, Decimal]] = []
    names = ("pledged", "obligation", "in_transit", "disputed", "receivable")
    for row in books.journal.rows(tables.LINES):
        unit, trial = str(row["unit"]), Decimal(str(row["trial"]))
        total = sums.setdefault(unit, [ZERO] * 6)
        total[5] += trial
        if trial != 0:
            uneven.append((f"P-{row['number']}", unit, trial))
        if int(row["number"]) in parts:
            continue
        counts[unit] = counts.get(unit, 0) + 1
        for place, name in enumerate(names):
            total[place] += Decimal(str(row[name]))
    totals = (Total(unit, counts.get(unit, 0), *figures) for unit, figures in sums.items())
    return Balance(tuple(sorted(totals)), tuple(uneven))
