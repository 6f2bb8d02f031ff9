from datetime import date
from decimal import Decimal

import pytest

from tests.ledger.builder import Paper, figures, money, pledge
from zakuro.ledger.account import Delivery, day_of_act
from zakuro.ledger.balance import lines, uneven
from zakuro.model.acts import Measure, Reply, Term, TermSet
from zakuro.model.changes import Looked
from zakuro.model.errors import RefusedError


def test_a_pledge_to_a_group_opens_one_account_for_it() -> None:
    paper = Paper()
    assert paper.balances() == {"receivable:C5": 1000, "obligation:CHN": -1000}


def test_each_measure_has_its_own_account() -> None:
    paper = Paper(pledge(money(500), Measure(unit="{place}", value=Decimal(3000))))
    assert paper.balances("CNY") == {"receivable:C5": 500, "obligation:CHN": -500}
    assert paper.balances("{place}") == {"receivable:C5": 3000, "obligation:CHN": -3000}


def test_each_multiplies() -> None:
    paper = Paper(pledge(money(100), each=True))
    assert paper.balances() == {
        "obligation:CHN": -500,
        "receivable:KAZ": 100,
        "receivable:KGZ": 100,
        "receivable:TJK": 100,
        "receivable:TKM": 100,
        "receivable:UZB": 100,
    }


def test_a_reciprocal_pledge_is_owed_by_each_to_the_others() -> None:
    paper = Paper(pledge(money(7), givers=("CHN", "KAZ"), receivers=(), reciprocal=True))
    assert paper.balances() == {
        "obligation:CHN": -7,
        "receivable:KAZ": 7,
        "obligation:KAZ": -7,
        "receivable:CHN": 7,
    }


def test_a_reciprocal_pledge_of_three_is_owed_to_the_two_others() -> None:
    paper = Paper(pledge(money(7), givers=("CHN", "KAZ", "UZB"), receivers=(), reciprocal=True))
    assert paper.balances() == {
        "obligation:CHN": -7,
        "receivable:KAZ+UZB": 7,
        "obligation:KAZ": -7,
        "receivable:CHN+UZB": 7,
        "obligation:UZB": -7,
        "receivable:CHN+KAZ": 7,
    }


def test_joint_givers_owe_from_one_account() -> None:
    paper = Paper(pledge(money(7), givers=("CHN", "KAZ"), receivers=("AFG",)))
    assert paper.balances() == {"obligation:CHN+KAZ": -7, "receivable:AFG": 7}
    paper.report("AFG", 3, by="KAZ")
    assert paper.balances() == {
        "obligation:CHN+KAZ": -4,
        "in-transit:KAZ→AFG": -3,
        "receivable:AFG": 7,
    }


def test_a_pledge_to_nobody_by_name_is_owed_to_the_world() -> None:
    paper = Paper(pledge(receivers=()))
    assert paper.balances() == {"obligation:CHN": -1000, "receivable:M49:001": 1000}


def test_a_range_posts_its_low_end() -> None:
    both = Measure(unit="CNY", value=Decimal(20), low=Decimal(20), high=Decimal(30))
    paper = Paper(pledge(both))
    assert paper.balances() == {"receivable:C5": 20, "obligation:CHN": -20}
    paper.report("KAZ", 30)
    assert paper.balances() == {
        "obligation:CHN": 10,
        "in-transit:CHN→KAZ": -30,
        "receivable:C5": -10,
        "receivable:KAZ": 30,
    }


def test_without_a_period_the_accounts_are_the_same() -> None:
    paper = Paper(pledge(term=None))
    paper.confirm(paper.report("KAZ", 400), 400)
    assert paper.balances() == {"obligation:CHN": -600, "receivable:C5": 600}


def test_two_measures_of_one_unit_are_refused() -> None:
    with pytest.raises(RefusedError, match="two measures of one unit"):
        Paper(pledge(money(1), money(2)))


def shared(value: str, receivers: tuple[str, ...] = ("KAZ", "KGZ", "UZB")) -> Delivery:
    return Delivery(
        entry=2,
        debt=0,
        giver="CHN",
        receiver="X",
        receivers=receivers,
        unit="CNY",
        value=Decimal(value),
        on=date(2025, 9, 30),
        basis=None,
    )


def test_the_last_share_takes_what_rounding_leaves() -> None:
    delivery = shared("1")
    assert [str(delivery.share(one)) for one in delivery.receivers] == [
        "0.333333",
        "0.333334",
        "0.333333",
    ]
    uneven_ = shared("0.000002")
    assert [uneven_.share(one) * 1_000_000 for one in uneven_.receivers] == [1, 0, 1]
    assert shared("7", ("KAZ",)).share("KAZ") == 7


def test_shares_of_a_group_add_up_exactly() -> None:
    for value in ("1", "0.000001", "100", "1000000.01"):
        delivery = shared(value)
        shares = [delivery.share(receiver) for receiver in delivery.receivers]
        assert sum(shares) == Decimal(value)
        assert max(shares) - min(shares) <= Decimal("0.000002")


def test_every_entry_is_even_and_the_lines_say_what_is_open() -> None:
    paper = Paper()
    first = paper.report("KAZ", 300)
    paper.confirm(first, 200)
    paper.dispute(first, 40)
    assert uneven(paper.account.postings) == []
    (line,) = lines(paper.account)
    assert (line.pledge, line.unit) == ("P-1", "CNY")
    assert figures(line) == [1000, 700, 60, 40, 800, 0]


def test_shares_add_up_also_below_a_millionth() -> None:
    # Books of older rules hold such values; today's door refuses them.
    delivery = shared("1.00000047")
    shares = [delivery.share(party) for party in delivery.receivers]
    assert sum(shares) == Decimal("1.00000047")
    assert shares == [Decimal("0.333333"), Decimal("0.333334"), Decimal("0.33333347")]


def test_of_two_terms_the_one_that_counts_from_the_later_day_holds() -> None:
    paper = Paper(pledge(term=None))
    for end in (date(2028, 1, 1), date(2027, 1, 1)):
        paper.enter(TermSet(term=Term(end_date=end, edtf=f"../{end}")), "CHN", date(2026, 1, 1))
    term = paper.account.term()
    assert term is not None
    assert term.end_date == date(2027, 1, 1)


def test_what_goes_to_a_group_as_a_whole_allots_nothing() -> None:
    paper = Paper()
    report = paper.report("C5", 100)
    posted = [posting.account for posting in paper.account.postings if posting.entry == report]
    assert sorted(posted) == ["in-transit:CHN→C5", "obligation:CHN"]


def test_each_entry_is_of_the_day_of_what_it_says() -> None:
    paper = Paper()
    report = paper.report("KAZ", 150, on=date(2025, 9, 30))
    paper.confirm(report, 50, on=date(2025, 10, 31))
    paper.assess("CHN", 1, date(2026, 3, 1))
    searched = Looked(until=date(2025, 12, 31), where=("x",), languages=("en",))
    paper.enter(searched, None, on=date(2026, 4, 1))
    paper.enter(Reply(entry=report, text="no", on=date(2026, 5, 1)), "UZB", on=date(2026, 5, 1))
    paper.milestone(date(2026, 6, 1), 300)
    days = [day_of_act(paper.account, entry).isoformat() for entry in paper.entries]
    assert days == [
        "2025-06-17", "2025-09-30", "2025-10-31", "2026-03-01", "2025-12-31", "2025-09-30",
        "2028-01-01",
    ]  # fmt: skip
