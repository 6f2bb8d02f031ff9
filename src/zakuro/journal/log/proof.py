"""A proof that travels: one JSON object that shows, without the books, that an entry is in them."""

from __future__ import annotations

from typing import Any, Final

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from zakuro.journal.books import Head, Journal
from zakuro.journal.log.canonical import canonical, decode_entry
from zakuro.journal.log.checkpoint import read_checkpoint, sign_checkpoint
from zakuro.journal.log.merkle import check_inclusion, leaf_hash
from zakuro.journal.log.signing import Position, is_signed_by
from zakuro.journal.reading import last_on
from zakuro.model.entry import Entry
from zakuro.model.errors import ZakuroError
from zakuro.model.statement import Record

FORMAT: Final = "zakuro-proof-1"


class Proof(Record, frozen=True, kw_only=True):
    """An entry, the path from its leaf to the root (hexadecimal), and the head of the log.

    ``checkpoint`` is the head signed by the log's key.  ``previous`` is the state of the subject
    on which a signed act was made, so that the party's signature can be checked too.
    """

    format: str
    books: str
    entry: dict[str, Any]
    path: tuple[str, ...]
    head: Head
    checkpoint: str | None = None
    previous: Position | None = None


def prove(journal: Journal, number: int, key: Ed25519PrivateKey | None = None) -> Proof:
    """Prove that an entry stands in the log as it is now; with ``key`` the head is signed.

    ZakuroError if there is no such entry.
    """
    entry = journal.entry(number)
    head = journal.head()
    rows = journal.engine.run("SELECT entry FROM entries WHERE number = ?", (number,))
    previous = None
    if entry.signature is not None:
        last = last_on(journal.engine, entry.subject, number)
        previous = last and Position(number=last[0], leaf=last[1].hex())
    return Proof(
        format=FORMAT,
        books=journal.books,
        entry=msgspec.json.decode(rows[0][0]),
        path=tuple(step.hex() for step in journal.inclusion(number, head.size)),
        head=head,
        checkpoint=None if key is None else sign_checkpoint(journal.books, head, key),
        previous=previous,
    )


def check_proof(
    proof: Proof,
    *,
    key_line: str | None = None,
    head: Head | None = None,
    public_key: str | None = None,
) -> Entry:
    """Check a proof without the books; give the entry that it proves.

    What is trusted has to come from elsewhere than the proof: the log's verifier key
    (``key_line``), or a ``head`` published before.  With the party's ``public_key`` its signature
    is checked too.  ZakuroError says what the proof fails to show.
    """
    if proof.format != FORMAT:
        raise ZakuroError(f"This proof is of format {proof.format!r}; {FORMAT!r} is known here.")
    if key_line is not None:
        if proof.checkpoint is None:
            raise ZakuroError("The proof bears no checkpoint: ask for one that is signed.")
        if key_line.partition("+")[0] != proof.books:
            raise ZakuroError(f"The key is not that of the books {proof.books}.")
        trusted = read_checkpoint(proof.checkpoint, key_line)
    elif head is not None:
        trusted = head
    else:
        raise ZakuroError("A proof shows nothing by itself: give the log's key, or a known head.")
    if trusted != proof.head:
        raise ZakuroError(
            f"The proof is for another head ({proof.head.size} entries, {proof.head.root}) than "
            f"the one trusted ({trusted.size} entries, {trusted.root})."
        )
    written = canonical(proof.entry)
    entry = decode_entry(written)
    try:
        path = [bytes.fromhex(step) for step in proof.path]
    except ValueError:
        raise ZakuroError("The path of the proof must be hashes in hexadecimal.") from None
    check_inclusion(
        leaf_hash(written), entry.number - 1, trusted.size, path, bytes.fromhex(trusted.root)
    )
    if public_key is not None and not is_signed_by(entry, public_key, proof.books, proof.previous):
        raise ZakuroError(f"Entry {entry.number} is not signed with that key.")
    return entry


def encode_proof(proof: Proof) -> bytes:
    """Write a proof as JSON."""
    return msgspec.json.format(msgspec.json.encode(proof), indent=2) + b"\n"


def decode_proof(written: bytes) -> Proof:
    """Read a proof from JSON; ZakuroError if it is none."""
    try:
        return msgspec.json.decode(written, type=Proof)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise ZakuroError(f"This is no proof of an entry: {error}") from None
