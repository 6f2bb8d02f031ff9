import random
import sys
from collections.abc import Iterator

import psycopg
import pytest

from tests.journal.helpers import BOOKS, NOON, add, draft
from tests.journal.writer import STATE
from tests.postgresql import PostgreSQLServer, running_server
from zakuro.journal import Journal, create_journal, open_journal, verify
from zakuro.model.errors import ZakuroError


@pytest.fixture
def database(postgresql: PostgreSQLServer) -> str:
    return postgresql.new_database()


@pytest.fixture
def books(postgresql: PostgreSQLServer, database: str) -> Iterator[Journal]:
    with create_journal(postgresql.url(database), books=BOOKS) as books:
        yield books


@pytest.fixture
def clerk(postgresql: PostgreSQLServer, database: str, books: Journal) -> Iterator[Journal]:
    """The books as opened by a login that is a member of the writer's role alone."""
    add(books, 2)
    name = f"clerk_of_{database}"
    postgresql.run(f"CREATE ROLE {name} LOGIN")
    postgresql.run(f"GRANT zakuro_{database}_writer TO {name}")
    with open_journal(postgresql.url(database, name)) as clerk:
        yield clerk


def test_a_clerk_writes_and_reads(clerk: Journal) -> None:
    with clerk.transaction() as tx:
        tx.append(draft(), NOON)
        tx.put_document(b"a", "a", extractor="test 1")
        tx.build_tables([STATE])
        tx.upsert(STATE, [{"writer": "w", "size": 3}])
    assert clerk.size() == 3
    assert verify(clerk).faults == ()


def test_books_built_by_one_clerk_are_rebuilt_by_another(
    postgresql: PostgreSQLServer, database: str, clerk: Journal, books: Journal
) -> None:
    for journal in (clerk, books, clerk):
        with journal.transaction() as tx:
            tx.build_tables([STATE])
        assert journal.tables_built([STATE])


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entries SET subject = 'P-9'",
        "DELETE FROM entries",
        "TRUNCATE entries",
        "DROP TABLE entries",
        "ALTER TABLE entries DISABLE TRIGGER ALL",
        "DROP TRIGGER only_grows ON entries",
        "CREATE OR REPLACE FUNCTION zakuro_journal.refuse() RETURNS trigger LANGUAGE plpgsql "
        "AS 'BEGIN RETURN NULL; END'",
        "CREATE TABLE zakuro_journal.more (a text)",
        "DROP SCHEMA zakuro_journal CASCADE",
        "INSERT INTO books (name) VALUES ('other')",
        "INSERT INTO schema_versions (version) VALUES (2)",
        "UPDATE nodes SET level = 9",
        "DELETE FROM blobs",
    ],
)
def test_a_clerk_may_only_add(clerk: Journal, statement: str) -> None:
    # Also after leaving the role that opening took on.
    for role in ("SELECT 1", "RESET ROLE"):
        clerk.engine.run(role)
        with pytest.raises(ZakuroError, match="do not allow"):
            clerk.engine.run(statement)
    assert clerk.size() == 2


def test_the_owner_does_not_change_a_row_by_mistake(
    postgresql: PostgreSQLServer, database: str, books: Journal
) -> None:
    add(books, 2)
    with psycopg.connect(postgresql.url(database), autocommit=True) as owner:
        for statement in ("UPDATE {} SET kind = ''", "DELETE FROM {}", "TRUNCATE {}"):
            with pytest.raises(psycopg.errors.RaiseException, match="only grows"):
                owner.execute(statement.format("zakuro_journal.entries").encode())
    assert books.size() == 2


def test_a_stranger_is_told_whom_to_ask(
    postgresql: PostgreSQLServer, database: str, books: Journal
) -> None:
    postgresql.run(f"CREATE ROLE stranger_to_{database} LOGIN")
    with pytest.raises(ZakuroError, match=f'GRANT "zakuro_{database}_writer" TO'):
        open_journal(postgresql.url(database, f"stranger_to_{database}"))


def test_a_login_that_may_not_make_roles_makes_no_books(
    postgresql: PostgreSQLServer, database: str
) -> None:
    postgresql.run(f"CREATE ROLE plain_in_{database} LOGIN")
    with pytest.raises(ZakuroError, match="do not allow"):
        create_journal(postgresql.url(database, f"plain_in_{database}"), books=BOOKS)
    with create_journal(postgresql.url(database), books=BOOKS) as books:
        assert books.size() == 0


def test_an_administrator_who_is_no_superuser_makes_books(
    postgresql: PostgreSQLServer, database: str
) -> None:
    postgresql.run(f"CREATE ROLE keeper_of_{database} LOGIN CREATEROLE")
    postgresql.run(f"GRANT CREATE ON DATABASE {database} TO keeper_of_{database}")
    with create_journal(postgresql.url(database, f"keeper_of_{database}"), books=BOOKS) as books:
        add(books, 1)
        with pytest.raises(ZakuroError):
            books.engine.run("DELETE FROM entries")
        assert verify(books).faults == ()


def test_a_lost_connection_enters_nothing(
    postgresql: PostgreSQLServer, database: str, books: Journal
) -> None:
    add(books, 1)
    pid = books.engine.run("SELECT pg_backend_pid()")[0][0]
    with pytest.raises(ZakuroError, match="lost"), books.transaction() as tx:
        tx.append(draft(), NOON)
        tx.flush()
        postgresql.run(f"SELECT pg_terminate_backend({pid})")
        tx.append(draft(), NOON)
        tx.flush()
    with open_journal(postgresql.url(database)) as again:
        assert again.size() == 1


def test_a_connection_lost_at_the_commit_says_to_look(
    postgresql: PostgreSQLServer, database: str, books: Journal
) -> None:
    pid = books.engine.run("SELECT pg_backend_pid()")[0][0]
    with pytest.raises(ZakuroError, match="look at the last entries"), books.transaction() as tx:
        tx.append(draft(), NOON)
        tx.flush()
        postgresql.run(f"SELECT pg_terminate_backend({pid})")
    with open_journal(postgresql.url(database)) as again:
        assert again.size() == 0


def test_a_commit_that_would_be_a_silent_rollback_is_an_error(books: Journal) -> None:
    with pytest.raises(ZakuroError, match="refused a part"), books.transaction() as tx:
        tx.append(draft(), NOON)
        tx.flush()
        with pytest.raises(ZakuroError):
            books.engine.run("SELECT nonsense")
    assert books.size() == 0


def test_a_server_that_cannot_write_more_keeps_what_was_acknowledged() -> None:
    noise = random.Random(1)
    with (
        running_server(largest_file=24 * 2**20) as small,
        create_journal(small.url(small.new_database()), books=BOOKS) as books,
    ):
        kept = 0
        with pytest.raises(ZakuroError, match="File too large|full"):  # noqa: RUF043
            while True:
                with books.transaction() as tx:
                    for _ in range(50):
                        # What cannot be compressed.
                        tx.append(draft(noise=noise.randbytes(15_000).hex()), NOON)
                kept += 50
        assert kept > 0
        assert books.size() == kept
        assert verify(books).faults == ()


def test_commits_wait_for_the_disk(postgresql: PostgreSQLServer, database: str) -> None:
    postgresql.run(f"ALTER DATABASE {database} SET synchronous_commit = off")
    with create_journal(postgresql.url(database), books=BOOKS) as books:
        assert books.engine.run("SHOW synchronous_commit") == [("on",)]


def test_a_database_with_too_long_a_name_is_refused(postgresql: PostgreSQLServer) -> None:
    name = "b" * 50
    postgresql.run(f"CREATE DATABASE {name}")
    with pytest.raises(ZakuroError, match="too long"):
        create_journal(postgresql.url(name), books=BOOKS)
    postgresql.run(f"ALTER DATABASE {name} RENAME TO {name[1:]}")
    with create_journal(postgresql.url(name[1:]), books=BOOKS) as books:
        assert books.size() == 0


def test_without_the_optional_package_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "zakuro.journal.engines.postgresql_engine")
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(ZakuroError, match=r"install 'zakuro\[postgresql\]'"):
        open_journal("postgresql://admin@/books")


def test_a_trigger_that_is_gone_or_switched_off_is_told(
    postgresql: PostgreSQLServer, database: str, books: Journal
) -> None:
    add(books, 2)
    assert verify(books).faults == ()
    with psycopg.connect(postgresql.url(database), autocommit=True) as owner:
        owner.execute("DROP TRIGGER only_grows ON zakuro_journal.blobs")
        owner.execute("ALTER TABLE zakuro_journal.entries DISABLE TRIGGER only_grows")
    found = [fault.split(" guards")[0] for fault in verify(books).faults]
    assert sorted(found) == [
        "The trigger only_grows on blobs",
        "The trigger only_grows on entries",
    ]


def test_what_is_read_in_a_snapshot_stays_as_it_was(
    postgresql: PostgreSQLServer, database: str, books: Journal
) -> None:
    with open_journal(postgresql.url(database)) as reader:
        with reader.snapshot():
            assert reader.size() == 0
            add(books, 1)
            assert reader.size() == 0
        assert reader.size() == 1
