from decimal import Decimal

import pytest

from tests.flow.builder import file, summit
from zakuro.flow.acting import acts
from zakuro.flow.acting.review import accept, join, refuse
from zakuro.flow.acting.undo import undo_review
from zakuro.flow.browsing.documents import open_document
from zakuro.flow.keeping.books import Books
from zakuro.model.errors import RefusedError, ZakuroError

CHINA = acts.Word(party="CHN", filed_by="anna")


def _state(books: Books, name: str) -> tuple[str, str | None]:
    document, _, place = name.partition(":")
    for each in open_document(books, document).statements:
        if each.statement.id == place:
            return each.state, each.pledge
    raise AssertionError(name)


def test_an_accepted_pledge_waits_again_and_can_be_opened_anew(opened: Books) -> None:
    undo_review(opened, "D-1:s1", "anna")
    assert _state(opened, "D-1:s1") == ("open", None)
    assert opened.account("P-1").closed
    with opened.writing() as writer:
        accept(writer, "D-1:s1", "anna")
    assert _state(opened, "D-1:s1")[0] == "accepted"


def test_refusals_and_joins_are_taken_back(books: Books) -> None:
    file(books, summit())
    with books.writing() as writer:
        accept(writer, "D-1:s1", "anna")
        refuse(writer, "D-1:s2", "no pledge", "anna")
        join(writer, "D-1:s3", "P-1", "anna")
    undo_review(books, "D-1:s2", "anna")
    undo_review(books, "D-1:s3", "anna")
    assert _state(books, "D-1:s2") == ("open", None)
    assert _state(books, "D-1:s3") == ("open", None)
    before = open_document(books, "D-1").statements
    books.rebuild()
    assert open_document(books, "D-1").statements == before


def test_what_went_on_since_stands(opened: Books) -> None:
    acts.report(opened, "P-3", CHINA, receiver="KAZ", value=Decimal(400))
    with pytest.raises(RefusedError, match="more was entered since"):
        undo_review(opened, "D-1:s3", "anna")


def test_there_is_nothing_to_take_back(books: Books) -> None:
    file(books, summit())
    with pytest.raises(RefusedError, match="waits for review"):
        undo_review(books, "D-1:s1", "anna")
    with pytest.raises(ZakuroError, match="no statement"):
        undo_review(books, "D-1:s99", "anna")
