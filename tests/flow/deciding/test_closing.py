from collections.abc import Callable
from datetime import timedelta

import pytest

from tests.flow.deciding.builder import (
    HOUR,
    SIX,
    Clock,
    by,
    received,
    silent,
    sitting_at,
    state,
    tabled,
)
from zakuro.flow.acting import acts
from zakuro.flow.deciding import closing
from zakuro.flow.deciding.joint import decision
from zakuro.flow.keeping.books import Books
from zakuro.model.errors import RefusedError


def test_silence_adopts_at_its_end_and_no_job_does_it(books: Books, clock: Clock) -> None:
    name = tabled(books)
    until = silent(books, name)
    size = books.journal.size()
    clock.time = until - timedelta(seconds=1)
    assert state(books, name) == "silence"
    clock.time = until
    assert state(books, name) == "adopted"
    assert books.journal.size() == size


def test_an_objection_breaks_and_is_taken_back_in_vain(books: Books, clock: Clock) -> None:
    name = tabled(books)
    until = silent(books, name)
    clock.time = until - timedelta(seconds=1)
    entry = closing.objects(books, name, by("TKM"), reason="the term", version=1)
    closing.take_back(books, entry.number, by("TKM"), reason="settled")
    clock.time = until
    assert state(books, name) == "broken"
    with pytest.raises(RefusedError, match="E-2 is nothing that TKM said"):
        closing.take_back(books, 2, by("TKM"), reason="x")


def test_statements_stand_beside(books: Books) -> None:
    name = tabled(books)
    closing.receive(books, name, by("CHN"), ("ru",))
    assert decision(books, name).version.receipts["CHN"].keys() == {"ru"}
    silent(books, name)
    closing.attach(books, name, by("TJK"), sort="reservation", text="not for transit")
    closing.attach(books, name, by("TJK"), sort="interpretation", text="as read", version=1)
    assert [said.act for said in decision(books, name).version.said] == [
        "reservation",
        "interpretation",
    ]
    with pytest.raises(RefusedError, match="This is on version 3"):
        closing.attach(books, name, by("TJK"), sort="reservation", text="x", version=3)


def test_options_and_meetings(new_place: Callable[[], str], clock: Clock) -> None:
    rules = {"abstention": "1/2", "non_participation": "1/2", "quorum": "2/3"}
    with sitting_at(new_place(), clock, **rules) as books:
        name = tabled(books)
        received(books, name)
        closing.abstain(books, name, by("TKM"), reason="neutral")
        closing.stand_aside(books, name, by("TJK"), version=1)
        entry = closing.meet(
            books,
            name,
            by("KAZ"),
            held=clock.time,
            present=SIX[:4],
            place="Astana",
        )
        assert entry.body["place"] == "Astana"
        assert state(books, name) == "adopted"
        closing.accede(books, name, by("TJK"))
        clock.time += HOUR
        assert decision(books, name).bound(clock.time) == tuple(m for m in SIX if m != "TKM")
        closing.challenge(books, name, by("UZB"), reason="not asked")
        assert state(books, name) == "challenged"


def test_what_was_said_of_a_text_is_taken_back_like_any_entry(books: Books) -> None:
    name = tabled(books)
    entry = closing.attach(books, name, by("TJK"), sort="reservation", text="not for transit")
    word = acts.Word(party="TJK", filed_by="anna")
    made = acts.reverse(books, f"E-{entry.number}", reason="settled", filed_by="anna", word=word)
    assert (made.kind, made.subject) == ("reversal", name)
    assert decision(books, name).version.said[0].taken_back == made.number
