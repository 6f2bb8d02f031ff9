"""The log under the books: checked, proved, published, copied."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from zakuro.flow.keeping.books import Books
from zakuro.journal import (
    Head,
    KeyOf,
    backup,
    check_proof,
    decode_proof,
    encode_proof,
    export_log,
    prove,
    verifier_key,
    verify,
    verify_log,
)
from zakuro.model.acts import FiledDocument, Key, body_as
from zakuro.model.entry import Entry


class Checked(NamedTuple):
    """What a check of the log found; without faults all is as it was written."""

    size: int
    root: str
    signatures: int
    faults: tuple[str, ...]


class Published(NamedTuple):
    """A log published: its size and root, and the line by which its checkpoint verifies."""

    size: int
    root: str
    key: str


def verify_books(books: Books) -> Checked:
    """Check the log of open books: hashes, tree, documents, and every party's signatures."""
    found = verify(books.journal, key_of=_keys(), documents_of=_documents)
    return Checked(found.head.size, found.head.root, found.signatures_checked, found.faults)


def _documents(entry: Entry) -> Iterator[str]:
    """The hashes of what must lie beside an entry: the frozen text, and the bytes as received."""
    if entry.kind == "document":
        filed = body_as(entry, FiledDocument)
        yield filed.sha256
        if filed.original is not None:
            yield filed.original


def _keys() -> KeyOf:
    """Give the key that each entry must be signed with: the party's, as of that entry."""
    keys: dict[str, str] = {}

    def key_of(entry: Entry) -> str | None:
        party = entry.author.party or ""
        key = keys.get(party)
        if entry.kind == "key":
            keys[entry.subject.removeprefix("party:")] = body_as(entry, Key).public_key
        return key if entry.author.basis == "signed" else None

    return key_of


def check_log(directory: Path, key: str) -> Head:
    """Check published files alone; ZakuroError says which is wrong."""
    return verify_log(directory, key)


def prove_entry(books: Books, name: str, key: Any = None) -> bytes:
    """Give the proof, as JSON, that an entry (``E-41``) stands in the log."""
    return encode_proof(prove(books.journal, books.entry(name).number, key))


def check_entry(written: bytes, log_key: str) -> Entry:
    """Give the entry that a proof (JSON) proves, by the log's line; ZakuroError if it does not."""
    return check_proof(decode_proof(written), key_line=log_key)


def publish_log(books: Books, directory: Path, key: Any) -> Published:
    """Write the log as static files, signed with the log's private key."""
    head = export_log(books.journal, directory, key)
    return Published(head.size, head.root, verifier_key(books.journal.books, key))


def copy_books(books: Books, path: Path) -> Head:
    """Copy the books into a new file; ZakuroError, and no file, if it fails."""
    return backup(books.journal, path)
