from datetime import date
from decimal import Decimal

from zakuro.flow.acting import acts
from zakuro.flow.acting.acts import Word
from zakuro.flow.keeping import tables
from zakuro.flow.keeping.books import Books
from zakuro.flow.keeping.keeping import assess, link
from zakuro.flow.sums.cells import Counted, Rows, cells, grouped, read_rows

DAY = "2026-07-01"


def one(books: Books, number: int) -> Rows:
    (rows,) = read_rows(books.journal, [number])
    return rows


def test_rows_are_those_of_the_pledges_asked_for(opened: Books) -> None:
    found = read_rows(opened.journal, [4, 99, 1])
    assert [rows.pledge["number"] for rows in found] == [1, 4]
    assert {row["number"] for row in found[1].lines + found[1].standings} == {4}  # type: ignore[operator]


def test_rows_without_their_pledge_are_of_none() -> None:
    assert grouped([(tables.LINES, [{"number": 3, "unit": "CNY"}])]) == []


def test_a_cell_says_where_it_stands_and_what_it_counts(opened: Books) -> None:
    word = Word(party="CHN", filed_by="anna")
    acts.report(opened, "P-4", word, receiver="KAZ", value=Decimal(10), on=date(2026, 1, 31))
    assert cells(one(opened, 4), DAY, {}) == [
        Counted("P-4", "CHN", "behind", 0, None, assessed=False, outside="")
    ]
    assert cells(one(opened, 4), DAY, {"behind": -1})[0].by_report == -1
    (other,) = cells(one(opened, 4), DAY, {}, frozenset({"signed"}))
    assert (other.by_report, other.outside) == (None, "on another basis")
    assert cells(one(opened, 4), "2025-01-01", {}) == []


def test_the_last_assessment_of_its_day_counts(opened: Books) -> None:
    proof = ["https://x.org"]
    first, later = date(2026, 6, 1), date(2026, 5, 1)
    assess(opened, "P-1", party="CHN", value=1, evidence=proof, filed_by="z", on=first)
    assess(opened, "P-1", party="CHN", value=-1, evidence=proof, filed_by="z", on=later)
    assert cells(one(opened, 1), "2026-04-30", {})[0].assessed is False
    (last,) = cells(one(opened, 1), DAY, {})
    assert (last.by_report, last.by_confirmation, last.assessed, last.outside) == (-1, -1, True, "")


def test_parts_and_mistakes_count_nothing(opened: Books) -> None:
    link(opened, "P-5", "P-3", filed_by="anna")
    opening = opened.account("P-2").opening.number
    acts.reverse(opened, f"E-{opening}", reason="mistake", filed_by="anna")
    assert cells(one(opened, 5), DAY, {}) == []
    assert cells(one(opened, 2), DAY, {}) == []
