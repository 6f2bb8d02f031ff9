"""Scores of everything, or by party, topic or summit, as of a day: by report, and by confirmation.

They come from running sums; which pledges were counted, and what stayed outside, :func:`counted`
lists cell by cell, so that anybody can count again.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from itertools import islice
from typing import NamedTuple

from zakuro.flow.keeping import tables
from zakuro.flow.keeping.books import Books
from zakuro.flow.sums.cells import Counted, Rows, cells, read_rows
from zakuro.flow.sums.figures import By, Figures, add, groups, score_figures
from zakuro.flow.sums.running import totals
from zakuro.journal import Condition
from zakuro.ledger.assessment.score import Score, score_of
from zakuro.model.entry import Basis

_PAGE = 500


class Scored(NamedTuple):
    """The scores of one group of pledges; where they stand, and how many are in neither, and why.

    ``standings`` and ``outside`` count cells: one party's keeping of one pledge.
    """

    group: str
    by_report: Score
    by_confirmation: Score
    standings: dict[str, int]
    outside: dict[str, int]


def scores(
    books: Books,
    on: date,
    *,
    by: By = "all",
    bases: frozenset[Basis] | None = None,
) -> list[Scored]:
    """Give the scores as of a day.

    An assessor's score of a party on a pledge counts before that of the standing.  With ``bases``
    a standing counts only if every report, confirmation and dispute on the pledge has one of them;
    then every pledge is looked at.  A pledge that is part of another is scored in the whole, not
    again by itself; one known only in the receiver's voice is in no score.
    """
    found = totals(books.journal, "score", by, on) if bases is None else {}
    if bases is not None:
        for rows, all_cells in _cells(books, on, bases):
            for name, mine in groups(all_cells, rows.pledge, by).items():
                add(found.setdefault(name, {}), score_figures(mine))
    return [_scored(name, found[name]) for name in sorted(found)]


def counted(
    books: Books,
    on: date,
    *,
    by: By = "all",
    bases: frozenset[Basis] | None = None,
) -> Iterator[tuple[str, Counted]]:
    """Give every cell of each group's scores, in order of the pledges."""
    for rows, all_cells in _cells(books, on, bases):
        for name, mine in groups(all_cells, rows.pledge, by).items():
            for cell in mine:
                yield name, cell


def _cells(
    books: Books, on: date, bases: frozenset[Basis] | None
) -> Iterator[tuple[Rows, list[Counted]]]:
    """Give the cells of each pledge, page by page."""
    rule, day = books.charter.score, on.isoformat()
    whole: list[Condition] = [("open", "=", 1), ("part_of", "=", "")]
    numbers = (int(row["number"]) for row in books.journal.rows(tables.PLEDGES, whole))
    while page := list(islice(numbers, _PAGE)):
        for rows in read_rows(books.journal, page):
            yield rows, cells(rows, day, rule, bases)


def _scored(group: str, figures: Figures) -> Scored:
    def counts(of: str) -> dict[str, int]:
        found = {
            name.removeprefix(of): int(n)
            for name, n in figures.items()
            if name[: len(of)] == of and n  # a running sum comes back to nothing
        }
        return dict(sorted(found.items(), key=lambda one: (-one[1], one[0])))

    return Scored(
        group,
        _score(figures, "by_report"),
        _score(figures, "by_confirmation"),
        counts("standing "),
        counts("outside "),
    )


def _score(figures: Figures, kind: str) -> Score:
    def figure(name: str) -> int:
        return int(figures.get(f"{kind} {name}", 0))

    return score_of(
        int(figures.get("total", 0)),
        figure("judged"),
        figure("points"),
        figure("pledges"),
        Fraction(figures.get(f"{kind} means", 0)),
    )
