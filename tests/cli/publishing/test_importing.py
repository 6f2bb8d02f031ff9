import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_a_table_is_taken_in_once(opened: Run) -> None:
    Path("a.csv").write_text("id,title,donor,recipient,year\n1,A road,Japan,Kazakhstan,2024\n")
    proposed = opened("import", "table", "a.csv", ok=False).output
    assert 'giver = "donor"' in proposed
    assert "save this as map.toml" in proposed
    Path("map.toml").write_text(proposed.partition("Error")[0])
    found = opened("import", "table", "a.csv", "--map", "map.toml").output
    assert "1 pledges and 0 reports entered, 0 known before; in D-2" in found
    again = json.loads(
        opened("import", "table", "a.csv", "--map", "map.toml", "--format", "json").output
    )
    assert (again["pledges"], again["known"]) == (0, 1)
    assert "A road" in opened("show", "P-6").output


def test_states_umbrellas_and_what_is_left_out_are_told(opened: Run) -> None:
    rows = ["1,A road,JPN,KAZ,Cancelled,0", "2,A dam,JPN,KAZ,Suspended,0", "3,All,JPN,KAZ,,1"]
    rows += [f"{n},A bridge,JPN,KAZ,,2" for n in range(4, 16)]
    Path("a.csv").write_text("\n".join(["id,title,donor,recipient,status,over", *rows]) + "\n")
    Path("map.toml").write_text(
        '[columns]\nkey = "id"\nwords = "title"\ngiver = "donor"\nreceivers = "recipient"\n'
        'state = "status"\n[only]\nover = ["0", "1"]\n[umbrella]\nover = ["1"]\n'
        '[states]\nCancelled = "withdrawn"\nSuspended = "suspended"\n'
    )
    found = opened("import", "table", "a.csv", "--map", "map.toml").output
    assert "3 pledges and 0 reports entered" in found
    assert "1 withdrawn and 1 suspended" in found
    assert "1 stand over others, their amounts are not counted: 3" in found
    assert "12 rows left out, as the map says: 4, 5" in found
    assert "and 2 more (--format json)" in found
    assert "suspended" in opened("show", "P-7").output


def test_a_score_is_nobodys_report_and_no_words_are_invented(opened: Run) -> None:
    members = ("canada", "france", "germany", "italy", "japan", "russia", "uk", "us", "eu")
    rows = ["id,year,text," + ",".join(members), "1,1985,We shall meet again.,1,n/a" + "," * 7]
    Path("g7.csv").write_text("\n".join([*rows, "2,1985,,1" + "," * 8]) + "\n")
    found = opened("import", "table", "g7.csv", "--map", "g7").output
    assert "1 pledges and 0 reports entered" in found
    assert "1 rows left out, as the map says: 1 FRA" in found
    assert "1 rows left out, for they hold no words that a pledge could rest on: 2 CAN" in found
    assert "not yet reported" in opened("show", "P-6").output
    again = opened("import", "table", "g7.csv", "--map", "g7", "--format", "json").output
    assert json.loads(again)["wordless"] == ["2 CAN"]


def test_what_a_third_party_tells_is_laid_beside_as_evidence(opened: Run) -> None:
    Path("a.csv").write_text(
        "project_id,title,recipient_iso3,amount,currency,year,end_planned,end_actual,umbrella,"
        "status\n4,A hospital,AGO,6000000,USD,2001,,2006-02-01,0,Completion\n"
    )
    found = opened("import", "table", "a.csv", "--map", "aiddata").output
    assert "1 pledges and 0 reports entered" in found
    assert "1 deliveries and states laid beside as evidence" in found
    shown = " ".join(opened("show", "P-6").output.split())
    assert "names no day, not yet reported" in shown
    assert "by the count of AidData: kept, 6,000,000 of 6,000,000 USD" in shown


@pytest.mark.parametrize("text", ["", "id,title\n"])
def test_a_table_without_rows_is_no_success(opened: Run, text: str) -> None:
    Path("a.csv").write_text(text)
    found = opened("import", "table", "a.csv", "--map", "aiddata", ok=False).output
    assert "a.csv has no rows under its headings" in found


def test_the_help_names_every_bundled_map(opened: Run) -> None:
    assert "--map map.toml|aiddata|g7" in opened("import", "table", "--help").output


def test_activities_are_taken_in(opened: Run) -> None:
    opened("iati", "--output", "a.xml")
    assert "entered" in opened("import", "iati", "a.xml").output
    Path("b.xml").write_text("<x/>")
    assert "no IATI activities" in opened("import", "iati", "b.xml", ok=False).output
