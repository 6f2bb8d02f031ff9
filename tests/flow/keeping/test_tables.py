import pytest

from tests.flow.builder import file, said
from zakuro.flow.acting.review import accept
from zakuro.flow.keeping import tables
from zakuro.flow.keeping.books import Books
from zakuro.model.errors import ZakuroError


def test_names_have_numbers() -> None:
    assert (tables.numbered("P-3"), tables.numbered("E-41"), tables.numbered("s12")) == (3, 41, 12)
    assert tables.places("D-1:s3") == (1, 3)


@pytest.mark.parametrize("name", ["", "3", "P3", "D-1s3", "s", "P-", "Q-3", "P-3x"])
def test_what_is_no_name_is_said(name: str) -> None:
    with pytest.raises(ZakuroError, match="names nothing here"):
        tables.numbered(name)


def test_standings_are_intervals_without_gaps(opened: Books) -> None:
    for party in ("", "CHN"):
        for number in range(1, 6):
            at = [("party", "=", party), ("number", "=", number)]
            rows = list(opened.journal.rows(tables.STANDINGS, at, order=("since",)))  # type: ignore[arg-type]
            assert rows[0]["since"] == "2025-06-17"  # before it was said it had no standing
            assert rows[-1]["until"] == tables.LAST_DAY
            assert [r["until"] for r in rows[:-1]] == [r["since"] for r in rows[1:]]


def test_a_pledge_row_names_sides_and_groups(opened: Books) -> None:
    row = next(opened.journal.rows(tables.PLEDGES, [("number", "=", 3)]))
    assert (row["givers"], row["receivers"], row["due"]) == ("CHN", "C5", "2026-01-01")
    assert row["sameness"] == "CHN; 1500000000 CNY"
    line = next(opened.journal.rows(tables.LINES, [("number", "=", 3)]))
    assert (line["pledged"], line["obligation"], line["trial"]) == ("1500000000", "1500000000", "0")


def test_reviews_change_the_row_of_a_statement(books: Books) -> None:
    file(books, [said("pledge", "help", "support", None)])
    (row,) = books.journal.rows(tables.STATEMENTS)
    assert (row["state"], row["pledge"]) == ("open", 0)
    with books.writing() as writer:
        accept(writer, "D-1:s1", "anna")
    (row,) = books.journal.rows(tables.STATEMENTS)
    assert (row["state"], row["pledge"]) == ("accepted", 1)
    assert tables.reopened(row)["state"] == "open"
