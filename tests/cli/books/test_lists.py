import json
from decimal import Decimal

from tests.cli.conftest import Run
from zakuro.cli.books.lists import promised
from zakuro.flow.looking.lists import Amount

REPORT = ("report", "P-3", "--by", "CHN", "--to", "KAZ", "--value", "150", "--on", "2025-09-30")


def test_pledges_as_table_and_json(opened: Run) -> None:
    table = opened("pledges", "--as-of", "2026-06-30")
    assert "3 centres" in table.output
    assert "1,500,000,000 CNY grant" in table.output
    assert "5 as of 2026-06-30" in table.output
    found = json.loads(opened("pledges", "--as-of", "2026-06-30", "--format", "json").output)
    assert [pledge["name"] for pledge in found] == ["P-1", "P-2", "P-3", "P-4", "P-5"]
    assert found[2]["amounts"][0]["pledged"] == "1500000000"
    assert (found[2]["standing"], found[2]["word"]) == ("not looked at", "not reported")


def test_pledges_are_filtered_and_come_in_pages(opened: Run) -> None:
    asked = ("pledges", "--giver", "CHN", "--standing", "not looked at", "--as-of", "2026-06-30")
    assert "1 as of" in opened(*asked).output
    assert "More: --after 2" in opened("pledges", "--limit", "2").output


def test_the_picture(opened: Run) -> None:
    opened(*REPORT)
    shown = opened("pledges", "--picture", "--as-of", "2026-06-30").output
    assert "150 of 1,500,000,000 CNY" in shown
    assert "CHN → C5: grants of 1.5 billion yuan" in shown


def test_ranges_and_bounds_are_written() -> None:
    zero = Decimal(0)
    ranged = Amount("USD", Decimal(20), Decimal(20), Decimal(30), "exact", zero, zero, zero, zero)
    assert promised(ranged) == "20–30 USD"
    at_least = ranged._replace(low=None, high=None, bound="at-least")
    assert promised(at_least) == "≥ 20 USD"


def test_what_does_not_exist_is_no_filter(opened: Run) -> None:
    assert "'XX' is no party" in opened("pledges", "--giver", "XX", ok=False).output
    assert "'china' is no party" in opened("pledges", "--receiver", "china", ok=False).output
    shown = opened("pledges", "--topic", "trainin", ok=False).output
    assert "'trainin' is no topic; perhaps 'training'" in shown
    assert "5 as of" in opened("pledges", "--giver", "chn").output


def test_a_list_as_of_a_day_is_of_that_day(opened: Run) -> None:
    opened(*REPORT)
    assert "0 as of 2025-06-16" in opened("pledges", "--as-of", "2025-06-16").output
    for day, reported in (("2025-09-29", "0"), ("2025-09-30", "150")):
        found = json.loads(opened("pledges", "--as-of", day, "--format", "json").output)
        amount = found[2]["amounts"][0]
        assert str(int(amount["pledged"]) - int(amount["obligation"])) == reported
    known = opened("pledges", "--known-on", "2025-01-01", "--as-of", "2026-06-30").output
    assert "0 as of 2026-06-30" in known
