import json

import msgspec
import pytest

from tests.flow.deciding.builder import HOUR, SIX, Clock, by, silent, state, tabled
from zakuro.flow.deciding import closing, texts
from zakuro.flow.deciding.brackets import Replacement, propose, settle
from zakuro.flow.deciding.looking import (
    chair,
    compare_versions,
    notice,
    show,
    waiting_for,
    words_of,
)
from zakuro.flow.deciding.looking import texts as all_texts
from zakuro.flow.keeping.books import Books, make_books
from zakuro.flow.keeping.keys import change_charter
from zakuro.model.acts import Charter
from zakuro.model.errors import ZakuroError


def contested(books: Books) -> str:
    name = tabled(books)
    propose(books, name, by("TKM"), [Replacement(None, "within two years", "by 2027")])
    return name


def test_everything_of_a_text(books: Books, clock: Clock) -> None:
    name = contested(books)
    texts.consult(books, name, by("UZB"), asked=("TJK",), until=clock.time + HOUR, question="so?")
    clock.time += HOUR
    texts.answer(books, name, by("TJK"), "yes")
    found = show(books, name, clock.time)
    assert (found.state, found.number, found.chair, found.version) == ("bracketed", None, "KAZ", 1)
    [bracket] = found.brackets
    assert [(a.name, a.missing) for a in bracket.alternatives] == [("a0", ("ru",)), ("a1", ("ru",))]
    assert [turn.what for turn in bracket.history] == ["puts a1"]
    [asked] = found.consultations
    assert [(a.party, a.text, a.late) for a in asked.answers] == [("TJK", "yes", True)]
    settle(books, name, by("UZB"), alternative="a1")
    found = show(books, name, clock.time)
    assert (found.state, found.missing_languages) == ("tabled", ("ru",))
    assert [(v.version, v.act, v.by) for v in found.versions] == [
        (1, "text", "UZB"),
        (2, "settlement", "UZB"),
    ]
    assert json.loads(msgspec.json.encode(found))["brackets"][0]["settled_on"] == "a1"


def test_the_number_comes_with_the_adoption_for_good(books: Books, clock: Clock) -> None:
    first, second = tabled(books), tabled(books, "Second", "TJK")
    later = silent(books, first, 100)
    sooner = silent(books, second, 72)
    assert [line.number for line in all_texts(books, clock.time)] == [None, None]
    assert [line.until for line in all_texts(books, clock.time)] == [later, sooner]
    assert [line.number for line in all_texts(books, later)] == [2, 1]
    assert show(books, second, later).adopted == sooner
    assert [line.name for line in all_texts(books, sooner, states=("silence",))] == [first]
    assert [line.state for line in all_texts(books, sooner, party="CHN")] == ["silence"]


def test_what_waits_for_a_member(books: Books, clock: Clock) -> None:
    name = contested(books)
    found = waiting_for(books, "TKM", clock.time)
    assert [(w.text, w.duty, w.act) for w in found] == [
        (name, "asked", "receipt"),
        (name, "asked", "settle"),
    ]
    assert waiting_for(books, "USA", clock.time) == []


def test_two_versions_are_compared_by_words(books: Books) -> None:
    name = contested(books)
    settle(books, name, by("UZB"), alternative="a1")
    found = compare_versions(books, name)
    assert (found.old, found.new, found.language) == (1, 2, "en")
    assert [(s.op, s.words) for s in found.stretches if s.op != "same"] == [
        ("gone", "within two years"),
        ("new", "by 2027"),
    ]
    assert [s.op for s in compare_versions(books, name, old=2, new=2).stretches] == ["same"]
    for old, new in ((0, 2), (1, 3)):
        with pytest.raises(ZakuroError, match="X-1 has versions 1 to 2"):
            compare_versions(books, name, old=old, new=new)
    with pytest.raises(ZakuroError, match="no words in ru"):
        compare_versions(books, name, language="ru")


def test_the_words_of_each_version_can_be_read(books: Books) -> None:
    name = contested(books)
    settle(books, name, by("UZB"), alternative="a1")
    assert "by 2027" in words_of(books, name)
    assert "within two years" in words_of(books, name, number=1, language="en")
    with pytest.raises(ZakuroError, match="X-1 has versions 1 to 2; not 3"):
        words_of(books, name, number=3)
    with pytest.raises(ZakuroError, match="no words in ru"):
        words_of(books, name, language="ru")


def test_the_chair_tells_all_members(books: Books, clock: Clock) -> None:
    name = tabled(books)
    with pytest.raises(ZakuroError, match="nothing to tell"):
        notice(books, name, clock.time)
    until = silent(books, name)
    closing.attach(books, name, by("TJK"), sort="reservation", text="not for transit")
    told = notice(books, name, until)
    assert "To all members: CHN, KAZ" in told
    assert "Decision 1: Programme 2027 (X-1, version 1) was adopted" in told
    assert "reservation of TJK" in told
    closing.objects(books, name, by("TKM"), reason="the term")
    told = notice(books, name, clock.time)
    assert "was NOT adopted: TKM objected at 2026-12-01" in told
    assert "the term" in told
    assert state(books, name) == "broken"


def test_merged_texts_show_where_they_went(books: Books, clock: Clock) -> None:
    tabled(books)
    tabled(books, "Second", "TJK")
    texts.begin_text(
        books, by("UZB"), "Both.", title="Both", language="en", made_from=("X-1", "X-2")
    )
    texts.withdraw(books, "X-1", by("UZB"), into="X-3")
    assert show(books, "X-1", clock.time).became == ("X-3",)
    assert show(books, "X-2", clock.time).became == ("X-3",)
    assert show(books, "X-3", clock.time).made_from == ("X-1", "X-2")


def test_the_chair_is_who_the_charter_names(books: Books, new_place: object) -> None:
    assert chair(books, books.now()) == "KAZ"
    with (
        make_books(new_place(), Charter(), name="x", filed_by="anna") as other,  # type: ignore[operator]
        pytest.raises(ZakuroError, match="The charter names no chair"),
    ):
        chair(other, other.now())


def test_of_sealed_texts_only_members_are_told(books: Books, clock: Clock) -> None:
    charter = msgspec.structs.replace(books.charter, for_members=("text", "objection"))
    change_charter(books, charter, filed_by="anna")
    sealed = msgspec.structs.replace(by("UZB"), for_members=True)
    texts.begin_text(books, sealed, "Words.", title="Secret", language="en")
    assert waiting_for(books, "UZB", clock.time) == []
    [waits] = waiting_for(books, "UZB", clock.time, members=True)
    assert waits.act == "table"
    texts.withdraw(books, "X-1", by("UZB"), reason="secret too")
    with pytest.raises(ZakuroError, match="X-1 is for members until it is released"):
        notice(books, "X-1", clock.time)
    assert "Secret (X-1, version 1) was withdrawn" in notice(books, "X-1", clock.time, members=True)


def test_the_notice_withholds_the_words_of_a_sealed_objection(books: Books, clock: Clock) -> None:
    charter = msgspec.structs.replace(books.charter, for_members=("objection",))
    change_charter(books, charter, filed_by="anna")
    name = tabled(books)
    silent(books, name)
    sealed = msgspec.structs.replace(by("TKM"), for_members=True)
    closing.objects(books, name, sealed, reason="secret reason")
    assert "for members until released" in notice(books, name, clock.time)
    assert "secret reason" not in notice(books, name, clock.time)
    assert "secret reason" in notice(books, name, clock.time, members=True)


def test_what_waited_is_told_as_of_then(books: Books, clock: Clock) -> None:
    before = clock.time
    clock.time += HOUR
    tabled(books)
    assert waiting_for(books, "UZB", before) == []
    assert [waits.act for waits in waiting_for(books, "UZB", clock.time)] == ["receipt"]


def test_the_notice_of_an_adoption_is_in_the_zone_of_every_member(books: Books) -> None:
    name = tabled(books)
    until = silent(books, name)
    told = notice(books, name, until)
    assert "Adopted at 2026-12-04 15:00:00+08:00 (CHN), 2026-12-04 12:00:00+05:00 (KAZ" in told
    assert "2026-12-04 13:00:00+06:00 (KGZ)" in told
    assert "2026-12-04 07:00:00Z." in told


def test_while_a_silence_runs_receipts_are_of_the_members_of_then(
    books: Books, clock: Clock
) -> None:
    name = tabled(books)
    silent(books, name)
    charter = msgspec.structs.replace(books.charter, members=("CHN", "KAZ", "FRA"))
    change_charter(books, charter, filed_by="anna")
    found = show(books, name, clock.time)
    assert [receipt.party for receipt in found.receipts] == [*SIX]
    assert not any(receipt.lacking for receipt in found.receipts)
