import json
from decimal import Decimal

from tests.cli.conftest import Run

REPORT = ("report", "P-3", "--by", "CHN", "--to", "KAZ", "--value", "150", "--on", "2025-09-30")


def test_show_says_everything_and_why(opened: Run) -> None:
    opened(*REPORT)
    shown = opened("show", "P-3", "--as-of", "2026-06-30").output
    for words in (
        "late, reported but unconfirmed, as of 2026-06-30: 150 of 1,500,000,000 CNY; it was due",
        "reported but unconfirmed: CHN → KAZ",
        "not yet confirmed: C5",
        "D-1:s3",
        "entered by its representative",
        "to KAZ; filed on ",
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


def test_what_was_taken_back_says_so_and_is_counted_nowhere(opened: Run) -> None:
    opening = json.loads(opened("show", "P-2", "--format", "json").output)["entries"][0]["number"]
    opened("reverse", f"E-{opening}", "--reason", "read wrongly")
    shown = opened("show", "P-2").output
    assert "taken back by E-" in shown
    assert "and counted nowhere: read wrongly" in shown
    assert "{platform}" not in opened("balance").output
    assert "4 as of" in opened("pledges", "--as-of", "2026-06-30").output


def test_before_it_was_said_there_is_no_standing(opened: Run) -> None:
    assert "not said yet on 2025-06-16" in opened("show", "P-3", "--as-of", "2025-06-16").output


def test_milestones_of_the_giver_alone_stand_beside(opened: Run) -> None:
    opened("report", "P-4", "--by", "CHN", "--to", "KAZ", "--value", "1", "--on", "2026-06-30")
    words = ("milestone", "P-4", "--by", "CHN", "--on", "2025-07-01", "--value", "1")
    refused = opened(*words, ok=False)
    assert "counts from" in refused.output


def test_what_was_known_on_a_day(opened: Run) -> None:
    opened(*REPORT)
    refused = opened("show", "P-3", "--known-on", "2025-01-01", ok=False)
    assert "no pledge P-3 on 2025-01-01" in refused.output


def test_a_goal_is_shown_by_every_count(opened: Run) -> None:
    by_customs = ("--counted-by", "customs of CHN", "--method", "by country of origin")
    amount = ("--value", "1500000000", "--on", "2025-09-01")
    opened("report", "P-3", "--by", "CHN", "--to", "KAZ", *amount, *by_customs)
    counted = ("--counted-by", "statistics of KAZ")
    opened("confirm", "P-3", "--by", "KAZ", "--value", "600000000", "--on", "2025-09-02", *counted)
    shown = opened("show", "P-3", "--as-of", "2025-12-01").output
    assert "by the count of customs of CHN (by country of origin): kept" in shown
    assert "by the count of statistics of KAZ: behind" in shown
    assert "counts are never added: the amounts are by the count of statistics of KAZ" in shown
    begun = ("report", "P-1", "--by", "CHN", "--to", "KAZ", "--value", "1", "--phase", "begun")
    assert "What is begun is not delivered yet" in opened(*begun, ok=False).output


def test_amounts_by_two_counts_are_the_same_wherever_they_stand_and_never_added(
    opened: Run,
) -> None:
    goal, met, missed = "1500000000", "1600000000", "900000000"
    told = ("report", "P-3", "--by", "CHN", "--to", "KAZ", "--on", "2025-09-01", "--value")
    opened(*told, met, "--counted-by", "customs of CHN")
    opened(*told, missed, "--counted-by", "statistics of KAZ")
    day = ("--as-of", "2026-06-30", "--format", "json")
    shown = json.loads(opened("show", "P-3", *day).output)
    (line,) = shown["lines"]
    left = Decimal(goal) - Decimal(missed)
    assert Decimal(line["pledged"]) == Decimal(goal)
    assert Decimal(line["obligation"]) == left
    assert Decimal(line["in_transit"]) == Decimal(missed)
    assert Decimal(shown["state"]["reported"]) == Decimal(missed)
    assert shown["amounts_by"] == ["statistics of KAZ"]
    by = {count["counted_by"]: Decimal(count["state"]["reported"]) for count in shown["counts"]}
    assert by == {"customs of CHN": Decimal(met), "statistics of KAZ": Decimal(missed)}
    listed = json.loads(opened("pledges", *day).output)
    (amount,) = next(each for each in listed if each["name"] == "P-3")["amounts"]
    assert (Decimal(amount["obligation"]), Decimal(amount["in_transit"])) == (left, Decimal(missed))
    opened(*told, "100000000")
    shown = opened("show", "P-3", "--as-of", "2026-06-30").output
    assert "by what names nobody who counts: late" in shown
    assert "the amounts are by what names nobody who counts" in shown


def test_what_came_without_a_report_is_a_figure_of_its_own(opened: Run) -> None:
    before = opened("show", "P-3").output
    assert "received without a report" not in before
    opened("confirm", "P-3", "--by", "KAZ", "--value", "1000", "--on", "2025-09-30")
    for command in (("show", "P-3"), ("balance",)):
        shown = opened(*command).output
        assert "received without a report" in shown
        assert "1,000" in shown
    unit, pledged, obligation, only_reported, unreported, *_ = next(
        line.split()
        for line in opened("show", "P-3").output.splitlines()
        if line.startswith(" CNY")
    )
    assert (unit, pledged, obligation) == ("CNY", "1,500,000,000", "1,500,000,000")
    assert (only_reported, unreported) == ("0", "1,000")
