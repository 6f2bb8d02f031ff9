"""Scores of everything, or by party, topic or summit, as of a day: by report, and by confirmation.

Every score names the pledges that it counted, and what stayed outside it, so that anybody can count
again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple

from zakuro.flow.keeping import tables
from zakuro.flow.keeping.books import Books
from zakuro.flow.looking.lists import holds
from zakuro.journal import Condition
from zakuro.ledger.assessment.score import Cell, Score, score, value_of
from zakuro.model.acts import ScoreValue
from zakuro.model.entry import Basis

By = Literal["all", "party", "topic", "summit"]
_VALUES: dict[str, ScoreValue | None] = {"1": 1, "0": 0, "-1": -1, "": None}


class Counted(NamedTuple):
    """One party's keeping of one pledge: where it stands, and what it counts in each score.

    ``by_report`` and ``by_confirmation`` are None where it stays outside that score; ``outside``
    then says why it is in neither.  ``assessed`` says that an assessor's score counts.
    """

    pledge: str
    party: str
    standing: str
    by_report: ScoreValue | None
    by_confirmation: ScoreValue | None
    assessed: bool
    outside: str


class Scored(NamedTuple):
    """The scores of one group of pledges, the cells they were made of, and what is in neither."""

    group: str
    by_report: Score
    by_confirmation: Score
    cells: tuple[Counted, ...]
    outside: dict[str, int]


class _Cell(NamedTuple):
    cell: Counted
    topics: tuple[str, ...]
    occasion: str


class _Pledge(NamedTuple):
    topics: tuple[str, ...]
    occasion: str
    counts: bool
    told_by_receiver: bool


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
    A pledge that is part of another is scored in the whole, not again by itself; one known only in
    the receiver's voice is in no score.
    """
    groups: dict[str, list[Counted]] = {}
    for cell in _cells(books, on, bases):
        for group in _groups(cell, by):
            groups.setdefault(group, []).append(cell.cell)
    return [_scored(group, groups[group]) for group in sorted(groups)]


def _groups(cell: _Cell, by: By) -> tuple[str, ...]:
    match by:
        case "party":
            return (cell.cell.party,)
        case "topic":
            return cell.topics or ("(no topic)",)
        case "summit":
            return (cell.occasion or "(no summit)",)
        case _:
            return ("all",)


def _scored(group: str, cells: list[Counted]) -> Scored:
    return Scored(
        group=group,
        by_report=score(Cell(c.pledge, c.party, c.by_report) for c in cells),
        by_confirmation=score(Cell(c.pledge, c.party, c.by_confirmation) for c in cells),
        cells=tuple(cells),
        outside=dict(Counter(c.outside for c in cells if c.outside)),
    )


def _cells(books: Books, on: date, bases: frozenset[Basis] | None) -> Iterator[_Cell]:
    """Give a cell for each giver of each pledge."""
    rule = books.charter.score
    judged: dict[tuple[int, str], ScoreValue | None] = {}
    for row in books.journal.rows(tables.ASSESSMENTS, [("since", "<=", on.isoformat())]):
        judged[int(row["number"]), str(row["party"])] = _VALUES[str(row["value"])]
    pledges = {}
    whole: list[Condition] = [("open", "=", 1), ("part_of", "=", "")]
    for row in books.journal.rows(tables.PLEDGES, whole):
        rests_on = frozenset(str(row["bases"]).split())
        topics = tuple(topic for topic in str(row["topics"]).split(";") if topic)
        counts = bases is None or rests_on <= bases
        told = bool(row["told_by_receiver"])
        pledges[int(row["number"])] = _Pledge(topics, str(row["occasion"]), counts, told)
    for row in books.journal.rows(tables.STANDINGS, [("party", "!=", ""), *holds(on)]):
        number = int(row["number"])
        if number in pledges:
            pledge = pledges[number]
            cell = _cell(row, pledge, judged, rule)
            yield _Cell(cell, pledge.topics, pledge.occasion)


def _cell(
    row: tables.Row,
    pledge: _Pledge,
    judged: dict[tuple[int, str], ScoreValue | None],
    rule: dict[str, ScoreValue],
) -> Counted:
    number, party, standing = int(row["number"]), str(row["party"]), str(row["standing"])
    reported: ScoreValue | None = None
    confirmed: ScoreValue | None = None
    assessed = (number, party) in judged
    alone = row["confirmed_alone"]
    if pledge.told_by_receiver:
        outside = "as told by the receiver"
    elif assessed:
        reported = confirmed = judged[number, party]
        outside = "" if reported is not None else "not applicable"
    elif not pledge.counts:
        outside = "on another basis"
    else:
        reported = value_of(row["standing"], row["word"], rule)  # type: ignore[arg-type]
        confirmed = value_of(alone, "confirmed", rule) if alone else None  # type: ignore[arg-type]
        outside = standing if reported is None and confirmed is None else ""
    return Counted(f"P-{number}", party, standing, reported, confirmed, assessed, outside)
