from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ledger.builder import Paper, figures
from zakuro.ledger.account import Posting
from zakuro.ledger.balance import balances, line_days, lines, parted, uneven
from zakuro.model.changes import Agreement


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


DAYS = st.dates(date(2025, 6, 17), date(2027, 12, 31))
LATE = date(2100, 1, 1)


@st.composite
def histories(draw: st.DrawFn) -> Paper:
    """Any acts on a pledge to a group: told, confirmed, disputed, taken back, ended."""
    paper = Paper()
    for _ in range(draw(st.integers(1, 6))):
        if draw(st.booleans()):
            paper.allot(draw(st.sampled_from(["KAZ", "UZB"])), draw(st.integers(1, 80)))
        receiver = draw(st.sampled_from(["KAZ", "UZB", "C5"]))
        value = draw(st.integers(1, 300))
        report = paper.report(receiver, value, on=draw(DAYS))
        by = "KAZ" if receiver == "C5" else receiver
        said = [
            paper.confirm(report, draw(st.integers(1, value)), by=by, on=draw(DAYS))
            if draw(st.booleans())
            else paper.dispute(report, draw(st.integers(1, value)), by=by, on=draw(DAYS))
            for _ in range(draw(st.integers(0, 2)))
        ]
        for number in said:
            ended = paper.account.deliveries[report].said[by].disputed == 0
            if draw(st.booleans()) and not (paper.entries[number - 1].kind == "dispute" and ended):
                paper.reverse(number, by)
        if draw(st.booleans()):
            paper.reverse(report, "CHN")
    if draw(st.booleans()):
        number = paper.enter(Agreement(change="end"), "CHN")
        for member in ("KAZ", "KGZ", "TJK", "TKM", "UZB"):
            paper.enter(Agreement(accepts=number), member)
    return paper


@settings(max_examples=200, deadline=None)
@given(histories())
def test_figures_of_the_last_day_are_what_the_postings_come_to(paper: Paper) -> None:
    account = paper.account
    assert balances(account, LATE) == {k: v for k, v in account.balances.items() if v != 0}
    (line,) = lines(account, LATE)
    sums = {"obligation": 0, "in-transit": 0, "disputed": 0, "receivable": 0}
    for (_, name), amount in account.balances.items():
        sums[name.partition(":")[0]] += int(amount)
    assert [int(f) for f in (line.obligation, line.in_transit, line.disputed, line.receivable)] == [
        -sums["obligation"], -sums["in-transit"], -sums["disputed"], sums["receivable"],
    ]  # fmt: skip
    assert uneven(account.postings) == []


@settings(max_examples=100, deadline=None)
@given(histories())
def test_the_accounts_of_every_day_are_even_and_agree_with_the_lines(paper: Paper) -> None:
    for day in [date(2025, 6, 17), *line_days(paper.account)]:
        held = balances(paper.account, day)
        assert sum(held.values()) == 0
        (line,) = lines(paper.account, day)
        owed = -sum(v for (_, name), v in held.items() if name.startswith("obligation"))
        assert owed == line.obligation


def test_what_was_delivered_later_is_nobodys_yet() -> None:
    paper = Paper()
    paper.report("KAZ", 150, on=date(2025, 9, 30))
    before = balances(paper.account, date(2025, 9, 29))
    assert before == {("CNY", "receivable:C5"): 1000, ("CNY", "obligation:CHN"): -1000}
    assert balances(paper.account, date(2025, 9, 30))["CNY", "receivable:KAZ"] == 150


def test_what_is_in_transit_is_only_reported_or_came_without_a_report() -> None:
    assert [int(part) for part in parted(Decimal(5))] == [5, 0]
    assert [int(part) for part in parted(Decimal(-1000))] == [0, 1000]
    assert [int(part) for part in parted(Decimal(0))] == [0, 0]
