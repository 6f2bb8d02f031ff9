from datetime import date
from decimal import Decimal
from pathlib import Path

import msgspec
import pytest

from tests.full_disk import full_disk
from zakuro.flow.acting import acts
from zakuro.flow.acting.acts import Word
from zakuro.flow.keeping.books import Books
from zakuro.flow.looking.exporting import export, sheets
from zakuro.model.errors import ZakuroError

CHN = Word(party="CHN", filed_by="anna")
DAY = date(2026, 6, 30)


def test_names_stand_beside_codes_and_taken_back_beside_entries(opened: Books) -> None:
    made = acts.report(opened, "P-3", CHN, receiver="KAZ", value=Decimal(400), on=date(2025, 9, 30))
    acts.reverse(opened, f"E-{made.number}", reason="mistyped", filed_by="anna", word=CHN)
    pledges, entries, documents = sheets(opened, DAY)
    rows = [dict(zip(pledges.headings, row, strict=True)) for row in pledges.rows]
    assert [row["pledge"] for row in rows] == ["P-1", "P-2", "P-3", "P-4", "P-5"]
    assert (rows[2]["givers"], rows[2]["givers_names"]) == ("CHN", "China")
    assert (rows[2]["unit"], rows[2]["pledged"]) == ("CNY", Decimal(1_500_000_000))
    report, reversal = (dict(zip(entries.headings, row, strict=True)) for row in entries.rows)
    assert (report["kind"], report["value"], report["receiver_name"]) == (
        "report", Decimal(400), "Kazakhstan",
    )  # fmt: skip
    assert (report["party"], report["party_name"]) == ("CHN", "China")
    assert report["taken_back_by"] == reversal["entry"]
    assert reversal["of"] == report["entry"]
    assert [row[0] for row in documents.rows] == ["D-1"]


def test_every_kind_of_file_is_written_once(opened: Books, tmp_path: Path) -> None:
    for name, count in (("books.xlsx", 1), ("books.jsonl", 1), ("books.csv", 3)):
        written = export(opened, tmp_path / name, DAY)
        assert [path.exists() for path in written] == [True] * count
        with pytest.raises(ZakuroError, match="is there already"):
            export(opened, tmp_path / name, DAY)
    lines = (tmp_path / "books.jsonl").read_bytes().splitlines()
    assert {msgspec.json.decode(line)["table"] for line in lines} == {"pledges", "documents"}
    with pytest.raises(ZakuroError, match="no kind of table"):
        export(opened, tmp_path / "books.ods", DAY)
    with pytest.raises(ZakuroError, match="Cannot write"):
        export(opened, tmp_path / "nowhere" / "books.jsonl", DAY)


@pytest.mark.parametrize("name", ["books.xlsx", "books.jsonl", "books.csv"])
def test_a_full_disk_is_said_and_nothing_half_stays(
    opened: Books, tmp_path: Path, name: str
) -> None:
    place = tmp_path / "out"
    place.mkdir()
    with full_disk(1000), pytest.raises(ZakuroError, match="File too large"):
        export(opened, place / name, DAY)
    assert list(place.iterdir()) == []
    export(opened, place / name, DAY)
