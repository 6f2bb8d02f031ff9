import base64
import logging
import threading
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

import msgspec
import pytest

from tests.flow.builder import file, keyed, summit
from tests.flow.deciding.builder import HOUR, Clock, by, received, silent, sitting_at, state, tabled
from zakuro.flow.acting.review import accept
from zakuro.flow.deciding import closing, texts
from zakuro.flow.deciding.joint import (
    act,
    decision,
    decisions,
    draft_of,
    enter,
    language_code,
    next_name,
    words,
)
from zakuro.flow.keeping.books import Books, Who, open_books
from zakuro.flow.keeping.keys import change_charter
from zakuro.journal import generate_key, sign, verify
from zakuro.model.acts import Confirmation, Report
from zakuro.model.decisions import Objection, Silence, Tabling
from zakuro.model.entry import Key
from zakuro.model.errors import RefusedError, ZakuroError


@pytest.fixture
def opened_too(books: Books) -> Books:
    """The same books with a pledge, P-1."""
    file(books, summit())
    with books.writing() as writer:
        accept(writer, "D-1:s1", "anna")
    return books


def test_a_decision_is_made_of_its_entries(books: Books) -> None:
    name = tabled(books)
    assert name == "X-1"
    assert state(books, name) == "clean"
    assert [one.subject for one in decisions(books)] == ["X-1"]
    assert next_name(books) == "X-2"
    for wrong in ("X-2", "X-0", "P-1", "x"):
        with pytest.raises(ZakuroError, match=r"no text"):
            decision(books, wrong)


def test_a_decision_as_it_was(books: Books, clock: Clock) -> None:
    name = tabled(books)
    begun = clock.time
    clock.time += HOUR
    until = silent(books, name)
    assert decision(books, name, begun).state(begun) == "clean"
    assert decision(books, name, clock.time).state(until) == "adopted"
    assert list(decisions(books, begun - HOUR)) == []
    with pytest.raises(ZakuroError, match="There is no text X-1 at 2026-12-01T06"):
        decision(books, name, begun - HOUR)


def test_a_refusal_leaves_nothing_but_a_line(
    books: Books, caplog: pytest.LogCaptureFixture
) -> None:
    name = tabled(books)
    size = books.journal.size()
    with caplog.at_level(logging.INFO, "zakuro.refused"), pytest.raises(RefusedError):
        texts.table(books, name, by("TKM"))
    assert books.journal.size() == size
    assert "tabling on X-1" in caplog.text
    assert "Only UZB" in caplog.text


def test_a_clock_set_back_gives_the_time_of_the_last_entry(books: Books, clock: Clock) -> None:
    name = tabled(books)
    until = silent(books, name)
    clock.time = until
    texts.begin_text(books, by("KGZ"), "Later.", title="Later", language="en")
    clock.time = until - timedelta(days=2)
    with pytest.raises(RefusedError, match="ended at"):
        closing.objects(books, name, by("TKM"))
    entry = texts.begin_text(books, by("KGZ"), "Again.", title="Again", language="en")
    assert entry.time == until
    times = [e.time for e in books.journal.entries()]
    assert times == sorted(times)


def test_a_member_with_a_key_signs(books: Books) -> None:
    name = tabled(books)
    key = keyed(books, "TKM")
    with pytest.raises(RefusedError, match="TKM has a registered key"):
        closing.receive(books, name, by("TKM"))
    entry = closing.receive(books, name, by("TKM", key))
    assert entry.author.basis == "signed"
    keys = {party: k.public_key for party, k in books.keys.items()}
    checked = verify(books.journal, key_of=lambda e: keys.get(e.author.party or ""))
    assert checked.signatures == 1
    assert checked.faults == ()


def test_forged_replayed_and_late_messages_are_refused(
    books: Books, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    name = tabled(books)
    key = keyed(books, "TKM")
    for member in ("CHN", "KAZ", "KGZ", "TJK", "UZB"):
        closing.receive(books, name, by(member))
    closing.receive(books, name, by("TKM", key))
    until = clock.time + 72 * HOUR
    closing.open_silence(books, name, by("KAZ"), until)
    draft = draft_of(by("TKM", key), name, Objection(version=1, reason="the term"))
    seen = books.journal.last_on(name)
    good = sign(draft, key, books.journal.books, seen)
    size = books.journal.size()

    forged = sign(draft, generate_key(), books.journal.books, seen)
    elsewhere = sign(draft, key, "example.org/other", seen)
    changed = msgspec.structs.replace(good, body={"version": 1, "reason": "another"})
    bare = msgspec.structs.replace(good, signature=base64.b64encode(bytes(64)).decode())
    for message in (forged, elsewhere, changed, bare):
        with (
            caplog.at_level(logging.INFO, "zakuro.refused"),
            pytest.raises(ZakuroError, match="does not bear that party's signature"),
            books.writing() as writer,
        ):
            enter(writer, message)
    clock.time = until
    with pytest.raises(RefusedError, match="ended at"), books.writing() as writer:
        enter(writer, good)
    assert books.journal.size() == size
    assert len(caplog.records) == 4

    clock.time = until - timedelta(seconds=1)
    with books.writing() as writer:
        enter(writer, good)
    assert state(books, name) == "broken"
    with pytest.raises(ZakuroError), books.writing() as writer:
        enter(writer, good)
    assert books.journal.size() == size + 1


def test_a_message_signed_before_another_act_is_outdated(books: Books) -> None:
    name = tabled(books)
    key = keyed(books, "TKM")
    draft = draft_of(by("TKM", key), name, Tabling(version=1))
    good = sign(draft, key, books.journal.books, books.journal.last_on(name))
    received_by = closing.receive(books, name, by("CHN"))
    del received_by
    body = msgspec.structs.replace(draft, kind="receipt", body={"version": 1, "languages": ["en"]})
    late = sign(body, key, books.journal.books, None)
    with pytest.raises(ZakuroError), books.writing() as writer:
        enter(writer, late)
    with pytest.raises(RefusedError, match="Only UZB"), books.writing() as writer:
        enter(writer, good)


def test_two_members_in_the_same_instant_have_one_order(
    new_place: Callable[[], str], clock: Clock
) -> None:
    place = new_place()
    with sitting_at(place, clock) as books:
        name = tabled(books)
        received(books, name)
        closing.open_silence(books, name, by("KAZ"), clock.time + 72 * HOUR)
    gate = threading.Barrier(4)

    def objects(party: str) -> None:
        with open_books(place, clock) as own:
            gate.wait()
            closing.objects(own, name, by(party))

    def revises() -> None:
        with open_books(place, clock) as own:
            gate.wait()
            try:
                texts.revise(own, name, by("UZB"), {"en": "Other.", "ru": "Другое."})
            except RefusedError:
                refused.append("UZB")

    refused: list[str] = []
    done: list[str] = []

    def run(party: str) -> None:
        try:
            objects(party)
            done.append(party)
        except RefusedError:
            refused.append(party)

    threads = [threading.Thread(target=run, args=(p,)) for p in ("TKM", "TJK", "CHN")]
    threads.append(threading.Thread(target=revises))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with open_books(place, clock) as books:
        numbers = [entry.number for entry in books.journal.entries()]
        assert numbers == list(range(1, len(numbers) + 1))
        found = decision(books, name)
        objections = list(books.journal.entries(subject=name, kind="objection"))
        assert len(objections) + len(refused) == 3 + refused.count("UZB")
        assert sorted(e.author.party or "" for e in objections) == sorted(done)
        assert found.state(clock.time) in ("broken", "clean")
        assert verify(books.journal).faults == ()


def test_words_are_kept_by_their_hash(books: Books) -> None:
    body = "\ufeffOne\r\ntwo\rthree\n"
    texts.begin_text(books, by("UZB"), body, title="T", language="en")
    version = decision(books, "X-1").version
    assert words(books, version.texts, "en") == "One\ntwo\nthree\n"
    with pytest.raises(ZakuroError, match="no words in ru: this version is in en"):
        words(books, version.texts, "ru")
    for empty in ("", " \n", "a\x00b"):
        with pytest.raises(ZakuroError, match="holds no text"):
            texts.begin_text(books, by("UZB"), empty, title="T", language="en")


def test_languages_are_codes() -> None:
    assert [language_code(code) for code in ("en", "uz-Cyrl", "zh-Hant-TW")]
    for wrong in ("", "English", "e", "en_GB", "en-", "EN"):
        with pytest.raises(ZakuroError, match="is no code of a language"):
            language_code(wrong)


def test_an_act_outside_the_table_of_acts_is_refused(books: Books) -> None:
    name = tabled(books)
    with pytest.raises(RefusedError, match="A key is no act on a text"):
        act(books, name, Key(public_key="x"), by("TKM"))


def test_nothing_delivered_is_confirmed_by_silence(opened_too: Books) -> None:
    """The two kinds of books never meet: no act on a text posts, none on a pledge decides."""
    books = opened_too
    name = tabled(books)
    until = books.now() + 72 * HOUR
    for body in (
        Confirmation(value=Decimal(1), report=1),
        Report(receiver="KAZ", unit="CNY", value=Decimal(1), on=until.date()),
    ):
        with pytest.raises(RefusedError, match="is no act on a text"):
            act(books, name, body, by("KAZ"))
    who = Who(filed_by="anna", party="KAZ", basis="mandated")
    with pytest.raises(ZakuroError), books.writing() as writer:
        writer.act("P-1", Silence(version=1, texts={}, until=until), who)
    with pytest.raises(ZakuroError, match="names no text"):
        act(books, "P-1", Silence(version=1, texts={}, until=until), by("KAZ"))


def test_who_is_struck_out_in_a_silence_can_still_object(books: Books) -> None:
    name = tabled(books)
    silent(books, name)
    members = tuple(member for member in books.charter.members if member != "TKM")
    change_charter(books, msgspec.structs.replace(books.charter, members=members), filed_by="anna")
    with pytest.raises(RefusedError, match="FRA is no member of these books: only members decide"):
        closing.objects(books, name, by("FRA"))
    closing.objects(books, name, by("TKM"), reason="struck out")
    assert state(books, name) == "broken"
    with pytest.raises(RefusedError, match="TKM is no member of these books: only members decide"):
        closing.receive(books, name, by("TKM"))
