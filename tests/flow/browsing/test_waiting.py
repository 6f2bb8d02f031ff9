from datetime import date, timedelta
from decimal import Decimal

from zakuro.flow.acting import acts
from zakuro.flow.acting.changes import agree
from zakuro.flow.browsing.waiting import waiting
from zakuro.flow.keeping.books import Books
from zakuro.ledger.account import day_of

CHINA, KAZAKHSTAN = (acts.Word(party=party, filed_by="anna") for party in ("CHN", "KAZ"))
ON = date(2026, 1, 1)


def _report(books: Books) -> str:
    entry = acts.report(
        books, "P-3", CHINA, receiver="KAZ", value=Decimal(400), on=date(2025, 9, 1)
    )
    return f"E-{entry.number}"


def test_a_report_waits_for_its_receiver(opened: Books) -> None:
    assert waiting(opened, ON) == []
    report = _report(opened)
    (found,) = waiting(opened, ON)
    assert (found.pledge, found.report, found.kind, found.party, found.other, found.value) == (
        "P-3", report, "unanswered", "KAZ", "CHN", Decimal(400),
    )  # fmt: skip
    assert waiting(opened, ON, "KAZ") == [found]
    assert waiting(opened, ON, "UZB") == []
    assert waiting(opened, date(2025, 8, 1)) == []
    answered = day_of(acts.confirm(opened, report, KAZAKHSTAN))
    assert waiting(opened, answered) == []
    assert waiting(opened, answered - timedelta(days=1)) == [found]


def test_what_is_disputed_waits_for_the_giver(opened: Books) -> None:
    report = _report(opened)
    acts.confirm(opened, report, KAZAKHSTAN, value=Decimal(300))
    disputed = acts.dispute(opened, report, KAZAKHSTAN, value=Decimal(100), reason="less came")
    (found,) = waiting(opened, day_of(disputed))
    assert (found.kind, found.party, found.other, found.value) == (
        "disputed", "CHN", "KAZ", Decimal(100),
    )  # fmt: skip


def test_what_was_reported_to_a_group_waits_once(opened: Books) -> None:
    acts.report(opened, "P-3", CHINA, receiver="C5", value=Decimal(500), on=date(2025, 9, 1))
    (found,) = waiting(opened, ON)
    assert found.party == "C5"
    assert found.value == 500
    assert waiting(opened, ON, "TJK") == [found]


def test_of_a_count_nobody_is_asked_whether_it_arrived(opened: Books) -> None:
    counted = acts.Circumstances(counted_by="CHN", method="customs")
    acts.report(
        opened, "P-3", CHINA, receiver="KAZ", value=Decimal(400), on=date(2025, 9, 1),
        circumstances=counted,
    )  # fmt: skip
    assert waiting(opened, ON) == []


def test_a_change_waits_for_those_who_have_not_agreed(opened: Books) -> None:
    assert waiting(opened, ON) == []
    (made,) = agree(opened, "P-3", CHINA, change="reduce", value=Decimal(1000), reason="fewer")
    later = date(2026, 7, 2)
    (found,) = waiting(opened, later)
    assert (found.pledge, found.report, found.other, found.kind) == (
        "P-3", f"E-{made.number}", "CHN", "proposed",
    )  # fmt: skip
    assert found.parties == ("KAZ", "KGZ", "TJK", "TKM", "UZB")
    assert found.what.startswith("proposes: reduce to 1,000")
    assert waiting(opened, later, "CHN") == []
    assert waiting(opened, ON) == []
    agree(opened, "P-3", KAZAKHSTAN, accepts=found.report, others=("KGZ", "TJK", "TKM"))
    assert waiting(opened, later, "KAZ") == []
    assert [one.parties for one in waiting(opened, later, "UZB")] == [("UZB",)]
    agree(opened, "P-3", acts.Word(party="UZB", filed_by="anna"), accepts=found.report)
    assert waiting(opened, later) == []


def test_a_change_taken_back_waits_for_nobody(opened: Books) -> None:
    (made,) = agree(opened, "P-3", CHINA, change="end", reason="no funds")
    assert len(waiting(opened, date(2026, 7, 2), "KAZ")) == 1
    acts.reverse(opened, f"E-{made.number}", reason="no", filed_by="anna", word=CHINA)
    assert waiting(opened, date(2026, 7, 2)) == []


def test_what_one_received_without_a_report_leaves_the_report_to_another_open(
    opened: Books,
) -> None:
    on = date(2025, 9, 1)
    acts.report(opened, "P-3", CHINA, receiver="UZB", value=Decimal(400), on=on)
    acts.receive(opened, "P-3", KAZAKHSTAN, value=Decimal(400), on=on)
    (found,) = waiting(opened, ON, "UZB")
    assert (found.parties, found.value) == (("UZB",), Decimal(400))
