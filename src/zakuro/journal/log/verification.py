"""Checking whole books: everything is computed again from the entries alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from typing import Final

from zakuro.journal.books import Head, Journal
from zakuro.journal.engines.engine import Engine, EntryRow
from zakuro.journal.engines.schema import MIGRATIONS
from zakuro.journal.log.canonical import decode_entry, encode_entry, encode_time
from zakuro.journal.log.merkle import TileTree, leaf_hash, root_of
from zakuro.journal.log.signing import Position, is_signed_by
from zakuro.journal.reading import entry_rows, head_size, last_on
from zakuro.model.entry import Entry
from zakuro.model.errors import ZakuroError
from zakuro.model.statement import Record

MAX_FAULTS: Final = 100
"""After this many faults the rest is not looked at."""

KeyOf = Callable[[Entry], str | None]
"""Is shown every entry in order; gives the public key that must have signed it, if any."""


DocumentsOf = Callable[[Entry], Iterable[str]]
"""Gives the SHA-256 (hexadecimal) of each document that an entry names."""


class Verification(Record, frozen=True, kw_only=True):
    """What was found: the head as computed, the signatures seen and checked, and every fault."""

    head: Head
    signatures: int = 0
    signatures_checked: int = 0
    faults: tuple[str, ...] = ()


def verify(
    journal: Journal,
    *,
    key_of: KeyOf | None = None,
    documents_of: DocumentsOf | None = None,
    heads: Iterable[Head] = (),
) -> Verification:
    """Check whole books: order, hashes, tree, signatures, documents, and the database's own files.

    Only against ``heads`` published before (checkpoints) does it show whether somebody with the
    right to write the files wrote them all anew.  Without ``key_of`` signatures are counted only;
    without ``documents_of`` a document that was removed is not missed.  What others enter
    meanwhile is not looked at.
    """
    checker = _Checker(journal, key_of, documents_of, {head.size: head for head in heads})
    faults: list[str] = []
    try:
        for fault in checker.faults():
            faults.append(fault)
            if len(faults) == MAX_FAULTS:
                faults.append("More faults may follow: the rest was not looked at.")
                break
    except ZakuroError as error:
        # A damaged file may refuse to be read on: that is a finding too.
        faults.append(str(error))
    return Verification(
        head=Head(size=checker.tree.size, root=checker.tree.root().hex()),
        signatures=checker.signatures,
        signatures_checked=checker.checked,
        faults=tuple(faults),
    )


class _Checker:
    def __init__(
        self,
        journal: Journal,
        key_of: KeyOf | None,
        documents_of: DocumentsOf | None,
        heads: dict[int, Head],
    ) -> None:
        self._books = journal.books
        self._engine = journal.engine
        self._key_of = key_of
        self._documents_of = documents_of
        self._heads = heads
        self.tree = TileTree()
        self.signatures = 0
        self.checked = 0

    def faults(self) -> Iterator[str]:
        yield from self._engine.check_storage()
        yield from self._head_faults()
        for row in entry_rows(self._engine, through=head_size(self._engine)):
            yield from self._entry_faults(row)
            for level, index, hashes in self.tree.push(leaf_hash(row[4].encode())):
                stored = self._engine.run(
                    "SELECT hash FROM nodes WHERE level = ? AND position = ?", (level + 1, index)
                )
                if [bytes(row[0]) for row in stored] != [root_of(hashes)]:
                    yield f"The stored hash of tile {index} at level {level} is wrong."
            yield from self._head_faults()
        # One statement, so that what others enter meanwhile is not taken for a fault.
        for level, position in self._engine.run(
            "SELECT level, position FROM nodes WHERE level < 1 OR position < 0 OR position >= "
            "(SELECT coalesce(max(number), 0) FROM entries) >> (8 * level) LIMIT 10"
        ):
            yield f"The tree has a stored hash for which there are no entries: {level}/{position}."
        for head in self._heads.values():
            if head.size > self.tree.size:
                yield f"The log had {head.size} entries before; it has {self.tree.size} now."
        yield from _document_faults(self._engine)
        scripts = MIGRATIONS[self._engine.dialect]
        for guard in self._engine.missing_guards(scripts):
            yield f"The trigger {guard} guards the entries no more: it is gone, or was changed."

    def _head_faults(self) -> Iterator[str]:
        head = self._heads.get(self.tree.size)
        if head is not None and self.tree.root().hex() != head.root:
            yield f"The first {head.size} entries are not those of the head {head.root}."

    def _entry_faults(self, row: EntryRow) -> Iterator[str]:
        number, kind, subject, leaf, written = row
        expected = self.tree.size + 1
        if number != expected:
            yield f"Entry {number} stands where entry {expected} should."
        try:
            entry = decode_entry(written)
            again = encode_entry(entry, entry.number, encode_time(entry.time))
        except ZakuroError as error:
            yield f"Entry {number} cannot be read: {error}"
            return
        if leaf_hash(written.encode()) != bytes(leaf):
            yield f"Entry {number} does not match its hash: it was changed."
        if again.decode() != written:
            yield f"Entry {number} is not written in canonical JSON."
        if (entry.number, entry.kind, entry.subject) != (number, kind, subject):
            yield f"Entry {number} is filed under another number, kind or subject than its own."
        yield from self._signature_faults(entry)
        for document in () if self._documents_of is None else self._documents_of(entry):
            if not self._has(document):
                yield f"Entry {number} names the document {document}, which is missing."

    def _has(self, document: str) -> bool:
        try:
            digest = bytes.fromhex(document)
        except ValueError:
            return False
        return bool(self._engine.run("SELECT 1 FROM blobs WHERE sha256 = ?", (digest,)))

    def _signature_faults(self, entry: Entry) -> Iterator[str]:
        if (entry.author.basis == "signed") != (entry.signature is not None):
            yield f"Entry {entry.number} is signed without a signature, or bears one unsigned."
        key = None if self._key_of is None else self._key_of(entry)
        if entry.signature is None:
            return
        self.signatures += 1
        if self._key_of is None:
            return
        if key is None:
            yield f"Entry {entry.number} is signed, but its party had no key."
            return
        self.checked += 1
        last = last_on(self._engine, entry.subject, entry.number)
        seen = None if last is None else Position(number=last[0], leaf=last[1].hex())
        try:
            good = is_signed_by(entry, key, self._books, seen)
        except ZakuroError as error:
            yield f"Entry {entry.number}: {error}"
        else:
            if not good:
                yield f"Entry {entry.number} bears a false signature of {entry.author.party}."


def _document_faults(engine: Engine) -> Iterator[str]:
    after = b""
    while rows := engine.run(
        "SELECT sha256, content FROM blobs WHERE sha256 > ? ORDER BY sha256 LIMIT 8", (after,)
    ):
        for kept, content in rows:
            if sha256(content).digest() != bytes(kept):
                yield f"The document {bytes(kept).hex()} does not match its hash."
        after = bytes(rows[-1][0])
