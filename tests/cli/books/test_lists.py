import json
from decimal import Decimal

from tests.cli.conftest import Run
from zakuro.cli.books.lists import promised
from zakuro.flow.looking.lists import Amount

REPORT = ("report", "P-3", "--by", "CHN", "--to", "KAZ", "--value", "150", "--on", "2025-09-30")


def test_pledges_as_table_and_json(opened: Run) -> None:
    table = opened("pledges", "--as-of", "2026-06-30")
    assert "3 {centre}" in table.output
    assert "1,500,000,000 CNY grant" in table.output
    assert "5 as of 2026-06-30" in table.output
    found = json.loads(opened("pledges", "--as-of", "2026-06-30", "--format", "json").output)
    assert [pledge["name"] for pledge in found] == ["P-1", "P-2", "P-3", "P-4", "P-5"]
    assert found[2]["amounts"][0]["pledged"] == "1500000000"
    assert (found[2]["standing"], found[2]["word"]) == ("late", "not yet looked at")


def test_pledges_are_filtered_and_come_in_pages(opened: Run) -> None:
    late = opened("pledges", "--giver", "CHN", "--standing", "late", "--as-of", "2026-06-30")
    assert "1 as of" in late.output
    assert "More: --after 2" in opened("pledges", "--limit", "2").output


def test_the_picture(opened: Run) -> None:
    opened(*REPORT)
    shown = opened("pledges", "--picture", "--as-of", "2026-06-30").output
    assert "150 of 1,500,000,000 CNY" in shown
    assert "CHN → C5: grants of 1.5 billion yuan" in shown


def test_show_says_everything_and_why(opened: Run) -> None:
    opened(*REPORT)
    shown = opened("show", "P-3", "--as-of", "2026-06-30").output
    for words in (
        "late, reported only, as of 2026-06-30: 150 of 1,500,000,000 CNY; it was due before",
        "in-transit:CHN→KAZ",
        "receivable:C5",
        "D-1:s3",
        "mandated",
        "to KAZ; on 2025-09-30",
    ):
        assert words in shown, words
    whole = json.loads(opened("show", "P-3", "--format", "json").output)
    assert [entry["kind"] for entry in whole["entries"]] == ["pledge", "report"]
    assert whole["lines"][0]["trial"] == "0"


def test_one_second_before_and_after_the_end(opened: Run) -> None:
    opened("report", "P-4", "--by", "CHN", "--to", "KAZ", "--value", "2990", "--on", "2026-06-30")

    def standing(moment: str) -> str:
        shown = json.loads(opened("show", "P-4", "--as-of", moment, "--format", "json").output)
        return str(shown["state"]["standing"])

    assert standing("2027-06-16T23:59:59+00:00") == "on course"
    assert standing("2027-06-17T00:00:00+00:00") == "late"


def test_show_of_a_reciprocal_pledge_lists_each_debt(opened: Run) -> None:
    from tests.flow.builder import file, said
    from zakuro.flow.keeping.books import open_books

    with open_books("books.db") as books:
        sides = ("CHN", "KAZ")
        file(books, [said("pledge", "hold talks", "hold", "dialogue", givers=sides, receivers=())])
    opened("review", "--accept", "D-2:s1")
    shown = opened("show", "P-6").output
    assert "CHN → KAZ" in shown
    assert "KAZ → CHN" in shown


def test_balance_is_zero(opened: Run) -> None:
    opened(*REPORT)
    assert "Even: every pledge and unit sums to zero." in opened("balance").output
    found = json.loads(opened("balance", "--format", "json").output)
    (grant,) = [total for total in found["totals"] if total["unit"] == "CNY"]
    assert (grant["in_transit"], grant["trial"]) == ("150", "0")
    assert found["uneven"] == []


def test_score_names_both_means_and_what_is_unknown(opened: Run) -> None:
    opened(*REPORT)
    table = opened("score", "--as-of", "2026-06-30", "--by", "party").output
    assert "pooled %" in table
    assert "per commitment %" in table
    (whole,) = json.loads(opened("score", "--as-of", "2026-06-30", "--format", "json").output)
    assert (whole["pooled_percent"], whole["assessed"], whole["total"]) == ("50", 1, 5)
    assert (whole["low_percent"], whole["high_percent"]) == ("10", "90")
    (signed,) = json.loads(opened("score", "--basis", "signed", "--format", "json").output)
    assert signed["assessed"] == 0
    assert "(no summit)" in opened("score", "--by", "summit").output


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
