"""Tables as files: CSV, JSON Lines, and workbooks; no cell becomes a formula.

A program for spreadsheets runs what begins like a formula, and a word from a document may: in CSV
such a cell gets an apostrophe before it, in a workbook it is written as text.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import msgspec
import xlsxwriter

Cell = str | int | Decimal | date | None

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What makes a program for spreadsheets take a cell for a formula."""

DIGITS = 15
"""Digits that a number of a workbook holds exactly; a longer one is written as text."""


class Sheet(NamedTuple):
    """A table with its name, the headings of its columns, and its rows."""

    name: str
    headings: tuple[str, ...]
    rows: Sequence[tuple[Cell, ...]]


def guarded(cell: Cell) -> str:
    """Give a cell as text that no program takes for a formula; figures stay figures."""
    if cell is None:
        return ""
    if isinstance(cell, Decimal):
        return f"{cell:f}"
    text = cell.isoformat() if isinstance(cell, date) else str(cell)
    return f"'{text}" if isinstance(cell, str) and text.startswith(FORMULA) else text


def as_csv(sheet: Sheet) -> bytes:
    """Give a table as CSV in UTF-8, with the mark by which spreadsheets know it."""
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    writer.writerow(sheet.headings)
    writer.writerows([guarded(cell) for cell in row] for row in sheet.rows)
    return written.getvalue().encode("utf-8-sig")


def as_json_lines(sheets: Sequence[Sheet]) -> bytes:
    """Give tables as JSON Lines: a row on each line, with the name of its table."""
    lines = []
    for sheet in sheets:
        for row in sheet.rows:
            cells = (f"{cell:f}" if isinstance(cell, Decimal) else cell for cell in row)
            record = {"table": sheet.name} | dict(zip(sheet.headings, cells, strict=True))
            lines.append(msgspec.json.encode(record) + b"\n")
    return b"".join(lines)


KINDS = {"pledged", "low", "high", "reported", "confirmed", "disputed", "value"}
"""Columns of amounts."""

DAYS = {"day", "filed", "due", "published"}
"""Columns of days."""


def type_of(sheet: Sheet, place: int) -> str:
    """Give the type of a column, as Table Schema names it."""
    heading = sheet.headings[place]
    if heading in KINDS:
        return "number"
    if heading in DAYS:
        return "date"
    cells = [row[place] for row in sheet.rows if row[place] is not None]
    return "integer" if cells and all(isinstance(cell, int) for cell in cells) else "string"


_COLUMNS = {"number": "DECIMAL(38,6)", "date": "DATE", "integer": "BIGINT", "string": "VARCHAR"}


def as_parquet(sheet: Sheet) -> bytes | None:
    """Give a table as Parquet; None where the extra for it is not installed."""
    try:
        import duckdb  # noqa: PLC0415 - an extra
    except ImportError:
        return None
    types = [_COLUMNS[type_of(sheet, place)] for place in range(len(sheet.headings))]
    columns = ", ".join(
        f'"{heading}" {kind}' for heading, kind in zip(sheet.headings, types, strict=True)
    )
    with TemporaryDirectory() as folder, duckdb.connect() as database:
        place = Path(folder) / "table.parquet"
        database.execute(f"CREATE TABLE found ({columns})")
        if sheet.rows:
            marks = ", ".join("?" for _ in sheet.headings)
            database.executemany(f"INSERT INTO found VALUES ({marks})", list(sheet.rows))  # noqa: S608 - our own names
        database.execute(f"COPY found TO '{place}' (FORMAT parquet)")
        return place.read_bytes()


def as_workbook(sheets: Sequence[Sheet], created: datetime | None = None) -> bytes:
    """Give tables as a workbook, one sheet each, headings fixed and filtered.

    ``created`` is the moment it says it was made at, else now.
    """
    # Made in memory first: what a full disk breaks off leaves the writer in no known state.
    made = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
               "in_memory": True}  # fmt: skip
    with xlsxwriter.Workbook(made, options) as book:
        if created is not None:
            book.set_properties({"created": created})
        bold = book.add_format({"bold": True})
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for sheet in sheets:
            page = book.add_worksheet(sheet.name)
            page.freeze_panes(1, 0)
            for column, heading in enumerate(sheet.headings):
                page.write_string(0, column, heading, bold)
            if sheet.rows:
                page.autofilter(0, 0, len(sheet.rows), len(sheet.headings) - 1)
            for number, row in enumerate(sheet.rows, start=1):
                for column, cell in enumerate(row):
                    if cell is None:
                        continue
                    if isinstance(cell, date):
                        page.write_datetime(number, column, cell, day)
                    elif isinstance(cell, int | Decimal) and len(f"{cell:f}") <= DIGITS:
                        page.write_number(number, column, float(cell))
                    else:
                        text = f"{cell:f}" if isinstance(cell, Decimal) else str(cell)
                        page.write_string(number, column, text)
    return made.getvalue()


def write_workbook(path: Path, sheets: Sequence[Sheet], created: datetime | None = None) -> None:
    """Write tables as a workbook into a file."""
    path.write_bytes(as_workbook(sheets, created))
