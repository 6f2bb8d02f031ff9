"""What both engines must do alike, below the journal."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from tests.journal.helpers import NOON, add, draft
from zakuro.journal import Journal, open_journal
from zakuro.journal.engines.engine import Engine
from zakuro.model.errors import ZakuroError

CHANGES = [
    "UPDATE entries SET subject = 'P-9' WHERE number = 1",
    "DELETE FROM entries WHERE number = 1",
    "DELETE FROM nodes",
    "UPDATE nodes SET hash = leaf FROM entries WHERE number = 1",
    "DELETE FROM blobs",
    "UPDATE blobs SET content = sha256",
    "UPDATE books SET name = 'other'",
    "DELETE FROM books",
    "INSERT INTO books (name) VALUES ('other')",
    "UPDATE schema_versions SET version = 9",
    "DELETE FROM schema_versions",
    "INSERT INTO entries SELECT number, kind, subject, leaf, entry FROM entries WHERE number = 1",
    "INSERT INTO nodes SELECT level, position, hash FROM nodes",
    "INSERT INTO blobs SELECT sha256, content FROM blobs",
]


@pytest.mark.parametrize("statement", CHANGES)
def test_what_was_entered_is_never_changed(journal: Journal, statement: str) -> None:
    add(journal, 256)
    with journal.transaction() as tx:
        tx.put_blob(b"kept")
    tables = ("entries", "nodes", "blobs", "books", "schema_versions")
    before = [journal.engine.run(f"SELECT * FROM {table}") for table in tables]
    assert all(before)
    with pytest.raises(ZakuroError):
        journal.engine.run(statement)
    assert [journal.engine.run(f"SELECT * FROM {table}") for table in tables] == before


def test_a_writer_waits_for_another_and_then_gives_up(journal: Journal, place: str) -> None:
    with open_journal(place, wait=0.2) as hasty:
        with journal.transaction() as tx:
            tx.append(draft(), NOON)
            with (
                pytest.raises(ZakuroError, match=r"longer than 0\.2 s; nothing was entered"),
                hasty.transaction(),
            ):
                pass
        assert add(hasty, 1)[0].number == 2


def test_a_writer_gets_its_turn(journal: Journal, place: str) -> None:
    began, may_end = Event(), Event()

    def write_first() -> None:
        with open_journal(place) as first, first.transaction() as tx:
            tx.append(draft("first"), NOON)
            began.set()
            assert may_end.wait(10)

    with ThreadPoolExecutor() as pool:
        first = pool.submit(write_first)
        assert began.wait(10)
        assert journal.size() == 0
        may_end.set()
        assert add(journal, 1)[0].number == 2
        first.result()
    assert journal.entry(1).subject == "first"


def test_a_script_runs_whole_within_the_transaction(journal: Journal) -> None:
    engine = journal.engine
    table = engine.projection("scripted")
    # Semicolons in texts and comments end no statement.
    script = f"-- one; two\nCREATE TABLE {table} (a text);\nINSERT INTO {table} VALUES (';\n');"
    engine.begin()
    engine.run_script(script)
    assert engine.run(f"SELECT a FROM {table}") == [(";\n",)]
    engine.rollback()
    with pytest.raises(ZakuroError):
        engine.run(f"SELECT a FROM {table}")


def test_nothing_open_is_rolled_back_without_harm(journal: Journal) -> None:
    journal.engine.rollback()
    assert add(journal, 1)[0].number == 1


def test_every_engine_fills_the_whole_interface() -> None:
    with pytest.raises(TypeError, match="abstract"):
        Engine()  # type: ignore[abstract]
