from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import get_args

from zakuro.flow.acting import acts
from zakuro.flow.acting.acts import Word
from zakuro.flow.keeping.books import Books
from zakuro.flow.keeping.keeping import assess, link
from zakuro.flow.looking.scores import scores
from zakuro.flow.sums.figures import By
from zakuro.model.entry import Basis

DAY = date(2026, 7, 1)
CHN = Word(party="CHN", filed_by="anna")


def deliver(books: Books) -> None:
    acts.report(
        books, "P-3", CHN, receiver="KAZ", value=Decimal(1_500_000_000), on=date(2025, 12, 31)
    )
    acts.report(books, "P-4", CHN, receiver="KAZ", value=Decimal(10), on=date(2026, 1, 31))


def test_what_nobody_has_looked_at_is_blank(opened: Books) -> None:
    (whole,) = scores(opened, DAY)
    assert (whole.by_report.pooled, whole.by_report.assessed, whole.by_report.total) == (None, 0, 5)
    assert (whole.by_report.low, whole.by_report.high) == (Fraction(-1), Fraction(1))


def test_scores_follow_from_standing(opened: Books) -> None:
    deliver(opened)
    (whole,) = scores(opened, DAY)
    assert (whole.by_report.pooled, whole.by_report.assessed) == (Fraction(1, 2), 2)
    (before,) = scores(opened, date(2025, 12, 30))
    assert before.by_report.assessed == 0


def test_an_assessor_counts_before_the_standing(opened: Books) -> None:
    deliver(opened)
    proof = ["https://example.org"]
    assess(opened, "P-4", party="CHN", value=-1, evidence=proof, filed_by="z", on=DAY)
    assess(opened, "P-1", party="CHN", value=1, evidence=proof, filed_by="z", on=DAY)
    (whole,) = scores(opened, DAY)
    assert (whole.by_report.pooled, whole.by_report.assessed) == (Fraction(1, 3), 3)
    assess(opened, "P-3", party="CHN", value=None, evidence=[], filed_by="z", on=DAY)
    (without,) = scores(opened, DAY)
    assert (without.by_report.pooled, without.by_report.assessed) == (Fraction(0), 2)


def test_by_party_topic_and_summit(opened: Books) -> None:
    deliver(opened)
    assert [scored.group for scored in scores(opened, DAY, by="party")] == ["CHN"]
    by_topic = {scored.group: scored.by_report for scored in scores(opened, DAY, by="topic")}
    assert by_topic["training"].pooled == 0
    assert by_topic["education"].assessed == 0
    assert {scored.group for scored in scores(opened, DAY, by="summit")} == {"(no summit)"}


def test_by_basis(opened: Books) -> None:
    deliver(opened)
    (signed,) = scores(opened, DAY, bases=frozenset({"signed"}))
    assert signed.by_report.assessed == 0
    (mandated,) = scores(opened, DAY, bases=frozenset({"mandated", "signed"}))
    assert mandated.by_report.assessed == 2


def test_a_part_is_scored_in_its_whole(opened: Books) -> None:
    deliver(opened)
    link(opened, "P-5", "P-3", filed_by="anna")
    (whole,) = scores(opened, DAY)
    assert whole.by_report.total == 4


def test_a_standing_that_nothing_is_in_any_more_is_not_listed(opened: Books) -> None:
    deliver(opened)
    for by in get_args(By):
        found = scores(opened, DAY, by=by)
        assert found == scores(opened, DAY, by=by, bases=frozenset(get_args(Basis)))
        listed = [n for each in found for of in (each.standings, each.outside) for n in of.values()]
        assert 0 not in listed
