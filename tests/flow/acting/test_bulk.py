import msgspec
import pytest

from tests.flow.builder import amount, file, said, summit
from zakuro.flow.acting.bulk import accept_by_policy, accept_waiting, rehearse
from zakuro.flow.acting.review import accept
from zakuro.flow.acting.waiting import Selection, waiting
from zakuro.flow.keeping.books import Books
from zakuro.ledger.parties import EVERYONE
from zakuro.model.acts import Policy, Review, body_as
from zakuro.model.errors import RefusedError


def names(books: Books) -> list[str]:
    return [found.name for found in waiting(books)]


def test_a_policy_is_an_entry_and_what_it_accepts_says_so(books: Books) -> None:
    file(books, summit())
    policy = Policy(text="Accept what is promised outright.", strengths=("commits",))
    with books.writing() as writer:
        done = accept_by_policy(writer, policy, "anna")
    assert [d.name for d in done.decided] == ["D-1:s1", "D-1:s3", "D-1:s4"]
    (entered,) = books.journal.entries(kind="policy")
    assert body_as(entered, Policy) == policy
    for entry in books.journal.entries(kind=("review", "pledge")):
        assert entry.author.filed_by == f"policy E-{entered.number}"
    (review,) = books.journal.entries(subject="D-1:s1", kind="review")
    assert body_as(review, Review).policy == entered.number
    assert names(books) == ["D-1:s2", "D-1:s5"]


def test_a_policy_may_name_rules_and_a_document(books: Books) -> None:
    file(books, summit())
    file(books, [msgspec.structs.replace(s, exact=f"again: {s.exact}") for s in summit()])
    sure = Policy(text="List items are sure.", rules=("list-item",), document="D-1")
    with books.writing() as writer:
        assert [d.name for d in accept_by_policy(writer, sure, "anna").decided] == ["D-1:s1"]
    with books.writing() as writer, pytest.raises(RefusedError, match="needs its words"):
        accept_by_policy(writer, Policy(text=" "), "anna")


def test_what_leaves_a_question_waits_with_its_reason(books: Books) -> None:
    open_ended = said("pledge", "ten million", "provide", "grant", amount(10, "USD"), receivers=())
    nobody = said("pledge", "will be given", "provide", "grant", givers=())
    file(books, [open_ended, nobody, summit()[2]])
    with books.writing() as writer:
        done = accept_waiting(writer, Selection(), "anna")
    assert [d.name for d in done.decided] == ["D-1:s3"]
    assert [left.name for left in done.left] == ["D-1:s1", "D-1:s2"]
    assert "does not say to whom" in done.left[0].why
    assert "does not say who promises" in done.left[1].why
    with books.writing() as writer:
        done = accept_waiting(writer, Selection(), "anna", receivers=(EVERYONE,))
    assert [(d.name, d.decision) for d in done.decided] == [("D-1:s1", "correct")]
    assert books.account("P-2").pledge.receivers == (EVERYONE,)


def test_what_may_say_a_pledge_again_is_never_opened_by_all_or_by_policy(opened: Books) -> None:
    file(opened, [said("pledge", "a portal for trade", "build", "network", topics=("trade",))])
    with opened.writing() as writer:
        assert accept_waiting(writer, Selection(), "anna").decided == ()
        done = accept_by_policy(writer, Policy(text="All."), "anna")
    assert done.decided == ()
    assert "may say P-2 again" in done.left[0].why


def test_of_two_that_may_be_one_the_second_waits(books: Books) -> None:
    for exact in ("more exercises", "exercises more often"):
        file(books, [said("pledge", exact, "increase", "exercise")])
    with books.writing() as writer:
        done = accept_waiting(writer, Selection(), "anna")
    assert [d.name for d in done.decided] == ["D-1:s1"]
    assert "may say P-1 again" in done.left[0].why


def test_a_rehearsal_keeps_nothing(books: Books) -> None:
    file(books, summit())
    size = books.journal.size()
    tried = rehearse(books, lambda writer: accept_waiting(writer, Selection(), "anna"))
    assert [d.pledge for d in tried.decided] == ["P-1", "P-2", "P-3", "P-4", "P-5"]
    assert books.journal.size() == size
    assert len(names(books)) == 5
    with books.writing() as writer:
        assert accept(writer, "D-1:s1", "anna").pledge == "P-1"
