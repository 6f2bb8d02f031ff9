"""The fixture is the published compliance of the G20 summit of Buenos Aires (2018)."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from tests.ledger.builder import Paper
from zakuro.ledger.assessment.score import Cell, assessed, mean, percent, score, score_by, value_of
from zakuro.model.acts import ScoreValue
from zakuro.model.errors import RefusedError

MEMBERS = [
    ("European Union", 20, 100),
    ("Australia", 16, 90),
    ("China", 15, 88),
    ("Japan", 12, 80),
    ("Turkey", 5, 63),
    ("South Africa", 1, 53),
]
COMMITMENTS = [
    ("Digital infrastructure", (17, 3, 0), 93),
    ("Energy security", (16, 4, 0), 90),
    ("Data governance", (5, 12, 3), 55),
    ("Financial regulation, technology", (3, 15, 2), 53),
]


@pytest.mark.parametrize(("member", "points", "published"), MEMBERS)
def test_member_percents_of_buenos_aires(member: str, points: int, published: int) -> None:
    cells = [Cell(f"P-{n}", member, 1 if n < points else 0) for n in range(20)]
    found = score(cells)
    assert found.pooled == found.per_commitment == Fraction(points, 20)
    assert percent(Fraction(points, 20)) == published


@pytest.mark.parametrize(("name", "counts", "published"), COMMITMENTS)
def test_commitment_percents_of_buenos_aires(
    name: str, counts: tuple[int, int, int], published: int
) -> None:
    values: list[ScoreValue] = [1] * counts[0] + [0] * counts[1] + [-1] * counts[2]  # type: ignore[assignment]
    found = score(Cell(name, str(n), value) for n, value in enumerate(values))
    assert found.pooled is not None
    assert percent(found.pooled) == published
    assert (found.assessed, found.total) == (20, 20)


def test_the_printed_average_of_a_commitment_with_one_wrong_zero() -> None:
    as_listed, as_averaged = Fraction(16, 20), Fraction(17, 20)
    assert percent(as_listed) == 90
    assert percent(as_averaged) == 93


def test_the_total_is_rounded_once_and_at_the_end() -> None:
    total, corrected = Fraction(227, 399), Fraction(228, 399)
    assert percent(total) == 78
    assert percent(Fraction(round(total, 2))) == 79  # what rounding the mean first would print
    assert percent(corrected) == 79
    assert percent(corrected, 2) == Decimal("78.57")


def test_percents_as_defined() -> None:
    assert percent(Fraction("0.67"), 1) == Decimal("83.5")
    assert percent(Fraction("-0.33"), 1) == Decimal("33.5")
    assert percent(Fraction("0.67")) == 84
    assert percent(Fraction(1)) == 100
    assert percent(Fraction(-1)) == 0
    assert percent(Fraction(1, 4)) == 63


def test_with_blanks_the_two_means_differ_and_both_are_given() -> None:
    cells = [
        Cell("P-1", "CHN", 1),
        Cell("P-1", "KAZ", 1),
        Cell("P-1", "UZB", 1),
        Cell("P-2", "CHN", -1),
        Cell("P-2", "KAZ", None),
        Cell("P-2", "UZB", None),
    ]
    found = score(cells)
    assert found.pooled == Fraction(1, 2)
    assert found.per_commitment == 0
    assert (found.assessed, found.total) == (4, 6)
    assert (found.low, found.high) == (Fraction(0), Fraction(4, 6))


def test_a_score_of_nothing_is_no_score() -> None:
    assert score([]) == (None, None, 0, 0, None, None)
    blank = score([Cell("P-1", "CHN", None)])
    assert (blank.pooled, blank.assessed, blank.total) == (None, 0, 1)
    assert (blank.low, blank.high) == (Fraction(-1), Fraction(1))


def test_by_party() -> None:
    cells = [Cell("P-1", "CHN", 1), Cell("P-1", "KAZ", 0), Cell("P-2", "CHN", 0)]
    found = score_by(cells, lambda cell: [cell.party])
    assert found["CHN"].pooled == Fraction(1, 2)
    assert found["KAZ"].pooled == 0
    both = score_by(cells, lambda cell: ["all", cell.party])
    assert both["all"].total == 3


def test_the_rule_from_standing() -> None:
    assert value_of("kept", "reported only") == 1
    assert value_of("kept late", "confirmed") == 0
    assert value_of("on course", "reported only") == 0
    assert value_of("lapsed", "disputed") == -1
    assert value_of("not due", "confirmed") is None


def test_what_has_no_report_stays_outside() -> None:
    for standing in ("not due", "not looked at", "names no day", "no report found"):
        assert value_of(standing, "not reported") is None
    assert value_of("late", "not reported") is None
    assert value_of("withdrawn", "not reported") == -1


def test_what_was_searched_after_its_end_scores_where_the_charter_says_so() -> None:
    rule: dict[str, ScoreValue] = {"no report found": -1, "not looked at": -1}
    assert value_of("no report found", "not reported", rule) == -1
    assert value_of("not looked at", "not reported", rule) is None


def test_agreement_is_never_scored_as_failure() -> None:
    assert value_of("suspended", "confirmed") is None
    assert value_of("ended by agreement", "reported only") is None


def test_a_charter_may_set_another_rule() -> None:
    assert value_of("late", "reported only", {"late": -1}) == -1
    assert value_of("behind", "reported only", {"late": -1}) == 0


def test_the_last_assessment_up_to_a_day_counts() -> None:
    paper = Paper()
    paper.assess("CHN", 0, date(2026, 6, 1))
    last = paper.assess("CHN", 1, date(2027, 6, 1))
    assert assessed(paper.account, date(2026, 5, 31)) == {}
    assert assessed(paper.account, date(2026, 6, 1))["CHN"].value == 0
    assert assessed(paper.account, date(2027, 6, 1))["CHN"].value == 1
    paper.reverse(last, None)
    assert assessed(paper.account, date(2027, 6, 1))["CHN"].value == 0


def test_means_are_exact() -> None:
    assert mean([1, 0, 0]) == Fraction(1, 3)
    assert mean([]) is None


def test_an_assessment_is_taken_back_by_its_assessor_alone() -> None:
    paper = Paper()
    number = paper.assess("CHN", 1, date(2027, 6, 1))
    for other in ("CHN", "KAZ"):
        with pytest.raises(RefusedError, match="is the word of anna"):
            paper.reverse(number, other)
    paper.person = "otto"
    with pytest.raises(RefusedError, match="is the word of anna"):
        paper.reverse(number, None)
    paper.person = "anna"
    paper.reverse(number, None)
