from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ledger.builder import SAID, TWO_YEARS, Paper, money, pledge
from zakuro.ledger.account import PledgeAccount
from zakuro.ledger.assessment.course import State, word
from zakuro.ledger.assessment.standing import courses, intervals, standing
from zakuro.model.acts import Measure, Milestone, Term, TermSet, Tolerances
from zakuro.model.changes import Agreement, Looked, Withdrawal
from zakuro.model.errors import RefusedError
from zakuro.model.statement import Bound

END = date(2027, 6, 17)
DAY = timedelta(days=1)
RULES = Tolerances()


def at(paper: Paper, on: date) -> tuple[str, str]:
    state = standing(paper.account, on, RULES)
    return state.standing, state.word


def why(paper: Paper, on: date) -> str:
    return standing(paper.account, on, RULES).why


def test_before_its_time_a_pledge_is_not_due() -> None:
    term = Term(start_date=date(2026, 1, 1), end_date=date(2027, 1, 1), edtf="2026")
    paper = Paper(pledge(term=term))
    assert at(paper, date(2025, 12, 31)) == ("not due", "not reported")
    assert why(paper, date(2025, 12, 31)).endswith("its time begins on 2026-01-01")
    assert at(paper, date(2026, 1, 1)) == ("not due", "not reported")
    assert "runs up to 2027-01-01, and no report yet" in why(paper, date(2026, 1, 1))
    paper.report("KAZ", 1, on=date(2026, 1, 1))
    assert at(paper, date(2026, 1, 1))[0] == "on course"


def test_what_names_no_day_says_so_until_it_is_done() -> None:
    paper = Paper(pledge(term=None))
    assert at(paper, date(2025, 6, 17)) == ("names no day", "not reported")
    report = paper.report("KAZ", 900)
    assert at(paper, date(2999, 1, 1)) == ("names no day", "reported only")
    paper.confirm(report, 900)
    assert at(paper, date(2999, 1, 1)) == ("names no day", "confirmed")
    paper.report("KAZ", 100)
    assert at(paper, date(2999, 1, 1)) == ("kept", "reported only")


def test_a_term_set_later_makes_it_due_from_the_day_it_is_set() -> None:
    paper = Paper(pledge(term=None))
    paper.report("KAZ", 1)
    term = TermSet(term=Term(end_date=date(2026, 6, 17)))
    paper.enter(term, "CHN", on=date(2026, 1, 1))
    assert at(paper, date(2025, 12, 31))[0] == "names no day"
    assert at(paper, date(2026, 1, 1))[0] == "behind"
    assert at(paper, date(2026, 6, 16))[0] == "behind"
    assert at(paper, date(2026, 6, 17))[0] == "late"
    with pytest.raises(RefusedError, match="a promise is not moved"):
        Paper().enter(TermSet(term=Term(end_date=date(2030, 1, 1))), "CHN")


def test_behind_is_below_nine_tenths_of_the_line() -> None:
    term = Term(start_date=SAID, end_date=SAID + 100 * DAY, edtf="x")
    paper = Paper(pledge(term=term))
    paper.report("KAZ", 450, on=SAID)
    assert at(paper, SAID + 50 * DAY)[0] == "on course"
    assert at(paper, SAID + 51 * DAY)[0] == "behind"
    assert why(paper, SAID + 51 * DAY) == (
        "450 of 1,000 CNY; 510 expected by 2025-08-07, and less than 0.9 of it"
    )


def test_the_line_begins_with_the_later_of_statement_and_period() -> None:
    year = Term(start_date=date(2025, 1, 1), end_date=date(2026, 1, 1), edtf="2025")
    (course,) = courses(Paper(pledge(term=year)).account, RULES, SAID)
    assert course.expected(SAID) == 0
    expected = course.expected(date(2025, 9, 23)) or Decimal(0)
    assert expected * 198 == pytest.approx(Decimal(98_000))


def test_what_is_counted_is_expected_whole() -> None:
    paper = Paper(pledge(Measure(unit="{centre}", value=Decimal(3))))
    (course,) = courses(paper.account, RULES, SAID)
    assert course.expected(SAID + 243 * DAY) == 0
    assert course.expected(SAID + 244 * DAY) == 1
    dispute = paper.dispute(paper.report("KAZ", 1, unit="{centre}"), 1)
    assert dispute == 3
    assert at(paper, SAID + 243 * DAY)[0] == "on course"
    assert at(paper, SAID + 244 * DAY)[0] == "behind"


def test_the_last_day_of_a_period_is_inside_it_and_the_next_is_not() -> None:
    paper = Paper()
    paper.report("KAZ", 990)
    assert at(paper, END - DAY) == ("on course", "reported only")
    assert at(paper, END) == ("late", "reported only")
    assert why(paper, END) == "990 of 1,000 CNY; it was due before 2027-06-17"


def test_kept_by_the_last_day_and_kept_late_on_the_next() -> None:
    in_time, late = Paper(), Paper()
    in_time.report("KAZ", 1000, on=END - DAY)
    late.report("KAZ", 1000, on=END)
    assert at(in_time, END + DAY) == ("kept", "reported only")
    assert at(late, END + DAY) == ("kept late", "reported only")
    assert "it was due before 2027-06-17" in why(late, END + DAY)


def test_kept_says_whether_by_report_alone() -> None:
    paper = Paper()
    report = paper.report("KAZ", 1000)
    assert at(paper, date(2025, 10, 1)) == ("kept", "reported only")
    paper.confirm(report, 1000, on=date(2025, 11, 1))
    assert at(paper, date(2025, 10, 31)) == ("kept", "reported only")
    assert at(paper, date(2025, 11, 1)) == ("kept", "confirmed")


def test_what_is_disputed_does_not_count() -> None:
    paper = Paper()
    report = paper.report("KAZ", 1000, on=date(2027, 6, 1))
    paper.dispute(report, 400, on=date(2027, 6, 10))
    assert at(paper, date(2027, 6, 9)) == ("kept", "reported only")
    assert at(paper, date(2027, 6, 10)) == ("behind", "disputed")
    assert at(paper, END) == ("late", "disputed")


def test_a_year_past_the_end_with_nothing_more_it_has_lapsed() -> None:
    paper = Paper()
    paper.report("KAZ", 10)
    assert at(paper, END + 364 * DAY)[0] == "late"
    assert at(paper, END + 365 * DAY)[0] == "lapsed"
    paper.report("KAZ", 10, on=date(2027, 9, 1))
    assert at(paper, END + 365 * DAY)[0] == "late"
    assert at(paper, date(2027, 9, 1) + 364 * DAY)[0] == "late"
    assert at(paper, date(2027, 9, 1) + 365 * DAY)[0] == "lapsed"


def test_at_most_never_lags() -> None:
    ceiling = Measure(unit="CNY", value=Decimal(1000), bound="at-most")
    paper = Paper(pledge(ceiling))
    assert at(paper, END - DAY)[0] == "not due"
    assert at(paper, END + 1000 * DAY)[0] == "not looked at"
    paper.report("KAZ", 900)
    assert at(paper, END - DAY)[0] == "on course"
    assert at(paper, END)[0] == "kept"
    paper.report("KAZ", 200)
    assert at(paper, END)[0] == "lapsed"
    assert why(paper, END) == "1,100 of 1,000 CNY at most; over it by 100"


def test_a_range_is_kept_at_its_low_end() -> None:
    both = Measure(unit="CNY", value=Decimal(20), low=Decimal(20), high=Decimal(30))
    paper = Paper(pledge(both))
    paper.report("KAZ", 20)
    assert at(paper, END)[0] == "kept"


def test_about_so_much_is_kept_by_nearly_so_much() -> None:
    paper = Paper(pledge(Measure(unit="CNY", value=Decimal(1000), bound="about")))
    paper.report("KAZ", 949)
    assert at(paper, END)[0] == "late"
    paper.report("KAZ", 1)
    assert at(paper, END)[0] == "kept"


def state(paper: Paper, on: date) -> State:
    return standing(paper.account, on, RULES)


def test_milestones_of_the_giver_alone_stand_beside_the_line() -> None:
    paper = Paper()
    paper.report("KAZ", 10)
    filed = date(2026, 1, 1)
    number = paper.enter(
        Milestone(on=date(2026, 12, 31), unit="CNY", value=Decimal(500)), "CHN", on=filed
    )
    for day in (filed, date(2026, 12, 31)):
        assert at(paper, day)[0] == "behind"
        assert state(paper, day).beside == (
            f"by the giver's own milestones: on course, 0 CNY expected by {day}"
        )
    assert state(paper, filed - DAY).beside == ""
    assert state(paper, date(2027, 1, 1)).beside.startswith("by the giver's own milestones: behind")
    paper.reverse(number, "CHN")
    assert state(paper, date(2027, 1, 1)).beside == ""


def test_milestones_to_which_the_receiver_agreed_replace_the_line() -> None:
    paper = Paper(pledge(receivers=("KAZ",)))
    paper.report("KAZ", 10)
    filed, agreed = date(2026, 1, 1), date(2026, 3, 1)
    mark = Milestone(on=date(2026, 12, 31), unit="CNY", value=Decimal(500))
    number = paper.enter(mark, "CHN", on=filed)
    paper.enter(Agreement(accepts=number), "KAZ", on=agreed)
    assert at(paper, agreed - DAY)[0] == "behind"
    assert at(paper, agreed)[0] == at(paper, date(2026, 12, 31))[0] == "on course"
    assert at(paper, date(2027, 1, 1))[0] == "behind"
    assert state(paper, agreed).beside == ""
    (course,) = courses(paper.account, RULES, agreed)
    assert [int(course.expected(day) or 0) for day in (END - DAY, END)] == [500, 1000]


def test_where_there_is_no_line_the_givers_milestones_measure() -> None:
    paper = Paper(pledge(term=None))
    paper.report("KAZ", 400)
    mark = Milestone(on=date(2026, 12, 31), unit="CNY", value=Decimal(500))
    paper.enter(mark, "CHN", on=date(2026, 1, 1))
    assert at(paper, date(2025, 12, 31))[0] == "names no day"
    assert at(paper, date(2026, 12, 31))[0] == "on course"
    assert at(paper, date(2027, 1, 1))[0] == "behind"


def test_not_looked_at_is_never_nothing_done() -> None:
    paper = Paper()
    assert at(paper, END - DAY) == ("not due", "not reported")
    assert at(paper, END + 1000 * DAY) == ("not looked at", "not reported")
    searched = Looked(until=END - DAY, where=("mfa.gov.cn",), who="anna", languages=("zh",))
    paper.enter(searched, None)
    assert at(paper, END)[0] == "not looked at"
    assert why(paper, END).endswith("no report found by anna in mfa.gov.cn (zh) up to 2027-06-16")
    number = paper.enter(Looked(until=END, where=("Xinhua",), depth="100 hits"), None)
    assert at(paper, END - DAY)[0] == "not due"
    assert at(paper, END) == ("no report found", "not reported")
    assert why(paper, END).endswith("no report found by anna in Xinhua (100 hits) up to 2027-06-17")
    paper.reverse(number, None)
    assert at(paper, END)[0] == "not looked at"
    paper.report("KAZ", 1)
    assert at(paper, END)[0] == "late"


def test_a_search_is_made_by_a_person_up_to_a_day_that_has_come() -> None:
    paper = Paper()
    with pytest.raises(RefusedError, match="not as a party"):
        paper.enter(Looked(until=SAID, where=("x",)), "CHN")
    with pytest.raises(RefusedError, match="give --in"):
        paper.enter(Looked(until=SAID, where=(" ",)), None)
    with pytest.raises(RefusedError, match="has not come yet"):
        paper.enter(Looked(until=date(2028, 1, 2), where=("x",)), None)


def test_by_confirmation_alone() -> None:
    paper = Paper()
    assert state(paper, END).confirmed_alone is None
    report = paper.report("KAZ", 1000)
    assert (state(paper, END).standing, state(paper, END).confirmed_alone) == ("kept", None)
    paper.confirm(report, 600, on=date(2026, 1, 1))
    assert state(paper, date(2025, 12, 31)).confirmed_alone is None
    assert state(paper, date(2026, 1, 1)).confirmed_alone == "on course"
    assert state(paper, END).confirmed_alone == "late"
    paper.confirm(report, 400, on=END)
    assert state(paper, END).confirmed_alone == "kept late"


def test_of_several_measures_the_worst_decides() -> None:
    paper = Paper(pledge(money(), Measure(unit="{place}", value=Decimal(100))))
    paper.confirm(paper.report("KAZ", 1000), 1000)
    assert at(paper, END) == ("late", "reported only")
    paper.report("KAZ", 100, unit="{place}")
    assert at(paper, END) == ("kept", "reported only")


def test_a_reciprocal_pledge_is_kept_when_all_have_kept_it() -> None:
    act = Measure(unit="{hold}", value=Decimal(1), rule="act")
    paper = Paper(pledge(act, givers=("CHN", "KAZ"), receivers=(), reciprocal=True))
    paper.report("KAZ", 1, unit="{hold}")
    assert at(paper, END)[0] == "not looked at"
    paper.report("CHN", 1, unit="{hold}", by="KAZ")
    assert at(paper, END)[0] == "kept"


def test_words() -> None:
    paper = Paper()
    (course,) = courses(paper.account, RULES, SAID)
    assert word(course.step(END)) == "not reported"
    report = paper.report("KAZ", 100)
    paper.confirm(report, 60)
    assert at(paper, END)[1] == "reported only"
    paper.dispute(report, 40)
    assert at(paper, END)[1] == "disputed"
    paper.confirm(report, 40)
    assert at(paper, END)[1] == "confirmed"


def test_a_tolerance_of_the_charter_decides() -> None:
    paper = Paper()
    paper.report("KAZ", 100)
    half_way = date(2026, 6, 17)
    assert standing(paper.account, half_way, RULES).standing == "behind"
    lenient = Tolerances(behind=Decimal("0.1"))
    assert standing(paper.account, half_way, lenient).standing == "on course"


DAYS = st.dates(SAID, date(2029, 12, 31))


@st.composite
def accounts(draw: st.DrawFn) -> PledgeAccount:
    bounds: st.SearchStrategy[Bound] = st.sampled_from(["exact", "about", "at-most", "at-least"])
    unit = draw(st.sampled_from(["CNY", "{place}"]))
    measure = Measure(unit=unit, value=Decimal(draw(st.integers(1, 50))), bound=draw(bounds))
    terms = st.sampled_from(
        [None, TWO_YEARS, Term(end_date=END), Term(start_date=date(2026, 1, 1), end_date=END)]
    )
    said_on = draw(st.sampled_from([None, SAID]))
    paper = Paper(pledge(measure, receivers=("KAZ",), term=draw(terms), said_on=said_on))
    reports = []
    for _ in range(draw(st.integers(0, 5))):
        value = draw(st.integers(1, 30))
        reports.append(paper.report("KAZ", value, unit=unit, on=draw(DAYS.filter(_past))))
        last = paper.account.deliveries[reports[-1]]
        match draw(st.sampled_from(["silent", "confirm", "dispute", "reverse"])):
            case "confirm":
                paper.confirm(last.entry, draw(st.integers(1, 40)), on=draw(DAYS.filter(_past)))
            case "dispute":
                part = draw(st.integers(1, value))
                paper.dispute(last.entry, part, on=draw(DAYS.filter(_past)))
            case "reverse":
                paper.reverse(last.entry, "CHN", on=draw(DAYS))
    for _ in range(draw(st.integers(0, 2))):
        mark = Milestone(on=draw(DAYS), unit=unit, value=Decimal(draw(st.integers(1, 50))))
        number = paper.enter(mark, "CHN", on=draw(DAYS))
        if draw(st.booleans()):
            paper.enter(Agreement(accepts=number), "KAZ", on=draw(DAYS))
    for _ in range(draw(st.integers(0, 2))):
        until = draw(DAYS)
        paper.enter(Looked(until=until, where=("x",)), None, on=until)
    changes: list[Agreement] = draw(
        st.lists(st.sampled_from(CHANGES), max_size=3, unique_by=lambda one: one.change)
    )
    for change in changes:
        proposed = paper.enter(change, "CHN", on=draw(DAYS)) if not paper.account.ended() else 0
        if proposed and draw(st.booleans()):
            paper.enter(Agreement(accepts=proposed), "KAZ", on=draw(DAYS))
    if draw(st.booleans()):
        paper.enter(draw(st.sampled_from(WITHDRAWALS)), "CHN", on=draw(DAYS.filter(_past)))
    return paper.account


WITHDRAWALS = [
    Withdrawal(reason="x"),
    Withdrawal(reason="x", for_now=True),
    Withdrawal(reason="x", for_now=True, until=date(2028, 3, 1)),
]
CHANGES = [
    Agreement(change="prolong", until=END + 100 * DAY),
    Agreement(change="suspend"),
    Agreement(change="suspend", until=date(2026, 9, 1)),
    Agreement(change="resume"),
    Agreement(change="end"),
]


def _past(day: date) -> bool:
    return day <= date(2028, 1, 2)


@settings(max_examples=500)
@given(accounts(), st.lists(st.dates(date(2025, 1, 1), date(2031, 12, 31)), min_size=5))
def test_intervals_say_for_every_day_what_standing_says(
    account: PledgeAccount, days: list[date]
) -> None:
    found = intervals(account, RULES)
    assert found[0].start == account.pledge.said_on
    assert found[-1].end is None
    assert [interval.start for interval in found[1:]] == [interval.end for interval in found[:-1]]
    first = found[0].start or date.min
    turns = [interval.start for interval in found[1:] if interval.start is not None]
    for day in [*days, *turns, *(turn - DAY for turn in turns)]:
        if day < first:
            continue
        now: State = standing(account, day, RULES)
        (interval,) = [
            i
            for i in found
            if (i.start is None or i.start <= day) and (i.end is None or day < i.end)
        ]
        assert (interval.standing, interval.word) == (now.standing, now.word)
        assert interval.confirmed_alone == now.confirmed_alone


def test_no_rounding_of_the_line_decides() -> None:
    term = Term(start_date=SAID, end_date=SAID + 3 * DAY)
    paper = Paper(pledge(money(1), term=term))
    paper.report("KAZ", Decimal("0.6"), on=SAID)
    # Two thirds of the time are over: nine tenths of two thirds are 0.6 to the last digit.
    assert at(paper, SAID + 2 * DAY)[0] == "on course"
    less = Paper(pledge(money(1), term=term))
    less.report("KAZ", Decimal("0.599999"), on=SAID)
    assert at(less, SAID + 2 * DAY)[0] == "behind"


def test_what_comes_on_the_first_day_of_a_year_is_of_that_year() -> None:
    students = Measure(unit="{student}/a", value=Decimal(100))
    term = Term(start_date=SAID, end_date=date(2028, 6, 17))
    paper = Paper(pledge(students, term=term))
    second = date(2026, 6, 17)
    paper.report("KAZ", 100, unit="{student}/a", on=second)
    before, now = courses(paper.account, RULES, second)
    assert (before.over, before.steps, before.spoken) == (True, (), None)
    assert [int(step.reported) for step in now.steps] == [100]
    assert now.spoken == second


def test_what_changes_on_the_day_of_a_report_makes_no_empty_interval() -> None:
    paper = Paper()
    change = date(2026, 6, 17)
    proposed = paper.enter(Agreement(change="prolong", until=date(2031, 6, 16)), "CHN", on=change)
    paper.report("KAZ", 200, on=change)
    paper.enter(Agreement(accepts=proposed), "KAZ", on=change)
    found = intervals(paper.account, RULES)
    assert change in [one.start for one in found]
    assert all(one.start < one.end for one in found if one.start and one.end)


def test_how_far_above_a_limit_is_said_from_the_first() -> None:
    limit = Measure(unit="CNY", value=Decimal(1000), bound="at-most")
    paper = Paper(pledge(limit))
    paper.report("KAZ", 1000)
    assert why(paper, date(2026, 1, 1)) == "1,000 of 1,000 CNY at most"
    paper.report("KAZ", 1)
    assert why(paper, date(2026, 1, 1)) == "1,001 of 1,000 CNY at most; over it by 1"
