"""The course of one measure by hand: the turning days."""

from datetime import date, timedelta
from decimal import Decimal

from zakuro.ledger.assessment.course import Course, Step, word
from zakuro.model.acts import Milestone, Tolerances

START, END = date(2026, 1, 1), date(2026, 4, 11)
DAY = timedelta(days=1)
ZERO = Decimal(0)


def course(*steps: Step, milestones: tuple[Milestone, ...] = (), unit: str = "CNY") -> Course:
    return Course(
        subject="P-1",
        debt=0,
        unit=unit,
        due=Decimal(100),
        enough=Decimal(100),
        at_most=False,
        start=START,
        end=END,
        milestones=milestones,
        steps=steps,
        tolerances=Tolerances(),
        spoken=steps[0].on if steps else None,
    )


def step(on: date, reported: int, confirmed: int = 0, disputed: int = 0) -> Step:
    return Step(on, Decimal(reported), Decimal(confirmed), Decimal(disputed))


def test_what_is_due_on_the_due_day_is_all_of_it() -> None:
    last = Milestone(on=date(2026, 2, 1), unit="CNY", value=Decimal(10))
    for found in (course(), course(milestones=(last,)), course(unit="{bus}")):
        assert found.expected(END) == 100
    assert course(milestones=(last,)).expected(END - DAY) == 10
    assert course().expected(END - DAY) == 99


def test_on_the_due_day_it_is_late_and_the_day_before_it_is_not() -> None:
    found = course(step(START, 95))
    assert found.judge(END - DAY).standing == "on course"
    assert found.judge(END).standing == "late"


def test_all_on_the_last_day_is_kept_and_on_the_due_day_late() -> None:
    assert course(step(END - DAY, 100)).judge(END).standing == "kept"
    assert course(step(END, 100)).judge(END).standing == "kept late"
    assert course(step(END, 100)).judge(END - DAY).standing == "not due"


def test_progress_is_what_is_not_disputed_or_what_is_confirmed() -> None:
    assert step(START, 100, 0, 40).progress == 60
    assert step(START, 10, 30, 5).progress == 30
    state = course(step(START, 100, 30, 40)).state(END)
    sums = (state.progress, state.reported, state.confirmed, state.disputed)
    assert [int(one) for one in sums] == [60, 100, 30, 40]


def test_by_confirmation_nothing_reported_counts() -> None:
    found = course(step(START, 100, 0), step(date(2026, 2, 1), 100, 40)).by_confirmation()
    assert [s.progress for s in found.steps] == [ZERO, Decimal(40)]
    assert found.spoken == date(2026, 2, 1)


def test_the_word_for_the_least_that_can_be_said() -> None:
    assert word(step(START, 0)) == "not reported"
    assert word(step(START, 1)) == "reported only"
    assert word(step(START, 0, 1)) == "confirmed"
    assert word(step(START, 2, 1)) == "reported only"
    assert word(step(START, 1, 1)) == "confirmed"
    assert word(step(START, 2, 1, 1)) == "disputed"
