"""Scores by the rule of the G7 and G20 research groups: +1, 0, -1, blank, and their means.

Full compliance is +1, partial compliance or work in progress 0, failure -1; what cannot be judged
is blank and leaves the denominator.  A percent is (s + 1) / 2 x 100 of the unrounded mean, halves
up.  With blanks two means differ, and both are given: pooled (all judged cells alike) and per
commitment (the mean of the commitments' means).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple, TypeVar

from zakuro.ledger.account import PledgeAccount
from zakuro.ledger.assessment.codes import Standing, Word
from zakuro.model import vocabulary
from zakuro.model.acts import Assessment, ScoreValue

K = TypeVar("K", bound=Hashable)


class Cell(NamedTuple):
    """The score of one party on one pledge; ``value`` None is blank."""

    pledge: str
    party: str
    value: ScoreValue | None


class Score(NamedTuple):
    """The mean of some cells by both conventions; None where nothing was judged.

    ``low`` and ``high`` are the pooled means if all blanks were -1 or +1.
    """

    pooled: Fraction | None
    per_commitment: Fraction | None
    assessed: int
    total: int
    low: Fraction | None
    high: Fraction | None


def value_of(
    standing: Standing, word: Word, rule: Mapping[str, ScoreValue] | None = None
) -> ScoreValue | None:
    """Give the score of a standing by the vocabulary, or by a charter's own table.

    What nobody has said anything of stays outside the score, except what its giver took back, and,
    where the charter says so, what was searched for after its end and not found.
    """
    of_rule = rule.get(standing) if rule else None
    if word == "not reported" and standing not in {"withdrawn", "no report found"}:
        return None
    return vocabulary.standings()[standing].score if of_rule is None else of_rule


def assessed(account: PledgeAccount, on: date) -> dict[str, Assessment]:
    """Give each party's last standing assessment made up to and on a day."""
    return {
        assessment.party: assessment
        for number, assessment in account.assessments.items()
        if number not in account.reversals and assessment.on <= on
    }


def percent(mean: Fraction, digits: int = 0) -> Decimal:
    """Give (s + 1) / 2 x 100 to so many decimals, halves up, from the unrounded mean."""
    return Decimal(((mean + 1) * 50 * 10**digits + Fraction(1, 2)).__floor__()).scaleb(-digits)


def mean(values: Iterable[int]) -> Fraction | None:
    """Give the exact mean, None of nothing."""
    found = list(values)
    return Fraction(sum(found), len(found)) if found else None


def score(cells: Iterable[Cell]) -> Score:
    """Give the score of some cells, with its coverage and the range of the unknowns."""
    total = judged = points = 0
    commitments: dict[str, list[int]] = {}
    for cell in cells:
        total += 1
        if cell.value is not None:
            judged += 1
            points += cell.value
            sums = commitments.setdefault(cell.pledge, [0, 0])
            sums[0] += cell.value
            sums[1] += 1
    means = [Fraction(points_, count) for points_, count in commitments.values()]
    return score_of(total, judged, points, len(means), sum(means, Fraction(0)))


def score_of(
    total: int, judged: int, points: int, commitments: int, means: Fraction | int
) -> Score:
    """Give the score from sums.

    They are of cells, of those judged and their points, of pledges judged and the means of each.
    """
    blanks = total - judged
    return Score(
        pooled=Fraction(points, judged) if judged else None,
        per_commitment=Fraction(means) / commitments if commitments else None,
        assessed=judged,
        total=total,
        low=Fraction(points - blanks, total) if total else None,
        high=Fraction(points + blanks, total) if total else None,
    )


def score_by(cells: Iterable[Cell], keys: Callable[[Cell], Iterable[K]]) -> dict[K, Score]:
    """Give the score of each group of cells; a cell may belong to several."""
    groups: dict[K, list[Cell]] = {}
    for cell in cells:
        for key in keys(cell):
            groups.setdefault(key, []).append(cell)
    return {key: score(group) for key, group in groups.items()}
