from datetime import date, timedelta
from decimal import Decimal

from tests.ledger.builder import SAID, Paper, pledge
from zakuro.ledger.assessment.standing import intervals, standing
from zakuro.ledger.assessment.years import is_yearly, year_starts, years
from zakuro.model.acts import Measure, Term, Tolerances

STUDENTS = Measure(unit="{student}/a", value=Decimal(100))
DAY = timedelta(days=1)
RULES = Tolerances()


def yearly(term: Term | None = None, said_on: date | None = SAID) -> Paper:
    return Paper(pledge(STUDENTS, term=term, said_on=said_on, receivers=("KAZ",)))


def where(paper: Paper, on: date) -> str:
    return standing(paper.account, on, RULES).standing


def test_years_run_from_the_day_it_was_said() -> None:
    account = yearly().account
    assert is_yearly("{student}/a")
    assert not is_yearly("{student}")
    assert years(account, SAID - DAY) == ()
    assert [tuple(y) for y in years(account, SAID)] == [(SAID, date(2026, 6, 17), False)]
    assert [tuple(y) for y in years(account, date(2026, 6, 17))] == [
        (SAID, date(2026, 6, 17), True),
        (date(2026, 6, 17), date(2027, 6, 17), False),
    ]
    assert len(list(year_starts(account))) == 30


def test_years_end_with_the_term_and_29_february_has_a_day_each_year() -> None:
    term = Term(start_date=date(2028, 2, 29), end_date=date(2030, 1, 1), edtf="x")
    account = yearly(term).account
    assert list(year_starts(account)) == [date(2028, 2, 29), date(2029, 3, 1)]
    assert years(account, date(2029, 6, 1))[-1].end == date(2030, 1, 1)
    assert list(year_starts(yearly(said_on=None).account)) == []


def test_one_report_keeps_one_year() -> None:
    paper = yearly()
    assert where(paper, SAID) == "not due"
    assert where(paper, date(2026, 6, 17)) == "not looked at"
    paper.report("KAZ", 100, unit="{student}/a", on=date(2025, 9, 1))
    assert where(paper, date(2025, 9, 1)) == where(paper, date(2026, 6, 16)) == "kept"
    assert where(paper, date(2026, 6, 17)) == "not due"
    paper.report("KAZ", 60, unit="{student}/a", on=date(2026, 9, 1))
    assert where(paper, date(2026, 9, 1)) == "on course"
    assert where(paper, date(2027, 6, 16)) == "behind"
    assert where(paper, date(2027, 6, 17)) == "late"
    assert where(paper, date(2028, 6, 17)) == "not looked at"


def test_intervals_say_so_for_every_day() -> None:
    paper = yearly()
    paper.report("KAZ", 100, unit="{student}/a", on=date(2025, 9, 1))
    paper.report("KAZ", 60, unit="{student}/a", on=date(2026, 9, 1))
    for interval in intervals(paper.account, RULES):
        assert interval.start is not None
        for day in (interval.start, (interval.end or date(2060, 1, 1)) - DAY):
            assert interval.standing == where(paper, day), day
