"""All data of the books as files beside their pages, described so that programs can read them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec

from zakuro.flow.keeping import tables
from zakuro.flow.keeping.books import Books
from zakuro.flow.looking.exporting import sheets
from zakuro.flow.looking.lists import holds
from zakuro.publish.sheets import (
    Cell,
    Sheet,
    as_csv,
    as_json_lines,
    as_parquet,
    type_of,
    write_workbook,
)

STANDINGS = ("pledge", "party", "standing", "word", "confirmed_alone")

CODE = """import csv
from collections import Counter, defaultdict
from decimal import Decimal

def rows(name):
    return csv.DictReader(open(f"data/{name}.csv", encoding="utf-8-sig"))

home, party = Counter(), defaultdict(Counter)
for row in rows("standings"):
    counted = party[row["party"]] if row["party"] else home
    counted[row["standing"], row["word"]] += 1
sums = defaultdict(lambda: [Decimal(0)] * 3)
for row in rows("pledges"):
    columns = ("pledged", "reported", "confirmed")
    sums[row["unit"]] = [s + Decimal(row[c]) for s, c in zip(sums[row["unit"]], columns)]
print(dict(home))
print({code: dict(found) for code, found in party.items()})
print({unit: [str(s) for s in found] for unit, found in sums.items()})
"""
"""Reproduces the counts of the home page and the pages of parties, and the sums, from the files."""

README = """# The data of {books}

As of {on}: {entries} entries, root of the log `{root}`.

- `pledges.csv`: each measure of each pledge, where it stands, what was reported and confirmed
- `standings.csv`: where each pledge stands, as a whole (party empty) and for each of its givers
- `entries.csv`: every act that moves an amount or takes one back
- `documents.csv`: the documents and where they are from
- `books.xlsx`, `books.jsonl`: all of these in one file; `.parquet`: each of them, for databases
- `datapackage.json`: the columns and their types

A cell of a CSV that begins like a formula has an apostrophe before it. Dates are days in UTC;
`due` is the first day after the term. No language has more than 5,000 pages: further lists and
entries are left out, the data hold everything. Recorded is not endorsed.

This gives the counts and sums of the pages again (run it beside the folder `data`):

```python
{code}```
"""


def data_files(books: Books, on: date) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """Give the data files by name, and what is left out because an extra is missing."""
    found = [*sheets(books, on), Sheet("standings", STANDINGS, list(_standings(books, on)))]
    files = {f"data/{sheet.name}.csv": as_csv(sheet) for sheet in found}
    files["data/books.jsonl"] = as_json_lines(found)
    files["data/books.xlsx"] = _workbook(found, on)
    parquet = {f"data/{sheet.name}.parquet": as_parquet(sheet) for sheet in found}
    without = [name for name, body in parquet.items() if body is None]
    files |= {name: body for name, body in parquet.items() if body is not None}
    head = books.journal.head()
    files["data/datapackage.json"] = _package(books, found, on)
    files["data/README.md"] = README.format(
        books=books.charter.name or books.journal.books,
        on=on,
        entries=head.size,
        root=head.root,
        code=CODE,
    ).encode()
    return files, tuple(without)


def _standings(books: Books, on: date) -> Iterator[tuple[Cell, ...]]:
    open_ones = {
        int(row["number"]) for row in books.journal.rows(tables.PLEDGES, [("open", "=", 1)])
    }
    rows = (
        (int(row["number"]), [str(row[name]) for name in STANDINGS[1:]])
        for row in books.journal.rows(tables.STANDINGS, holds(on))
        if int(row["number"]) in open_ones
    )
    for number, cells in sorted(rows):
        yield (f"P-{number}", *cells)


def _workbook(found: list[Sheet], on: date) -> bytes:
    with TemporaryDirectory() as folder:
        place = Path(folder) / "books.xlsx"
        write_workbook(place, found, created=datetime.combine(on, time.min, UTC))
        return place.read_bytes()


def _package(books: Books, found: list[Sheet], on: date) -> bytes:
    """Give the description of the tables, as a Data Package."""
    resources: list[dict[str, Any]] = [
        {
            "name": sheet.name,
            "path": f"{sheet.name}.csv",
            "profile": "tabular-data-resource",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "schema": {
                "fields": [
                    {"name": heading, "type": type_of(sheet, place)}
                    for place, heading in enumerate(sheet.headings)
                ]
            },
        }
        for sheet in found
    ]
    package = {
        "profile": "tabular-data-package",
        "name": "books",
        "title": books.charter.name or books.journal.books,
        "description": "Double-entry books for promises between nations. Recorded is not endorsed.",
        "created": f"{on}T00:00:00Z",
        "resources": resources,
    }
    return msgspec.json.format(msgspec.json.encode(package), indent=1) + b"\n"
