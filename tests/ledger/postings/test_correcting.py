from datetime import date
from decimal import Decimal

import pytest

from tests.ledger.builder import Paper
from zakuro.ledger.balance import uneven
from zakuro.model.acts import Confirmation, Reversal
from zakuro.model.errors import RefusedError

OPENED = {"obligation:CHN": -1000, "receivable:C5": 1000}


def test_a_report_taken_back_is_owed_again() -> None:
    paper = Paper()
    report = paper.report("KAZ", 150)
    paper.reverse(report, "CHN")
    assert paper.balances() == OPENED
    assert uneven(paper.account.postings) == []


def test_a_dispute_ends_when_the_giver_withdraws_the_report() -> None:
    paper = Paper()
    report = paper.report("KAZ", 150)
    paper.dispute(report, 100)
    paper.reverse(report, "CHN")
    assert paper.balances() == OPENED
    withdrawn = [p for p in paper.account.postings if p.account == "disputed:CHN→KAZ"]
    assert [p.amount for p in withdrawn] == [-100, 100]


def test_taking_back_a_report_does_not_take_back_the_receivers_word() -> None:
    paper = Paper()
    report = paper.report("KAZ", 150)
    confirmation = paper.confirm(report, 100)
    paper.reverse(report, "CHN")
    assert paper.balances() == {
        "obligation:CHN": -1000,
        "in-transit:CHN→KAZ": 100,
        "receivable:C5": 900,
    }
    paper.reverse(confirmation, "KAZ")
    assert paper.balances() == OPENED


def test_a_confirmation_taken_back_is_in_transit_again() -> None:
    paper = Paper()
    report = paper.report("KAZ", 150)
    confirmation = paper.confirm(report, 150)
    paper.reverse(confirmation, "KAZ")
    assert paper.balances() == {
        "obligation:CHN": -850,
        "in-transit:CHN→KAZ": -150,
        "receivable:C5": 850,
        "receivable:KAZ": 150,
    }


def test_a_confirmation_that_ended_a_dispute_taken_back_is_disputed_again() -> None:
    paper = Paper()
    report = paper.report("KAZ", 150)
    paper.dispute(report, 150)
    confirmation = paper.confirm(report, 150)
    paper.reverse(confirmation, "KAZ")
    assert paper.balances()["disputed:CHN→KAZ"] == -150
    assert "in-transit:CHN→KAZ" not in paper.balances()


def test_a_dispute_taken_back_is_in_transit_again() -> None:
    paper = Paper()
    report = paper.report("KAZ", 150)
    dispute = paper.dispute(report, 150)
    paper.reverse(dispute, "KAZ")
    assert paper.balances()["in-transit:CHN→KAZ"] == -150
    assert "disputed:CHN→KAZ" not in paper.balances()


def test_a_dispute_that_has_ended_is_not_taken_back() -> None:
    paper = Paper()
    report = paper.report("KAZ", 150)
    dispute = paper.dispute(report, 150)
    paper.confirm(report, 150)
    with pytest.raises(RefusedError, match="has ended already"):
        paper.reverse(dispute, "KAZ")


def test_an_allotment_taken_back_goes_back_to_the_group() -> None:
    paper = Paper()
    allotment = paper.allot("KAZ", 400)
    paper.report("KAZ", 150)
    paper.reverse(allotment, "CHN")
    assert paper.balances()["receivable:KAZ"] == 150
    assert paper.balances()["receivable:C5"] == 850


def test_a_receipt_without_a_report_can_be_taken_back() -> None:
    paper = Paper()
    act = Confirmation(value=Decimal(100), unit="CNY", on=date(2025, 9, 1))
    paper.reverse(paper.enter(act, "KAZ"), "KAZ")
    assert paper.balances() == OPENED


def test_only_its_author_takes_an_entry_back_and_only_once() -> None:
    paper = Paper()
    report = paper.report("KAZ", 150)
    with pytest.raises(RefusedError, match="E-2 is the word of CHN: only its author"):
        paper.reverse(report, "KAZ")
    with pytest.raises(RefusedError, match="E-9 is no entry of P-1"):
        paper.reverse(9, "CHN")
    with pytest.raises(RefusedError, match="needs its reason"):
        paper.enter(Reversal(entry=report, reason=" "), "CHN")
    taken = paper.reverse(report, "CHN")
    with pytest.raises(RefusedError, match=f"taken back already, by E-{taken}"):
        paper.reverse(report, "CHN")
    with pytest.raises(RefusedError, match=r"A reversal .* is not taken back"):
        paper.reverse(taken, "CHN")
    with pytest.raises(RefusedError, match=f"was taken back by E-{taken}"):
        paper.confirm(report, 10)


def test_a_giver_does_not_take_back_what_it_pledged_but_a_reviewer_closes_a_mistake() -> None:
    paper = Paper()
    with pytest.raises(RefusedError, match="not taken back by its giver"):
        paper.reverse(1, "CHN")
    paper.allot("KAZ", 100)
    report = paper.report("KAZ", 150)
    with pytest.raises(RefusedError, match="stand the words of its parties"):
        paper.reverse(1, None)
    paper.reverse(report, "CHN")
    paper.reverse(1, None)
    assert paper.balances() == {}
    with pytest.raises(RefusedError, match="closed as opened by mistake"):
        paper.report("KAZ", 1)


def test_what_was_said_in_a_dispute_taken_back_can_be_said_anew() -> None:
    paper = Paper(door=True)
    report = paper.report("KAZ", 150)
    paper.reverse(paper.dispute(report, 50), "KAZ")
    assert paper.account.deliveries[report].disputed == 0
    paper.dispute(report, 150)
    assert paper.account.deliveries[report].disputed == 150
