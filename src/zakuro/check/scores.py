"""Tables of scores: rows that print a mean which their cells do not give."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from itertools import accumulate

from zakuro.check.figures import mean_can_be, printed
from zakuro.model.errors import ZakuroError
from zakuro.model.finding import Finding, Place

_MEANS = ("average", "mean", "avg", "score", "percent", "%")
_SCORES = frozenset((Decimal(-1), Decimal(0), Decimal(1)))
_LEAST = 2
_Row = tuple[int, dict[str, str]]


def means_of_rows(content: bytes, name: str, column: str | None = None) -> Iterator[Finding]:
    """Z509: the mean that each row of a table prints, against the mean of its scores.

    Scores are the columns that hold nothing but 1, 0 and -1 (or nothing: not scored).  The mean is
    ``column``, or the first called average, mean, score or percent; a per cent is (mean + 1) / 2.
    Consistent rows are not told.  ZakuroError where the table has no such columns.
    """
    text, fields, rows = _rows(content, name)
    column = column or next((f for f in fields if f.casefold() in _MEANS), None)
    if column not in fields:
        raise ZakuroError(
            f"{name} has no column {column or 'average'}: name the one that prints the mean with "
            f"--mean; its heads are {', '.join(fields)}."
        )
    scored = [f for f in fields if f != column and _is_scored([row[f] for _, row in rows])]
    if len(scored) < _LEAST:
        raise ZakuroError(f"{name} has no two columns of scores: 1, 0, -1, or nothing.")
    starts = [0, *accumulate(len(line) for line in text.splitlines(keepends=True))]
    for line, row in rows:
        scores = [score for f in scored if (score := _number(row[f])) is not None]
        mean = _number(row[column])
        if mean is None or not scores:
            continue
        percent = row[column].strip().endswith("%") or abs(mean) > 1
        true = sum(scores, Decimal(0)) / len(scores)
        given = (true + 1) * 50 if percent else true
        places = max(-int(mean.as_tuple().exponent), 0)
        if abs(given - mean) <= Decimal(5).scaleb(-places - 1):
            continue
        yield _finding(text, starts[line - 1], row, column, (mean, given, places, percent), scores)


def _finding(
    text: str,
    start: int,
    row: dict[str, str],
    column: str,
    means: tuple[Decimal, Decimal, int, bool],
    scores: Sequence[Decimal],
) -> Finding:
    mean, given, places, percent = means
    cell = row[column].strip()
    at = max(text.find(cell, start), start)
    count, total = len(scores), printed(sum(scores, Decimal(0)))
    says = f"{cell} is printed; the {count} scores sum to {total}, which gives {given:.4g}"
    steps = count * 2 if percent else count
    if not mean_can_be(mean / 100 if percent else mean, steps, places + 2 * percent):
        says += f"; no {count} scores have this mean"
    return Finding(
        kind="arithmetic",
        verdict="conflict",
        says=says,
        where=(Place(start=at, end=at + len(cell), exact=text[at : at + len(cell)]),),
        rule="Z509",
    )


def _rows(content: bytes, name: str) -> tuple[str, list[str], list[_Row]]:
    """The text of a table, its heads, and its rows, each with the line that it begins on."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ZakuroError(f"{name} is not UTF-8 ({error}): save it as UTF-8.") from None
    reader = csv.DictReader(io.StringIO(text, newline=""))
    rows: list[_Row] = []
    try:
        fields = [field or "" for field in reader.fieldnames or ()]
        begins = reader.line_num + 1
        for row in reader:
            rows.append((begins, {field: row.get(field) or "" for field in fields}))
            begins = reader.line_num + 1
    except csv.Error as error:
        raise ZakuroError(f"{name}, line {reader.line_num}: {error}.") from None
    if not rows:
        raise ZakuroError(f"{name} is no table: it needs a line of heads, and rows below it.")
    return text, fields, rows


def _is_scored(cells: Sequence[str]) -> bool:
    """Whether the cells of a column are scores, or empty."""
    told = [cell for cell in cells if cell.strip()]
    return bool(told) and all(_number(cell) in _SCORES for cell in told)


def _number(cell: str) -> Decimal | None:
    written = cell.strip().removesuffix("%").strip().replace("\u2212", "-")
    try:
        found = Decimal(written)
    except InvalidOperation:
        return None
    return found if found.is_finite() else None
