"""Scores of everything, or by party, topic or summit, as of a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple

from zakuro.flow.keeping import tables
from zakuro.flow.keeping.books import Books
from zakuro.journal import Condition
from zakuro.ledger.assessment.score import Cell, Score, score_by, value_of
from zakuro.model.acts import ScoreValue
from zakuro.model.entry import Basis

By = Literal["all", "party", "topic", "summit"]
_VALUES: dict[str, ScoreValue | None] = {"1": 1, "0": 0, "-1": -1, "": None}


class Scored(NamedTuple):
    """The score of one group of pledges."""

    group: str
    score: Score


class _Cell(NamedTuple):
    cell: Cell
    topics: tuple[str, ...]
    occasion: str


def scores(
    books: Books,
    on: date,
    *,
    by: By = "all",
    bases: frozenset[Basis] | None = None,
) -> list[Scored]:
    """Give the scores as of a day.

    An assessor's score of a party on a pledge counts before that of the standing.  With ``bases``
    a standing counts only if every report, confirmation and dispute on the pledge has one of them.
    A pledge that is part of another is scored in the whole, not again by itself.
    """
    found = list(_cells(books, on, bases))
    about = {cell.cell: cell for cell in found}

    def groups(cell: Cell) -> tuple[str, ...]:
        match by:
            case "party":
                return (cell.party,)
            case "topic":
                return about[cell].topics or ("(no topic)",)
            case "summit":
                return (about[cell].occasion or "(no summit)",)
            case _:
                return ("all",)

    by_group = score_by((cell.cell for cell in found), groups)
    return [Scored(group, by_group[group]) for group in sorted(by_group)]


def _cells(books: Books, on: date, bases: frozenset[Basis] | None) -> Iterator[_Cell]:
    """Give a cell for each giver of each pledge."""
    day = on.isoformat()
    rule = books.charter.score
    judged: dict[tuple[int, str], ScoreValue | None] = {}
    for row in books.journal.rows(tables.ASSESSMENTS, [("since", "<=", day)]):
        judged[int(row["number"]), str(row["party"])] = _VALUES[str(row["value"])]
    pledges = {}
    whole: list[Condition] = [("open", "=", 1), ("part_of", "=", "")]
    for row in books.journal.rows(tables.PLEDGES, whole):
        rests_on = frozenset(str(row["bases"]).split())
        topics = tuple(topic for topic in str(row["topics"]).split(";") if topic)
        counts = bases is None or rests_on <= bases
        pledges[int(row["number"])] = (topics, str(row["occasion"]), counts)
    where: list[Condition] = [("party", "!=", ""), ("since", "<=", day), ("until", ">", day)]
    for row in books.journal.rows(tables.STANDINGS, where):
        number, party = int(row["number"]), str(row["party"])
        if number not in pledges:
            continue
        topics, occasion, counts = pledges[number]
        if (number, party) in judged:
            value = judged[number, party]
        elif counts:
            value = value_of(row["standing"], row["word"], rule)  # type: ignore[arg-type]
        else:
            value = None
        yield _Cell(Cell(f"P-{number}", party, value), topics, occasion)
