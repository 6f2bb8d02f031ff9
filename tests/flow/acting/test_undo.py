from datetime import date
from decimal import Decimal

import pytest

from tests.flow.builder import amount, file, said, summit
from zakuro.flow.acting import acts, beside
from zakuro.flow.acting.acts import Word
from zakuro.flow.acting.matches import Choice, accept_match, matches
from zakuro.flow.acting.review import accept, join, refuse, unjoin
from zakuro.flow.acting.undo import undo_last, undo_review
from zakuro.flow.browsing.documents import open_document
from zakuro.flow.keeping.books import Books
from zakuro.flow.keeping.checking import check_tables
from zakuro.flow.keeping.keeping import link
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


def test_an_accepted_match_is_undone_with_what_it_entered(opened: Books) -> None:
    words = "China gave 400 yuan"
    done = said("result", words, "provide", "grant", amount(400, "CNY"), speaker="МИД (CHN)")
    file(opened, [done], published=date(2025, 10, 1))
    (offered,) = matches(opened)
    accept_match(opened, offered, "anna", Choice(receiver="KAZ"))
    assert len(opened.account("P-3").deliveries) == 1
    assert list(matches(opened)) == []
    assert undo_last(opened, "anna", reason="the wrong pledge") == "the review of D-2:s1"
    (delivery,) = opened.account("P-3").deliveries.values()
    assert delivery.reversed_by is not None
    assert [again.name for again in matches(opened)] == ["D-2:s1"]
    assert check_tables(opened.journal, opened.charter).faults == ()
    accept_match(opened, offered, "anna", Choice(receiver="KAZ"))
    assert len(opened.account("P-3").deliveries) == 2


def test_the_last_of_one_s_own_acts_of_any_kind_is_undone(opened: Books) -> None:
    kazakhstan = Word(party="KAZ", filed_by="anna")
    beside.acknowledge(opened, "P-3", kazakhstan, text="welcome")
    assert "(acknowledgement, P-3)" in undo_last(opened, "anna", reason="no")
    beside.reply(opened, f"E-{opened.account('P-3').opening.number}", kazakhstan, text="No.")
    assert "reply" in undo_last(opened, "anna", reason="no")
    beside.add_evidence(opened, "P-3", ["https://example.org/"], filed_by="anna")
    assert "evidence" in undo_last(opened, "anna", reason="no")
    assert undo_last(opened, "anna", reason="no") == "the review of D-1:s5"
    assert opened.account("P-5").closed
    assert undo_last(opened, "anna", reason="no") == "the review of D-1:s4"
    with pytest.raises(RefusedError, match="nothing to undo"):
        undo_last(opened, "nobody", reason="no")


def undo(books: Books) -> str:
    return undo_last(books, "anna", reason="no")


def test_ties_are_undone_step_by_step(opened: Books) -> None:
    link(opened, "P-5", "P-3", filed_by="anna")
    link(opened, "P-5", None, filed_by="anna")
    link(opened, "P-5", "P-4", filed_by="anna")
    wholes = []
    for _ in range(3):
        assert "(tied, P-5)" in undo(opened)
        wholes.append(opened.account("P-5").part_of)
    assert wholes == [None, "P-3", None]
    assert undo(opened) == "the review of D-1:s5"
    assert check_tables(opened.journal, opened.charter).faults == ()


def test_an_unjoining_is_undone_and_then_the_joining(books: Books) -> None:
    file(books, summit())
    with books.writing() as writer:
        accept(writer, "D-1:s1", "anna")
        join(writer, "D-1:s3", "P-1", "anna")
        unjoin(writer, "D-1:s3", "another promise", "anna")
    assert "(join undone, P-1)" in undo(books)
    assert _state(books, "D-1:s3") == ("joined", "P-1")
    assert undo(books) == "the review of D-1:s3"
    assert _state(books, "D-1:s3") == ("open", None)
    assert undo(books) == "the review of D-1:s1"
    with pytest.raises(RefusedError, match=r"document|nothing to undo"):
        undo(books)
    assert check_tables(books.journal, books.charter).faults == ()
