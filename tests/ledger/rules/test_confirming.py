"""What may be said of a report, asked at the door: every account by name."""

from datetime import date
from decimal import Decimal

import pytest

from tests.ledger.builder import Paper, pledge
from zakuro.ledger.rules.confirming import open_to
from zakuro.model.acts import Confirmation, Measure
from zakuro.model.errors import RefusedError

DELIVERED = date(2025, 9, 30)


def reported(value: int = 150, to: str = "KAZ") -> tuple[Paper, int]:
    paper = Paper(door=True)
    return paper, paper.report(to, value, on=DELIVERED)


def test_no_more_is_confirmed_than_was_reported() -> None:
    paper, report = reported()
    with pytest.raises(RefusedError, match=r"150 are left for KAZ .* `zakuro confirm P-1 --value"):
        paper.confirm(report, 151)
    paper.confirm(report, 100)
    with pytest.raises(RefusedError, match="50 are left for KAZ to confirm, not 100"):
        paper.confirm(report, 100)
    paper.confirm(report, 50)
    with pytest.raises(RefusedError, match="0 are left"):
        paper.confirm(report, 1)
    assert paper.balances() == {"obligation:CHN": -850, "receivable:C5": 850}


def test_what_came_beyond_a_report_is_a_receipt_of_its_own() -> None:
    paper, report = reported()
    paper.confirm(report, 150)
    paper.enter(Confirmation(value=Decimal(20), unit="CNY", on=date(2025, 10, 31)), "KAZ")
    assert paper.balances() == {
        "obligation:CHN": -850,
        "in-transit:CHN→KAZ": 20,
        "receivable:C5": 830,
    }


def test_nobody_speaks_of_a_delivery_before_its_day() -> None:
    paper, report = reported()
    early = date(2025, 9, 29)
    with pytest.raises(RefusedError, match="2025-09-29 is before it"):
        paper.confirm(report, 1, on=early)
    with pytest.raises(RefusedError, match="2025-09-29 is before it"):
        paper.dispute(report, 1, on=early)
    paper.confirm(report, 1, on=DELIVERED)
    paper.dispute(report, 1, on=DELIVERED)


def test_what_a_receiver_disputed_it_may_confirm_after_all() -> None:
    paper, report = reported()
    paper.dispute(report, 50)
    with pytest.raises(RefusedError, match="100 are neither confirmed nor disputed, not 101"):
        paper.dispute(report, 101)
    paper.confirm(report, 150)
    assert paper.balances() == {"obligation:CHN": -850, "receivable:C5": 850}


def test_members_of_a_group_share_one_report_and_no_more() -> None:
    paper, report = reported(600, "C5")
    paper.confirm(report, 400, by="KAZ")
    paper.dispute(report, 50, by="UZB")
    with pytest.raises(RefusedError, match="150 are left for KGZ"):
        paper.confirm(report, 200, by="KGZ")
    assert open_to(paper.account.deliveries[report], "UZB", disputed=True) == 200
    assert open_to(paper.account.deliveries[report], "UZB", disputed=False) == 150
    paper.confirm(report, 150, by="KGZ")
    assert paper.balances() == {
        "obligation:CHN": -400,
        "disputed:CHN→C5": -50,
        "receivable:C5": 450,
    }


def test_a_dispute_taken_back_leaves_room_for_exactly_as_much() -> None:
    paper, report = reported()
    dispute = paper.dispute(report, 150)
    paper.reverse(dispute, "KAZ")
    assert paper.account.deliveries[report].disputed == 0
    paper.dispute(report, 150)
    with pytest.raises(RefusedError, match=", 0 are neither"):
        paper.dispute(report, 1)
    paper.confirm(report, 150)
    assert paper.balances() == {"obligation:CHN": -850, "receivable:C5": 850}


def test_a_member_may_confirm_its_part_of_a_single_thing() -> None:
    paper = Paper(pledge(Measure(unit="{platform}", value=Decimal(1))), door=True)
    report = paper.report("C5", 1, unit="{platform}")
    paper.confirm(report, Decimal("0.2"), by="KAZ")
    assert paper.balances("{platform}") == {
        "in-transit:CHN→C5": Decimal("-0.8"),
        "receivable:C5": Decimal("0.8"),
    }


def test_older_books_that_hold_more_are_read_as_they_are() -> None:
    paper = Paper()
    report = paper.report("KAZ", 6)
    for value, on in ((4, DELIVERED), (4, DELIVERED), (7, date(2025, 1, 15))):
        paper.confirm(report, value, on=on)
    assert paper.balances() == {
        "obligation:CHN": -994,
        "in-transit:CHN→KAZ": 9,
        "receivable:C5": 985,
    }
