from datetime import date
from decimal import Decimal

import pytest

from tests.ledger.builder import Paper, money, pledge
from zakuro.model.acts import Confirmation, Measure, Report
from zakuro.model.errors import RefusedError
from zakuro.model.source import Rate


def test_an_allotment_moves_what_is_receivable_from_the_group() -> None:
    paper = Paper()
    paper.allot("KAZ", 400)
    assert paper.balances() == {
        "obligation:CHN": -1000,
        "receivable:C5": 600,
        "receivable:KAZ": 400,
    }


def test_a_report_is_in_transit() -> None:
    paper = Paper()
    paper.allot("KAZ", 400)
    paper.report("KAZ", 150)
    assert paper.balances() == {
        "obligation:CHN": -850,
        "in-transit:CHN→KAZ": -150,
        "receivable:C5": 600,
        "receivable:KAZ": 400,
    }


def test_a_report_to_a_receiver_without_allotment_allots() -> None:
    paper = Paper()
    paper.report("KAZ", 150)
    assert paper.balances() == {
        "obligation:CHN": -850,
        "in-transit:CHN→KAZ": -150,
        "receivable:C5": 850,
        "receivable:KAZ": 150,
    }


def test_a_report_beyond_the_allotment_allots_the_rest() -> None:
    paper = Paper()
    paper.allot("KAZ", 100)
    paper.report("KAZ", 150)
    assert paper.balances()["receivable:KAZ"] == 150
    assert paper.balances()["receivable:C5"] == 850


def test_an_allotment_after_a_report_covers_it() -> None:
    paper = Paper()
    paper.report("KAZ", 150)
    paper.allot("KAZ", 400)
    assert paper.balances()["receivable:KAZ"] == 400
    assert paper.balances()["receivable:C5"] == 600


def test_a_confirmation_settles() -> None:
    paper = Paper()
    report = paper.report("KAZ", 150)
    paper.confirm(report, 150)
    assert paper.balances() == {"obligation:CHN": -850, "receivable:C5": 850}


def test_under_confirmation_stays_in_transit() -> None:
    paper = Paper()
    report = paper.report("KAZ", 150)
    paper.confirm(report, 100)
    assert paper.balances() == {
        "obligation:CHN": -850,
        "in-transit:CHN→KAZ": -50,
        "receivable:C5": 850,
        "receivable:KAZ": 50,
    }


def test_confirming_more_than_was_reported_is_kept_so() -> None:
    paper = Paper()
    report = paper.report("KAZ", 150)
    paper.confirm(report, 170)
    assert paper.balances() == {
        "obligation:CHN": -850,
        "in-transit:CHN→KAZ": 20,
        "receivable:C5": 830,
    }


def test_over_delivery_is_not_clipped() -> None:
    paper = Paper(pledge(receivers=("KAZ",)))
    report = paper.report("KAZ", 1200)
    assert paper.balances() == {
        "obligation:CHN": 200,
        "in-transit:CHN→KAZ": -1200,
        "receivable:KAZ": 1000,
    }
    paper.confirm(report, 1200)
    assert paper.balances() == {"obligation:CHN": 200, "receivable:KAZ": -200}


def test_a_dispute_stands_apart() -> None:
    paper = Paper()
    report = paper.report("KAZ", 150)
    paper.dispute(report, 150)
    assert paper.balances() == {
        "obligation:CHN": -850,
        "disputed:CHN→KAZ": -150,
        "receivable:C5": 850,
        "receivable:KAZ": 150,
    }


def test_a_dispute_ends_by_confirming_after_all() -> None:
    paper = Paper()
    report = paper.report("KAZ", 150)
    paper.dispute(report, 50)
    paper.confirm(report, 100)
    assert paper.balances()["disputed:CHN→KAZ"] == -50
    paper.confirm(report, 50)
    assert paper.balances() == {"obligation:CHN": -850, "receivable:C5": 850}


def test_a_group_confirms_member_by_member_for_its_equal_share() -> None:
    paper = Paper(pledge(Measure(unit="{platform}", value=Decimal(1))))
    report = paper.report("C5", 1, unit="{platform}")
    assert paper.balances("{platform}") == {"in-transit:CHN→C5": -1, "receivable:C5": 1}
    paper.confirm(report, Decimal("0.2"), by="KAZ")
    assert paper.balances("{platform}") == {
        "in-transit:CHN→C5": Decimal("-0.8"),
        "receivable:C5": Decimal("0.8"),
    }
    paper.dispute(report, Decimal("0.2"), by="UZB")
    for member in ("KGZ", "TJK", "TKM", "UZB"):
        paper.confirm(report, Decimal("0.2"), by=member)
    assert paper.balances("{platform}") == {}


def test_a_receiver_may_confirm_what_the_giver_has_not_reported() -> None:
    paper = Paper()
    act = Confirmation(value=Decimal(100), unit="CNY", on=date(2025, 9, 1))
    paper.enter(act, "KAZ")
    assert paper.balances() == {
        "obligation:CHN": -1000,
        "in-transit:CHN→KAZ": 100,
        "receivable:C5": 900,
    }
    paper.report("KAZ", 100)
    assert paper.balances() == {"obligation:CHN": -900, "receivable:C5": 900}


def test_another_currency_is_posted_in_the_pledges_unit_at_the_rate_given() -> None:
    paper = Paper()
    rate = Rate(unit="USD", value=Decimal(20), rate=Decimal("7.2"), source="PBoC 2025-09-30")
    act = Report(
        receiver="KAZ", unit="CNY", value=Decimal("144.0"), on=date(2025, 9, 30), rate=rate
    )
    paper.enter(act, "CHN")
    assert paper.balances()["in-transit:CHN→KAZ"] == -144
    wrong = Report(receiver="KAZ", unit="CNY", value=Decimal(150), on=date(2025, 9, 30), rate=rate)
    with pytest.raises(RefusedError, match=r"is 144 CNY, not 150"):
        paper.enter(wrong, "CHN")


@pytest.mark.parametrize(
    ("act", "party", "why"),
    [
        ("report", "KAZ", "KAZ is no giver of P-1: only the giver's word reports"),
        ("report", "RUS", "no giver"),
        ("confirm", "CHN", "Only KAZ, who received it, can confirm E-2; CHN cannot"),
        ("confirm", "UZB", "Only KAZ"),
        ("dispute", "CHN", "Only KAZ, who received it, can dispute E-2"),
        ("allot", "KAZ", "no giver"),
    ],
)
def test_only_the_giver_reports_and_only_the_receiver_confirms(
    act: str, party: str, why: str
) -> None:
    paper = Paper()
    report = paper.report("KAZ", 150)
    before = dict(paper.account.balances)
    with pytest.raises(RefusedError, match=why):
        match act:
            case "report":
                paper.report("KAZ", 10, by=party)
            case "confirm":
                paper.confirm(report, 10, by=party)
            case "dispute":
                paper.dispute(report, 10, by=party)
            case _:
                paper.allot("KAZ", 10, by=party)
    assert paper.account.balances == before


def test_what_makes_no_sense_is_refused_with_a_reason() -> None:
    paper = Paper()
    with pytest.raises(RefusedError, match="not counted in USD but in CNY"):
        paper.report("KAZ", 1, unit="USD")
    with pytest.raises(RefusedError, match="RUS is no receiver of P-1: CHN owes it to KAZ, KGZ"):
        paper.report("RUS", 1)
    with pytest.raises(RefusedError, match="above zero"):
        paper.report("KAZ", -1)
    with pytest.raises(RefusedError, match="has not come yet"):
        paper.report("KAZ", 1, on=date(2031, 1, 1))
    with pytest.raises(RefusedError, match="E-1 is no report on P-1"):
        paper.confirm(1, 1)
    with pytest.raises(RefusedError, match="850 are left to allot"):
        paper.allot("UZB", 150)
        paper.allot("KGZ", 900)
    with pytest.raises(RefusedError, match="nothing to allot"):
        Paper(pledge(money(), receivers=("KAZ",))).allot("KAZ", 10)


def test_a_dispute_that_a_confirmation_ended_is_not_ended_again() -> None:
    paper = Paper()
    report = paper.report("KAZ", 250)
    paper.dispute(report, 100)
    paper.confirm(report, 250)
    paper.confirm(report, 100)
    assert paper.balances() == {
        "obligation:CHN": -750,
        "in-transit:CHN→KAZ": 100,
        "receivable:C5": 650,
    }


def test_what_is_delivered_to_a_group_as_a_whole_allots_nothing() -> None:
    paper = Paper()
    report = paper.report("C5", 600)
    paper.confirm(report, 100, by="KAZ")
    assert [(p.account, int(p.amount)) for p in paper.account.postings] == [
        ("receivable:C5", 1000),
        ("obligation:CHN", -1000),
        ("obligation:CHN", 600),
        ("in-transit:CHN→C5", -600),
        ("in-transit:CHN→C5", 100),
        ("receivable:C5", -100),
    ]


def test_a_report_to_a_member_of_a_group_allots_what_is_more_than_said() -> None:
    paper = Paper()
    paper.allot("KAZ", 100)
    paper.report("KAZ", 60)
    assert paper.balances()["receivable:KAZ"] == 100
    paper.report("KAZ", 60)
    assert (paper.balances()["receivable:KAZ"], paper.balances()["receivable:C5"]) == (120, 880)
