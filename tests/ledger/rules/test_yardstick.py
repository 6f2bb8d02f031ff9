"""The debtor does not move the yardstick backwards, asked at the door."""

from datetime import date
from decimal import Decimal

import pytest

from tests.ledger.builder import Paper, pledge
from zakuro.model.acts import Milestone, Term, TermSet
from zakuro.model.errors import RefusedError

FILED = date(2026, 1, 1)


def mark(paper: Paper, on: date, value: int) -> int:
    act = Milestone(on=on, unit="CNY", value=Decimal(value))
    return paper.enter(act, "CHN", on=FILED)


@pytest.mark.parametrize(
    ("on", "value", "why"),
    [
        (date(2025, 12, 31), 1, "counts from 2026-01-01"),
        (date(2027, 6, 17), 1, r"due before 2027-06-17.*--prolong-to"),
        (date(2026, 2, 1), 1001, "no more than that"),
        (date(2026, 5, 1), 500, "E-2 says 500 CNY by 2026-06-01: milestones rise"),
        (date(2026, 7, 1), 500, "milestones rise"),
        (date(2026, 7, 1), 499, "milestones rise"),
        (date(2026, 6, 1), 600, "milestones rise"),
    ],
)
def test_milestones_lie_ahead_rise_and_end_at_the_pledge(on: date, value: int, why: str) -> None:
    paper = Paper(door=True)
    mark(paper, date(2026, 6, 1), 500)
    with pytest.raises(RefusedError, match=why):
        mark(paper, on, value)


def test_what_rises_to_the_pledge_within_the_term_is_taken() -> None:
    paper = Paper(door=True)
    first = mark(paper, FILED, 1)
    mark(paper, date(2027, 6, 16), 1000)
    mark(paper, date(2026, 6, 1), 500)
    paper.reverse(first, "CHN")
    mark(paper, date(2026, 3, 1), 1)
    later = Term(start_date=date(2026, 3, 1), end_date=date(2027, 1, 1), edtf="x")
    with pytest.raises(RefusedError, match="before the time of P-1"):
        mark(Paper(pledge(term=later), door=True), date(2026, 2, 28), 1)


def term(paper: Paper, end: date) -> int:
    return paper.enter(TermSet(term=Term(end_date=end)), "CHN", on=FILED)


def test_the_first_term_stands_and_lies_ahead() -> None:
    paper = Paper(pledge(term=None), door=True)
    with pytest.raises(RefusedError, match="cannot be due before it"):
        term(paper, date(2020, 12, 31))
    with pytest.raises(RefusedError, match="cannot be over by then"):
        term(paper, FILED)
    number = term(paper, date(2026, 12, 31))
    with pytest.raises(RefusedError, match=rf"E-{number} says already .* --prolong-to"):
        term(paper, date(2030, 12, 31))
    paper.reverse(number, "CHN")
    term(paper, date(2030, 12, 31))
