"""Ed25519 keys of parties and of the log, and the signatures of acts.

A signed act carries a signature over the canonical JSON of ``{books, subject, kind, body,
previous}`` (and ``supersedes``, where it has one).  ``previous`` is the number and leaf hash of
the last entry on that subject, or null: so a signature fits one place in one set of books, and an
act cannot be replayed or land on a state that its author did not see.

A private key is a PEM file (PKCS #8, as OpenSSL writes it), readable by its owner alone.  A public
key is one line, ``ed25519:`` and the base64 of its 32 bytes: what stands in entries.
"""

from __future__ import annotations

import base64
import os
from pathlib import Path
from typing import Final

import msgspec
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from zakuro.journal.log.canonical import canonical
from zakuro.model.entry import Draft
from zakuro.model.errors import ZakuroError
from zakuro.model.statement import Record

_PREFIX: Final = "ed25519:"
_SIGNATURE_BYTES: Final = 64


class Position(Record, frozen=True, kw_only=True):
    """Where an entry stands in the log: its number and its leaf hash in hexadecimal."""

    number: int
    leaf: str


def generate_key() -> Ed25519PrivateKey:
    """Make a new private key."""
    return Ed25519PrivateKey.generate()


def write_private_key(key: Ed25519PrivateKey, path: Path) -> None:
    """Write a private key as PEM, for its owner alone; ZakuroError if the file exists."""
    written = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    try:
        with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
            try:
                file.write(written)
                file.flush()
            except OSError:
                path.unlink()  # half a key is none, and would stand in the way of a whole one
                raise
    except FileExistsError:
        raise ZakuroError(f"{path} exists already: a key is never written over.") from None
    except OSError as error:
        raise ZakuroError(f"Cannot write the key to {path}: {error.strerror}.") from None


def read_private_key(path: Path) -> Ed25519PrivateKey:
    """Read a private key from a PEM file; ZakuroError if it holds none, or a locked one."""
    try:
        key = serialization.load_pem_private_key(path.read_bytes(), password=None)
    except OSError as error:
        raise ZakuroError(f"Cannot read the key {path}: {error.strerror}.") from None
    except (ValueError, TypeError, UnsupportedAlgorithm):
        raise ZakuroError(
            f"{path} holds no private key in PEM without a passphrase: make one with 'zakuro key'."
        ) from None
    if not isinstance(key, Ed25519PrivateKey):
        raise ZakuroError(f"{path} holds a key of another kind: zakuro signs with Ed25519.")
    return key


def public_key_text(key: Ed25519PrivateKey | Ed25519PublicKey) -> str:
    """Give the public key as the one line that stands in entries."""
    public = key.public_key() if isinstance(key, Ed25519PrivateKey) else key
    return _PREFIX + base64.b64encode(public.public_bytes_raw()).decode()


def read_public_key(text: str) -> Ed25519PublicKey:
    """Read a public key from its line; ZakuroError if it is none."""
    prefix, raw = text[: len(_PREFIX)], text[len(_PREFIX) :]
    try:
        key = Ed25519PublicKey.from_public_bytes(base64.b64decode(raw, validate=True))
    except ValueError:
        key = None
    if prefix != _PREFIX or key is None:
        raise ZakuroError(
            f"{text!r} is no public key: it must be '{_PREFIX}' and 44 characters of base64."
        )
    return key


def message_to_sign(books: str, draft: Draft, previous: Position | None) -> bytes:
    """Give the bytes that a party signs for an act on the state it saw."""
    message: dict[str, object] = {
        "books": books,
        "subject": draft.subject,
        "kind": draft.kind,
        "body": draft.body,
        "previous": None
        if previous is None
        else {"number": previous.number, "leaf": previous.leaf},
    }
    if draft.supersedes is not None:
        message["supersedes"] = draft.supersedes
    return canonical(message)


def sign(draft: Draft, key: Ed25519PrivateKey, books: str, previous: Position | None) -> Draft:
    """Give the draft with its signature.

    ``previous`` is what ``journal.last_on(draft.subject)`` gave when the party saw the books.
    """
    signature = key.sign(message_to_sign(books, draft, previous))
    return msgspec.structs.replace(draft, signature=base64.b64encode(signature).decode())


def is_signed_by(draft: Draft, public_key: str, books: str, previous: Position | None) -> bool:
    """Tell whether the draft's signature is that of the key, on that state of those books."""
    message = message_to_sign(books, draft, previous)
    try:
        read_public_key(public_key).verify(_signature_bytes(draft), message)
    except InvalidSignature:
        return False
    return True


def _signature_bytes(draft: Draft) -> bytes:
    try:
        raw = base64.b64decode((draft.signature or "").encode("ascii"), validate=True)
    except ValueError:
        raw = b""
    # The text in the entry must be the one way to write these bytes, or the same signature could
    # be entered in two spellings.
    if len(raw) != _SIGNATURE_BYTES or base64.b64encode(raw).decode() != draft.signature:
        raise ZakuroError(
            f"The signature of the {draft.kind} on {draft.subject} must be 64 bytes in base64."
        )
    return raw


def check_basis(draft: Draft) -> None:
    """Refuse a signed act without a signature, and a signature on any other act."""
    signed = draft.author.basis == "signed"
    if signed and draft.signature is None:
        raise ZakuroError(
            f"The {draft.kind} on {draft.subject} says that {draft.author.party} signed it, "
            "but carries no signature: sign it with the party's key."
        )
    if signed and draft.author.party is None:
        raise ZakuroError(f"The signed {draft.kind} on {draft.subject} names no party.")
    if not signed and draft.signature is not None:
        raise ZakuroError(
            f"The {draft.kind} on {draft.subject} carries a signature: its basis must be signed."
        )
