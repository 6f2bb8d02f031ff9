from hypothesis import given
from hypothesis import strategies as st

from zakuro.outlook.survival import FEWEST, Case, Curve, alike_in, chance

CHINA = {"giver": frozenset({"CHN"}), "topic": frozenset({"trade"})}
JAPAN = {"giver": frozenset({"JPN"}), "topic": frozenset({"trade", "energy"})}


def cases(ended: int, opened: int, followed: int = 10) -> list[Case]:
    return [Case(followed, True, CHINA)] * ended + [Case(followed, False, CHINA)] * opened


def test_without_anything_cut_off_it_is_the_plain_share() -> None:
    found = chance([Curve(cases(6, 14))], 0, 10)
    assert found is not None
    assert (found.ended, found.cases) == (6, 20)


def test_what_was_followed_less_long_counts_as_long_as_it_was() -> None:
    found = chance([Curve([*cases(5, 5), *(Case(4, False, CHINA) for _ in range(10))])], 0, 10)
    assert found is not None
    assert (found.ended, found.cases) == (10, 20)


def test_only_what_is_still_open_at_an_age_tells() -> None:
    early = [Case(3, True, CHINA)] * 40
    found = chance([Curve([*early, *cases(2, 10)])], 5, 10)
    assert found is not None
    assert (found.ended, found.cases) == (2, 12)


def test_too_few_that_were_followed_so_long_say_nothing() -> None:
    assert chance([Curve(cases(3, FEWEST - 4))], 0, 10) is None
    assert chance([Curve(cases(3, 20))], 0, 11) is None
    assert chance([], 0, 10) is None


def test_a_narrow_class_leans_on_the_wide_one() -> None:
    whole, own = cases(50, 50), cases(0, 2)
    alone = chance([Curve(whole)], 0, 10)
    narrow = chance([Curve([*whole, *own]), Curve(own)], 0, 10)
    assert alone is not None
    assert narrow is not None
    assert 300 < narrow.range.mean < alone.range.mean
    assert narrow.cases == 22


def test_cases_are_alike_by_every_name_asked_for() -> None:
    listed = [Case(1, False, CHINA), Case(2, False, JAPAN)]
    assert alike_in(listed, JAPAN, ("topic",)) == listed
    assert alike_in(listed, JAPAN, ("topic", "giver")) == listed[1:]
    assert alike_in(listed, JAPAN, ()) == listed


@given(st.lists(st.tuples(st.integers(0, 30), st.booleans()), min_size=10, max_size=60))
def test_more_time_never_makes_it_less_likely(given_cases: list[tuple[int, bool]]) -> None:
    curve = Curve(Case(followed, ended, CHINA) for followed, ended in given_cases)
    means = [found.range.mean for until in range(1, 30) if (found := chance([curve], -1, until))]
    assert means == sorted(means)
    assert curve.seen(-1, 0) == len(given_cases)
