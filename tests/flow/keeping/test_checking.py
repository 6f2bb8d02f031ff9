from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from zakuro.flow.acting import acts
from zakuro.flow.acting.acts import Word
from zakuro.flow.keeping import checking, tables
from zakuro.flow.keeping.books import Books
from zakuro.flow.keeping.checking import check_tables
from zakuro.flow.looking.lists import pledges
from zakuro.journal import Table
from zakuro.model.acts import Report, body_of
from zakuro.model.entry import Author, Draft
from zakuro.model.errors import ZakuroError


def faults(books: Books) -> tuple[str, ...]:
    return check_tables(books.journal, books.charter).faults


@pytest.fixture
def reported(opened: Books) -> Books:
    """Books with a row in every table."""
    word = Word(party="CHN", filed_by="anna")
    acts.report(opened, "P-3", word, receiver="KAZ", value=Decimal(5), on=date(2025, 9, 1))
    return opened


def change(books: Books, table: Table, **fields: Any) -> None:
    with books.journal.transaction() as transaction:
        row = next(books.journal.rows(table))
        transaction.delete(table, [(column, "=", row[column]) for column in table.key])
        transaction.upsert(table, [{**row, **fields}])


def test_tables_as_kept_differ_in_nothing(reported: Books) -> None:
    assert check_tables(reported.journal, reported.charter) == ((), ())


@pytest.mark.parametrize(
    ("table", "column", "said"),
    [
        (tables.PLEDGES, "receivers", "pledges says of P-1: receivers 'x'; by the entries"),
        (
            tables.LINES,
            "obligation",
            "lines says of P-1, unit {centre}, since 0001-01-01: obligation 'x'",
        ),
        (tables.STANDINGS, "standing", "standings says of party (all), P-1, since 2025-06-17"),
        (tables.DOCUMENTS, "title", "documents says of D-1: title 'x'; by the entries it is ''"),
        (tables.STATEMENTS, "state", "statements says of D-1, place 1: state 'x'"),
        (tables.SUMS, "figures", "sums says of the sum of balance, by unit, span day"),
    ],
)
def test_a_row_that_was_changed_is_named(
    reported: Books, table: Table, column: str, said: str
) -> None:
    change(reported, table, **{column: "x"})
    (fault,) = faults(reported)
    assert said in fault


def test_a_row_that_was_removed_or_added_is_told(reported: Books) -> None:
    change(reported, tables.PLEDGES, number=9)
    assert faults(reported) == (
        "The table pledges lacks P-1.",
        "The table pledges holds rows that no entry makes: 1.",
    )
    with pytest.raises(ZakuroError, match="zakuro rebuild"):
        list(pledges(reported, date(2026, 1, 1)))


def test_not_more_is_told_than_can_be_read(
    reported: Books, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checking, "MOST", 2)
    with reported.journal.transaction() as transaction:
        transaction.delete(tables.PLEDGES)
    assert len(faults(reported)) == 3
    assert "the rest of the tables was not compared" in faults(reported)[-1]


def test_entries_of_older_rules_are_named_and_stand(
    reported: Books, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = Report(receiver="KAZ", unit="CNY", value=Decimal(1), on=date(2020, 1, 1))
    author = Author(filed_by="anna", party="CHN", basis="mandated")
    with reported.writing() as writer:
        for _ in range(3):
            writer.append(Draft(kind="report", subject="P-3", author=author, body=body_of(old)))
    reported.rebuild()
    found = check_tables(reported.journal, reported.charter)
    assert found.faults == ()
    assert len(found.older_rules) == 3
    assert "(report on P-3): 2020-01-01 is before P-3 was pledged" in found.older_rules[0]
    monkeypatch.setattr(checking, "MOST", 1)
    assert check_tables(reported.journal, reported.charter).older_rules[-1] == "and 2 more"
