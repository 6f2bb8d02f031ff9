from datetime import date
from decimal import Decimal
from typing import get_args

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ledger.builder import Paper, pledge
from zakuro.ledger.account import Movement
from zakuro.ledger.assessment.counts import by_count as counts_of
from zakuro.ledger.assessment.standing import standing as stands
from zakuro.ledger.balance import balances, lines
from zakuro.ledger.counting import (
    amounts,
    at_most,
    by_count,
    by_day,
    level,
    standing,
    sums,
    whose,
)
from zakuro.model.acts import Confirmation, Measure, Report, Tolerances
from zakuro.model.changes import Agreement
from zakuro.model.statement import Change

CUSTOMS, STATISTICS = "customs of CHN", "statistics of KAZ"
LATE = date(2027, 12, 31)
RULES = Tolerances()


def goal(change: Change | None = None, counted_by: str | None = None) -> Paper:
    """Trade of 60 is to come."""
    measure = Measure(unit="USD", value=Decimal(60), change=change)
    opened = pledge(measure, receivers=("KAZ",))
    return Paper(msgspec.structs.replace(opened, counted_by=counted_by))


def told(paper: Paper, value: int, by: str, on: date = date(2026, 1, 20)) -> int:
    report = Report(receiver="KAZ", unit="USD", value=Decimal(value), on=on, counted_by=by or None)
    return paper.enter(report, "CHN")


def got(paper: Paper, value: int, by: str, on: date = date(2026, 2, 1)) -> int:
    act = Confirmation(value=Decimal(value), unit="USD", on=on, counted_by=by or None)
    return paper.enter(act, "KAZ")


def figures(paper: Paper, on: date | None = None) -> list[int]:
    """Reported; not yet reported, reported but unconfirmed, not yet confirmed."""
    (line,) = lines(paper.account, on)
    open_ = [line.obligation, line.in_transit, line.receivable]
    return [int(each) for each in (line.pledged - line.released - line.obligation, *open_)]


def test_two_counts_of_one_goal_are_never_added() -> None:
    paper = goal()
    told(paper, 61, CUSTOMS)
    told(paper, 38, STATISTICS, date(2026, 3, 1))
    assert figures(paper) == [38, 22, 38, 60]
    assert figures(paper, date(2026, 2, 1)) == [61, -1, 61, 60]
    assert stands(paper.account, LATE, RULES).reported == 38
    assert {c.counted_by: c.state.reported for c in counts_of(paper.account, LATE, RULES)} == {
        CUSTOMS: 61,
        STATISTICS: 38,
    }
    assert balances(paper.account, LATE)["USD", "obligation:CHN"] == -22
    assert whose(paper.account, LATE) == (STATISTICS,)
    assert whose(paper.account, date(2026, 2, 1)) == ()


def test_the_count_that_the_pledge_names_gives_its_amounts() -> None:
    paper = goal(counted_by=CUSTOMS)
    told(paper, 38, STATISTICS)
    told(paper, 50, CUSTOMS)
    told(paper, 11, "")
    assert figures(paper) == [61, -1, 61, 60]
    assert whose(paper.account, LATE) == ()


def test_what_names_nobody_is_a_count_of_its_own_beside_others() -> None:
    paper = goal()
    told(paper, 40, CUSTOMS)
    told(paper, 20, "", date(2026, 3, 1))
    told(paper, 30, "", date(2026, 4, 1))
    assert figures(paper) == [40, 20, 40, 60]
    assert figures(paper, date(2026, 3, 1)) == [20, 40, 20, 60]
    assert {c.counted_by: c.state.reported for c in counts_of(paper.account, LATE, RULES)} == {
        "": 50,
        CUSTOMS: 40,
    }


def test_of_counts_by_which_as_much_has_come_the_less_confirmed_gives_the_amounts() -> None:
    paper = goal()
    got(paper, 38, "a")
    told(paper, 38, "b")
    assert figures(paper) == [38, 22, 38, 60]
    assert whose(paper.account, LATE) == ("b",)


def test_of_what_is_promised_at_most_the_highest_count_gives_the_amounts() -> None:
    bound = Measure(unit="USD", value=Decimal(60), bound="at-most")
    paper = Paper(pledge(bound, receivers=("KAZ",)))
    told(paper, 61, CUSTOMS)
    told(paper, 38, STATISTICS)
    assert figures(paper)[0] == 61
    assert stands(paper.account, LATE, RULES).standing == "lapsed"


def test_of_a_level_each_counts_last_figure_counts_in_the_amounts_too() -> None:
    paper = goal("to")
    told(paper, 45, CUSTOMS, date(2026, 12, 20))
    told(paper, 40, CUSTOMS, date(2026, 1, 20))
    assert figures(paper) == [45, 15, 45, 60]
    told(paper, 50, STATISTICS, date(2026, 1, 20))
    told(paper, 43, STATISTICS, date(2027, 1, 20))
    assert figures(paper) == [43, 17, 43, 60]
    assert stands(paper.account, LATE, RULES).reported == 43


def test_units_counted_by_different_ones_are_no_counts_of_one_thing() -> None:
    measures = (Measure(unit="USD", value=Decimal(60)), Measure(unit="{place}", value=Decimal(5)))
    paper = Paper(pledge(*measures, receivers=("KAZ",)))
    told(paper, 61, CUSTOMS)
    places = Report(
        receiver="KAZ", unit="{place}", value=Decimal(4), on=date(2026, 1, 20), counted_by="b"
    )
    paper.enter(places, "CHN")
    assert whose(paper.account, LATE) == ()
    assert [line.obligation for line in lines(paper.account)] == [-1, 1]


def test_what_was_taken_back_is_no_count() -> None:
    paper = goal()
    told(paper, 61, CUSTOMS)
    paper.reverse(told(paper, 38, STATISTICS), "CHN")
    assert figures(paper) == [61, -1, 61, 60]


def test_what_both_agree_is_of_every_count() -> None:
    for named in (None, CUSTOMS):
        paper = goal(counted_by=named)
        told(paper, 38, STATISTICS)
        told(paper, 20, CUSTOMS)
        number = paper.enter(Agreement(change="end"), "CHN")
        paper.enter(Agreement(accepts=number), "KAZ")
        (line,) = lines(paper.account)
        assert [int(line.released), int(line.obligation)] == [40, 0]


def test_a_level_and_a_bound() -> None:
    assert level(Measure(unit="USD", value=Decimal(1), change="to"))
    assert level(Measure(unit="%", value=Decimal(1)))
    assert not level(Measure(unit="USD", value=Decimal(1), change="increase"))
    assert at_most(Measure(unit="USD", value=Decimal(1), bound="less-than"))
    assert not at_most(Measure(unit="USD", value=Decimal(1), bound="about"))


COUNTERS = st.sampled_from(["", CUSTOMS, STATISTICS, "Comtrade"])
ACTS = st.lists(
    st.tuples(
        st.booleans(),
        st.integers(1, 90),
        COUNTERS,
        st.dates(date(2025, 6, 17), date(2027, 12, 31)),
    ),
    max_size=8,
)
CHANGES = st.sampled_from([None, *get_args(Change)])


def written(acts: list[tuple[bool, int, str, date]], change: Change | None) -> Paper:
    paper = goal(change)
    for reported, value, by, on in acts:
        (told if reported else got)(paper, value, by, on)
    return paper


@settings(max_examples=150, deadline=None)
@given(ACTS, CHANGES, COUNTERS)
def test_a_count_never_depends_on_what_another_says(
    acts: list[tuple[bool, int, str, date]], change: Change | None, counter: str
) -> None:
    measure = goal(change).account.measures["USD"]
    every = by_count(written(acts, change).account.moves(), measure)
    alone = written([act for act in acts if act[2] == counter], change)
    own = sums(every.get(counter, []))
    assert own == sums(amounts(alone.account))
    if not level(measure):
        assert own.reported == sum(act[1] for act in acts if act[0] and act[2] == counter)


@settings(max_examples=150, deadline=None)
@given(ACTS, CHANGES)
def test_the_amounts_are_those_of_one_count_and_the_same_wherever_they_are_told(
    acts: list[tuple[bool, int, str, date]], change: Change | None
) -> None:
    paper = written(acts, change)
    account, measure = paper.account, paper.account.measures["USD"]
    found = sums(amounts(account, LATE))
    every = [sums(mine) for mine in by_count(account.moves(), measure).values()]
    assert found in (every or [sums([])])
    assert max(found.reported, found.confirmed) == min(
        (max(one.reported, one.confirmed) for one in every), default=0
    )
    state, (line,) = stands(account, LATE, RULES), lines(account, LATE)
    assert (state.reported, state.confirmed) == found[:2]
    assert (line.pledged - line.obligation, line.pledged - line.receivable) == found[:2]
    held = balances(account, LATE)
    assert sum(held.values()) == 0
    assert held.get(("USD", "obligation:CHN"), 0) == found.reported - 60
    days = list(by_day(account.moves(), measure))
    assert [day for day, _ in days] == sorted({act[3] for act in acts})
    assert [one for _, one in days[-1:]] == ([found] if acts else [])


def test_movements_of_one_count_are_left_as_they_are() -> None:
    measure = Measure(unit="USD", value=Decimal(60))
    moves = [Movement(LATE, 0, "USD", reported=Decimal(n), counted_by=CUSTOMS) for n in (2, 1)]
    assert standing(moves, measure) == moves
