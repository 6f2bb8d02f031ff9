import csv
import io
import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path

import msgspec

from zakuro.publish.sheets import (
    Sheet,
    as_csv,
    as_json_lines,
    as_parquet,
    guarded,
    type_of,
    write_workbook,
)

SHEET = Sheet(
    "pledges",
    ("name", "value", "due", "words"),
    [
        ("P-1", Decimal("1500000000"), date(2026, 1, 1), '=HYPERLINK("x")'),
        ("P-2", Decimal("-0.5"), None, "+7 tenge | 哈方"),
        ("P-3", Decimal("123456789012345678.5"), None, "@cmd"),
    ],
)


def test_no_cell_of_a_csv_becomes_a_formula() -> None:
    rows = list(csv.reader(io.StringIO(as_csv(SHEET).decode("utf-8-sig"))))
    assert rows[0] == ["name", "value", "due", "words"]
    assert [row[3] for row in rows[1:]] == ['\'=HYPERLINK("x")', "'+7 tenge | 哈方", "'@cmd"]
    assert [row[1] for row in rows[1:]] == ["1500000000", "-0.5", "123456789012345678.5"]
    assert rows[1][2] == "2026-01-01"
    assert guarded("\t=1") == "'\t=1"


def test_json_lines_name_their_table() -> None:
    lines = [msgspec.json.decode(line) for line in as_json_lines([SHEET]).splitlines()]
    assert lines[0] == {
        "table": "pledges", "name": "P-1", "value": "1500000000", "due": "2026-01-01",
        "words": '=HYPERLINK("x")',
    }  # fmt: skip


def test_a_workbook_holds_texts_figures_and_days_and_no_formula(tmp_path: Path) -> None:
    path = tmp_path / "books.xlsx"
    write_workbook(path, [SHEET, Sheet("entries", ("entry",), [])])
    with zipfile.ZipFile(path) as book:
        page = book.read("xl/worksheets/sheet1.xml").decode()
        texts = book.read("xl/sharedStrings.xml").decode()
        assert "xl/worksheets/sheet2.xml" in book.namelist()
    assert "<f>" not in page
    assert "<v>1500000000</v>" in page
    assert "=HYPERLINK" in texts
    assert "123456789012345678.5" in texts


def test_types_of_columns_and_a_table_for_databases() -> None:
    sheet = Sheet(
        "pledges",
        ("pledge", "pledged", "due", "statements"),
        [("P-1", Decimal("1.5"), date(2026, 1, 1), 3), ("P-2", None, None, 4)],
    )
    assert [type_of(sheet, place) for place in range(4)] == ["string", "number", "date", "integer"]
    written = as_parquet(sheet)
    assert written is not None
    assert written.startswith(b"PAR1")
    assert as_parquet(sheet._replace(rows=[])) is not None
