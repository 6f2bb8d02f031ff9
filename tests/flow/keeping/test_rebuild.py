from decimal import Decimal
from typing import Any

from tests.flow.builder import file, said
from zakuro.flow.acting import acts
from zakuro.flow.acting.acts import Word
from zakuro.flow.acting.review import accept, join, refuse, unjoin
from zakuro.flow.keeping import tables
from zakuro.flow.keeping.books import Books
from zakuro.flow.keeping.keeping import assess, link
from zakuro.flow.keeping.rebuild import BATCH


def rows(books: Books) -> dict[str, list[dict[str, Any]]]:
    return {table.name: list(books.journal.rows(table)) for table in tables.TABLES}


def test_rebuilt_tables_are_the_tables_kept(opened: Books) -> None:
    word = Word(party="CHN", filed_by="anna")
    file(opened, [said("pledge", f"more {n}", "build", "railway") for n in range(5)])
    with opened.writing() as writer:
        join(writer, "D-2:s1", "P-2", "anna")
        join(writer, "D-2:s2", "P-2", "anna")
        refuse(writer, "D-2:s3", "no", "anna")
        accept(writer, "D-2:s4", "anna")
        unjoin(writer, "D-2:s1", "no", "anna")
        join(writer, "D-2:s1", "P-1", "anna")
    acts.report(opened, "P-3", word, receiver="KAZ", value=Decimal(5))
    assess(opened, "P-3", party="CHN", value=1, evidence=["https://x.org"], filed_by="z")
    link(opened, "P-5", "P-3", filed_by="anna")
    opening = opened.account("P-2").opening.number
    acts.reverse(opened, f"E-{opening}", reason="mistake", filed_by="anna")
    before = rows(opened)
    assert {row["state"] for row in before["statements"]} == {
        "open",
        "accepted",
        "joined",
        "refused",
    }
    assert opened.rebuild() == 6
    assert rows(opened) == before


def test_more_pledges_than_a_batch(books: Books) -> None:
    count = BATCH + 3
    file(books, [said("pledge", f"pledge {n}", "support", None) for n in range(count)])
    with books.writing() as writer:
        for number in range(1, count + 1):
            accept(writer, f"D-1:s{number}", "anna")
    before = rows(books)
    assert books.rebuild() == count
    assert rows(books) == before
