import csv
import io
import json
from datetime import date
from pathlib import Path

import duckdb

from zakuro.flow.keeping.books import Books
from zakuro.flow.publishing.data import data_files

ON = date(2026, 6, 30)


def test_all_data_in_every_form(opened: Books) -> None:
    files, without = data_files(opened, ON)
    assert without == ()
    assert sorted(files) == sorted(
        [f"data/{name}.{form}" for name in ("pledges", "entries", "documents", "standings")
         for form in ("csv", "parquet")]
        + ["data/books.jsonl", "data/books.xlsx", "data/datapackage.json", "data/README.md"]
    )  # fmt: skip
    rows = list(csv.DictReader(io.StringIO(files["data/standings.csv"].decode("utf-8-sig"))))
    assert {row["party"] for row in rows} == {"", "CHN"}
    assert [row["pledge"] for row in rows if not row["party"]] == [f"P-{n}" for n in range(1, 6)]
    assert data_files(opened, ON)[0]["data/books.xlsx"] == files["data/books.xlsx"]


def test_the_description_names_every_column(opened: Books) -> None:
    files, _ = data_files(opened, ON)
    package = json.loads(files["data/datapackage.json"])
    for resource in package["resources"]:
        text = files[f"data/{resource['path']}"].decode("utf-8-sig")
        names = [field["name"] for field in resource["schema"]["fields"]]
        assert next(csv.reader(io.StringIO(text))) == names
    (pledges,) = [r for r in package["resources"] if r["name"] == "pledges"]
    types = {field["name"]: field["type"] for field in pledges["schema"]["fields"]}
    assert (types["pledged"], types["due"], types["words"]) == ("number", "date", "string")


def test_another_program_reads_the_parquet(opened: Books, tmp_path: Path) -> None:
    files, _ = data_files(opened, ON)
    with duckdb.connect() as database:
        place = tmp_path / "pledges.parquet"
        place.write_bytes(files["data/pledges.parquet"])
        (total,) = database.execute(
            f"SELECT sum(pledged) FROM '{place}' WHERE unit = 'CNY'"
        ).fetchall()
        assert total == (1_500_000_000,)
