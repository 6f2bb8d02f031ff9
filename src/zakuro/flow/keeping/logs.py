"""The log under the books: checked, proved, published, copied."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from zakuro.flow.deciding.checking import check_decisions, kept_words
from zakuro.flow.keeping.books import Books
from zakuro.flow.keeping.checking import check_tables
from zakuro.flow.keeping.sealing import false_releases
from zakuro.journal import (
    Head,
    KeyOf,
    backup,
    canonical,
    check_proof,
    decode_proof,
    decode_tlog_proof,
    encode_proof,
    encode_tlog_proof,
    export_log,
    is_tlog_proof,
    prove,
    read_checkpoint,
    verifier_key,
    verify,
    verify_log,
)
from zakuro.ledger.trust import KINDS, Trust
from zakuro.model.acts import FiledDocument, body_as
from zakuro.model.entry import Entry, sealed_hash
from zakuro.model.errors import ZakuroError


class Checked(NamedTuple):
    """What a check of the log found; without faults all is as it was written.

    ``older_rules`` names entries that today's rules would refuse: they stand, and are no fault.
    ``heads`` are the heads published before with which the books were compared.
    """

    size: int
    root: str
    signatures: int
    faults: tuple[str, ...]
    older_rules: tuple[str, ...] = ()
    heads: tuple[Head, ...] = ()


class Published(NamedTuple):
    """A log published: its size and root, and the line by which its checkpoint verifies."""

    size: int
    root: str
    key: str


def verify_books(books: Books, heads: Sequence[Head] = ()) -> Checked:
    """Check open books: hashes, tree, documents, every party's signatures, and what lists show.

    With ``heads`` published before, the books must hold the entries that those had.
    """
    found = verify(
        books.journal,
        key_of=_keys(),
        documents_of=lambda entry: _documents(books, entry),
        heads=heads,
    )
    faults = list(found.faults)
    older: tuple[str, ...] = ()
    try:
        with books.journal.snapshot():
            tables = check_tables(books.journal, books.charter)
    except ZakuroError as error:
        # What cannot be folded cannot be compared: that is a finding too.
        faults.append(f"The tables for lists could not be compared: {error}")
    else:
        faults += tables.faults + tuple(check_decisions(books)) + tuple(false_releases(books))
        older = tables.older_rules
    return Checked(
        found.head.size,
        found.head.root,
        found.signatures_checked,
        tuple(faults),
        older,
        tuple(heads),
    )


def read_head(path: Path, key: str | None) -> Head:
    """Read a head that was published or noted before: a checkpoint, or what ``verify`` gave (JSON).

    A checkpoint is checked against the log's line ``key``.
    """
    try:
        written = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ZakuroError(f"Cannot read the head in {path}: {error}") from None
    if written.lstrip().startswith("{"):
        try:
            return msgspec.json.decode(written, type=Head)
        except msgspec.MsgspecError as error:
            raise ZakuroError(f"{path} holds no head (size and root): {error}") from None
    if key is None:
        raise ZakuroError(f"{path} is signed with the log's key: give --log-key to check that.")
    return read_checkpoint(written, key)


def rebuild_tables(books: Books) -> tuple[int, tuple[str, ...]]:
    """Make the tables for lists again; give the number of pledges, and what had differed."""
    with books.journal.snapshot():
        found = check_tables(books.journal, books.charter)
    return books.rebuild(), found.faults


def _documents(books: Books, entry: Entry) -> Iterator[str]:
    """The hashes of what must lie beside an entry: frozen text, bytes as received, sealed body."""
    digest = sealed_hash(entry)
    if digest is not None:
        yield digest
        try:
            entry = books.opened(entry)
        except ZakuroError:
            return  # told as missing, or as not matching its hash
    if entry.kind == "document":
        filed = body_as(entry, FiledDocument)
        yield filed.sha256
        if filed.original is not None:
            yield filed.original
    yield from kept_words(entry)


def _keys() -> KeyOf:
    """Give the key that each entry must be signed with: the party's, as of that entry."""
    rules = Trust()

    def key_of(entry: Entry) -> str | None:
        rules.settle(entry.time)
        key = rules.keys.get(entry.author.party or "")
        if entry.kind in KINDS:
            rules.take([entry])
        return key.public_key if key and entry.author.basis == "signed" else None

    return key_of


def check_log(directory: Path, key: str) -> Head:
    """Check published files alone; ZakuroError says which is wrong."""
    return verify_log(directory, key)


def prove_entry(books: Books, name: str, key: Any = None, *, as_json: bool = False) -> bytes:
    """Give the proof that an entry (``E-41``) stands in the log: a C2SP tlog-proof, or JSON.

    Without the log's ``key`` there is no signed head, and so only the JSON.
    """
    proof = prove(books.journal, books.entry(name).number, key)
    return encode_proof(proof) if as_json or key is None else encode_tlog_proof(proof)


class Proved(NamedTuple):
    """An entry that a proof proves, its canonical JSON, and the head of the log that holds it."""

    entry: Entry
    written: str
    head: Head


def check_entry(written: bytes, log_key: str) -> Proved:
    """Give what a proof of either form proves, by the log's line; ZakuroError if it does not."""
    proof = decode_tlog_proof(written) if is_tlog_proof(written) else decode_proof(written)
    entry = check_proof(proof, key_line=log_key)
    return Proved(entry, canonical(proof.entry).decode(), proof.head)


def publish_log(books: Books, directory: Path, key: Any) -> Published:
    """Write the log as static files, signed with the log's private key."""
    head = export_log(books.journal, directory, key)
    return Published(head.size, head.root, verifier_key(books.journal.books, key))


class Copied(NamedTuple):
    """A copy of the books: its head, and what was found wrong with the books that were copied."""

    size: int
    root: str
    faults: tuple[str, ...]


def copy_books(books: Books, target: Path | str) -> Copied:
    """Check the books and copy them into a new file or an empty PostgreSQL database.

    ZakuroError, and no file, if that fails.

    What lies beside the entries (tables, columns for queries, triggers) is made anew in the copy;
    what is wrong with it here is told.
    """
    faults = verify_books(books).faults
    try:
        head = backup(books.journal, target)
    except ZakuroError as error:
        found = "".join(f"\nFAULT  {fault}" for fault in faults)
        raise ZakuroError(f"Nothing was copied: {error}{found}") from None
    return Copied(head.size, head.root, faults)
