from fractions import Fraction
from pathlib import Path

from bench.quality_books import Row, as_read, commitments, disagreeing, matching

TABLE = """area,id,year,text,average,canada,france,japan,russia
Trade,1999-1,1999,"We will, in time, act.",0.67,1,1,0,
Trade, 1999-2,1999,Act.,0.5,1,-1,,
Trade,1999-3,1999,Act.,,1,1,1,1
Trade,1999-4,1999,Act.,0.33,0,1,0,
"""


def test_averages_are_computed_from_the_scores_that_are_there(tmp_path: Path) -> None:
    (tmp_path / "c.csv").write_text(TABLE, "utf-8")
    rows = commitments(tmp_path / "c.csv")
    assert rows == [
        Row("1999-1", Fraction("0.67"), Fraction(2, 3)),
        Row("1999-2", Fraction(1, 2), Fraction(0)),
        Row("1999-4", Fraction("0.33"), Fraction(1, 3)),
    ]
    assert [row.id for row in disagreeing(rows)] == ["1999-2"]


def test_the_set_of_matches_is_measured() -> None:
    found = matching()
    assert found.results == 40
    assert found.right <= found.offered
    assert found.right == found.wanted
    assert 0 < found.wanted < found.results


def test_results_meet_their_pledges_as_they_are_read() -> None:
    found = matching(told=as_read)
    assert found.right >= 21
    assert found.offered - found.right <= 1
