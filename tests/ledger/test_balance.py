from decimal import Decimal

from tests.ledger.builder import Paper, figures
from zakuro.ledger.account import Posting
from zakuro.ledger.balance import lines, uneven


def test_over_delivery_shows_below_zero() -> None:
    paper = Paper()
    report = paper.report("KAZ", 1200)
    paper.confirm(report, 1300)
    (line,) = lines(paper.account)
    assert figures(line) == [1000, -200, -100, 0, -300, 0]


def test_an_account_opened_by_mistake_holds_nothing() -> None:
    paper = Paper()
    paper.reverse(1, None)
    (line,) = lines(paper.account)
    assert figures(line) == [0, 0, 0, 0, 0, 0]


def test_an_uneven_entry_is_found() -> None:
    even = [Posting(1, "CNY", "a", Decimal(1)), Posting(1, "CNY", "b", Decimal(-1))]
    assert uneven(even) == []
    assert uneven([*even, Posting(2, "CNY", "a", Decimal(3))]) == [(2, "CNY", Decimal(3))]
    mixed = [Posting(1, "CNY", "a", Decimal(1)), Posting(1, "USD", "b", Decimal(-1))]
    assert len(uneven(mixed)) == 2
