from datetime import date

import msgspec
import pytest

from tests.flow.builder import THIS_YEAR, amount, file, said, summit
from zakuro.flow.acting.review import accept, join
from zakuro.flow.acting.take_in import statement
from zakuro.flow.acting.waiting import Choices, Selection, looked_at, statement_row, waiting
from zakuro.flow.keeping.books import Books
from zakuro.model.errors import ZakuroError


def names(books: Books, **selected: object) -> list[str]:
    return [found.name for found in waiting(books, msgspec.convert(selected, Selection))]


def test_one_selection_by_kind_document_rule_and_strength(books: Books) -> None:
    file(books, summit())
    file(books, [said("pledge", "a railway", "build", "railway", givers=("KAZ",))])
    assert len(names(books)) == 6
    assert names(books, document="D-2") == ["D-2:s1"]
    assert names(books, kinds=["result"]) == ["D-1:s6"]
    assert names(books, rules=["list-item"]) == ["D-1:s1"]
    assert names(books, strengths=["intends"]) == ["D-1:s5"]
    assert names(books, strengths=["commits"], document="D-2") == []
    with pytest.raises(ZakuroError, match="no document D-9"):
        names(books, document="D-9")


def test_what_waits_says_what_it_would_open(books: Books) -> None:
    file(books, summit())
    found = {open_.name: open_ for open_ in waiting(books)}
    would = found["D-1:s3"].would
    assert would is not None
    assert [(str(m.value), m.unit) for m in would.measures] == [("1500000000", "CNY")]
    assert found["D-1:s3"].asks == ()
    assert [open_.would for open_ in waiting(books, Selection(kinds=("result",)))] == [None]


def test_statements_still_waiting_are_held_against_each_other(books: Books) -> None:
    file(books, summit())
    file(
        books,
        [
            said("pledge", "15亿元", "provide", "grant", amount(1_500_000_000, "CNY"),
                 period=THIS_YEAR),
            said("pledge", "a portal for trade", "build", "network", topics=("trade",)),
        ],
        published=date(2025, 6, 18),
    )  # fmt: skip
    found = {open_.name: open_ for open_ in waiting(books)}
    assert found["D-2:s1"].again == "D-1:s3"
    assert (found["D-2:s2"].again, found["D-2:s2"].may) == (None, ("D-1:s2",))
    assert found["D-1:s3"].may == ()


def test_what_a_document_has_said_once_is_no_candidate_for_it_again(opened: Books) -> None:
    portal = said("pledge", "a portal for trade", "build", "network", topics=("trade",))
    file(opened, [portal, msgspec.structs.replace(portal, exact="another portal for trade")])
    with opened.writing() as writer:
        join(writer, "D-2:s1", "P-2", "anna")
        assert accept(writer, "D-2:s2", "anna").pledge == "P-6"


def test_choices_are_part_of_what_would_open(books: Books) -> None:
    two = (amount(10, "USD"), amount(20, "USD"))
    file(books, [said("pledge", "ten and twenty", "provide", "grant", *two)])
    found = statement(books, "D-1:s1")
    assert [q.about for q in looked_at(books, "D-1:s1", found).asks] == ["quantities"]
    summed = looked_at(books, "D-1:s1", found, Choices(add_up=True, each=True))
    assert summed.asks == ()
    assert summed.would is not None
    assert summed.would.each
    assert [str(m.value) for m in summed.would.measures] == ["30"]


def test_a_statement_that_is_not_there(books: Books) -> None:
    with pytest.raises(ZakuroError, match="no statement D-4:s1"):
        statement_row(books, "D-4:s1")
