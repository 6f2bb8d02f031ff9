import os
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.journal.helpers import BOOKS, NOON, add, draft
from zakuro.journal import Journal, create_journal, open_journal, verify
from zakuro.journal.engines.sqlite_engine import SQLiteEngine
from zakuro.model.errors import ZakuroError


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Closed books with 600 entries."""
    path = tmp_path / "books.db"
    with create_journal(path, books=BOOKS) as journal:
        add(journal, 600)
    return path


def test_the_file_is_whole_when_closed(path: Path) -> None:
    assert [file.name for file in path.parent.iterdir()] == ["books.db"]


def test_every_commit_is_synced(path: Path) -> None:
    with open_journal(path) as journal:
        assert journal.engine.run("PRAGMA journal_mode") == [("wal",)]
        assert journal.engine.run("PRAGMA synchronous") == [(2,)]


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT OR REPLACE INTO entries SELECT 1, 'x', 'x', leaf, '{}' FROM entries LIMIT 1",
        "REPLACE INTO entries SELECT number, 'x', 'x', leaf, '{}' FROM entries WHERE number = 600",
        "INSERT OR REPLACE INTO entries SELECT 602, 'x', 'x', leaf, '{}' FROM entries LIMIT 1",
        "INSERT INTO entries SELECT NULL, 'x', 'x', leaf, '{}' FROM entries LIMIT 1",
        "INSERT OR IGNORE INTO entries SELECT 0, 'x', 'x', leaf, '{}' FROM entries LIMIT 1",
        "UPDATE OR REPLACE entries SET number = 2 WHERE number = 1",
        "INSERT INTO entries SELECT * FROM entries WHERE number = 1 "
        "ON CONFLICT (number) DO UPDATE SET kind = 'x'",
        "INSERT OR REPLACE INTO nodes SELECT level, position, x'00' FROM nodes",
        "INSERT OR REPLACE INTO blobs SELECT sha256, x'00' FROM blobs",
        "INSERT OR REPLACE INTO blobs (rowid, sha256, content) VALUES (1, x'00', x'00')",
        "INSERT OR REPLACE INTO books (rowid, name) VALUES (1, 'other')",
        "INSERT OR REPLACE INTO schema_versions (version) VALUES (1)",
    ],
)
def test_nothing_is_replaced(path: Path, statement: str) -> None:
    with open_journal(path) as journal, journal.transaction() as tx:
        tx.put_blob(b"kept")
    tables = ("entries", "nodes", "blobs", "books", "schema_versions")
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        before = [connection.execute(f"SELECT * FROM {table}").fetchall() for table in tables]
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute(statement)
        after = [connection.execute(f"SELECT * FROM {table}").fetchall() for table in tables]
        assert after == before
    finally:
        connection.close()


def test_a_full_disk_changes_nothing(path: Path) -> None:
    with open_journal(path) as journal:
        before = journal.head()
        pages = journal.engine.run("PRAGMA page_count")[0][0]
        journal.engine.run(f"PRAGMA max_page_count = {pages + 5}")
        with pytest.raises(ZakuroError, match="full; nothing was entered"):
            add(journal, 5000)
        assert journal.head() == before
        assert verify(journal).faults == ()
    with open_journal(path) as journal:
        assert add(journal, 5000)[0].number == 601


WRITE_UNTIL_FULL = """
import sys
from tests.journal.helpers import add
from zakuro.journal import open_journal
from zakuro.model.errors import ZakuroError
with open_journal(sys.argv[1]) as journal:
    while True:
        try:
            add(journal, 100)
        except ZakuroError as error:
            sys.stdout.write(f"{journal.size()}\\n{error}")
            break
"""


def test_a_file_that_cannot_grow_keeps_what_was_acknowledged(path: Path) -> None:
    limit = path.stat().st_size + 300_000
    done = subprocess.run(
        [sys.executable, "-c", WRITE_UNTIL_FULL, path],
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    size, words = done.stdout.split("\n", 1)
    assert "nothing was entered" in words
    assert int(size) > 600
    with open_journal(path) as journal:
        assert journal.size() == int(size)
        assert verify(journal).faults == ()
        assert add(journal, 1)[0].number == int(size) + 1


def test_a_file_locked_whole_is_told(path: Path) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    try:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(ZakuroError, match="being written by another"):
            open_journal(path, wait=0.1)
    finally:
        other.close()
    with open_journal(path) as journal:
        assert journal.size() == 600


@pytest.mark.parametrize(
    "content", [b"", b"Dear reader,\n" * 1000, b"SQLite format 3\x00" + b"\xff" * 5000]
)
def test_a_file_that_holds_no_books_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes(content)
    with pytest.raises(ZakuroError, match=r"no books of zakuro|damaged"):
        open_journal(path)
    assert path.read_bytes() == content
    with pytest.raises(ZakuroError, match="exists already"):
        create_journal(path, books=BOOKS)
    assert path.read_bytes() == content


def test_anothers_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE entries (number INTEGER)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(ZakuroError, match="another's file"):
        open_journal(path)
    assert path.read_bytes() == before


def test_directories_are_told(tmp_path: Path) -> None:
    with pytest.raises(ZakuroError, match="is a directory"):
        open_journal(tmp_path)
    with pytest.raises(ZakuroError, match="exists already"):
        create_journal(tmp_path, books=BOOKS)
    for use in (open_journal, lambda path: create_journal(path, books=BOOKS)):
        with pytest.raises(ZakuroError, match=r"There are no books|No such file"):
            use(tmp_path / "absent" / "books.db")
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_file_is_told_and_not_made_worse(path: Path) -> None:
    whole = path.read_bytes()
    for place in (0, 100, 4096, len(whole) // 2, len(whole) - 4096):
        damaged = whole[:place] + b"\xa5" * 4096 + whole[place + 4096 :]
        path.write_bytes(damaged)
        try:
            with open_journal(path) as journal:
                faults = verify(journal).faults
        except ZakuroError as error:
            faults = (str(error),)
        assert faults, f"damage at {place} was not seen"
        assert path.read_bytes() == damaged


def test_a_file_cut_off_is_told(path: Path) -> None:
    whole = path.read_bytes()
    for size in (10, 1000, 4096, len(whole) // 2, len(whole) - 4096):
        path.write_bytes(whole[:size])
        try:
            with open_journal(path) as journal:
                faults = verify(journal).faults
        except ZakuroError as error:
            faults = (str(error),)
        assert faults, f"a file cut off at {size} was not seen"


def test_a_copy_without_its_log_file_is_an_earlier_state(path: Path, tmp_path: Path) -> None:
    with open_journal(path) as journal:
        add(journal, 3)
        shutil.copy(path, tmp_path / "copy.db")
    with open_journal(tmp_path / "copy.db") as copy:
        assert copy.size() == 600
        assert verify(copy).faults == ()


@contextmanager
def as_nobody() -> Iterator[None]:
    """Root may write everywhere, so root becomes another user for a while."""
    effective = os.geteuid()
    if effective == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(effective)


def test_a_file_without_rights_is_told() -> None:
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "books.db"
        with create_journal(path, books=BOOKS) as journal:
            add(journal, 3)
        path.chmod(0o444)
        path.parent.chmod(0o555)
        try:
            with as_nobody(), open_journal(path) as journal:
                assert verify(journal).faults == ()
                assert journal.size() == 3
                with pytest.raises(ZakuroError, match="can only be read here"):
                    add(journal, 1)
        finally:
            path.parent.chmod(0o755)
        with open_journal(path) as journal:
            assert journal.size() == 3


def test_entries_that_wait_beside_a_file_without_rights_are_not_passed_over() -> None:
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "books.db"
        with create_journal(path, books=BOOKS) as journal:
            add(journal, 3)
            copy = Path(name) / "copy"
            copy.mkdir()
            for suffix in ("", "-wal"):
                shutil.copy(f"{path}{suffix}", copy)
        Path(name).chmod(0o755)
        for file in copy.iterdir():
            file.chmod(0o444)
        copy.chmod(0o555)
        try:
            with as_nobody(), pytest.raises(ZakuroError, match=r"still stand in books\.db-wal"):
                open_journal(copy / "books.db")
        finally:
            copy.chmod(0o755)
            for file in copy.iterdir():
                file.chmod(0o644)
        with open_journal(copy / "books.db") as journal:
            assert journal.size() == 3


READ_WHERE_NOTHING_CAN_BE_WRITTEN = """
import sys
from zakuro.journal import open_journal, verify
with open_journal(sys.argv[1]) as journal:
    sys.stdout.write(f"{journal.size()} {verify(journal).faults}")
"""


def test_a_full_disk_can_be_read(path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", READ_WHERE_NOTHING_CAN_BE_WRITTEN, path],
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0)),
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stdout == "600 ()"


def test_a_trigger_that_is_gone_or_changed_is_told(path: Path) -> None:
    with open_journal(path) as journal:
        journal.engine.run("DROP TRIGGER entries_update")
        journal.engine.run("DROP TRIGGER blobs_delete")
        journal.engine.run("CREATE TRIGGER blobs_delete BEFORE DELETE ON blobs BEGIN SELECT 1; END")
        assert verify(journal).faults == (
            "The trigger entries_update guards the entries no more: it is gone, or was changed.",
            "The trigger blobs_delete guards the entries no more: it is gone, or was changed.",
        )


def test_what_is_read_in_a_snapshot_stays_as_it_was(path: Path) -> None:
    with open_journal(path) as reader, open_journal(path) as writer:
        with reader.snapshot():
            assert reader.size() == 600
            add(writer, 1)
            assert reader.size() == 600
        assert reader.size() == 601


def test_a_file_made_in_vain_is_removed(tmp_path: Path) -> None:
    path = tmp_path / "books.db"
    engine = SQLiteEngine.create(path, 1)
    engine.close()
    assert path.exists()
    SQLiteEngine.remove(path)
    assert list(tmp_path.iterdir()) == []


def test_a_failed_statement_names_the_file(sqlite_journal: Journal) -> None:
    with pytest.raises(ZakuroError, match=r"books\.db refused: no such table"):
        sqlite_journal.engine.run("SELECT * FROM nonsense")
    with sqlite_journal.transaction() as tx:
        tx.append(draft(), NOON)
    assert sqlite_journal.size() == 1
