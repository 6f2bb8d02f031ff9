from datetime import date
from decimal import Decimal

import msgspec
import pytest

from tests.flow.builder import THIS_YEAR, amount, file, said, summit
from zakuro.flow.acting.acts import Word, confirm, report
from zakuro.flow.acting.review import (
    Decided,
    accept,
    correct,
    join,
    refuse,
    settle,
    unjoin,
)
from zakuro.flow.acting.take_in import statement
from zakuro.flow.acting.waiting import Choices, waiting
from zakuro.flow.keeping.books import Books
from zakuro.flow.keeping.keeping import link
from zakuro.model.acts import Review, body_as
from zakuro.model.errors import RefusedError, ZakuroError


def names(books: Books) -> list[str]:
    return [found.name for found in waiting(books)]


def measures(books: Books, pledge: str) -> list[tuple[int, str]]:
    return [(int(m.value), m.unit) for m in books.account(pledge).measures.values()]


def test_the_summit_opens_exactly_these_pledges(opened: Books) -> None:
    assert measures(opened, "P-1") == [(3, "{centre}")]
    assert measures(opened, "P-2") == [(1, "{platform}")]
    assert measures(opened, "P-3") == [(1_500_000_000, "CNY")]
    assert measures(opened, "P-4") == [(3000, "{place}")]
    assert measures(opened, "P-5") == [(1, "{support}")]
    with pytest.raises(RefusedError, match="no pledge P-6"):
        opened.account("P-6")


def test_an_accepted_pledge_rests_on_its_givers_published_words(opened: Books) -> None:
    opening = opened.account("P-3").opening
    author = opening.author
    assert (author.party, author.filed_by, author.basis) == ("CHN", "anna", "attributed")
    assert opening.body["statement"] == "D-1:s3"
    (review,) = opened.journal.entries(subject="D-1:s3", kind="review")
    assert body_as(review, Review) == Review(decision="accept", pledge="P-3")


def test_what_is_reviewed_no_longer_waits_and_is_not_reviewed_twice(opened: Books) -> None:
    assert names(opened) == []
    size = opened.journal.size()
    why = r"D-1:s3 was reviewed already: it is accepted \(P-3\)"
    with pytest.raises(RefusedError, match=why), opened.writing() as writer:
        accept(writer, "D-1:s3", "anna")
    assert opened.journal.size() == size


def test_the_machines_original_stays_beside_the_correction(books: Books) -> None:
    file(books, summit())
    machine = statement(books, "D-1:s4")
    said_here = msgspec.structs.replace(machine.quantities[0], value=Decimal(3500))
    better = msgspec.structs.replace(machine, quantities=(said_here,))
    with books.writing() as writer:
        assert correct(writer, "D-1:s4", better, "anna") == Decided("D-1:s4", "correct", "P-1")
    assert measures(books, "P-1") == [(3500, "{place}")]
    assert statement(books, "D-1:s4") == machine
    (review,) = books.journal.entries(subject="D-1:s4", kind="review")
    assert body_as(review, Review).statement == better


def test_a_correction_does_not_move_the_words(books: Books) -> None:
    file(books, summit())
    moved = msgspec.structs.replace(statement(books, "D-1:s4"), exact="other words")
    with books.writing() as writer, pytest.raises(RefusedError, match="cannot change exact"):
        correct(writer, "D-1:s4", moved, "anna")


def test_a_refused_statement_opens_nothing(books: Books) -> None:
    file(books, summit())
    with books.writing() as writer:
        refuse(writer, "D-1:s5", "too vague", "anna")
    assert "D-1:s5" not in names(books)
    assert list(books.journal.entries(kind="pledge")) == []


def test_what_the_document_says_again_is_joined(books: Books) -> None:
    again = said("pledge", "these grants", "provide", "grant", repeats="s3")
    file(books, [*summit(), again])
    with books.writing() as writer:
        accept(writer, "D-1:s3", "anna")
        assert accept(writer, "D-1:s7", "anna") == Decided("D-1:s7", "join", "P-1")
    assert [j.statement for j in books.account("P-1").joins.values()] == ["D-1:s7"]


def test_the_same_promise_in_another_document_and_language_is_joined(opened: Books) -> None:
    chinese = said(
        "pledge",
        "今年内将提供15亿元人民币无偿援助",
        "provide",
        "grant",
        amount("1500000000.00", "CNY"),
        receivers=("KAZ", "KGZ", "TJK", "TKM", "UZB"),
        period=THIS_YEAR,
    )
    file(opened, [chinese], published=date(2025, 6, 18), language="zh")
    (found,) = waiting(opened)
    assert found.again == "P-3"
    with opened.writing() as writer:
        assert accept(writer, "D-2:s1", "anna") == Decided("D-2:s1", "join", "P-3")
    assert [row.subject for row in opened.journal.entries(kind="pledge")][-1] == "P-5"


@pytest.mark.parametrize(
    "other",
    [
        {"receivers": ("KAZ",)},
        {"quantities": (amount(1_400_000_000, "CNY"),)},
        {"quantities": (amount(1_500_000_000, "USD"),)},
        {"object": "loan"},
    ],
)
def test_another_promise_is_not_joined(opened: Books, other: dict[str, object]) -> None:
    grant = msgspec.structs.replace(summit()[2], exact="another", **other)
    file(opened, [grant], published=date(2025, 6, 18))
    (found,) = waiting(opened)
    assert found.again is None


def test_the_same_promise_two_years_on_is_another(opened: Books) -> None:
    file(opened, [msgspec.structs.replace(summit()[2], exact="x")], published=date(2027, 6, 17))
    (found,) = waiting(opened)
    assert found.again is None


def test_opened_anew_when_the_reviewer_says_so(opened: Books) -> None:
    file(opened, [msgspec.structs.replace(summit()[2], exact="once more")])
    with opened.writing() as writer:
        assert accept(writer, "D-2:s1", "anna", anew=True).pledge == "P-6"


def test_a_wrong_join_is_undone_by_an_entry(opened: Books) -> None:
    file(opened, [said("pledge", "a railway", "build", "railway")])
    with opened.writing() as writer:
        join(writer, "D-2:s1", "P-2", "anna")
    assert names(opened) == []
    with opened.writing() as writer:
        assert unjoin(writer, "D-2:s1", "a railway is no platform", "anna") == "P-2"
    assert names(opened) == ["D-2:s1"]
    with opened.writing() as writer:
        with pytest.raises(RefusedError, match="not joined to a pledge; it is open"):
            unjoin(writer, "D-2:s1", "again", "anna")
        assert accept(writer, "D-2:s1", "anna").pledge == "P-6"


def test_a_part_is_tied_to_its_whole(opened: Books) -> None:
    part = said("pledge", "a third of it for wells", "provide", "grant", amount(500, "CNY"))
    file(opened, [part])
    with opened.writing() as writer, pytest.raises(RefusedError, match="no pledge P-77"):
        accept(writer, "D-2:s1", "anna", choices=Choices(part_of="P-77"))
    with opened.writing() as writer:
        accept(writer, "D-2:s1", "anna", choices=Choices(part_of="P-3"))
    assert opened.account("P-6").part_of == "P-3"
    with pytest.raises(RefusedError, match="no circle"):
        link(opened, "P-3", "P-6", filed_by="anna")


def test_who_promises_must_be_known(books: Books) -> None:
    file(books, [said("pledge", "grants will be given", "provide", "grant", givers=())])
    with books.writing() as writer, pytest.raises(RefusedError, match="who promises"):
        accept(writer, "D-1:s1", "anna")


def test_a_result_is_settled_with_a_pledge(opened: Books) -> None:
    with opened.writing() as writer:
        assert settle(writer, "D-1:s6", "P-3", "anna").pledge == "P-3"
        with pytest.raises(RefusedError, match="reviewed already"):
            settle(writer, "D-1:s6", "P-3", "anna")


def test_a_statement_that_is_not_there(books: Books) -> None:
    with books.writing() as writer, pytest.raises(ZakuroError, match="no statement D-4:s1"):
        accept(writer, "D-4:s1", "anna")


def test_each_receiver_may_be_owed_the_full_amount(books: Books) -> None:
    file(books, [said("pledge", "10 places for each", "provide", "training places",
                      amount(10, "{place}"))])  # fmt: skip
    with books.writing() as writer:
        accept(writer, "D-1:s1", "anna", choices=Choices(each=True))
    account = books.account("P-1")
    assert account.balances["{place}", "obligation:CHN"] == -50
    assert account.balances["{place}", "receivable:TJK"] == 10


def test_what_may_say_a_pledge_again_is_a_persons_decision(opened: Books) -> None:
    told = said("pledge", "help with reform", "modernise", None, topics=("trade",))
    portal = said("pledge", "a portal for trade", "build", "network", topics=("trade",))
    file(opened, [told, portal])
    asked = pytest.raises(RefusedError, match=r"may say P-2 again.*--join D-2:s2=P-2.*--anew")
    with asked, opened.writing() as writer:
        accept(writer, "D-2:s2", "anna")
    with opened.writing() as writer:
        assert join(writer, "D-2:s2", "P-2", "anna").decision == "join"
        assert accept(writer, "D-2:s1", "anna").pledge == "P-6"


def test_what_leaves_a_question_opens_nothing(books: Books) -> None:
    file(books, [said("pledge", "ten million", "provide", "grant", amount(10, "USD"),
                      receivers=())])  # fmt: skip
    size = books.journal.size()
    with pytest.raises(RefusedError, match=r"to whom.*--set receivers"), books.writing() as writer:
        accept(writer, "D-1:s1", "anna")
    assert books.journal.size() == size


def test_what_is_promised_together_one_reports_and_another_confirms(books: Books) -> None:
    six = said("pledge", "a secretariat", "establish", None, givers=("CHN", "C5"), receivers=())
    file(books, [six, said("pledge", "a bridge", "build", "bridge")])
    with books.writing() as writer:
        accept(writer, "D-1:s1", "anna", choices=Choices(together=True))
    made = report(books, "P-1", Word(party="CHN", filed_by="li"), value=Decimal(1))
    name = f"E-{made.number}"
    with pytest.raises(RefusedError, match="itself: another of"):
        confirm(books, name, Word(party="CHN", filed_by="li"), value=Decimal(1))
    confirm(books, name, Word(party="KAZ", filed_by="aliya"), value=Decimal(1))
    account = books.account("P-1")
    assert [delivery.confirmed for delivery in account.deliveries.values()] == [Decimal(1)]
    with books.writing() as writer, pytest.raises(RefusedError, match="promised together"):
        accept(writer, "D-1:s2", "anna", choices=Choices(together=True))


def test_a_part_needs_the_pledge_that_it_is_part_of(books: Books) -> None:
    file(books, summit())
    with books.writing() as writer, pytest.raises(RefusedError, match="no pledge P-99"):
        accept(writer, "D-1:s1", "anna", choices=Choices(part_of="P-99"))
