"""One transaction on the books: what is entered in it is kept together, or not at all."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from hashlib import sha256
from typing import Any, Final

from zakuro.journal.engines.engine import Engine, EntryRow
from zakuro.journal.log.canonical import canonical, decode_entry, encode_entry, encode_time
from zakuro.journal.log.merkle import TILE_WIDTH, leaf_hash, root_of
from zakuro.journal.log.signing import Position, check_basis, is_signed_by
from zakuro.journal.projections import Condition, Projections, Table, Value
from zakuro.journal.reading import head_size, last_on, read_hashes
from zakuro.model.entry import Draft, Entry
from zakuro.model.errors import ZakuroError
from zakuro.model.statement import Record

_STALE_DEPTH: Final = 64
"""How many earlier states of a subject are tried to say why a signature does not fit."""


class Document(Record, frozen=True, kw_only=True):
    """A document as kept: SHA-256 of its bytes as received, of its text, and of its locators.

    An entry that carries these hashes in its body ties the document to the log.
    """

    content: str
    text: str
    locators: str
    extractor: str


class Transaction:
    """The writing side of the journal; given by ``Journal.transaction()``."""

    def __init__(self, engine: Engine, books: str) -> None:
        self._engine = engine
        self._books = books
        self._projections = Projections(engine)
        self._pending: list[EntryRow] = []
        self._last_time: tuple[datetime, str] | None = None
        self.size = head_size(engine)
        """How many entries the books have, with those of this transaction."""
        self._broken = False

    def append(self, draft: Draft, time: datetime, public_key: str | None = None) -> Entry:
        """Enter a draft at a moment (with time zone); give the entry with its number.

        A draft of basis "signed" needs the party's ``public_key`` (as in ``public_key_text``); its
        signature must fit the last entry on its subject.  The entry is kept when the transaction
        ends well.  ZakuroError says why a draft is refused; the transaction may go on after it.
        """
        check_basis(draft)
        if draft.signature is not None:
            self._check_signature(draft, public_key)
        number = self.size + 1
        if draft.supersedes is not None and not 1 <= draft.supersedes <= self.size:
            raise ZakuroError(
                f"The {draft.kind} on {draft.subject} supersedes entry {draft.supersedes}, "
                f"but the books have entries 1 to {self.size}."
            )
        if self._last_time is None or self._last_time[0] is not time:
            self._last_time = (time, encode_time(time))
        written = encode_entry(draft, number, self._last_time[1])
        self._enter(draft, written)
        return Entry(
            kind=draft.kind,
            subject=draft.subject,
            author=draft.author,
            body=draft.body,
            supersedes=draft.supersedes,
            signature=draft.signature,
            number=number,
            time=time,
        )

    def append_kept(self, written: bytes) -> None:
        """Enter an entry as other books keep it, with its number and time: to copy whole books.

        ZakuroError unless it is the next one.
        """
        entry = decode_entry(written)
        if entry.number != self.size + 1:
            raise ZakuroError(f"Entry {entry.number} cannot follow entry {self.size}.")
        self._enter(entry, written)

    def _enter(self, draft: Draft, written: bytes) -> None:
        self.size += 1
        self._pending.append(
            (self.size, draft.kind, draft.subject, leaf_hash(written), written.decode())
        )
        if self.size % TILE_WIDTH == 0:
            self._complete_tiles()

    def flush(self) -> None:
        """Hand what was entered to the database, so that queries of this transaction see it."""
        if self._pending:
            rows, self._pending = self._pending, []
            with self._whole():
                self._engine.add_entries(rows)

    def finish(self) -> None:
        """Hand over the rest before the commit; ZakuroError if a part was refused before."""
        if self._broken:
            raise ZakuroError(
                "A part of this transaction was refused; nothing of it was kept. Begin again."
            )
        self.flush()

    @contextlib.contextmanager
    def _whole(self) -> Iterator[None]:
        """Remember a failure, so that a caller who goes on after it cannot keep one half."""
        try:
            yield
        except BaseException:
            self._broken = True
            raise

    def _complete_tiles(self) -> None:
        """Store the hash of each tile that the last entry has filled, level by level."""
        self.flush()
        level, position = 0, self.size
        with self._whole():
            while position % TILE_WIDTH == 0:
                tile = read_hashes(self._engine, level, position - TILE_WIDTH, position)
                level += 1
                position //= TILE_WIDTH
                self._engine.run(
                    "INSERT INTO nodes (level, position, hash) VALUES (?, ?, ?)",
                    (level, position - 1, root_of(tile)),
                )

    def _check_signature(self, draft: Draft, public_key: str | None) -> None:
        """Refuse a signature that is forged, replayed, or made on an earlier state."""
        act = f"The {draft.kind} on {draft.subject} signed by {draft.author.party}"
        if public_key is None:
            raise ZakuroError(f"{act} cannot be checked: the party has no public key here.")
        self.flush()
        last = last_on(self._engine, draft.subject)
        if is_signed_by(draft, public_key, self._books, _position(last)):
            return
        newest = last
        for _ in range(_STALE_DEPTH):
            if last is None:
                break
            known = decode_entry(
                self._engine.run("SELECT entry FROM entries WHERE number = ?", (last[0],))[0][0]
            )
            if known.signature == draft.signature:
                raise ZakuroError(f"{act} stands in the books already, as entry {last[0]}.")
            last = last_on(self._engine, draft.subject, last[0])
            if is_signed_by(draft, public_key, self._books, _position(last)):
                seen = f"on entry {last[0]}" if last else "before any entry on it"
                raise ZakuroError(
                    f"{act} was made {seen}, and entry {newest[0] if newest else 0} came since: "
                    "read it, then sign again."
                )
        raise ZakuroError(
            f"{act} does not bear that party's signature on these words in the books {self._books}."
        )

    def put_document(
        self,
        content: bytes,
        text: str,
        *,
        extractor: str,
        locators: list[Any] | None = None,
    ) -> Document:
        """Keep a document: its bytes as received, its frozen text, and where each block stood.

        ``extractor`` names the program and version that made the text; ``locators`` are JSON
        values.  What is kept already, by its hash, is not kept twice.  ZakuroError, and nothing
        kept, if the text or a locator cannot be written.
        """
        try:
            frozen = text.encode("utf-8")
        except UnicodeEncodeError as error:
            raise ZakuroError(
                "The text of the document cannot be written as UTF-8: at character "
                f"{error.start} stands half of a surrogate pair. Decode the source again."
            ) from None
        places = canonical(locators or [])
        return Document(
            content=self.put_blob(content),
            text=self.put_blob(frozen),
            locators=self.put_blob(places),
            extractor=extractor,
        )

    def put_blob(self, content: bytes) -> str:
        """Keep bytes under their SHA-256, and give it in hexadecimal."""
        digest = sha256(content).digest()
        with self._whole():
            if not self._engine.run("SELECT 1 FROM blobs WHERE sha256 = ?", (digest,)):
                self._engine.run(
                    "INSERT INTO blobs (sha256, content) VALUES (?, ?)", (digest, content)
                )
        return digest.hex()

    def build_tables(self, tables: Iterable[Table]) -> None:
        """Make projections anew and empty, dropping those of the same names."""
        with self._whole():
            self._projections.build(tables)

    def upsert(self, table: Table, rows: Iterable[Mapping[str, Value]]) -> None:
        """Write rows of a projection, each in place of one with the same key."""
        with self._whole():
            self._projections.upsert(table, rows)

    def delete(self, table: Table, where: Sequence[Condition] = ()) -> None:
        """Delete the rows of a projection that meet every condition (all, if there is none)."""
        with self._whole():
            self._projections.delete(table, where)


def _position(last: tuple[int, bytes] | None) -> Position | None:
    return None if last is None else Position(number=last[0], leaf=last[1].hex())
