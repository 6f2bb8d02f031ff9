from datetime import date
from decimal import Decimal

from tests.ledger.builder import Paper, pledge
from zakuro.ledger.assessment.waiting import Open, days, waits
from zakuro.model.acts import Confirmation, Report
from zakuro.model.changes import Agreement

REPORTED, ANSWERED, LATE = date(2025, 9, 30), date(2025, 10, 31), date(2030, 1, 1)
FIVE = ("KAZ", "KGZ", "TJK", "TKM", "UZB")


def test_a_report_waits_from_its_day_to_its_answer() -> None:
    paper = Paper()
    report = paper.report("KAZ", 150)
    asked = Open(report, "unanswered", "KAZ", ("KAZ",), "CHN", Decimal(150), "CNY", REPORTED)
    assert waits(paper.account, date(2025, 9, 29)) == []
    assert waits(paper.account, REPORTED) == [asked]
    paper.confirm(report, 100)
    assert waits(paper.account, date(2025, 10, 30)) == [asked]
    assert waits(paper.account, ANSWERED) == [asked._replace(value=Decimal(50))]
    paper.dispute(report, 50)
    disputed = Open(report, "disputed", "CHN", ("CHN",), "KAZ", Decimal(50), "CNY", REPORTED)
    assert waits(paper.account, LATE) == [disputed]
    assert days(paper.account) == [REPORTED, ANSWERED]
    paper.reverse(report, "CHN")
    assert waits(paper.account, LATE) == []


def test_a_group_is_asked_for_what_its_members_have_not_answered() -> None:
    paper = Paper()
    report = paper.report("C5", 500)
    assert [(each.party, each.parties) for each in waits(paper.account, LATE)] == [("C5", FIVE)]
    paper.confirm(report, 100)
    (left,) = waits(paper.account, LATE)
    assert (left.parties, left.value) == (FIVE[1:], Decimal(400))
    confirmed = [paper.confirm(report, 100, by=each) for each in FIVE[1:]]
    assert waits(paper.account, LATE) == []
    paper.reverse(confirmed[-1], "UZB")
    assert [each.parties for each in waits(paper.account, LATE)] == [("UZB",)]
    paper.dispute(report, 60, by="UZB")
    asked, disputed = waits(paper.account, LATE)
    assert (asked.parties, asked.value) == (("UZB",), Decimal(40))
    assert (disputed.parties, disputed.other, disputed.value) == (("CHN",), "UZB", Decimal(60))


def test_what_came_without_a_report_answers_none() -> None:
    paper = Paper()
    paper.report("UZB", 150)
    paper.enter(Confirmation(giver="CHN", unit="CNY", value=Decimal(150)), "KAZ")
    assert [each.parties for each in waits(paper.account, LATE)] == [("UZB",)]


def test_nobody_is_asked_of_a_count_nor_of_a_mistake_nor_of_itself() -> None:
    paper = Paper()
    counted = Report(
        receiver="KAZ", unit="CNY", value=Decimal(9), on=REPORTED, counted_by="CHN", method="x"
    )
    number = paper.enter(counted, "CHN")
    assert waits(paper.account, LATE) == []
    paper.reverse(number, "CHN")
    taken_back = paper.report("KAZ", 150)
    paper.reverse(taken_back, "CHN")
    paper.reverse(1, None)
    assert waits(paper.account, LATE) == []
    both = Paper(pledge(givers=("CHN", "KAZ"), receivers=("CHN", "KAZ"), together=True))
    report = both.report(both.account.debts[0].receiver, 10)
    (asked,) = waits(both.account, LATE)
    assert asked.entry == report
    assert "CHN" not in asked.parties


def test_a_change_waits_for_those_who_have_not_agreed() -> None:
    paper = Paper()
    said = date(2026, 1, 1)
    number = paper.enter(Agreement(change="end"), "CHN", said)
    proposed = Open(number, "proposed", "+".join(FIVE), FIVE, "CHN", Decimal(0), "", said)
    assert waits(paper.account, date(2025, 12, 31)) == []
    assert waits(paper.account, said) == [proposed]
    for place, member in enumerate(FIVE, start=2):
        paper.enter(Agreement(accepts=number), member, date(2026, 1, place))
    assert [each.parties for each in waits(paper.account, date(2026, 1, 3))] == [FIVE[2:]]
    assert [each.other for each in waits(paper.account, date(2026, 1, 3))] == ["CHN+KAZ+KGZ"]
    assert waits(paper.account, date(2026, 1, 6)) == []
    assert days(paper.account) == [date(2026, 1, day) for day in range(1, 7)]


def test_once_a_pledge_has_ended_no_other_change_waits() -> None:
    paper = Paper(pledge(receivers=("KAZ",)))
    paper.enter(Agreement(change="suspend"), "CHN", date(2026, 1, 1))
    end = paper.enter(Agreement(change="end"), "CHN", date(2026, 2, 1))
    paper.enter(Agreement(accepts=end), "KAZ", date(2026, 3, 1))
    assert len(waits(paper.account, date(2026, 2, 1))) == 2
    assert waits(paper.account, date(2026, 3, 1)) == []


def test_a_milestone_taken_back_waits_for_nobody() -> None:
    paper = Paper(pledge(receivers=("KAZ", "UZB")))
    milestone = paper.milestone(date(2026, 6, 1), 500)
    paper.enter(Agreement(accepts=milestone), "KAZ", date(2028, 1, 2))
    assert [each.parties for each in waits(paper.account, LATE)] == [("UZB",)]
    paper.reverse(milestone, "CHN")
    assert waits(paper.account, LATE) == []
