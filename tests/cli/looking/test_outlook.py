import json

from tests.cli.conftest import Run


def test_the_outlook_of_a_pledge(opened: Run) -> None:
    opened("report", "P-4", "--by", "CHN", "--value", "1000", "--to", "KAZ",
           "--on", "2025-10-01")  # fmt: skip
    opened("report", "P-4", "--by", "CHN", "--value", "800", "--to", "UZB",
           "--on", "2026-02-01")  # fmt: skip
    found = opened("outlook", "p-4", "--as-of", "2026-06-30").output
    assert "1,800 of 3,000 training places" in found.replace(" places", " training places", 1)
    assert "At this pace" in found
    assert "Nobody can say." in found
    kept = json.loads(opened("outlook", "4", "--as-of", "2026-06-30", "--format", "json").output)
    assert kept["name"] == "P-4"
    assert kept["outlook"]["measures"][0]["run"]["done"] == "1800"
    assert kept["outlook"]["why"] == "mostly silent"
    shown = opened("show", "P-4", "--as-of", "2026-06-30").output
    assert "outlook: Nobody can say." in shown
    assert "outlook:" not in opened("show", "P-4", "--known-on", "2030-01-01").output
    assert "why" in json.loads(opened("show", "P-4", "--format", "json").output)["outlook"]


def test_the_outlook_of_all_that_are_due(opened: Run) -> None:
    found = opened("outlook", "--as-of", "2026-06-30").output
    assert "2027" in found
    assert "never a promise" in found
    (year,) = json.loads(opened("outlook", "--as-of", "2026-06-30", "--format", "json").output)
    assert (year["year"], year["pledges"], year["unsaid"]) == (2027, 1, 1)


def test_days_at_the_ends_of_the_calendar(opened: Run) -> None:
    opened("outlook", "P-4", "--as-of", "9999-12-31")
    assert "not said yet" in opened("outlook", "P-4", "--as-of", "0001-01-01").output
    assert "no pledge P-99" in opened("outlook", "P-99", ok=False).output
