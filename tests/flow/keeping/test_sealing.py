from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import msgspec
import pytest

from tests.flow.builder import CHARTER, keyed
from zakuro.flow.acting import acts, beside
from zakuro.flow.acting.acts import Word
from zakuro.flow.keeping.books import Books, Who
from zakuro.flow.keeping.checking import check_tables
from zakuro.flow.keeping.logs import publish_log, verify_books
from zakuro.flow.keeping.sealing import release, released, still_sealed
from zakuro.flow.looking.changes import changes
from zakuro.flow.looking.shown import show
from zakuro.journal import generate_key
from zakuro.ledger.balance import lines
from zakuro.model.acts import body_of
from zakuro.model.entry import Author, Draft, sealed_hash
from zakuro.model.errors import RefusedError

ON = date(2025, 9, 30)
SECRET = "only a part of it arrived"


def word(party: str) -> Word:
    return Word(party=party, filed_by="anna")


def allow(books: Books, *kinds: str) -> None:
    charter = msgspec.structs.replace(CHARTER, for_members=kinds)
    author = Author(filed_by="anna")
    with books.writing() as writer:
        writer.append(Draft(kind="charter", subject="books", author=author, body=body_of(charter)))


@pytest.fixture
def reported(opened: Books) -> Books:
    """Books with a report of 150 on P-3, E-12 or so, and a charter that lets disputes be sealed."""
    allow(opened, "dispute", "reply")
    acts.report(opened, "P-3", word("CHN"), receiver="KAZ", value=Decimal(150), on=ON)
    return opened


def the_report(books: Books) -> str:
    (number,) = books.account("P-3").deliveries
    return f"E-{number}"


def disputed(books: Books) -> str:
    entry = acts.dispute(
        books, the_report(books), word("KAZ"), reason=SECRET, value=Decimal(50), for_members=True
    )
    assert entry.body["reason"] == SECRET
    return f"E-{entry.number}"


def figures(books: Books) -> list[int]:
    (line,) = lines(books.account("P-3"))
    return [int(figure) for figure in (line.in_transit, line.disputed)]


def test_a_charter_that_does_not_allow_it_refuses(opened: Books) -> None:
    acts.report(opened, "P-3", word("CHN"), receiver="KAZ", value=Decimal(150), on=ON)
    size = opened.journal.size()
    with pytest.raises(RefusedError, match=r"lets no dispute be for members only; it lets none"):
        disputed(opened)
    allow(opened, "reply")
    with pytest.raises(RefusedError, match="it lets reply"):
        disputed(opened)
    assert opened.journal.size() == size + 1


def test_sealed_it_moves_nothing_and_says_nothing(reported: Books, tmp_path: Path) -> None:
    name = disputed(reported)
    assert figures(reported) == [150, 0]
    assert sealed_hash(reported.entry(name)) is not None
    shown = show(reported, "P-3", date(2026, 7, 1))
    assert [f"E-{entry.number}" for entry in shown.sealed] == [name]
    assert SECRET not in repr(shown)
    assert SECRET in repr(show(reported, "P-3", date(2026, 7, 1), members=True))
    assert SECRET not in repr(list(changes(reported, date(2026, 1, 1))))
    publish_log(reported, tmp_path / "log", generate_key())
    published = b"".join(p.read_bytes() for p in (tmp_path / "log").rglob("*") if p.is_file())
    assert b'"sealed"' in published
    assert SECRET.encode() not in published
    found = verify_books(reported)
    assert (found.faults, found.older_rules) == ((), ())


def test_released_it_counts_from_its_own_day(reported: Books) -> None:
    name = disputed(reported)
    (made,) = release(reported, name, party="KAZ", filed_by="anna")
    assert made.kind == "release"
    assert figures(reported) == [100, 50]
    shown = show(reported, "P-3", date(2026, 7, 1))
    assert shown.sealed == ()
    number = int(name[2:])
    assert shown.released == {number: date(2026, 7, 1)}
    assert [e.body["reason"] for e in shown.entries if e.number == number] == [SECRET]
    entries = list(reported.journal.entries(subject="P-3"))
    assert still_sealed(entries) == {}
    assert [entry.number for entry in released(entries).values()] == [made.number]
    assert verify_books(reported).faults == ()
    before = reported.rebuild()
    assert before == 5
    assert check_tables(reported.journal, reported.charter).faults == ()


def test_what_could_not_be_entered_is_not_sealed_either(reported: Books) -> None:
    size = reported.journal.size()
    with pytest.raises(RefusedError, match="160"):
        acts.dispute(
            reported, the_report(reported), word("KAZ"), reason="all", value=Decimal(160),
            for_members=True,
        )  # fmt: skip
    assert reported.journal.size() == size


def test_what_has_come_to_contradict_it_refuses_the_release(reported: Books) -> None:
    name = disputed(reported)
    acts.confirm(reported, the_report(reported), word("KAZ"))
    with pytest.raises(RefusedError, match="0 CNY"):
        release(reported, name, party="KAZ", filed_by="anna")
    acts.reverse(reported, name, reason="it arrived", filed_by="anna", word=word("KAZ"))
    with pytest.raises(RefusedError, match="nothing to release"):
        release(reported, name, party="KAZ", filed_by="anna")
    assert verify_books(reported).faults == ()


def test_only_its_author_releases(reported: Books) -> None:
    name = disputed(reported)
    with pytest.raises(RefusedError, match="only its author releases it"):
        release(reported, name, party="CHN", filed_by="li")
    with pytest.raises(RefusedError, match=f"nothing sealed by CHN; sealed are {name} of KAZ"):
        release(reported, "P-3", party="CHN", filed_by="li")
    with pytest.raises(RefusedError, match="Nothing of P-1 is for members"):
        release(reported, "P-1", party="KAZ", filed_by="anna")
    with pytest.raises(RefusedError, match="is the word of KAZ"):
        acts.reverse(reported, name, reason="no", filed_by="li", word=word("CHN"))
    release(reported, "P-3", party="KAZ", filed_by="anna")
    assert figures(reported) == [100, 50]


def test_a_signed_one_is_signed_as_the_log_shows_it(reported: Books) -> None:
    key = keyed(reported, "KAZ")
    entry = acts.dispute(
        reported, the_report(reported), word("KAZ"), reason=SECRET, for_members=True, key=key
    )
    assert verify_books(reported).signatures == 1
    with pytest.raises(RefusedError, match="signed as it was"):
        release(reported, f"E-{entry.number}", party="KAZ", filed_by="anna")
    release(reported, f"E-{entry.number}", party="KAZ", filed_by="anna", key=key)
    found = verify_books(reported)
    assert (found.signatures, found.faults) == (2, ())


def test_another_body_than_was_sealed_is_refused_and_found(reported: Books) -> None:
    name = disputed(reported)
    entry = reported.entry(name)
    act = reported.kept(sealed_hash(entry) or "", entry.number)
    other = msgspec.structs.replace(act, body=act.body | {"value": "1"})
    who = Who(filed_by="anna", party="KAZ", basis="mandated")
    with pytest.raises(RefusedError, match="not the body that was sealed"), reported.writing() as w:
        w.act("P-3", other, who)
    with reported.writing() as writer:  # as one who keeps the file could
        draft = Draft(kind="release", subject="P-3", author=who.author(), body=body_of(other))
        writer.append(draft)
    faults = verify_books(reported).faults
    assert any("releases another body than was sealed" in fault for fault in faults)


def test_a_body_that_is_gone_is_missed(reported: Books) -> None:
    digest = bytes.fromhex(sealed_hash(reported.entry(disputed(reported))) or "")
    with reported.writing() as writer:
        gone = Draft(
            kind="dispute",
            subject="P-3",
            author=Who(filed_by="anna", party="KAZ", basis="mandated").author(),
            body={"sealed": digest[::-1].hex()},
        )
        writer.append(gone)
    assert any("which is missing" in fault for fault in verify_books(reported).faults)


def test_a_reply_may_be_sealed(reported: Books) -> None:
    made = beside.reply(reported, the_report(reported), word("UZB"), text="No.", for_members=True)
    assert reported.account("P-3").replies == {}
    release(reported, f"E-{made.number}", party="UZB", filed_by="anna")
    assert [r.text for r in reported.account("P-3").replies.values()] == ["No."]


def test_known_on_a_day_before_the_release_it_is_sealed(reported: Books) -> None:
    reported.now = lambda: datetime(2026, 8, 1, tzinfo=UTC)
    name = disputed(reported)
    reported.now = lambda: datetime(2026, 9, 1, tzinfo=UTC)
    release(reported, name, party="KAZ", filed_by="anna")
    on = date(2026, 10, 1)
    assert show(reported, "P-3", on).lines[0].disputed == 50
    before = show(reported, "P-3", on, date(2026, 8, 15))
    assert before.lines[0].disputed == 0
    assert len(before.sealed) == 1
    assert before.released == {}
