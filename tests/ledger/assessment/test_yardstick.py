from datetime import date, timedelta
from decimal import Decimal

from tests.ledger.builder import TWO_YEARS, Paper, pledge
from zakuro.ledger.assessment.yardstick import change_days, yardstick
from zakuro.model.acts import Milestone, Term, TermSet
from zakuro.model.changes import Agreement, Looked

FILED, AGREED = date(2026, 1, 1), date(2026, 2, 1)
DAY = timedelta(days=1)


def test_nothing_changes_by_itself() -> None:
    paper = Paper()
    assert change_days(paper.account) == []
    assert yardstick(paper.account, FILED).term == TWO_YEARS


def test_a_term_counts_from_the_day_it_is_filed() -> None:
    paper = Paper(pledge(term=None))
    end = Term(end_date=date(2027, 1, 1))
    number = paper.enter(TermSet(term=end), "CHN", on=FILED)
    assert change_days(paper.account) == [FILED]
    assert yardstick(paper.account, FILED - DAY).term is None
    assert yardstick(paper.account, FILED).term == end
    paper.reverse(number, "CHN")
    assert change_days(paper.account) == []


def test_milestones_alone_and_agreed() -> None:
    paper = Paper(pledge(receivers=("KAZ",)))
    mark = Milestone(on=date(2026, 6, 1), unit="CNY", value=Decimal(5))
    number = paper.enter(mark, "CHN", on=FILED)
    paper.enter(Agreement(accepts=number), "KAZ", on=AGREED)
    assert change_days(paper.account) == [FILED, AGREED]
    before, alone, both = (yardstick(paper.account, day) for day in (FILED - DAY, FILED, AGREED))
    assert (before.milestones, before.alone) == ((), ())
    assert (alone.milestones, alone.alone) == ((), (mark,))
    assert (both.milestones, both.alone) == ((mark,), ())


def test_the_last_search_by_a_day() -> None:
    paper = Paper()
    paper.enter(Looked(until=FILED, where=("X",), languages=("zh", "ru"), depth="all"), None)
    paper.enter(Looked(until=AGREED, where=("Y", "Z"), who="otto"), None)
    assert change_days(paper.account) == [FILED, AGREED]
    assert yardstick(paper.account, FILED - DAY).searched is None
    assert str(yardstick(paper.account, AGREED - DAY).searched) == (
        "by anna in X (zh, ru; all) up to 2026-01-01"
    )
    assert str(yardstick(paper.account, AGREED).searched) == "by otto in Y; Z up to 2026-02-01"


def test_a_suspension_ends_the_day_after_its_last() -> None:
    paper = Paper(pledge(receivers=("KAZ",)))
    last = date(2026, 6, 30)
    number = paper.enter(Agreement(change="suspend", until=last), "CHN", on=FILED)
    paper.enter(Agreement(accepts=number), "KAZ", on=AGREED)
    assert change_days(paper.account) == [AGREED, last + DAY]
    assert yardstick(paper.account, AGREED - DAY).rests is None
    assert yardstick(paper.account, last).rests == "suspended"
    assert yardstick(paper.account, last + DAY).rests is None
