from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ledger.builder import Paper, figures, pledge
from zakuro.ledger.account import Posting
from zakuro.ledger.balance import balances, line_days, lines, uneven
from zakuro.model.acts import Confirmation, Measure
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
    sums = {"obligation": 0, "disputed": 0, "receivable": 0}
    for (_, name), amount in account.balances.items():
        if not name.startswith("in-transit"):
            sums[name.partition(":")[0]] += int(amount)
    assert [int(f) for f in (line.obligation, line.disputed, line.receivable)] == [
        -sums["obligation"], -sums["disputed"], sums["receivable"],
    ]  # fmt: skip
    ways = [-amount for (_, name), amount in account.balances.items() if "in-transit" in name]
    assert line.in_transit == sum(amount for amount in ways if amount > 0)
    assert line.unreported == -sum(amount for amount in ways if amount < 0)
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


def test_what_one_received_without_a_report_hides_nothing_that_another_waits_for() -> None:
    paper = Paper()
    paper.report("UZB", 150)
    received = Confirmation(giver="CHN", unit="CNY", value=Decimal(150), on=date(2025, 10, 1))
    number = paper.enter(received, "KAZ")
    (line,) = lines(paper.account)
    assert [line.in_transit, line.unreported] == [150, 150]
    assert [line.obligation, line.receivable] == [850, 850]
    paper.reverse(number, "KAZ")
    (line,) = lines(paper.account)
    assert [line.in_transit, line.unreported] == [150, 0]


def test_what_is_reported_after_it_was_received_is_one_delivery() -> None:
    paper = Paper()
    paper.enter(Confirmation(giver="CHN", unit="CNY", value=Decimal(150)), "KAZ")
    (line,) = lines(paper.account)
    assert [line.in_transit, line.unreported] == [0, 150]
    paper.report("KAZ", 200)
    (line,) = lines(paper.account)
    assert [line.in_transit, line.unreported] == [50, 0]


def test_of_a_level_the_last_figure_counts_whoever_is_named() -> None:
    level = Measure(unit="CNY", value=Decimal(1000), change="to")
    paper = Paper(pledge(level))
    report = paper.report("KAZ", 400)
    paper.confirm(report, 400)
    paper.report("UZB", 900, on=date(2025, 12, 1))
    (line,) = lines(paper.account)
    assert [line.in_transit, line.unreported] == [500, 0]
