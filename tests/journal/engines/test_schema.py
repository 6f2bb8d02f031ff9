from collections.abc import Iterator

import psycopg
import pytest

from tests.journal.helpers import add
from zakuro.journal import Journal, migrate_journal, open_journal, verify
from zakuro.journal.engines.schema import MIGRATIONS, schema_version
from zakuro.model.errors import ZakuroError

NEXT = {
    "sqlite": "CREATE TABLE extra (a TEXT);\nINSERT INTO extra VALUES ('new');",
    "postgresql": (
        "CREATE TABLE zakuro_journal.extra (a text);\n"
        "INSERT INTO zakuro_journal.extra VALUES ('new');"
    ),
}


@pytest.fixture
def later_version(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """A zakuro whose tables are one version ahead."""
    for dialect, scripts in MIGRATIONS.items():
        monkeypatch.setitem(MIGRATIONS, dialect, (*scripts, NEXT[dialect]))
    yield monkeypatch
    monkeypatch.undo()


def test_the_versions_are_recorded(journal: Journal) -> None:
    assert schema_version(journal.engine) == len(MIGRATIONS[journal.engine.dialect]) == 1


def test_both_engines_have_the_same_versions() -> None:
    assert len(MIGRATIONS["sqlite"]) == len(MIGRATIONS["postgresql"])


def test_older_books_are_brought_up_to_date_and_newer_refused(
    journal: Journal, place: str, later_version: pytest.MonkeyPatch
) -> None:
    entries = add(journal, 300)
    head = journal.head()
    with pytest.raises(ZakuroError, match=r"older zakuro \(tables of version 1.*zakuro migrate"):
        open_journal(place)
    assert migrate_journal(place) == 2
    assert migrate_journal(place) == 2
    with open_journal(place) as migrated:
        assert list(migrated.entries()) == entries
        assert migrated.head() == head
        assert migrated.engine.run("SELECT a FROM extra") == [("new",)]
        assert add(migrated, 1)[0].number == 301
        assert verify(migrated).faults == ()
    later_version.undo()
    for use in (open_journal, migrate_journal):
        with pytest.raises(ZakuroError, match=r"newer zakuro \(tables of version 2"):
            use(place)


def test_a_migration_that_fails_changes_nothing(
    journal: Journal, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(journal, 3)
    for dialect, scripts in MIGRATIONS.items():
        monkeypatch.setitem(MIGRATIONS, dialect, (*scripts, NEXT[dialect] + "CREATE NONSENSE;"))
    with pytest.raises(ZakuroError, match="refused"):
        migrate_journal(place)
    monkeypatch.undo()
    with open_journal(place) as unchanged:
        assert schema_version(unchanged.engine) == 1
        assert unchanged.size() == 3
        with pytest.raises(ZakuroError):
            unchanged.engine.run("SELECT a FROM extra")


def test_only_the_owner_migrates(
    journal: Journal, place: str, later_version: pytest.MonkeyPatch
) -> None:
    if journal.engine.dialect == "postgresql":
        database = psycopg.conninfo.conninfo_to_dict(place)["dbname"]
        with psycopg.connect(place, autocommit=True) as admin:
            admin.execute(f"CREATE ROLE {database}_clerk LOGIN".encode())
            admin.execute(f"GRANT zakuro_{database}_writer TO {database}_clerk".encode())
        clerk = place.replace("admin@", f"{database}_clerk@")
        with pytest.raises(ZakuroError, match="let their owner run"):
            migrate_journal(clerk)
    assert migrate_journal(place) == 2
