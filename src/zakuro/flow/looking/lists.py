"""What a reader of the books sees first: lists of pledges as of a day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from itertools import islice
from operator import eq, gt, le
from typing import Any, NamedTuple, TypedDict, Unpack

from zakuro.flow.keeping import tables
from zakuro.flow.keeping.books import Books
from zakuro.flow.sums.running import totals
from zakuro.journal import Among, Condition
from zakuro.ledger.account import ZERO, day_of
from zakuro.ledger.assessment.codes import Standing, Word
from zakuro.ledger.parties import EVERYONE, expand
from zakuro.model import vocabulary
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
    released: Decimal = ZERO
    """What giver and receiver agreed is owed no more."""
    unreported: Decimal = ZERO
    """What was received without a report."""
    found: tuple[Decimal, ...] = ()
    """What independent evidence found, one figure of each finder; added to nothing."""
    independent: int = 0
    """How many pieces of independent evidence stand."""

    @property
    def reported(self) -> Decimal:
        """How much the giver has reported."""
        return self.due - self.obligation

    @property
    def confirmed(self) -> Decimal:
        """How much the receivers have confirmed."""
        return self.due - self.receivable

    @property
    def due(self) -> Decimal:
        """How much is owed in all: what was pledged, less what both agreed is owed no more."""
        return self.pledged - self.released


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
    confirmed_alone: str
    """Where it stands by confirmations alone; empty as long as there are none."""
    changes: str
    """What giver and receiver have agreed to change."""
    searched: str
    """Who found no report, where and up to which day."""
    told_by_receiver: bool
    """Whether it is known only in the receiver's voice."""
    retold: bool = False
    """Whether the words are the keeper's own, who tells again what was said."""


class Filters(TypedDict, total=False):
    """Which pledges a list gives; what is left out, or None, asks for nothing.

    With ``giver`` the standing and the word are of this giver's own debt.
    """

    giver: str | None
    receiver: str | None
    standing_is: Standing | None
    topic: str | None
    word: Word | None
    occasion: str | None


def pledges(
    books: Books,
    on: date,
    *,
    after: int = 0,
    limit: int | None = PAGE,
    known_on: date | None = None,
    names: Sequence[str] | None = None,
    **filters: Unpack[Filters],
) -> Iterator[Listed]:
    """Give the pledges that stand so on a day, in order of their numbers, from after one on.

    With ``known_on`` only what had been entered by that day is looked at; then every account is
    read anew.  With ``names`` (``P-3``) only these are given.
    """
    where = [*_conditions(books, on, filters), ("number", ">", after)]
    if names is not None:
        where.append(("number", "in", [tables.numbered(name) for name in names]))
    if known_on is not None:
        passes = _Filter(books, filters)
        known = (one for one in _as_known(books, on, known_on, where) if passes(one[0]))
        given: Iterator[_Found] = islice(known, limit)
    elif _stands_nowhere(books, on, filters):
        return
    else:
        where += _named(books, filters)
        given = _kept(books, on, books.journal.rows(tables.STANDINGS, where, limit=limit))
    yield from (_one(*found) for found in given)


def count(books: Books, on: date, **filters: Unpack[Filters]) -> int:
    """Count the pledges that the list of the same filters gives."""
    where = [*_conditions(books, on, filters), *_named(books, filters)]
    return books.journal.count(tables.STANDINGS, where)


def _stands_nowhere(books: Books, on: date, filters: Filters) -> bool:
    """Say whether no pledge stands as asked on the day, by the sums that are kept."""
    standing, giver = filters.get("standing_is"), _party(books, filters.get("giver")) or ""
    if standing is None:
        return False
    return not totals(books.journal, "standings", "party", on, giver).get(giver, {}).get(standing)


def _conditions(books: Books, on: date, filters: Filters) -> list[Condition]:
    """Give what rows of standings must meet; ZakuroError for what no filter can ask for."""
    _topic(filters.get("topic"))
    party = _party(books, filters.get("giver")) or ""
    where: list[Condition] = [("party", "=", party), *holds(on)]
    standing, word = filters.get("standing_is"), filters.get("word")
    if standing is not None:
        where.append(("standing", "=", standing))
    if word is not None:
        where.append(("word", "=", word))
    return where


def _named(books: Books, filters: Filters) -> list[Condition]:
    """Give the conditions that a receiver, a topic and an occasion are named."""
    receiver = _party(books, filters.get("receiver"))
    asked = {
        "receiver": {receiver, *expand((receiver,), books.groups)} if receiver else None,
        "topic": filters.get("topic"),
        "occasion": filters.get("occasion"),
    }
    return [
        _naming(books, role, codes if isinstance(codes, set) else {codes})
        for role, codes in asked.items()
        if codes is not None
    ]


_Found = tuple[tables.Row, tables.Row, tuple[Amount, ...], tables.Row]
"""The rows of a pledge: its own, that of its standing, its amounts, and that of its document."""


def _documents(books: Books, pledges: Iterable[tables.Row]) -> dict[str, tables.Row]:
    """Give the row of each document in which some pledges were said."""
    names = {_document(row) for row in pledges}
    numbers = [tables.numbered(name) for name in sorted(names) if name]
    rows = books.journal.rows(tables.DOCUMENTS, [("number", "in", numbers)])
    return {f"D-{row['number']}": row for row in rows}


def _document(row: tables.Row) -> str:
    return str(row["statement"]).partition(":")[0]


def _kept(books: Books, on: date, standings: Iterable[tables.Row]) -> Iterator[_Found]:
    """Give the rows as they are kept, page by page."""
    left = iter(standings)
    while page := list(islice(left, PAGE)):
        chosen: Condition = ("number", "in", [int(row["number"]) for row in page])
        rows = {int(row["number"]): row for row in books.journal.rows(tables.PLEDGES, [chosen])}
        documents = _documents(books, rows.values())
        amounts: dict[int, list[Amount]] = {}
        for row in books.journal.rows(tables.LINES, [chosen, *holds(on)]):
            amounts.setdefault(int(row["number"]), []).append(_amount(row))
        for at in page:
            number = int(at["number"])
            if number not in rows:
                raise ZakuroError(
                    f"P-{number} is missing in the tables for lists: somebody changed them. See "
                    "what differs with `zakuro verify`, make them again with `zakuro rebuild`."
                )
            row = rows[number]
            yield row, at, tuple(amounts.get(number, ())), documents.get(_document(row), {})


def _as_known(
    books: Books, on: date, known_on: date, where: Sequence[Condition]
) -> Iterator[_Found]:
    """Give the rows made anew of what had been entered by a day."""
    day = on.isoformat()
    for opening in books.journal.entries(kind="pledge"):
        if day_of(opening) > known_on:
            return
        account = books.account(opening.subject, known_on)
        row, lines = tables.pledge_row(account), tables.line_rows(account)
        documents = _documents(books, [row])
        held = [one for one in lines if str(one["since"]) <= day < str(one["until"])]
        for at in tables.standing_rows(account, books.charter):
            if all(_meets(at, condition) for condition in where):
                amounts = tuple(_amount(one) for one in held)
                yield row, at, amounts, documents.get(_document(row), {})


def _meets(row: tables.Row, condition: Condition) -> bool:
    column, operator, value = condition
    return _OPERATORS[operator](row[column], value)


_OPERATORS: dict[str, Callable[[Any, Any], bool]] = {
    "=": eq,
    ">": gt,
    "<=": le,
    "in": lambda one, many: one in many,
}


class _Filter:
    """Whether a pledge is owed to a party, of a topic and of an occasion, as asked."""

    def __init__(self, books: Books, filters: Filters) -> None:
        self._groups, self._topic = books.groups, filters.get("topic")
        self._occasion = filters.get("occasion")
        receiver = _party(books, filters.get("receiver"))
        self._asked = set(expand((receiver,), books.groups)) if receiver else None

    def __call__(self, row: tables.Row) -> bool:
        names = [name for label in str(row["receivers"]).split() for name in label.split("+")]
        if self._asked is not None and not self._asked & set(expand(names, self._groups)):
            return False
        if self._occasion is not None and self._occasion != row["occasion"]:
            return False
        return self._topic is None or self._topic in str(row["topics"]).split(";")


FEW = 200
"""How many pledges are looked up by their numbers, rather than among all that stand so."""


def _naming(books: Books, role: str, codes: set[str]) -> Condition:
    """Give the condition that a pledge names one of some receivers, topics or occasions.

    Where few or none do, it names them: else every pledge would be asked whether it is one of them.
    """
    where: tuple[Condition, ...] = (("role", "=", role), ("code", "in", sorted(codes)))
    found = list(books.journal.rows(tables.NAMED, where, limit=FEW + 1))
    if len(found) <= FEW:
        return ("number", "in", sorted({int(row["number"]) for row in found}))
    return ("number", "in", Among(tables.NAMED, "number", where))


def _party(books: Books, code: str | None) -> str | None:
    return None if code is None else party_code(books, code)


def party_code(books: Books, code: str) -> str:
    """Give a party's code as the books write it; ZakuroError for what is no party."""
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


def _one(
    row: tables.Row, at: tables.Row, amounts: tuple[Amount, ...], document: tables.Row
) -> Listed:
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
        independent=max((amount.independent for amount in amounts), default=0),
        language=str(document.get("language", "")),
        retold=bool(document.get("retold", 0)),
        confirmed_alone=str(at["confirmed_alone"]),
        changes=str(at["changes"]),
        searched=str(at["searched"]),
        told_by_receiver=bool(row["told_by_receiver"]),
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
        unreported=figure("unreported"),
        disputed=figure("disputed"),
        receivable=figure("receivable"),
        released=figure("released"),
        found=tuple(Decimal(value) for value in str(row["found"]).split()),
        independent=int(row["independent"]),
    )


def holds(on: date) -> list[Condition]:
    """Give the conditions of rows that hold on a day."""
    return [("since", "<=", on.isoformat()), ("until", ">", on.isoformat())]
