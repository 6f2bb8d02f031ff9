from pathlib import Path

from bench.reference_outlook import TABLE, Known, counted, rows, write


def record(sector: str = "120", year: int = 2010, years: int | None = None) -> Known:
    return Known(sector, year, years, years is not None, 0)


def test_completions_without_a_day_stand_where_those_with_one_do() -> None:
    dated = [record(years=0), record(years=0), record(years=3)]
    undated = [Known("120", 2010, None, True, 0)] * 3
    found = {(years): (ended, left) for _, years, ended, left in counted([*dated, *undated])}
    assert found == {0: (4, 0), 3: (2, 0)}


def test_what_was_never_completed_was_open_until_the_close() -> None:
    found = list(counted([record(years=1), record(year=2012), record(year=2020)]))
    assert found == [("120", 0, 0, 1), ("120", 1, 1, 0), ("120", 2, 0, 1)]


def test_sectors_with_few_records_stand_together(tmp_path: Path) -> None:
    found = [record(years=1)] * 12 + [record("998", years=1)]
    assert {row["sector"] for row in rows(found)} == {"120", "other"}
    write(found, tmp_path / "table.csv")
    assert (tmp_path / "table.csv").read_text("utf-8").startswith("# Counted from: AidData")


def test_the_table_of_the_package_counts_every_record() -> None:
    lines = TABLE.read_text("utf-8").splitlines()[2:]
    assert sum(int(line.split(",")[2]) + int(line.split(",")[3]) for line in lines) == 3066
