"""The journal in a PostgreSQL database, for teams.

Two roles are named after the database: ``zakuro_<database>_owner`` owns the journal's schema, and
``zakuro_<database>_writer`` may insert and select there and owns the schema of the projections.
Every connection works as the writer; a login for daily use should be a member of that role alone.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, LiteralString

from zakuro.journal.engines.engine import Engine, EntryRow, Row
from zakuro.model.errors import ZakuroError

try:
    import psycopg
    from psycopg import conninfo, errors, sql
    from psycopg.pq import TransactionStatus
except ImportError as _error:
    raise ZakuroError(
        "Books in PostgreSQL need the package psycopg: install 'zakuro[postgresql]'."
    ) from _error

JOURNAL: Final = "zakuro_journal"
PROJECTIONS: Final = "zakuro_projections"
_CONNECT_SECONDS: Final = 10
_MAX_NAME: Final = 63
"""The most bytes that the name of a role may have."""
_TRIGGER: Final = re.compile(r"CREATE TRIGGER (\w+) BEFORE [A-Z ]+ ON zakuro_journal\.(\w+)")
_LOCK: Final = int.from_bytes(b"zakuro", "big")
"""The advisory lock that a writer holds: entries are numbered by one at a time."""


class PostgreSQLEngine(Engine):
    """A connection to the database at ``url``."""

    dialect = "postgresql"
    text_type = 'text COLLATE "C"'
    integer_type = "bigint"

    def __init__(self, url: str, wait: float) -> None:
        self._wait = wait
        try:
            known = conninfo.conninfo_to_dict(url)
        except psycopg.Error:
            # What libpq says of a wrong address may quote it, with the password.
            raise ZakuroError(
                "Cannot read the address of the books: write "
                "postgresql://user:password@host/database."
            ) from None
        self.place = f"the database {known.get('dbname', '?')} at {known.get('host', 'localhost')}"
        try:
            # Not prepared: a plan made for any kind of entry reads them all to find the rare ones.
            self._connection = psycopg.connect(
                url,
                autocommit=True,
                connect_timeout=_CONNECT_SECONDS,
                application_name="zakuro",
                prepare_threshold=None,
            )
        except psycopg.Error as error:
            raise ZakuroError(
                f"Cannot reach {self.place}: {_first_line(error)}. See that the server runs and "
                "that the address, the user and the password are right."
            ) from None
        self._database = self._connection.info.dbname
        self.owner = f"zakuro_{self._database}_owner"
        self.writer = f"zakuro_{self._database}_writer"
        self.run("SELECT set_config('search_path', ?, false)", (JOURNAL,))
        self.run("SELECT set_config('lock_timeout', ?, false)", (f"{int(wait * 1000)}ms",))
        # A commit is acknowledged only when it is on the disk, whatever the server's default.
        self.run("SET synchronous_commit = on")

    @classmethod
    def open(cls, url: str, wait: float) -> PostgreSQLEngine:
        """Open books as their writer; ZakuroError if there are none or the login may not."""
        with contextlib.ExitStack() as undo:
            engine = cls(url, wait)
            undo.callback(engine.close)
            if not engine.has_books():
                raise ZakuroError(
                    f"There are no books in {engine.place}: make them with 'zakuro init'."
                )
            engine.work_as(engine.writer)
            undo.pop_all()
            return engine

    def has_books(self) -> bool:
        """Tell whether the database holds books already."""
        return bool(self.run("SELECT 1 FROM pg_namespace WHERE nspname = ?", (JOURNAL,)))

    def make_room(self) -> None:
        """Make the roles and schemas, within a transaction, and go on as the owner."""
        if len(self.writer.encode()) > _MAX_NAME:
            # PostgreSQL would cut the names of both roles off to the same one.
            raise ZakuroError(f"The name of {self.place} is too long: at most 49 bytes.")
        user = str(self.run("SELECT current_user")[0][0])
        for role in (self.owner, self.writer):
            if not self.run("SELECT 1 FROM pg_roles WHERE rolname = ?", (role,)):
                self._define("CREATE ROLE {} NOLOGIN", role)
                self._define("GRANT {} TO {}", role, user)
        for schema, role in ((JOURNAL, self.owner), (PROJECTIONS, self.writer)):
            self._define("CREATE SCHEMA {} AUTHORIZATION {}", schema, role)
        self._define("GRANT USAGE, CREATE ON SCHEMA {} TO {}", PROJECTIONS, self.owner)
        self.work_as(self.owner)

    def open_room(self) -> None:
        """Give the writer its rights on what the owner has made."""
        self._define("GRANT USAGE ON SCHEMA {} TO {}", JOURNAL, self.writer)
        self._define("GRANT SELECT ON ALL TABLES IN SCHEMA {} TO {}", JOURNAL, self.writer)
        for table in ("entries", "nodes", "blobs"):
            self._define("GRANT INSERT ON {}.{} TO {}", JOURNAL, table, self.writer)
        self._define(
            "GRANT SELECT, INSERT, UPDATE, DELETE ON {}.definitions TO {}", PROJECTIONS, self.writer
        )

    def work_as_owner(self) -> None:
        """Take on the owner's role; ZakuroError if the login is not a member of it."""
        self.run("RESET ROLE")
        self.work_as(self.owner)

    def work_as(self, role: str) -> None:
        """Take on a role; ZakuroError if the login is not a member of it."""
        try:
            self._define("SET ROLE {}", role)
        except ZakuroError:
            raise ZakuroError(
                f"This login may not work on the books in {self.place}: let their owner run "
                f'GRANT "{role}" TO the login.'
            ) from None

    def _define(self, statement: LiteralString, *names: str) -> None:
        composed = sql.SQL(statement).format(*map(sql.Identifier, names))
        with self._explained():
            self._connection.execute(composed)

    def run(self, sql: str, parameters: Sequence[object] = ()) -> list[Row]:
        """Run one statement; give the rows it answers with."""
        with self._explained():
            # Answers in binary: hashes and documents come without being spelled out.
            cursor = self._connection.execute(_marked(sql), parameters, binary=True)
            return cursor.fetchall() if cursor.description else []

    def run_many(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        """Run one statement for each row of parameters."""
        with self._explained(), self._connection.cursor() as cursor:
            cursor.executemany(_marked(sql), rows)

    def run_script(self, sql: str) -> None:
        """Run several statements within the transaction that is open."""
        with self._explained():
            self._connection.execute(sql)

    def add_entries(self, rows: Sequence[EntryRow]) -> None:
        """Insert rows into ``entries``."""
        copy_sql: LiteralString = "COPY entries (number, kind, subject, leaf, entry) FROM STDIN"
        with (
            self._explained(),
            self._connection.cursor() as cursor,
            cursor.copy(copy_sql) as copy,
        ):
            for row in rows:
                copy.write_row(row)

    def begin(self) -> None:
        """Begin a transaction as the only writer, waiting for others to finish."""
        self.run("BEGIN")
        try:
            self.run("SELECT pg_advisory_xact_lock(?)", (_LOCK,))
        except BaseException:
            self.rollback()
            raise

    def begin_reading(self) -> None:
        """Begin to read the books as they are now, whatever others write meanwhile."""
        self.run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")

    def commit(self) -> None:
        """Make the transaction last."""
        if self._connection.info.transaction_status is TransactionStatus.INERROR:
            # PostgreSQL would answer COMMIT with a silent rollback.
            raise ZakuroError(f"{self.place} refused a part of the transaction; nothing was kept.")
        try:
            with self._explained():
                self._connection.execute("COMMIT")
        except ZakuroError:
            if self._connection.closed:
                raise ZakuroError(
                    f"The connection to {self.place} broke off at the very end: look at the last "
                    "entries whether the act is there before you repeat it."
                ) from None
            raise

    def rollback(self) -> None:
        """Undo the transaction, if one is open (a broken connection has undone it)."""
        if not self._connection.closed:
            self.run("ROLLBACK")

    def projection(self, name: str) -> str:
        """Give the quoted name of the table that keeps the projection ``name``."""
        return f'{PROJECTIONS}."{name}"'

    def check_storage(self) -> list[str]:
        """PostgreSQL checks its pages as it reads them; there is nothing to ask beforehand."""
        return []

    def missing_guards(self, scripts: Sequence[str]) -> list[str]:
        """Give the triggers that the scripts made and that are gone, switched off, or changed."""
        wanted = [found for script in scripts for found in _TRIGGER.findall(script)]
        kept = {
            (str(name), str(table))
            for name, table in self.run(
                "SELECT t.tgname, c.relname FROM pg_trigger t "
                "JOIN pg_class c ON c.oid = t.tgrelid "
                "JOIN pg_namespace n ON n.oid = c.relnamespace "
                "JOIN pg_proc p ON p.oid = t.tgfoid "
                "WHERE n.nspname = ? AND t.tgenabled IN ('O', 'A') AND p.proname = 'refuse' "
                "AND strpos(p.prosrc, 'RAISE EXCEPTION') > 0",
                (JOURNAL,),
            )
        }
        return [f"{name} on {table}" for name, table in wanted if (name, table) not in kept]

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    @contextlib.contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except psycopg.Error as error:
            raise ZakuroError(self._explain(error)) from error

    def _explain(self, error: psycopg.Error) -> str:
        said = _first_line(error)
        match error:
            case errors.LockNotAvailable():
                return (
                    f"The books in {self.place} are being written by another for longer than "
                    f"{self._wait:g} s; nothing was entered. Try again when the other has finished."
                )
            case errors.DiskFull():
                return (
                    f"The disk of {self.place} is full; nothing was entered. Free space, try again."
                )
            case errors.InsufficientPrivilege():
                return f"The books in {self.place} do not allow that to this login: {said}."
            case errors.DataCorrupted() | errors.IndexCorrupted():
                return f"{self.place} is damaged ({said}): restore it from a backup."
            case psycopg.OperationalError() if self._connection.closed:
                return (
                    f"The connection to {self.place} was lost ({said}); nothing was entered. "
                    "Open the books again."
                )
            case _:
                return f"{self.place} refused: {said}."


def _marked(statement: str) -> str:
    """Put psycopg's marks for parameters in place of question marks; our SQL has no others."""
    return statement.replace("?", "%s")


def _first_line(error: psycopg.Error) -> str:
    lines = str(error).strip().splitlines()
    return lines[0].rstrip(".") if lines else type(error).__name__
