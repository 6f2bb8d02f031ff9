"""Opening books, making them, and bringing them up to date."""

from __future__ import annotations

import contextlib
import re
from pathlib import Path
from typing import Final

from zakuro.journal.books import Journal
from zakuro.journal.engines.engine import DEFAULT_WAIT, Engine
from zakuro.journal.engines.schema import MIGRATIONS, check_version, migrate, schema_version
from zakuro.journal.engines.sqlite_engine import SQLiteEngine
from zakuro.model.errors import ZakuroError

_SCHEMES: Final = ("postgresql://", "postgres://")
_MAX_NAME: Final = 200


def open_journal(url: str | Path, *, wait: float = DEFAULT_WAIT) -> Journal:
    """Open books: a path of a SQLite file, or ``postgresql://user:password@host/database``.

    ``wait`` is how many seconds a writer waits for another.  ZakuroError if there are no books, if
    they cannot be reached, are damaged, or were made by a newer zakuro; nothing is changed then.
    """
    with contextlib.ExitStack() as undo:
        engine = _connect(url, wait)
        undo.callback(engine.close)
        check_version(engine, len(MIGRATIONS[engine.dialect]))
        journal = Journal(engine)
        undo.pop_all()
        return journal


_SCHEME: Final = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://")


def check_scheme(url: str | Path) -> None:
    """Refuse the address of a database that keeps no books, rather than take it for a file."""
    found = _SCHEME.match(str(url))
    if found is not None and not is_postgresql(url):
        raise ZakuroError(
            f"Books are not kept in {found[1]}: give the path of a file (SQLite), or "
            "postgresql://user:password@host/database."
        )


def _connect(url: str | Path, wait: float) -> Engine:
    check_scheme(url)
    if is_postgresql(url):
        # psycopg is an optional dependency: it is looked for when it is needed.
        from zakuro.journal.engines.postgresql_engine import PostgreSQLEngine  # noqa: PLC0415

        return PostgreSQLEngine.open(str(url), wait)
    return SQLiteEngine.open(Path(url), wait)


def is_postgresql(url: str | Path) -> bool:
    """Tell whether books are meant that a PostgreSQL server keeps, not a file."""
    return str(url).startswith(_SCHEMES)


def create_journal(url: str | Path, *, books: str, wait: float = DEFAULT_WAIT) -> Journal:
    """Make new books and open them.

    ``books`` is their unique name, best an address without scheme (``example.org/c5-china``):
    it stands in signatures and checkpoints, and never changes.  In PostgreSQL the login must be
    allowed to make roles and schemas.  ZakuroError, and nothing made, if there are books already.
    """
    check_books_name(books)
    check_scheme(url)
    if is_postgresql(url):
        _create_in_postgresql(str(url), books, wait)
    else:
        _create_in_sqlite(Path(url), books, wait)
    return open_journal(url, wait=wait)


def _create_in_postgresql(url: str, books: str, wait: float) -> None:
    from zakuro.journal.engines.postgresql_engine import PostgreSQLEngine  # noqa: PLC0415

    # Closing undoes what was not committed.
    with contextlib.closing(PostgreSQLEngine(url, wait)) as engine:
        engine.begin()
        if engine.has_books():
            raise ZakuroError(f"There are books in {engine.place} already: open them.")
        engine.make_room()
        _fill(engine, books)
        engine.open_room()
        engine.commit()


def _create_in_sqlite(path: Path, books: str, wait: float) -> None:
    with contextlib.ExitStack() as undo:
        engine = SQLiteEngine.create(path, wait)
        undo.callback(SQLiteEngine.remove, path)
        undo.callback(engine.close)
        engine.begin()
        engine.mark_as_books()
        _fill(engine, books)
        engine.commit()
        undo.pop_all()
        engine.close()


def _fill(engine: Engine, books: str) -> None:
    migrate(engine, 0, MIGRATIONS[engine.dialect])
    engine.run("INSERT INTO books (name) VALUES (?)", (books,))


def check_books_name(books: str) -> None:
    """Refuse a name that a signed note cannot bear as its origin and key name."""
    if not books.isprintable() or not 0 < len(books) <= _MAX_NAME or set(books) & {" ", "+"}:
        raise ZakuroError(
            f"{books!r} cannot name books: use one word such as example.org/c5-china, without "
            "spaces or '+'."
        )


def migrate_journal(url: str | Path, *, wait: float = DEFAULT_WAIT) -> int:
    """Bring books made by an earlier zakuro up to date; give the version of their tables.

    The entries themselves never change.  All is done, or nothing.
    """
    with contextlib.closing(_connect(url, wait)) as engine:
        scripts = MIGRATIONS[engine.dialect]
        version = schema_version(engine)
        if version > len(scripts):
            check_version(engine, len(scripts))
        engine.work_as_owner()
        # Closing undoes what was not committed.
        engine.begin()
        migrate(engine, version, scripts)
        engine.open_room()
        engine.commit()
        return schema_version(engine)
