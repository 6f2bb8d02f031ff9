from collections.abc import Callable

import pytest

from tests.flow.builder import file, summit
from tests.flow.deciding.builder import SIX, Clock, by, received, silent, sitting_at, tabled
from zakuro.flow.acting.review import accept
from zakuro.flow.deciding import closing, texts
from zakuro.flow.deciding.adopting import add_adopted, enter_judgement
from zakuro.flow.deciding.looking import show
from zakuro.flow.keeping.books import Books
from zakuro.model.decisions import Judgement
from zakuro.model.errors import RefusedError

PROMISE = "Kazakhstan will provide Uzbekistan with 10 million dollars in grants in 2027.\n"


def adopted(books: Books, clock: Clock, text: str, **fields: object) -> str:
    texts.begin_text(books, by("UZB"), text, title="T", language="en", **fields)  # type: ignore[arg-type]
    texts.add_language(books, "X-1", by("UZB"), text, "ru")
    texts.table(books, "X-1", by("UZB"))
    clock.time = silent(books, "X-1")
    return "X-1"


def test_an_adopted_text_is_added_like_any_document_once(books: Books, clock: Clock) -> None:
    name = adopted(books, clock, PROMISE)
    document = add_adopted(books, name, reader="zakuro", filed_by="anna")
    assert document == "D-1"
    assert show(books, name, clock.time).document == "D-1"
    with books.writing() as writer:
        opened = accept(writer, "D-1:s1", "anna")
    pledge = books.account(opened.pledge or "").pledge
    assert (pledge.givers, pledge.receivers) == (("KAZ",), ("UZB",))
    assert pledge.said_on == clock.time.date()
    with pytest.raises(RefusedError, match="X-1 is added already, as D-1"):
        add_adopted(books, name, reader="zakuro", filed_by="anna")


def test_what_is_not_adopted_for_good_is_not_added(
    new_place: Callable[[], str], clock: Clock
) -> None:
    with sitting_at(new_place(), clock, quorum="2/3") as books:
        name = tabled(books)
        with pytest.raises(RefusedError, match="X-1 is not adopted for good: X-1 is clean"):
            add_adopted(books, name, reader="zakuro", filed_by="anna")
        received(books, name)
        closing.meet(books, name, by("KAZ"), held=clock.time, present=SIX[:4])
        with pytest.raises(RefusedError, match="can be challenged until"):
            add_adopted(books, name, reader="zakuro", filed_by="anna")


def test_a_judgement_is_an_assessment_and_no_posting(books: Books, clock: Clock) -> None:
    file(books, summit())
    with books.writing() as writer:
        accept(writer, "D-1:s1", "anna")
    before = books.account("P-1")
    name = adopted(
        books, clock, "It was kept.", judges=Judgement(pledge="P-1", party="CHN", value=0)
    )
    entry = enter_judgement(books, name, filed_by="anna")
    account = books.account("P-1")
    assert account.assessments[entry.number].value == 0
    assert account.assessments[entry.number].evidence == ("X-1",)
    assert account.deliveries == before.deliveries == {}
    with pytest.raises(RefusedError, match="X-1 is entered already"):
        enter_judgement(books, name, filed_by="anna")


def test_a_text_that_judges_nothing_has_no_assessment(books: Books, clock: Clock) -> None:
    name = adopted(books, clock, PROMISE)
    with pytest.raises(RefusedError, match="X-1 judges no pledge"):
        enter_judgement(books, name, filed_by="anna")


def test_who_is_not_bound_owes_nothing(new_place: Callable[[], str], clock: Clock) -> None:
    with sitting_at(new_place(), clock, abstention="2/3", non_participation="2/3") as books:
        text = (
            "The five Central Asian countries will provide Afghanistan with 20 million dollars in "
            "grants in 2027.\n"
            "Turkmenistan will provide Afghanistan with 5 million dollars in grants in 2027.\n"
        )
        texts.begin_text(books, by("UZB"), text, title="T", language="en")
        texts.add_language(books, "X-1", by("UZB"), "По-русски.", "ru")
        texts.table(books, "X-1", by("UZB"))
        until = silent(books, "X-1")
        closing.abstain(books, "X-1", by("TKM"))
        closing.stand_aside(books, "X-1", by("TJK"))
        clock.time = until
        add_adopted(books, "X-1", reader="zakuro", filed_by="anna")
        with books.writing() as writer:
            opened = accept(writer, "D-1:s1", "anna")
        pledge = books.account(opened.pledge or "").pledge
        assert pledge.givers == ("KAZ", "KGZ", "UZB")
        with (
            pytest.raises(RefusedError, match="TKM abstained from X-1 or took no part"),
            books.writing() as writer,
        ):
            accept(writer, "D-1:s2", "anna")
