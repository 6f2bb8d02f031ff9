import csv
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from zakuro.flow.batch.running import line_of
from zakuro.flow.batch.tables import check_ending, write_table
from zakuro.flow.reading import read
from zakuro.model.errors import ZakuroError

TEXTS = (
    "China will provide 1.5 billion dollars to Kenya by 2030.",
    "Japan will build two schools in Nepal. =HYPERLINK(1)",
)


def parts(folder: Path) -> list[Path]:
    """Two parts with lines, and an empty one."""
    made = []
    for number, text in enumerate((*TEXTS, "")):
        found = read(text, "en").statements if text else ()
        part = folder / f"it's {number}.jsonl"
        lines = (line_of(statement, f"={number}.txt") for statement in found)
        part.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        made.append(part)
    return made


def test_lines_are_put_together_in_order(tmp_path: Path) -> None:
    made = parts(tmp_path)
    write_table(tmp_path / "a.jsonl", made)
    assert (tmp_path / "a.jsonl").read_bytes() == b"".join(part.read_bytes() for part in made)


def test_a_spreadsheet_takes_no_cell_for_a_formula(tmp_path: Path) -> None:
    write_table(tmp_path / "a.csv", parts(tmp_path))
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows[0]["source"] == "'=0.txt"
    assert (rows[0]["value"], rows[0]["unit"], rows[0]["period"]) == (
        "1500000000",
        "USD",
        "../2030",
    )
    assert rows[0]["exact"].startswith("China will provide")


def test_parquet_holds_decimals_and_days(tmp_path: Path) -> None:
    write_table(tmp_path / "a.parquet", parts(tmp_path))
    found = duckdb.execute(
        "SELECT source, quantities[1].value, period.end_date FROM read_parquet(?)",
        [str(tmp_path / "a.parquet")],
    ).fetchall()
    assert found[0] == ("=0.txt", Decimal("1500000000.000000000"), date(2031, 1, 1))
    assert [row[0] for row in found] == sorted(row[0] for row in found)


def test_parquet_of_nothing_has_its_columns(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b"")
    write_table(tmp_path / "a.parquet", [tmp_path / "a.jsonl"])
    count = duckdb.execute(
        "SELECT count(*), count(kind) FROM read_parquet(?)", [str(tmp_path / "a.parquet")]
    ).fetchone()
    assert count == (0, 0)


def test_without_the_extra_the_error_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    check_ending(Path("a.parquet"))
    monkeypatch.setitem(sys.modules, "duckdb", None)
    check_ending(Path("a.csv"))
    with pytest.raises(ZakuroError, match=r'pip install "zakuro\[parquet\]"'):
        check_ending(Path("a.parquet"))
