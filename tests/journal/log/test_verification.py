import sqlite3
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec
import pytest

from tests.journal.helpers import BOOKS, NOON, add, draft
from zakuro.journal import (
    Journal,
    create_journal,
    generate_key,
    open_journal,
    public_key_text,
    sign,
    verify,
)
from zakuro.journal.books import Head
from zakuro.journal.log.merkle import leaf_hash
from zakuro.journal.log.verification import MAX_FAULTS
from zakuro.model.entry import Author, Draft, Entry

KEY = generate_key()
SIGNED = Draft(
    kind="report",
    subject="P-1",
    author=Author(filed_by="dana", party="KAZ", basis="signed"),
    body={"value": "3"},
)


@pytest.fixture
def tampered(tmp_path: Path) -> Callable[..., tuple[str, ...]]:
    """Give a function that changes good books behind their back and tells what is found.

    Whoever does that with care puts the triggers back.
    """
    path = tmp_path / "books.db"
    with create_journal(path, books=BOOKS) as journal:
        add(journal, 255)
        with journal.transaction() as tx:
            signed = sign(SIGNED, KEY, BOOKS, journal.last_on("P-1"))
            tx.append(signed, NOON, public_key_text(KEY))
            tx.put_blob(b"kept")
        add(journal, 44)
        assert verify(journal, key_of=key_of, heads=[journal.head()]).faults == ()

    def change(*statements: tuple[str, tuple[Any, ...]], **options: Any) -> tuple[str, ...]:
        connection = sqlite3.connect(path)
        triggers = connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        for statement, values in statements:
            assert connection.execute(statement, values).rowcount
        for _, guard in triggers:
            connection.execute(guard)
        connection.commit()
        connection.close()
        with open_journal(path) as journal:
            return verify(journal, key_of=key_of, **options).faults

    return change


def key_of(entry: Entry) -> str | None:
    return public_key_text(KEY) if entry.author.party == "KAZ" else None


def kept(number: int, **changes: Any) -> str:
    entry = {
        "author": {"filed_by": "aiko"},
        "body": {"place": number - 1},
        "kind": "report",
        "number": number,
        "subject": "P-1",
        "time": "2025-06-17T12:00:00Z",
    }
    return msgspec.json.encode(entry | changes, order="sorted").decode()


def test_the_helper_writes_what_the_journal_keeps(sqlite_journal: Journal) -> None:
    add(sqlite_journal, 7)
    rows = sqlite_journal.engine.run("SELECT entry FROM entries WHERE number = 7")
    assert rows == [(kept(7),)]


def test_good_books_are_found_good(journal: Journal) -> None:
    add(journal, 700)
    early = journal.head(300)
    found = verify(journal, heads=[early, journal.head()])
    assert found.faults == ()
    assert found.head == journal.head()
    assert found.signatures == 0


def test_a_changed_entry_is_found(tampered: Callable[..., tuple[str, ...]]) -> None:
    faults = tampered(
        ("UPDATE entries SET entry = ? WHERE number = 7", (kept(7, body={"place": 99}),))
    )
    assert faults == (
        "Entry 7 does not match its hash: it was changed.",
        "The stored hash of tile 0 at level 0 is wrong.",
    )


def test_a_changed_entry_with_its_hash_is_found_by_the_tree(
    tampered: Callable[..., tuple[str, ...]],
) -> None:
    new = kept(7, body={"place": 99})
    faults = tampered(
        ("UPDATE entries SET entry = ?, leaf = ? WHERE number = 7", (new, leaf_hash(new.encode())))
    )
    assert faults == ("The stored hash of tile 0 at level 0 is wrong.",)


def test_books_written_anew_are_found_by_an_earlier_head(
    tampered: Callable[..., tuple[str, ...]], tmp_path: Path
) -> None:
    with open_journal(tmp_path / "books.db") as journal:
        heads = [journal.head(260), journal.head(280)]
    new = kept(270, body={"place": 99})
    leaf = leaf_hash(new.encode())
    change = ("UPDATE entries SET entry = ?, leaf = ? WHERE number = 270", (new, leaf))
    assert tampered(change) == ()
    assert tampered(change, heads=heads) == (
        f"The first 280 entries are not those of the head {heads[1].root}.",
    )


@pytest.mark.parametrize(
    ("statement", "values", "words"),
    [
        ("DELETE FROM entries WHERE number = 100", (), "Entry 101 stands where entry 100 should."),
        ("UPDATE entries SET subject = 'P-2' WHERE number = 9", (), "filed under another"),
        ("UPDATE entries SET kind = 'x' WHERE number = 9", (), "filed under another"),
        ("UPDATE entries SET entry = ? WHERE number = 9", (kept(10),), "filed under another"),
        ("UPDATE entries SET entry = '{}' WHERE number = 9", (), "Entry 9 cannot be read"),
        ("UPDATE entries SET entry = ? WHERE number = 9", (kept(9) + " ",), "canonical"),
        ("UPDATE entries SET leaf = x'00' WHERE number = 9", (), "does not match its hash"),
        ("DELETE FROM nodes", (), "The stored hash of tile 0 at level 0 is wrong."),
        ("INSERT INTO nodes VALUES (1, 1, x'00')", (), "for which there are no entries: 1/1"),
        ("UPDATE blobs SET content = x'00'", (), "The document .* does not match its hash"),
        (
            "UPDATE entries SET entry = ? WHERE number = 9",
            (kept(9, author={"filed_by": "x", "party": "KAZ", "basis": "signed"}),),
            "signed without a signature",
        ),
        (
            "UPDATE entries SET entry = ? WHERE number = 9",
            (kept(9, signature="x"),),
            "Entry 9 is signed, but its party had no key.",
        ),
        (
            "UPDATE entries SET entry = ? WHERE number = 9",
            (
                kept(
                    9,
                    author={"filed_by": "x", "party": "KAZ", "basis": "signed"},
                    signature="x",
                ),
            ),
            "Entry 9: The signature of the report on P-1 must be 64 bytes",
        ),
        (
            "UPDATE entries SET entry = replace(entry, '\"3\"', '\"4\"') WHERE number = 256",
            (),
            "Entry 256 bears a false signature of KAZ.",
        ),
    ],
)
def test_every_other_change_is_found(
    tampered: Callable[..., tuple[str, ...]], statement: str, values: tuple[Any, ...], words: str
) -> None:
    faults = tampered((statement, values))
    import re

    assert [fault for fault in faults if re.search(words, fault)], faults


def test_a_log_cut_short_is_found(tampered: Callable[..., tuple[str, ...]], tmp_path: Path) -> None:
    with open_journal(tmp_path / "books.db") as journal:
        head = journal.head()
    assert tampered(("DELETE FROM entries WHERE number > 290", ()), heads=[head]) == (
        "The log had 300 entries before; it has 290 now.",
    )


def test_a_signature_that_does_not_fit_the_state_is_found(
    sqlite_journal: Journal,
) -> None:
    # As if the act had been entered by a program that does not check.
    outdated = sign(SIGNED, KEY, BOOKS, None)
    good = sign(SIGNED, KEY, BOOKS, sqlite_journal.last_on("P-1"))
    with sqlite_journal.transaction() as tx:
        tx.append(good, NOON, public_key_text(KEY))
    written = msgspec.json.decode(
        sqlite_journal.engine.run("SELECT entry FROM entries WHERE number = 1")[0][0]
    )
    second = written | {"number": 2, "signature": outdated.signature}
    with sqlite_journal.transaction() as tx:
        tx.append_kept(msgspec.json.encode(second, order="sorted"))
    found = verify(sqlite_journal, key_of=key_of)
    assert found.faults == ("Entry 2 bears a false signature of KAZ.",)
    assert (found.signatures, found.signatures_checked) == (2, 2)
    unchecked = verify(sqlite_journal)
    assert (unchecked.signatures, unchecked.signatures_checked) == (2, 0)


def test_the_list_of_faults_ends(tampered: Callable[..., tuple[str, ...]]) -> None:
    faults = tampered(("UPDATE entries SET kind = 'x'", ()))
    assert len(faults) == MAX_FAULTS + 1
    assert "was not looked at" in faults[-1]


def test_a_removed_document_is_missed(tampered: Callable[..., tuple[str, ...]]) -> None:
    digest = sha256(b"kept").hexdigest()

    def documents_of(entry: Entry) -> list[str]:
        return {255: ["no hash"], 256: [digest]}.get(entry.number, [])

    odd = "Entry 255 names the document no hash, which is missing."
    assert tampered(documents_of=documents_of) == (odd,)
    assert tampered(("DELETE FROM blobs", ()), documents_of=documents_of) == (
        odd,
        f"Entry 256 names the document {digest}, which is missing.",
    )


def test_what_others_enter_meanwhile_is_no_fault(journal: Journal, place: str) -> None:
    add(journal, 1500)
    head = journal.head()
    with open_journal(place) as other:

        def write_meanwhile(entry: Entry) -> None:
            if entry.number % 500 == 0:
                add(other, 300)

        found = verify(journal, key_of=write_meanwhile)
        assert other.size() == 2400
    assert (found.faults, found.head) == ((), head)


def test_a_head_of_nothing_is_the_root_of_nothing(journal: Journal) -> None:
    assert verify(journal, heads=[journal.head()]).faults == ()
    assert verify(journal, heads=[Head(size=0, root="00" * 32)]).faults
    with journal.transaction() as tx:
        tx.append(draft(), NOON)
    assert verify(journal).faults == ()
