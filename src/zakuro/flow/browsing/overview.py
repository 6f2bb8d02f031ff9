"""How far things have come, in figures: each of them counts rows that a list gives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from zakuro.flow.keeping import tables
from zakuro.flow.keeping.books import Books
from zakuro.journal import Condition
from zakuro.ledger.parties import expand


def tally(books: Books, on: date, giver: str = "") -> Counter[tuple[str, str]]:
    """Count the pledges by standing and word on a day: all, or by a giver's own debt."""
    counts: Counter[tuple[str, str]] = Counter()
    for row in books.journal.rows(tables.STANDINGS, standing_on(on, giver)):
        counts[str(row["standing"]), str(row["word"])] += 1
    return counts


def standing_on(on: date, giver: str = "") -> list[Condition]:
    """Give the conditions on the rows of standings that hold on a day."""
    day = on.isoformat()
    return [("party", "=", giver), ("since", "<=", day), ("until", ">", day)]


class Side(NamedTuple):
    """A party in the books: how many pledges it owes and is owed.

    ``named`` says that some pledge names it by itself, and not only a group that it belongs to.
    """

    code: str
    owes: int
    owed: int
    member: bool
    named: bool


def parties(books: Books) -> list[Side]:
    """Give every party of the books: the members as the charter lists them, then the others."""
    owes: Counter[str] = Counter()
    owed: Counter[str] = Counter()
    groups = books.groups
    named: set[str] = set()
    for row in books.journal.rows(tables.PLEDGES, [("open", "=", 1)]):
        for column, count in (("givers", owes), ("receivers", owed)):
            names = [name for label in str(row[column]).split() for name in label.split("+")]
            count.update(expand(names, groups))
            named.update(names)
    members = books.charter.members
    others = sorted((owes.keys() | owed.keys()) - set(members))
    return [
        Side(code, owes[code], owed[code], code in members, code in named)
        for code in (*members, *others)
    ]


def groups(books: Books) -> list[Side]:
    """Give every group that a pledge names as such; their members are counted by themselves too."""
    owes: Counter[str] = Counter()
    owed: Counter[str] = Counter()
    for row in books.journal.rows(tables.PLEDGES, [("open", "=", 1)]):
        for column, count in (("givers", owes), ("receivers", owed)):
            names = {name for label in str(row[column]).split() for name in label.split("+")}
            count.update(names & books.groups.keys())
    return [Side(code, owes[code], owed[code], False, True) for code in sorted({*owes, *owed})]


def topics(books: Books) -> Counter[str]:
    """Count the open pledges of each topic."""
    return _counted(books, "topics")


def occasions(books: Books) -> Counter[str]:
    """Count the open pledges of each occasion, the earliest first."""
    counts = _counted(books, "occasion")
    began: dict[str, str] = {}
    for row in books.journal.rows(tables.PLEDGES, [("open", "=", 1)]):
        of, day = str(row["occasion"]), str(row["said_on"])
        began[of] = min(began.get(of, day), day)
    return Counter({each: counts[each] for each in sorted(counts, key=lambda of: began[of])})


def _counted(books: Books, column: str) -> Counter[str]:
    rows: Iterator[tables.Row] = books.journal.rows(tables.PLEDGES, [("open", "=", 1)])
    return Counter(each for row in rows for each in str(row[column]).split(";") if each)


class Due(NamedTuple):
    """A pledge that is due next: the first day after its term."""

    name: str
    end: date


def due_next(books: Books, on: date, limit: int = 4) -> list[Due]:
    """Give the open pledges whose term ends next after a day."""
    after: list[Condition] = [("open", "=", 1), ("due", ">", on.isoformat())]
    rows = books.journal.rows(tables.PLEDGES, after, order=("due",), limit=limit)
    return [Due(f"P-{row['number']}", date.fromisoformat(str(row["due"]))) for row in rows]
