import sqlite3
from pathlib import Path

import pytest

from tests.journal.helpers import BOOKS, NOON, add, draft
from tests.journal.writer import STATE
from tests.postgresql import PostgreSQLServer
from zakuro.journal import (
    Journal,
    backup,
    copy_books,
    create_journal,
    generate_key,
    open_journal,
    public_key_text,
    sign,
    verify,
)
from zakuro.journal.transaction import Transaction
from zakuro.model.entry import Author, Draft
from zakuro.model.errors import ZakuroError

SIGNED = Draft(
    kind="report",
    subject="P-1",
    author=Author(filed_by="dana", party="KAZ", basis="signed"),
    body={},
)


def test_a_backup_is_the_books(journal: Journal, tmp_path: Path) -> None:
    key = generate_key()
    add(journal, 600)
    with journal.transaction() as tx:
        tx.append(sign(SIGNED, key, BOOKS, journal.last_on("P-1")), NOON, public_key_text(key))
        documents = [tx.put_document(bytes([n]), f"{n}", extractor="test 1") for n in range(20)]
        tx.build_tables([STATE])
    target = tmp_path / "copy" / "backup.db"
    target.parent.mkdir()
    head = backup(journal, target)
    assert head == journal.head()
    assert [file.name for file in target.parent.iterdir()] == ["backup.db"]
    with open_journal(target) as copy:
        assert copy.books == BOOKS
        assert list(copy.entries()) == list(journal.entries())
        assert [copy.text(document) for document in documents] == [f"{n}" for n in range(20)]
        assert verify(copy, key_of=lambda entry: entry.signature and public_key_text(key)) == (
            verify(journal, key_of=lambda entry: entry.signature and public_key_text(key))
        )
        assert add(copy, 1)[0].number == 602


def test_a_backup_goes_back_into_either_engine(sqlite_journal: Journal, journal: Journal) -> None:
    add(sqlite_journal, 300)
    copy_books(sqlite_journal, journal)
    assert journal.head() == sqlite_journal.head()
    assert verify(journal).faults == ()
    with pytest.raises(ZakuroError, match="must be empty books"):
        copy_books(sqlite_journal, journal)


def test_a_backup_goes_to_a_server_and_comes_back(
    sqlite_journal: Journal, postgresql: PostgreSQLServer, tmp_path: Path
) -> None:
    add(sqlite_journal, 30)
    with sqlite_journal.transaction() as tx:
        document = tx.put_document(b"bytes", "words", extractor="test 1")
    url = postgresql.url(postgresql.new_database())
    assert backup(sqlite_journal, url) == sqlite_journal.head()
    with open_journal(url) as served:
        assert verify(served).faults == ()
        assert served.text(document) == "words"
        assert backup(served, tmp_path / "back.db") == sqlite_journal.head()
    with pytest.raises(ZakuroError, match="There are books in the database"):
        backup(sqlite_journal, url)
    with pytest.raises(ZakuroError, match="Books are not kept in"):
        backup(sqlite_journal, "mysql://host/books")


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE entries SET leaf = x'00' WHERE number = 290", "Entry 290 does not match"),
        ("UPDATE nodes SET hash = x'00'", "another head"),
    ],
)
def test_of_damaged_books_nothing_is_kept_on_a_server(
    tmp_path: Path, postgresql: PostgreSQLServer, statement: str, words: str
) -> None:
    with create_journal(tmp_path / "books.db", books=BOOKS) as journal:
        add(journal, 300)
    connection = sqlite3.connect(tmp_path / "books.db")
    for table in ("entries", "nodes"):
        connection.execute(f"DROP TRIGGER {table}_update")
    connection.execute(statement)
    connection.commit()
    connection.close()
    url = postgresql.url(postgresql.new_database())
    with (
        open_journal(tmp_path / "books.db") as journal,
        pytest.raises(ZakuroError, match=f"{words}.* empty books were made: drop that"),
    ):
        backup(journal, url)
    with open_journal(url) as begun:
        assert begun.size() == 0


def test_of_a_copy_that_is_broken_off_nothing_is_kept(
    sqlite_journal: Journal, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(sqlite_journal, 300)
    with sqlite_journal.transaction() as tx:
        kept = tx.put_blob(b"kept")
    append = Transaction.append_kept

    def breaks_off(transaction: Transaction, written: bytes) -> None:
        if transaction.size == 280:
            raise KeyboardInterrupt
        append(transaction, written)

    monkeypatch.setattr(Transaction, "append_kept", breaks_off)
    with pytest.raises(KeyboardInterrupt):
        copy_books(sqlite_journal, journal)
    monkeypatch.undo()
    assert journal.size() == 0
    with pytest.raises(ZakuroError, match="no document"):
        journal.blob(kept)
    assert copy_books(sqlite_journal, journal) == sqlite_journal.head()


def test_what_is_entered_meanwhile_is_left_out(
    journal: Journal, place: str, tmp_path: Path
) -> None:
    add(journal, 10)
    with open_journal(place) as other, other.transaction() as tx:
        tx.append(draft(), NOON)
        tx.flush()
        assert backup(journal, tmp_path / "backup.db").size == 10


def test_a_backup_is_never_written_over(sqlite_journal: Journal, tmp_path: Path) -> None:
    target = tmp_path / "backup.db"
    target.write_text("precious")
    with pytest.raises(ZakuroError, match="never written over"):
        backup(sqlite_journal, target)
    assert target.read_text() == "precious"


def test_what_was_left_by_a_killed_backup_does_no_harm(
    sqlite_journal: Journal, tmp_path: Path
) -> None:
    add(sqlite_journal, 3)
    (tmp_path / "backup.db.partial").write_text("half")
    assert backup(sqlite_journal, tmp_path / "backup.db").size == 3
    assert not (tmp_path / "backup.db.partial").exists()


def test_a_backup_to_nowhere_is_told(sqlite_journal: Journal, tmp_path: Path) -> None:
    with pytest.raises(ZakuroError, match="No such file"):
        backup(sqlite_journal, tmp_path / "absent" / "backup.db")


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE entries SET leaf = x'00' WHERE number = 9", "Entry 9 does not match"),
        ("UPDATE blobs SET content = x'00'", "document .* does not match"),
        ("UPDATE nodes SET hash = x'00'", "another head"),
        ("DELETE FROM entries WHERE number = 9", "Entry 10 cannot follow entry 8"),
    ],
)
def test_damaged_books_are_not_copied_as_if_they_were_good(
    tmp_path: Path, statement: str, words: str
) -> None:
    with create_journal(tmp_path / "books.db", books=BOOKS) as journal:
        add(journal, 300)
        with journal.transaction() as tx:
            tx.put_blob(b"kept")
    connection = sqlite3.connect(tmp_path / "books.db")
    for kind in ("update", "delete"):
        for table in ("entries", "blobs", "nodes"):
            connection.execute(f"DROP TRIGGER {table}_{kind}")
    connection.execute(statement)
    connection.commit()
    connection.close()
    with (
        open_journal(tmp_path / "books.db") as journal,
        pytest.raises(ZakuroError, match=words),
    ):
        backup(journal, tmp_path / "backup.db")
    assert not list(tmp_path.glob("backup*"))
