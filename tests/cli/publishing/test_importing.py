import json
from pathlib import Path

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


def test_activities_are_taken_in(opened: Run) -> None:
    opened("iati", "--output", "a.xml")
    assert "entered" in opened("import", "iati", "a.xml").output
    Path("b.xml").write_text("<x/>")
    assert "no IATI activities" in opened("import", "iati", "b.xml", ok=False).output
