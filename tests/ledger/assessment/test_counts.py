from datetime import date
from decimal import Decimal

import msgspec

from tests.ledger.builder import Paper, money, pledge
from zakuro.ledger.assessment.counts import by_count
from zakuro.ledger.assessment.standing import standing
from zakuro.model.acts import Confirmation, Evidence, Measure, Report, Tolerances
from zakuro.model.source import Publisher

RULES = Tolerances()
END = date(2027, 6, 17)


def goal(**fields: object) -> Paper:
    """Trade with Kazakhstan is to reach 70."""
    measure = Measure(unit="USD", value=Decimal(70), change="to")
    opened = pledge(measure, receivers=("KAZ",))
    return Paper(msgspec.structs.replace(opened, **fields))


def counted(paper: Paper, value: int, by: str, on: date, method: str | None = None) -> int:
    report = Report(
        receiver="KAZ", unit="USD", value=Decimal(value), on=on, counted_by=by, method=method
    )
    return paper.enter(report, "CHN")


def stands(paper: Paper, on: date = END) -> dict[str, str]:
    return {c.counted_by: c.state.standing for c in by_count(paper.account, on, RULES)}


def test_one_goal_is_met_by_one_count_and_missed_by_another() -> None:
    paper = goal()
    counted(paper, 72, "customs of CHN", date(2027, 1, 20), "by country of origin")
    received = Confirmation(
        value=Decimal(61), unit="USD", on=date(2027, 2, 1), counted_by="statistics of KAZ"
    )
    paper.enter(received, "KAZ")
    assert stands(paper) == {"customs of CHN": "kept", "statistics of KAZ": "late"}
    assert by_count(paper.account, END, RULES)[0].methods == ("by country of origin",)
    assert stands(paper, date(2027, 1, 25)) == {"customs of CHN": "kept"}
    assert stands(paper, date(2027, 1, 1)) == {}


def test_of_a_level_the_last_figure_counts() -> None:
    paper = goal()
    counted(paper, 40, "customs of CHN", date(2026, 1, 20))
    counted(paper, 45, "customs of CHN", date(2026, 12, 20))
    (count,) = by_count(paper.account, END, RULES)
    assert count.state.reported == 45
    assert count.state.standing == "late"
    assert standing(paper.account, END, RULES).reported == 45


def test_what_is_delivered_adds_up() -> None:
    paper = Paper(pledge(money(70), receivers=("KAZ",)))
    paper.report("KAZ", 40)
    paper.report("KAZ", 30)
    assert standing(paper.account, END, RULES).reported == 70
    assert by_count(paper.account, END, RULES) == ()


def test_a_goal_says_by_whose_count_it_is_met() -> None:
    paper = goal(counted_by="statistics of KAZ")
    counted(paper, 72, "customs of CHN", date(2027, 1, 20))
    assert standing(paper.account, END, RULES).reported == 0
    counted(paper, 66, "statistics of KAZ", date(2027, 1, 21))
    assert standing(paper.account, END, RULES).reported == 66
    assert stands(paper) == {"customs of CHN": "kept", "statistics of KAZ": "late"}


def test_who_names_nobody_counts_in_the_goal_s_own_count() -> None:
    paper = goal(counted_by="statistics of KAZ")
    paper.enter(Report(receiver="KAZ", unit="USD", value=Decimal(50), on=date(2026, 1, 1)), "CHN")
    assert standing(paper.account, END, RULES).reported == 50


def test_a_confirmation_is_of_its_report_s_count() -> None:
    paper = goal()
    report = counted(paper, 72, "customs of CHN", date(2027, 1, 20))
    paper.enter(Confirmation(report=report, value=Decimal(72), on=date(2027, 2, 1)), "KAZ")
    (count,) = by_count(paper.account, END, RULES)
    assert count.state.word == "confirmed"


def test_what_was_taken_back_is_no_count() -> None:
    paper = goal()
    report = counted(paper, 72, "customs of CHN", date(2027, 1, 20))
    paper.reverse(report, "CHN")
    assert stands(paper) == {}


def test_what_a_third_found_is_a_count_of_its_own() -> None:
    paper = goal()
    counted(paper, 72, "customs of CHN", date(2027, 1, 20))
    for value, on in ((50, date(2026, 6, 1)), (71, date(2027, 3, 1))):
        found = Evidence(
            entry=1,
            evidence=("https://example.org/trade",),
            publisher=Publisher(name="Comtrade", ownership="private"),
            value=Decimal(value),
            unit="USD",
            on=on,
        )
        paper.enter(found, None)
    assert stands(paper) == {"customs of CHN": "kept", "Comtrade": "kept"}
    assert stands(paper, date(2027, 2, 1)) == {"customs of CHN": "kept", "Comtrade": "behind"}
    assert stands(paper, date(2026, 3, 1)) == {}
