"""What waits for review: one selection for every way of reviewing, and what each would open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import NamedTuple

from zakuro.flow.acting.take_in import document, statement
from zakuro.flow.deciding.adopting import of_the_bound
from zakuro.flow.keeping import tables
from zakuro.flow.keeping.books import Books
from zakuro.journal import Condition
from zakuro.ledger.postings.opening import Question, open_pledge, open_questions
from zakuro.ledger.postings.sameness import (
    SAID_TOGETHER,
    givers_key,
    may_say_again,
    sameness,
    says_again,
)
from zakuro.model.acts import Pledge
from zakuro.model.errors import ZakuroError
from zakuro.model.statement import Kind, Record, Statement, Strength
from zakuro.model.vocabulary import kin_objects

REVIEWED: tuple[Kind, ...] = ("pledge",)


class Selection(Record, frozen=True, kw_only=True):
    """Which statements are meant: the same for listing, asking, accepting all and policies.

    ``kinds`` of statements, of one ``document`` (``D-1``) only, read by one of some ``rules``, of
    one of some ``strengths``; what is not given leaves nothing out.
    """

    kinds: tuple[Kind, ...] = REVIEWED
    document: str | None = None
    rules: tuple[str, ...] = ()
    strengths: tuple[Strength, ...] = ()


class Open(NamedTuple):
    """A statement waiting for review.

    ``again`` is the pledge (or the statement still waiting) that it certainly says again, ``may``
    are those that it may say again, which a person decides; ``would`` is the pledge that accepting
    it opens, and ``asks`` what must be answered before.
    """

    name: str
    statement: Statement
    again: str | None = None
    may: tuple[str, ...] = ()
    would: Pledge | None = None
    asks: tuple[Question, ...] = ()


class Choices(Record, frozen=True, kw_only=True):
    """What a reviewer says of a statement beside accepting it.

    ``part_of`` names the pledge that counts the amount already; with ``each`` every receiver is
    owed the full amount; with ``add_up`` the amounts of one unit are added; with ``together`` the
    parties owe one thing as one.
    """

    part_of: str | None = None
    each: bool = False
    add_up: bool = False
    together: bool = False


def waiting(books: Books, selection: Selection | None = None) -> Iterator[Open]:
    """Give the selected statements that nobody has reviewed, in order of the documents.

    ZakuroError if the selection names a document that is not there.
    """
    chosen = selection or Selection()
    where: list[Condition] = [("state", "=", "open"), ("kind", "in", list(chosen.kinds))]
    if chosen.document is not None:
        document(books, chosen.document)
        where.append(("document", "=", tables.numbered(chosen.document)))
    if chosen.rules:
        where.append(("rule", "in", list(chosen.rules)))
    if chosen.strengths:
        where.append(("strength", "in", list(chosen.strengths)))
    before: dict[str, list[Pledge]] = {}
    for row in books.journal.rows(tables.STATEMENTS, where, order=("document", "place")):
        name = f"D-{row['document']}:s{row['place']}"
        found = statement(books, name)
        open_ = looked_at(books, name, found)
        if open_.would is not None and open_.again is None:
            others = before.setdefault(givers_key(open_.would), [])
            open_ = _beside(open_, others)
            others.append(open_.would)  # type: ignore[arg-type]
        yield open_


def looked_at(books: Books, name: str, found: Statement, choices: Choices | None = None) -> Open:
    """Give what a statement, as read or corrected, would open, and what stands in its way."""
    choices = choices or Choices()
    again = _repeated(books, name, found)
    if found.kind != "pledge":
        return Open(name, found, again)
    would = would_open(books, name, found, choices)
    asks = tuple(open_questions(found, would, add_up=choices.add_up))
    if again is not None:
        return Open(name, found, again, (), would, asks)
    certain, may = _said_before(books, would)
    return Open(name, found, certain, () if certain else may, would, asks)


def _beside(open_: Open, others: list[Pledge]) -> Open:
    """Add the statements still waiting, of other documents, that say the same or may."""
    would, where = open_.would, _document(open_.name)
    if would is None:
        return open_
    elsewhere = [other for other in others if _document(other.statement) != where]
    for other in elsewhere:
        if says_again(would, other):
            return open_._replace(again=other.statement, may=())
    may = tuple(other.statement for other in elsewhere if may_say_again(would, other))
    return open_._replace(may=(*open_.may, *may))


def would_open(books: Books, name: str, found: Statement, choices: Choices) -> Pledge:
    """Give the pledge that a statement opens."""
    filed = document(books, _document(name))
    return open_pledge(
        of_the_bound(books, filed, found),
        name,
        groups=books.groups,
        said_on=filed.published,
        occasion=filed.occasion or filed.title,
        part_of=choices.part_of,
        each=choices.each,
        add_up=choices.add_up,
        together=choices.together,
    )


def _repeated(books: Books, name: str, found: Statement) -> str | None:
    """Give the pledge that a statement says again as read: in its own document."""
    if found.repeats is None:
        return None
    row = statement_row(books, f"{_document(name)}:{found.repeats}")
    return f"P-{row['pledge']}" if int(row["pledge"]) else None


def _said_before(books: Books, would: Pledge) -> tuple[str | None, tuple[str, ...]]:
    """Give the open pledge of another document that is certainly the same, and those that may be.

    A pledge that its document has said already, or says again, is said once there: no candidate.
    """
    alike, where, may = sameness(would), _document(would.statement), []
    for row in _by_givers(books, would):
        certain = alike and row["sameness"] == alike
        if where in str(row["documents"]).split() or not (certain or _akin(would, row)):
            continue
        subject = f"P-{row['number']}"
        pledge = books.account(subject).pledge
        if certain and says_again(would, pledge):
            return subject, ()
        if may_say_again(would, pledge):
            may.append(subject)
    return None, tuple(may)


def _by_givers(books: Books, would: Pledge) -> list[tables.Row]:
    """Give the open pledges of the same givers, said within a month or on the same occasion."""
    same: list[Condition] = [("said_by", "=", givers_key(would)), ("open", "=", 1)]
    near: list[list[Condition]] = []
    if would.said_on is not None:
        month = timedelta(days=SAID_TOGETHER)
        first, last = (day.isoformat() for day in (would.said_on - month, would.said_on + month))
        near.append([("said_on", ">=", first), ("said_on", "<=", last)])
    if would.occasion:
        near.append([("occasion", "=", would.occasion)])
    rows = [row for place in near for row in books.journal.rows(tables.PLEDGES, same + place)]
    found = {int(row["number"]): row for row in rows}
    return [found[number] for number in sorted(found)]


def _akin(would: Pledge, row: tables.Row) -> bool:
    """Say whether a row has the object, a topic or the point of a pledge; the rest is weighed."""
    return (
        any(
            kin_objects(thing, str(row["object"]))
            for thing in (would.object, *would.objects)
            if thing
        )
        or bool(set(would.topics) & set(str(row["topics"]).split(";")))
        or (would.number is not None and str(would.number) == row["point"])
    )


def statement_row(books: Books, name: str) -> tables.Row:
    """Give the row of a statement; ZakuroError if there is none."""
    number, place = tables.places(name)
    at: list[Condition] = [("document", "=", number), ("place", "=", place)]
    for row in books.journal.rows(tables.STATEMENTS, at, limit=1):
        return row
    raise ZakuroError(f"There is no statement {name}: they are named D-1:s1, D-1:s2 …")


def _document(name: str) -> str:
    return name.partition(":")[0]
