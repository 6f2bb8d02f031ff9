from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from zakuro.ledger.assessment.agreement import alpha

VALUES = st.sampled_from("abc")


def test_an_example_reckoned_by_hand() -> None:
    # Ten units, two coders: fifteen 0 and five 1 in all, and three units differ (each twice as an
    # ordered pair), so 1 - 19 * 6 / (2 * 15 * 5).
    one, other = "0100000000", "1110010000"
    assert [one.count("1"), other.count("1")] == [1, 4]
    assert alpha(zip(one, other, strict=True)) == 1 - Fraction(19 * 6, 2 * 15 * 5)
    assert alpha([]) is None


@given(st.lists(VALUES, min_size=2))
def test_agreement_in_everything_is_one(values: list[str]) -> None:
    found = alpha((value, value) for value in values)
    assert found == (1 if len(set(values)) > 1 else None)


@given(st.lists(st.tuples(VALUES, VALUES)))
def test_it_is_never_above_one_and_the_same_either_way_round(pairs: list[tuple[str, str]]) -> None:
    found = alpha(pairs)
    assert found is None or found <= 1
    assert found == alpha((b, a) for a, b in pairs)
