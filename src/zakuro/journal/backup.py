"""Copies of whole books, from either engine into a SQLite file or a PostgreSQL database."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from zakuro.journal.books import Head, Journal
from zakuro.journal.engines.sqlite_engine import SQLiteEngine
from zakuro.journal.log.merkle import leaf_hash
from zakuro.journal.opening import check_scheme, create_journal, is_postgresql
from zakuro.journal.reading import entry_rows
from zakuro.journal.transaction import Transaction
from zakuro.model.errors import ZakuroError


def backup(journal: Journal, target: Path | str) -> Head:
    """Copy the books to a new place, checking every hash on the way; give the copy's head.

    The place is a SQLite file, or ``postgresql://…`` of a database without books, so that a copy
    goes back to a server.  Others may go on writing; what they add after the beginning is not in
    the copy.  Projections are left out: they are built again from the entries.  ZakuroError, and no
    file, if it fails.
    """
    if is_postgresql(target):
        return _to_server(journal, str(target))
    check_scheme(target)
    path = Path(target)
    if path.exists():
        raise ZakuroError(f"{path} exists already: a backup is never written over.")
    partial = path.with_name(path.name + ".partial")
    SQLiteEngine.remove(partial)
    with contextlib.ExitStack() as undo:
        undo.callback(SQLiteEngine.remove, partial)
        with create_journal(partial, books=journal.books) as copy:
            head = copy_books(journal, copy)
        # Only what is whole gets the name.
        os.replace(partial, path)  # noqa: PTH105
    return head


def _to_server(journal: Journal, url: str) -> Head:
    with create_journal(url, books=journal.books) as copy:
        try:
            return copy_books(journal, copy)
        except ZakuroError as error:
            raise ZakuroError(
                f"{error} In {copy.engine.place} empty books were made: drop that database before "
                "you try again."
            ) from None


def copy_books(journal: Journal, copy: Journal) -> Head:
    """Copy all entries and documents into empty books of the same name; give their head.

    All of them are kept, or none: half of the books would look like books.  ZakuroError if a
    copied entry or the copied tree does not have the hash it should.
    """
    if copy.size() or copy.books != journal.books:
        raise ZakuroError(f"{copy.engine.place} must be empty books named {journal.books}.")
    head = journal.head()
    with copy.transaction() as transaction:
        _copy_documents(journal, transaction)
        for number, _, _, leaf, written in entry_rows(journal.engine, through=head.size):
            if leaf_hash(written.encode()) != bytes(leaf):
                raise ZakuroError(f"Entry {number} does not match its hash: it was changed.")
            transaction.append_kept(written.encode())
        if copy.head() != head:
            raise ZakuroError(
                f"The copy has another head than {journal.engine.place}: verify that."
            )
    return head


def _copy_documents(journal: Journal, transaction: Transaction) -> None:
    after = b""
    while rows := journal.engine.run(
        "SELECT sha256, content FROM blobs WHERE sha256 > ? ORDER BY sha256 LIMIT 8", (after,)
    ):
        for kept, content in rows:
            if transaction.put_blob(bytes(content)) != bytes(kept).hex():
                raise ZakuroError(f"The document {bytes(kept).hex()} does not match its hash.")
        after = bytes(rows[-1][0])
