"""The journal: the book of original entry, append-only, numbered, hashed into a Merkle log.

Making and opening (SQLite by path, PostgreSQL by ``postgresql://…``)::

    journal = create_journal("books.db", books="example.org/c5-china")
    journal = open_journal("books.db", wait=10)

Writing, all or nothing, one writer at a time::

    with journal.transaction() as tx:
        document = tx.put_document(content, text, extractor="zakuro 0.1", locators=[...])
        entry = tx.append(Draft(kind=..., subject=..., author=..., body={...}), time=now)
        entry = tx.append(signed_draft, time=now, public_key=party_key)  # verified here
        tx.build_tables([PLEDGES])                  # projections: made anew and empty
        tx.upsert(PLEDGES, [{"pledge": "P-1", ...}])
        tx.delete(PLEDGES, [("pledge", "=", "P-1")])

Reading (inside a transaction too, which then sees its own writes)::

    journal.entry(41); journal.entries(subject="P-3", kind=("report", "confirmation"), after=7)
    journal.last_on("P-3")                          # Position(number, leaf) or None
    journal.size(); journal.head()                  # Head(size, root)
    journal.text(document); journal.blob(document.content)
    journal.tables_built([PLEDGES])                 # False: declared otherwise, or not there
    journal.rows(PLEDGES, [("until", ">", day)], order=["giver"], after=..., limit=50)
    journal.count(PLEDGES, [("giver", "in", ["CHN", "KAZ"])])

Checking and publishing::

    verify(journal, key_of=...)                     # Verification(head, signatures, faults)
    proof = prove(journal, 41, log_key); check_proof(proof, key_line=...)
    export_log(journal, directory, log_key); verify_log(directory, verifier_key(books, log_key))
    backup(journal, path)                           # a copy, from either engine into either

A body holds texts, integers, booleans, None, lists and dictionaries: no floats, decimals or dates.
One entry has at most 65,535 bytes of canonical JSON; longer texts go into documents.
"""

from zakuro.journal.backup import backup, copy_books
from zakuro.journal.books import Head, Journal
from zakuro.journal.log.canonical import canonical
from zakuro.journal.log.checkpoint import read_checkpoint, sign_checkpoint, verifier_key
from zakuro.journal.log.proof import Proof, check_proof, decode_proof, encode_proof, prove
from zakuro.journal.log.publishing import export_log, verify_log
from zakuro.journal.log.sealing import is_body_of, open_sealed, seal
from zakuro.journal.log.signing import (
    Position,
    generate_key,
    is_signed_by,
    message_to_sign,
    public_key_text,
    read_private_key,
    read_public_key,
    sign,
    write_private_key,
)
from zakuro.journal.log.tlog_proof import decode_tlog_proof, encode_tlog_proof, is_tlog_proof
from zakuro.journal.log.verification import DocumentsOf, KeyOf, Verification, verify
from zakuro.journal.opening import create_journal, migrate_journal, open_journal
from zakuro.journal.projections import Among, Condition, ProjectionRow, Table, Value
from zakuro.journal.transaction import Document, Transaction

__all__ = [
    "Among",
    "Condition",
    "Document",
    "DocumentsOf",
    "Head",
    "Journal",
    "KeyOf",
    "Position",
    "ProjectionRow",
    "Proof",
    "Table",
    "Transaction",
    "Value",
    "Verification",
    "backup",
    "canonical",
    "check_proof",
    "copy_books",
    "create_journal",
    "decode_proof",
    "decode_tlog_proof",
    "encode_proof",
    "encode_tlog_proof",
    "export_log",
    "generate_key",
    "is_body_of",
    "is_signed_by",
    "is_tlog_proof",
    "message_to_sign",
    "migrate_journal",
    "open_journal",
    "open_sealed",
    "prove",
    "public_key_text",
    "read_checkpoint",
    "read_private_key",
    "read_public_key",
    "seal",
    "sign",
    "sign_checkpoint",
    "verifier_key",
    "verify",
    "verify_log",
    "write_private_key",
]
