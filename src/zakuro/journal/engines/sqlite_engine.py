"""The journal in one SQLite file: write-ahead log, every commit synced to the disk."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final
from urllib.parse import quote

from zakuro.journal.engines.engine import Engine, EntryRow, Row
from zakuro.model.errors import ZakuroError

APPLICATION_ID: Final = int.from_bytes(b"zkro", "big")
"""Stands in the header of the file, so that other SQLite files are not taken for books."""

_PRIMARY_CODE: Final = 0xFF
"""The part of SQLite's extended error codes that says what kind of error it is."""

_BUSY: Final = (
    "{place} is being written by another for longer than {wait} s; nothing was entered. "
    "Try again when the other has finished."
)
_CLOSED: Final = (
    "{place} cannot be opened for writing ({error}): see who owns the file and its directory."
)
_WORDS: Final = {
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_FULL: "The disk of {place} is full; nothing was entered. Free space, try again.",
    sqlite3.SQLITE_IOERR: (
        "The disk of {place} cannot be read or written ({error}); nothing was entered. "
        "Look at the disk and its free space, then try again."
    ),
    sqlite3.SQLITE_CORRUPT: "{place} is damaged ({error}): restore it from a backup.",
    sqlite3.SQLITE_NOTADB: "{place} holds no books of zakuro: another kind of file, or damaged.",
    sqlite3.SQLITE_READONLY: _CLOSED,
    sqlite3.SQLITE_CANTOPEN: _CLOSED,
    sqlite3.SQLITE_PERM: _CLOSED,
}


_UNWRITABLE: Final = frozenset(
    {
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
    }
)
"""What SQLite says where the files beside the books cannot be made."""


class SQLiteEngine(Engine):
    """A connection to the SQLite file at ``path``, which must exist."""

    dialect = "sqlite"
    text_type = "TEXT"
    integer_type = "INTEGER"

    def __init__(self, path: Path, wait: float) -> None:
        self.place = str(path)
        self._path = path
        self._wait = wait
        self.read_only = False
        if path.is_dir():
            raise ZakuroError(f"{path} is a directory: name a file for the books.")
        if not path.exists():
            raise ZakuroError(f"There are no books at {path}: make them with 'zakuro init {path}'.")
        with self._explained():
            self._connection = self._connect("rw")

    @classmethod
    def open(cls, path: Path, wait: float) -> SQLiteEngine:
        """Open books; ZakuroError if the file is missing, damaged, or holds something else."""
        with contextlib.ExitStack() as undo:
            engine = cls(path, wait)
            undo.callback(engine.close)
            engine.see_that_it_reads()
            if engine.run("PRAGMA application_id")[0][0] != APPLICATION_ID:
                raise ZakuroError(
                    f"{path} holds no books of zakuro: it is another's file, or the making of "
                    "books was broken off."
                )
            engine.run("PRAGMA synchronous = FULL")
            engine.run("PRAGMA journal_size_limit = 67108864")
            undo.pop_all()
            return engine

    def see_that_it_reads(self) -> None:
        """Go on for reading alone where the medium, or a full disk, does not let one write.

        The write-ahead log needs files beside the books, also to read.  Where they cannot be made
        and nothing waits in such a log, the file itself is all there is, and is read as it is.
        """
        try:
            self._connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
        except sqlite3.Error as error:
            code = getattr(error, "sqlite_errorcode", 0) & _PRIMARY_CODE
            if code not in _UNWRITABLE:
                raise ZakuroError(self._explain(error)) from error
            self._read_only(error)

    def _read_only(self, reason: sqlite3.Error) -> None:
        log = Path(f"{self._path}-wal")
        if log.exists() and log.stat().st_size:
            raise ZakuroError(
                f"{self.place} cannot be read here ({reason}): its last entries still stand in "
                f"{log.name}. Copy both to a disk that can be written, and read them there."
            ) from reason
        self._connection.close()
        with self._explained():
            self._connection = self._connect("ro&immutable=1")
        self.read_only = True

    def _connect(self, mode: str) -> sqlite3.Connection:
        return sqlite3.connect(
            f"file:{quote(str(self._path))}?mode={mode}",
            uri=True,
            timeout=self._wait,
            isolation_level=None,
        )

    @classmethod
    def create(cls, path: Path, wait: float) -> SQLiteEngine:
        """Make a new empty file for books; ZakuroError if something stands at ``path``."""
        try:
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
        except FileExistsError:
            raise ZakuroError(
                f"{path} exists already: give another name, or open the books that are there."
            ) from None
        except OSError as error:
            raise ZakuroError(f"Cannot make books at {path}: {error.strerror}.") from None
        with contextlib.ExitStack() as undo:
            undo.callback(cls.remove, path)
            engine = cls(path, wait)
            undo.callback(engine.close)
            if engine.run("PRAGMA journal_mode = WAL") != [("wal",)]:
                raise ZakuroError(
                    f"The file system of {path} cannot hold books (no write-ahead log): "
                    "use a local disk."
                )
            undo.pop_all()
            return engine

    @staticmethod
    def remove(path: Path) -> None:
        """Remove a file that was made a moment ago and could not be finished."""
        for suffix in ("", "-wal", "-shm"):
            Path(f"{path}{suffix}").unlink(missing_ok=True)

    def mark_as_books(self) -> None:
        """Write into the header of the file that it holds books of zakuro."""
        self.run(f"PRAGMA application_id = {APPLICATION_ID}")

    def run(self, sql: str, parameters: Sequence[object] = ()) -> list[Row]:
        """Run one statement; give the rows it answers with."""
        with self._explained():
            return self._connection.execute(sql, parameters).fetchall()

    def run_many(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        """Run one statement for each row of parameters."""
        with self._explained():
            self._connection.executemany(sql, rows)

    def run_script(self, sql: str) -> None:
        """Run several statements within the transaction that is open."""
        # sqlite3.executescript would commit first, so the script is cut where SQLite says that a
        # statement is complete.
        statement = ""
        for line in sql.splitlines(keepends=True):
            statement += line
            if sqlite3.complete_statement(statement):
                self.run(statement)
                statement = ""

    def add_entries(self, rows: Sequence[EntryRow]) -> None:
        """Insert rows into ``entries``."""
        self.run_many(
            "INSERT INTO entries (number, kind, subject, leaf, entry) VALUES (?, ?, ?, ?, ?)", rows
        )

    def begin(self) -> None:
        """Begin a transaction as the only writer, waiting for others to finish."""
        if self.read_only:
            raise ZakuroError(
                f"{self.place} can only be read here: its medium cannot be written, or its disk is "
                "full. Nothing was entered; copy the books elsewhere, or free space."
            )
        self.run("BEGIN IMMEDIATE")

    def begin_reading(self) -> None:
        """Begin to read the books as they are now, whatever others write meanwhile."""
        self.run("BEGIN")

    def commit(self) -> None:
        """Make the transaction last."""
        self.run("COMMIT")

    def rollback(self) -> None:
        """Undo the transaction, if one is open (after some errors SQLite has undone it)."""
        if self._connection.in_transaction:
            self.run("ROLLBACK")

    def projection(self, name: str) -> str:
        """Give the quoted name of the table that keeps the projection ``name``."""
        return f'"projection_{name}"'

    def check_storage(self) -> list[str]:
        """Give the faults that SQLite finds in the file."""
        answers = [str(row[0]) for row in self.run("PRAGMA integrity_check")]
        return [] if answers == ["ok"] else answers

    def missing_guards(self, scripts: Sequence[str]) -> list[str]:
        """Give the triggers that the scripts made and that are gone, or say something else now."""
        triggers = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
        with contextlib.closing(sqlite3.connect(":memory:")) as blank:
            for script in scripts:
                blank.executescript(script)
            wanted = dict(blank.execute(triggers).fetchall())
        kept: dict[str, str] = dict(self.run(triggers))
        return [name for name, text in wanted.items() if kept.get(name) != text]

    def close(self) -> None:
        """Close the connection."""
        with self._explained():
            self._connection.close()

    @contextlib.contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise ZakuroError(self._explain(error)) from error

    def _explain(self, error: sqlite3.Error) -> str:
        code = getattr(error, "sqlite_errorcode", 0) & _PRIMARY_CODE
        words = _WORDS.get(code, "{place} refused: {error}.")
        return words.format(place=self.place, error=error, wait=f"{self._wait:g}")
