"""The journal: books that are open, to be read and written."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Self

from zakuro.journal.engines.engine import Engine
from zakuro.journal.log.canonical import decode_entry
from zakuro.journal.log.merkle import EMPTY_ROOT, consistency_proof, inclusion_proof, range_root
from zakuro.journal.log.signing import Position
from zakuro.journal.projections import Condition, ProjectionRow, Projections, Table, Value
from zakuro.journal.reading import entry_rows, head_size, last_on, read_hashes
from zakuro.journal.transaction import Document, Transaction
from zakuro.model.entry import Entry
from zakuro.model.errors import ZakuroError
from zakuro.model.statement import Record


class Head(Record, frozen=True, kw_only=True):
    """The state of the log: how many entries, and the root of their Merkle tree (hexadecimal)."""

    size: int
    root: str


class Journal:
    """Books that are open.  One journal is one connection and belongs to one thread.

    Reading inside ``with journal.transaction()`` sees what the transaction has written so far.
    """

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._projections = Projections(engine)
        self._transaction: Transaction | None = None
        self._head: tuple[int, list[bytes], Head] | None = None
        names = engine.run("SELECT name FROM books")
        if len(names) != 1:
            raise ZakuroError(f"{engine.place} holds no finished books: make them again.")
        self.books = str(names[0][0])
        """The unique name of these books: what signatures and the log's checkpoints bear."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connection."""
        self.engine.close()

    @contextlib.contextmanager
    def transaction(self) -> Iterator[Transaction]:
        """Write: the one commit boundary.

        Others who write wait (as long as ``wait`` of ``open_journal``; then ZakuroError).  When
        the block ends, all of it is on the disk; when it raises, none of it ever was.
        """
        if self._transaction is not None:
            raise ZakuroError("A transaction is open already: everything in it is kept together.")
        self.engine.begin()
        try:
            self._transaction = Transaction(self.engine, self.books)
            yield self._transaction
            self._transaction.finish()
            self.engine.commit()
        except BaseException:
            self.engine.rollback()
            raise
        finally:
            self._transaction = None

    @contextlib.contextmanager
    def snapshot(self) -> Iterator[None]:
        """Read in the block the books as they are at its beginning; others may go on writing."""
        self.engine.begin_reading()
        try:
            yield
        finally:
            self.engine.rollback()

    def _settled(self) -> Engine:
        if self._transaction is not None:
            self._transaction.flush()
        return self.engine

    def size(self) -> int:
        """Give how many entries there are; the last has this number."""
        return head_size(self._settled())

    def entry(self, number: int) -> Entry:
        """Give one entry; ZakuroError if there is none of that number."""
        rows = self._settled().run("SELECT entry FROM entries WHERE number = ?", (number,))
        if not rows:
            raise ZakuroError(
                f"The books have no entry {number}: they have entries 1 to {self.size()}."
            )
        return decode_entry(rows[0][0])

    def entries(
        self,
        *,
        subject: str | None = None,
        kind: str | Sequence[str] | None = None,
        after: int = 0,
        limit: int | None = None,
    ) -> Iterator[Entry]:
        """Give entries in order, streaming: on one subject, of one kind or several, after a number.

        Entries that are added while the stream is read come at its end.
        """
        kinds = (kind,) if isinstance(kind, str) else tuple(kind or ())
        rows = entry_rows(self._settled(), subject=subject, kinds=kinds, after=after, limit=limit)
        return (decode_entry(row[4]) for row in rows)

    def last_on(self, subject: str) -> Position | None:
        """Give number and leaf hash of the last entry on a subject, or None: what is signed on."""
        last = last_on(self._settled(), subject)
        return None if last is None else Position(number=last[0], leaf=last[1].hex())

    def head(self, size: int | None = None) -> Head:
        """Give the head of the log, now or as it was when it had ``size`` entries."""
        now = self.size()
        size = now if size is None else size
        if not 0 <= size <= now:
            raise ZakuroError(f"The log has {now} entries; it has no head of {size}.")
        if not size:
            return Head(size=0, root=EMPTY_ROOT.hex())
        # Entries are only ever added, so the head is the same as long as its last leaf is.
        last = self._hashes(0, size - 1, size)
        if self._head is None or self._head[:2] != (size, last):
            root = range_root(self._hashes, 0, size)
            self._head = (size, last, Head(size=size, root=root.hex()))
        return self._head[2]

    def inclusion(self, number: int, size: int | None = None) -> list[bytes]:
        """Give the proof that an entry stands in the log of ``size`` entries (default: all)."""
        return inclusion_proof(self._hashes, number - 1, self.size() if size is None else size)

    def consistency(self, old: int, new: int | None = None) -> list[bytes]:
        """Give the proof that the log of ``new`` entries extends the log of ``old``."""
        return consistency_proof(self._hashes, old, self.size() if new is None else new)

    def _hashes(self, level: int, start: int, end: int) -> list[bytes]:
        return read_hashes(self._settled(), level, start, end)

    def blob(self, sha256: str) -> bytes:
        """Give kept bytes by their SHA-256 (hexadecimal); ZakuroError if there are none."""
        try:
            digest = bytes.fromhex(sha256)
        except ValueError:
            raise ZakuroError(f"{sha256!r} is no SHA-256 in hexadecimal.") from None
        rows = self._settled().run("SELECT content FROM blobs WHERE sha256 = ?", (digest,))
        if not rows:
            raise ZakuroError(f"The books hold no document with SHA-256 {sha256}.")
        return bytes(rows[0][0])

    def text(self, document: Document) -> str:
        """Give the frozen text of a document."""
        return self.blob(document.text).decode("utf-8")

    def tables_built(self, tables: Iterable[Table]) -> bool:
        """Tell whether the projections stand as declared; if not, build and fill them."""
        return self._projections.are_built(tables)

    def rows(
        self,
        table: Table,
        where: Sequence[Condition] = (),
        *,
        order: Sequence[str] = (),
        descending: bool = False,
        after: Sequence[Value] | None = None,
        limit: int | None = None,
    ) -> Iterator[ProjectionRow]:
        """Give rows of a projection that meet every condition, streaming.

        They come in ``order``, then by key.  For the next page give as ``after`` the values of the
        last row in these columns (order, then the key's columns that are not in it).
        """
        return self._projections.rows(
            table, where, order=order, descending=descending, after=after, limit=limit
        )

    def count(self, table: Table, where: Sequence[Condition] = ()) -> int:
        """Count the rows of a projection that meet every condition."""
        return self._projections.count(table, where)
