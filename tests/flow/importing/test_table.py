from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from zakuro.flow.importing.records import State
from zakuro.flow.importing.table import Map, left_out, read_map, read_rows, records, wordless
from zakuro.model.errors import ZakuroError
from zakuro.publish.sheets import Sheet, write_workbook

HEADINGS = ("id", "title", "donor", "recipient", "amount", "currency", "year")
ROW = ("7", "A road", "Japan", "Kazakhstan; UZB", "1,500", "USD", "2020")
MAP = """
[columns]
key = "id"
words = "title"
giver = "donor"
receivers = "recipient"
amount = "amount"
unit = "currency"
said_on = "year"
"""


def csv_at(place: Path, mark: str = ",") -> Path:
    quoted = [f'"{cell}"' for cell in ROW]
    place.write_text("\ufeff" + mark.join(HEADINGS) + "\n" + mark.join(quoted) + "\n", "utf-8")
    return place


def test_rows_become_records(tmp_path: Path) -> None:
    (tmp_path / "map.toml").write_text(MAP)
    chosen = read_map(str(tmp_path / "map.toml"))
    for rows in (
        read_rows(csv_at(tmp_path / "a.csv")),
        read_rows(csv_at(tmp_path / "b.csv", ";")),
        read_rows(csv_at(tmp_path / "c.tsv", "\t")),
    ):
        (record,) = records(rows, chosen)
        assert record.givers == ("JPN",)
        assert record.receivers == ("KAZ", "UZB")
        assert (record.value, record.unit) == (Decimal(1500), "USD")
        assert record.said_on == date(2020, 1, 1)


def test_a_workbook_is_read_too(tmp_path: Path) -> None:
    write_workbook(
        tmp_path / "a.xlsx",
        [Sheet("x", (*HEADINGS, "due"), [(*ROW[:6], 2020, date(2024, 6, 30))])],
    )
    (row,) = read_rows(tmp_path / "a.xlsx")
    assert (row["year"], row["due"]) == ("2020", "2024-06-30")


def test_the_columns_of_aiddata_are_known() -> None:
    row = {
        "project_id": "4", "title": "A hospital", "recipient_iso3": "AGO", "amount": "6000000",
        "currency": "USD", "year": "2001", "end_planned": "", "end_actual": "2006-02-01",
        "umbrella": "0", "status": "Completion",
    }  # fmt: skip
    open_one = row | {"project_id": "5", "status": "Implementation"}
    above = row | {"project_id": "6", "umbrella": "1"}
    ended = row | {"project_id": "7", "status": "Cancelled"}
    rests = row | {"project_id": "8", "status": "Suspended"}
    rows = [row, open_one, above, ended, rests]
    first, second, *others = records(rows, read_map("aiddata"))
    assert str(read_map("aiddata").published_by()) == "AidData (private in USA)"
    assert left_out(rows, read_map("aiddata")) == []
    assert (first.givers, first.receivers, first.key) == (("CHN",), ("AGO",), "4")
    assert [(d.on, d.value) for d in first.delivered] == [(date(2006, 2, 1), Decimal(6_000_000))]
    assert second.delivered == ()
    assert [each.umbrella for each in others] == [True, False, False]
    assert others[0].delivered == ()
    said = date(2017, 12, 31)
    assert [each.state for each in (first, second, *others)] == [
        None, None, None, State("withdrawn", "Cancelled", said),
        State("suspended", "Suspended", said),
    ]  # fmt: skip


def test_rows_that_the_map_does_not_take_are_named() -> None:
    rows = [{"id": n, "title": "A road", "kind": kind} for n, kind in (("1", "a"), ("2", "b"))]
    columns = {"key": "id", "words": "title"}
    chosen = Map(columns, fixed={"giver": "JPN"}, only={"kind": ["a"]})
    assert [each.key for each in records(rows, chosen)] == ["1"]
    assert left_out(rows, chosen) == ["2"]
    with pytest.raises(ZakuroError, match="no column splendour"):
        list(records(rows, Map(columns, fixed={"giver": "JPN"}, umbrella={"splendour": ["1"]})))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[columns", "cannot be read"),
        ('[columns]\nkey = "id"\nsplendour = "x"\n', "splendour"),
        ('[columns]\nkey = "id"\n', "words, giver"),
        ('[columns]\nkey = "id"\n[states]\nGone = "dead"\n', "cannot be read"),
        ("colour = 1\n", "cannot be read"),
        (MAP + '[publisher]\nname = "Xinhua"\nownership = "state agency"\n', "Say whose"),
        (MAP + '[publisher]\nname = "Xinhua"\n', "cannot be read"),
    ],
)
def test_what_is_no_map_is_said(text: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "map.toml").write_text(text)
    with pytest.raises(ZakuroError, match=said):
        read_map(str(tmp_path / "map.toml"))
    with pytest.raises(ZakuroError, match="bundled: aiddata"):
        read_map(str(tmp_path / "other.toml"))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"donor": "Atlantis"}, "Row 2 cannot be read: 'Atlantis' is no party"),
        ({"amount": "many"}, "Row 2"),
        ({"year": "soon"}, "Row 2"),
        ({"id": ""}, "no key"),
    ],
)
def test_a_row_that_cannot_be_read_is_named(change: dict[str, str], said: str) -> None:
    row = dict(zip(HEADINGS, ROW, strict=True)) | change
    columns = {
        "key": "id", "words": "title", "giver": "donor", "amount": "amount", "unit": "currency",
        "said_on": "year",
    }  # fmt: skip
    with pytest.raises(ZakuroError, match=said):
        list(records([row], Map(columns)))
    with pytest.raises(ZakuroError, match="no column splendour"):
        list(records([row], Map({**columns, "end": "splendour"})))


def test_what_is_no_table_is_said(tmp_path: Path) -> None:
    for name, content, said in (
        ("a.pdf", b"x", "no table"),
        ("a.csv", b"\xff\xfe\x00", "UTF-8"),
        ("a.xlsx", b"nothing", "workbook"),
    ):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(ZakuroError, match=said):
            read_rows(tmp_path / name)
    with pytest.raises(ZakuroError, match="Cannot read"):
        read_rows(tmp_path / "none.csv")


SCORES = {"id": "1985-1", "text": "We shall protect the ozone layer.", "year": "1985"}
MEMBERS = ("canada", "france", "germany", "italy", "japan", "russia", "uk", "us", "eu")


def scored(**scores: str) -> dict[str, str]:
    return SCORES | dict.fromkeys(MEMBERS, "") | scores


def test_scores_of_members_are_a_pledge_of_each() -> None:
    row = scored(japan="1", us="0", eu="-1")
    found = list(records([row], read_map("g7")))
    assert [(one.key, one.givers) for one in found] == [
        ("1985-1 JPN", ("JPN",)),
        ("1985-1 USA", ("USA",)),
        ("1985-1 EU", ("EU",)),
    ]
    assert left_out([row], read_map("g7")) == []


def test_what_is_no_score_opens_no_pledge() -> None:
    row = scored(japan="+1", us="n/a", uk="-", eu="0.5")
    assert [one.key for one in records([row], read_map("g7"))] == ["1985-1 JPN"]
    assert left_out([row], read_map("g7")) == ["1985-1 GBR", "1985-1 USA", "1985-1 EU"]


def test_no_words_are_invented_where_the_table_holds_none() -> None:
    row = scored(japan="1", us="n/a") | {"text": " "}
    assert list(records([row], read_map("g7"))) == []
    assert left_out([row], read_map("g7")) == ["1985-1 USA"]
    assert wordless([row], read_map("g7")) == ["1985-1 JPN"]
    assert wordless([scored(japan="1")], read_map("g7")) == []


def test_what_scores_lack_is_said() -> None:
    with pytest.raises(ZakuroError, match="no column canada, eu"):
        list(records([SCORES | {"us": "1"}], read_map("g7")))
