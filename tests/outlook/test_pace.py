import random
from datetime import date, timedelta
from decimal import Decimal

from zakuro.outlook.pace import Pace, Run, needed, pace

START, ON = date(2025, 1, 1), date(2026, 1, 1)


def run(done: int, deliveries: int, end: date | None = date(2027, 1, 1)) -> Run:
    return Run(START, Decimal(100), Decimal(done), deliveries, end)


def test_half_in_a_year_takes_about_another() -> None:
    found = pace(run(50, 20), ON)
    assert isinstance(found, Pace)
    assert found.so_far == 50
    assert found.middle is not None
    assert abs((found.middle - date(2027, 1, 1)).days) < 30
    assert found.first < found.middle


def test_few_deliveries_leave_a_wide_range() -> None:
    few, many = pace(run(50, 2), ON), pace(run(50, 50), ON)
    assert isinstance(few, Pace)
    assert isinstance(many, Pace)
    assert few.first <= many.first
    assert few.last is None or (many.last is not None and few.last > many.last)


def test_nobody_can_say_and_why() -> None:
    assert pace(run(0, 0), ON) == "nothing reported"
    assert pace(run(50, 1), ON) == "one delivery"
    assert pace(run(50, 2), START) == "no time past"
    assert pace(run(0, 2), ON) == "no time past"
    tiny = Run(START, Decimal(10**9), Decimal(1), 2, None)
    assert pace(tiny, ON) == "hardly begun"
    assert pace(run(50, 2), date(9999, 12, 1)) == "hardly begun"


def test_what_is_needed_until_the_end() -> None:
    assert needed(run(50, 2), ON) == 50
    assert needed(run(50, 2), date(2027, 1, 1)) is None
    assert needed(run(50, 2, None), ON) is None


def test_the_range_holds_in_eight_of_ten_courses_of_a_steady_rate() -> None:
    chance = random.Random(7)
    held = asked = 0
    for _ in range(600):
        rate = chance.uniform(0.005, 0.05)
        days, made = 0.0, 0
        arrivals = []
        while made < 40:
            days += chance.expovariate(rate)
            made += 1
            arrivals.append(days)
        so_far = sum(day <= 365 for day in arrivals)
        if not 2 <= so_far < 20:
            continue
        found = pace(Run(START, Decimal(20), Decimal(so_far), so_far, None), ON)
        assert isinstance(found, Pace)
        done = START + timedelta(days=int(arrivals[19]))
        asked += 1
        held += found.first <= done and (found.last is None or done <= found.last)
    assert asked > 300
    assert 0.75 <= held / asked <= 0.87
