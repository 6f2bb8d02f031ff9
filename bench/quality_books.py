"""How well the books are kept: published scores recomputed, and results held against pledges.

The averages of ../shared/data/g7-compliance are computed from the scores of the members and
compared with those printed beside them; where they differ by more than rounding, the printed one
is wrong, and the row is named by ``disagreeing``.  The results and pledges of spec/matching.jsonl
are our own words.  Results are held against pledges as they are read from their text, and, for the
matcher alone, as they were written by hand; the pledges are as a reviewer would keep them.

    python -m bench.quality_books ../shared     lists the rows that disagree
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple, cast

import msgspec

import zakuro
from bench.figures import Figure
from zakuro.ledger.account import PledgeAccount
from zakuro.ledger.assessment.score import Cell, percent, score
from zakuro.ledger.fold import fold
from zakuro.ledger.matching import best_match
from zakuro.ledger.postings.opening import open_pledge
from zakuro.model import vocabulary
from zakuro.model.acts import ScoreValue, body_of
from zakuro.model.entry import Author, Entry
from zakuro.model.statement import Kind, Statement

MATCHING = Path(__file__).parents[1] / "spec" / "matching.jsonl"
_OUTLET = re.compile(r"\((?P<state>[A-Z]{2,5})\)")
TEXT_COLUMNS = ("area", "id", "year", "text", "average")
ROUNDING = Fraction(6, 1000)
"""Averages are printed to two decimals, some cut and some rounded."""


class Row(NamedTuple):
    """One commitment: its id, the average printed, and the one its members' scores give."""

    id: str
    printed: Fraction
    computed: Fraction

    @property
    def agrees(self) -> bool:
        """Whether they differ by no more than rounding."""
        return abs(self.printed - self.computed) <= ROUNDING


def commitments(path: Path) -> list[Row]:
    """Every commitment with scores and a printed average."""
    found = []
    with path.open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            cells = [
                Cell(line["id"], member, cast(ScoreValue, int(float(value))))
                for member, value in line.items()
                if member not in TEXT_COLUMNS and value.strip()
            ]
            pooled = score(cells).pooled
            if pooled is not None and line["average"].strip():
                found.append(Row(line["id"].strip(), Fraction(line["average"]), pooled))
    return found


def disagreeing(rows: list[Row]) -> list[Row]:
    """The commitments whose printed average is not that of their members' scores."""
    return [row for row in rows if not row.agrees]


def statement_of(line: dict[str, Any]) -> Statement:
    """The statement of a line of the set; its words are the whole text."""
    words = {"start": 0, "end": len(line["text"]), "exact": line["text"]}
    fields = dict(line["statement"])
    fields["quantities"] = [words | quantity for quantity in fields.get("quantities", [])]
    if "period" in fields:
        fields["period"] = words | fields["period"]
    return msgspec.convert({"id": "s1", "document": "0" * 64, **words, **fields}, Statement)


def account_of(line: dict[str, Any]) -> PledgeAccount:
    """The account that a pledge of the set opens."""
    said_on = date.fromisoformat(line["said_on"])
    pledge = open_pledge(statement_of(line), "D-1:s1", groups=vocabulary.groups(), said_on=said_on)
    entry = Entry(
        number=1,
        time=datetime(2026, 1, 1, tzinfo=UTC),
        kind="pledge",
        subject=line["pledge"],
        author=Author(filed_by="bench"),
        body=body_of(pledge),
    )
    account = fold([entry])
    if account is None:
        raise ValueError(line["pledge"])
    return account


class Matched(NamedTuple):
    """How results met pledges: offered, offered rightly, and how many should have been."""

    offered: int
    right: int
    wanted: int
    results: int


def home_of(line: dict[str, Any]) -> str | None:
    """Whose text a line stands in: the state of the outlet that speaks, if it is one's."""
    found = _OUTLET.search(line["statement"].get("speaker", ""))
    return found[1] if found else None


def read(line: dict[str, Any], kind: Kind, day: str) -> list[Statement]:
    """The statements of a kind that are read in the text of a line, published on a day."""
    reading = zakuro.read(
        line["text"],
        language=line["language"],
        published=date.fromisoformat(line[day]),
        home=home_of(line),
    )
    return [statement for statement in reading.statements if statement.kind == kind]


def as_written(line: dict[str, Any]) -> list[Statement]:
    """The statement of a line as it was written by hand: what the matcher alone makes of it."""
    return [statement_of(line)]


def as_read(line: dict[str, Any]) -> list[Statement]:
    """The results that are read in the text of a line."""
    return read(line, "result", "published")


def matching(
    path: Path = MATCHING, told: Callable[[dict[str, Any]], list[Statement]] = as_written
) -> Matched:
    """Hold every result of the set, as ``told`` gives it, against its pledges as kept."""
    lines = [msgspec.json.decode(line) for line in path.read_text("utf-8").splitlines()]
    accounts = [account_of(line) for line in lines if "pledge" in line]
    results = [line for line in lines if "result" in line]
    offered = right = 0
    for line in results:
        published = date.fromisoformat(line["published"])
        home = home_of(line)
        whose = (home,) if home is not None else ()
        found = None
        for statement in told(line):
            found = found or best_match(statement, accounts, vocabulary.groups(), published, whose)
        if found is not None:
            offered += 1
            right += found.pledge == line["want"]
    wanted = sum(line["want"] is not None for line in results)
    return Matched(offered, right, wanted, len(results))


def measure(shared: Path) -> list[Figure]:
    """The figures of the books; see bench.figures."""
    rows = commitments(shared / "data" / "g7-compliance" / "compliance.csv")
    agreeing = len(rows) - len(disagreeing(rows))
    # The best constant answer: that every commitment scored the commonest printed average.
    printed = [row.printed for row in rows]
    commonest = max(printed.count(value) for value in set(printed))
    matched, seen = matching(), matching(told=as_read)
    return [
        Figure(
            name="books: printed G7 averages that their scores give",
            value=round(100 * agreeing / len(rows), 2),
            cases=len(rows),
            constant=round(100 * commonest / len(rows), 2),
        ),
        Figure(
            name="books: results read and offered for the right pledge, of those offered",
            value=round(100 * seen.right / max(seen.offered, 1), 2),
            cases=seen.offered,
            constant=round(100 * seen.wanted / seen.results / 15, 2),
            floor=95,
        ),
        Figure(
            name="books: results read and offered for the right pledge, of those that have one",
            value=round(100 * seen.right / seen.wanted, 2),
            cases=seen.wanted,
            constant=0,
            floor=80,
        ),
        Figure(
            name="books, matcher alone: results offered for the right pledge, of those offered",
            value=round(100 * matched.right / matched.offered, 2),
            cases=matched.offered,
            constant=round(100 * matched.wanted / matched.results / 15, 2),
            floor=95,
        ),
        Figure(
            name="books, matcher alone: results offered for the right pledge, of those with one",
            value=round(100 * matched.right / matched.wanted, 2),
            cases=matched.wanted,
            constant=0,
            floor=80,
        ),
    ]


def main() -> None:
    """List the rows whose printed average is not that of their scores."""
    rows = commitments(Path(sys.argv[1]) / "data" / "g7-compliance" / "compliance.csv")
    for row in disagreeing(rows):
        print(
            f"{row.id}: printed {float(row.printed):.2f}, computed {float(row.computed):.2f} "
            f"({percent(row.computed)} %)"
        )
    print(f"{len(disagreeing(rows))} of {len(rows)}")


if __name__ == "__main__":
    main()
