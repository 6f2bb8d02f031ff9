"""What each giver's keeping of a pledge counts in the scores on a day, from its rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from zakuro.flow.keeping import tables
from zakuro.journal import Condition, Journal, Table
from zakuro.ledger.assessment.score import value_of
from zakuro.model.acts import ScoreValue
from zakuro.model.entry import Basis

_VALUES: dict[str, ScoreValue | None] = {"1": 1, "0": 0, "-1": -1, "": None}


class Rows(NamedTuple):
    """The rows of one pledge: its own, and those of its amounts, standings and assessments."""

    pledge: tables.Row
    lines: Sequence[tables.Row]
    standings: Sequence[tables.Row]
    assessments: Sequence[tables.Row]


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


def read_rows(journal: Journal, numbers: Sequence[int]) -> list[Rows]:
    """Give the rows of some pledges as they are kept; of those that have none, none."""
    among: list[Condition] = [("number", "in", numbers)]
    return grouped(
        (table, journal.rows(table, among))
        for table in (tables.PLEDGES, tables.LINES, tables.STANDINGS, tables.ASSESSMENTS)
    )


def grouped(rows: Iterable[tuple[Table, Iterable[tables.Row]]]) -> list[Rows]:
    """Give rows as they stand in the tables pledge by pledge, in order of their numbers."""
    kept: dict[int, dict[str, list[tables.Row]]] = {}
    for table, found in rows:
        for row in found:
            kept.setdefault(int(row["number"]), {}).setdefault(table.name, []).append(row)
    rest = (tables.LINES, tables.STANDINGS, tables.ASSESSMENTS)
    return [
        Rows(of[tables.PLEDGES.name][0], *(of.get(table.name, []) for table in rest))
        for _, of in sorted(kept.items())
        if tables.PLEDGES.name in of
    ]


def holding(rows: Iterable[tables.Row], day: str) -> list[tables.Row]:
    """Give those of some rows that hold on a day."""
    return [row for row in rows if str(row["since"]) <= day < str(row["until"])]


def cells(
    rows: Rows,
    day: str,
    rule: Mapping[str, ScoreValue],
    bases: frozenset[Basis] | None = None,
) -> list[Counted]:
    """Give a cell for each giver of a pledge as of a day; none of a mistake, or a part of another.

    An assessor's score counts before that of the standing.  With ``bases`` a standing counts only
    if every report, confirmation and dispute on the pledge has one of them.
    """
    pledge = rows.pledge
    if not pledge["open"] or pledge["part_of"]:
        return []
    judged: dict[str, ScoreValue | None] = {}
    for row in sorted(rows.assessments, key=lambda one: int(one["entry"])):
        if str(row["since"]) <= day:
            judged[str(row["party"])] = _VALUES[str(row["value"])]
    counts = bases is None or frozenset(str(pledge["bases"]).split()) <= bases
    standings = holding(rows.standings, day)
    return [_cell(row, pledge, judged, rule, counts=counts) for row in standings if row["party"]]


def _cell(
    row: tables.Row,
    pledge: tables.Row,
    judged: Mapping[str, ScoreValue | None],
    rule: Mapping[str, ScoreValue],
    *,
    counts: bool,
) -> Counted:
    party, standing = str(row["party"]), str(row["standing"])
    reported: ScoreValue | None = None
    confirmed: ScoreValue | None = None
    assessed = party in judged
    alone = row["confirmed_alone"]
    if pledge["told_by_receiver"]:
        outside = "as told by the receiver"
    elif assessed:
        reported = confirmed = judged[party]
        outside = "" if reported is not None else "not applicable"
    elif not counts:
        outside = "on another basis"
    else:
        reported = value_of(row["standing"], row["word"], rule)  # type: ignore[arg-type]
        confirmed = value_of(alone, "confirmed", rule) if alone else None  # type: ignore[arg-type]
        outside = standing if reported is None and confirmed is None else ""
    return Counted(f"P-{row['number']}", party, standing, reported, confirmed, assessed, outside)
