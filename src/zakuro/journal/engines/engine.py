"""What the journal asks of a database: transactions, queries, and clear errors."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from typing import Any, ClassVar, Final

Row = tuple[Any, ...]
EntryRow = tuple[int, str, str, bytes, str]
"""A row of the table ``entries``: number, kind, subject, leaf hash, canonical JSON."""

DEFAULT_WAIT: Final = 10.0
"""Seconds to wait for another writer before giving up."""


class Engine(ABC):
    """One connection to one database.  SQL is written with ``?`` for parameters.

    Every method raises ZakuroError, in words, for what the database refuses.
    """

    dialect: ClassVar[str]
    text_type: ClassVar[str]
    integer_type: ClassVar[str]
    place: str
    """Where the books lie, as shown to the user (without a password)."""

    @abstractmethod
    def run(self, sql: str, parameters: Sequence[object] = ()) -> list[Row]:
        """Run one statement; give the rows it answers with."""

    @abstractmethod
    def run_many(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        """Run one statement for each row of parameters."""

    @abstractmethod
    def run_script(self, sql: str) -> None:
        """Run several statements within the transaction that is open."""

    @abstractmethod
    def add_entries(self, rows: Sequence[EntryRow]) -> None:
        """Insert rows into ``entries`` as fast as the database can."""

    @abstractmethod
    def begin(self) -> None:
        """Begin a transaction as the only writer, waiting for others to finish."""

    @abstractmethod
    def begin_reading(self) -> None:
        """Begin to read the books as they are now, whatever others write meanwhile."""

    @abstractmethod
    def commit(self) -> None:
        """Make the transaction last: when this returns it survives a crash."""

    @abstractmethod
    def rollback(self) -> None:
        """Undo the transaction, if one is open."""

    @abstractmethod
    def projection(self, name: str) -> str:
        """Give the quoted name of the table that keeps the projection ``name``."""

    def work_as_owner(self) -> None:  # noqa: B027
        """Take on the right to change the tables themselves, where that is a right of its own."""

    def open_room(self) -> None:  # noqa: B027
        """Give the writers their rights on new tables, where rights are given."""

    @abstractmethod
    def check_storage(self) -> list[str]:
        """Give the faults that the database itself finds in its files."""

    @abstractmethod
    def missing_guards(self, scripts: Sequence[str]) -> list[str]:
        """Give the triggers that ``scripts`` (the migrations) made and that guard no more."""

    @abstractmethod
    def close(self) -> None:
        """Close the connection; an open transaction is undone."""
