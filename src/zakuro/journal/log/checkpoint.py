"""The signed head of a log: a C2SP checkpoint, which is a signed note.

The key of a log is named after its books.  Whoever checks a log holds its *verifier key*, one
line: ``<books>+<key id>+<base64 of 0x01 and the public key>``.
"""

from __future__ import annotations

import base64
import re
from hashlib import sha256
from typing import Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from zakuro.journal.books import Head
from zakuro.model.errors import ZakuroError

_ED25519: Final = b"\x01"
_ID_BYTES: Final = 4
_DASH: Final = "— "
_ROOT_BYTES: Final = 32
_SIZE: Final = re.compile(r"0|[1-9][0-9]{0,18}", re.ASCII)


def _key_id(name: str, public: bytes) -> bytes:
    return sha256(name.encode() + b"\n" + _ED25519 + public).digest()[:_ID_BYTES]


def verifier_key(books: str, key: Ed25519PrivateKey) -> str:
    """Give the line by which others check the checkpoints of these books signed with this key."""
    public = key.public_key().public_bytes_raw()
    text = base64.b64encode(_ED25519 + public).decode()
    return f"{books}+{_key_id(books, public).hex()}+{text}"


def _read_verifier_key(line: str) -> tuple[str, bytes, Ed25519PublicKey]:
    name, _, rest = line.strip().partition("+")
    key_id, _, text = rest.partition("+")
    try:
        raw = base64.b64decode(text, validate=True)
        key = Ed25519PublicKey.from_public_bytes(raw[1:])
        good = raw[:1] == _ED25519 and _key_id(name, raw[1:]) == bytes.fromhex(key_id)
    except ValueError:
        good = False
    if not good:
        raise ZakuroError(
            f"{line!r} is no key to verify a log with: it must be name+id+base64, as the log's "
            "keeper published it."
        )
    return name, bytes.fromhex(key_id), key


def sign_checkpoint(books: str, head: Head, key: Ed25519PrivateKey) -> str:
    """Give the signed note that states the head of the log."""
    root = base64.b64encode(bytes.fromhex(head.root)).decode()
    text = f"{books}\n{head.size}\n{root}\n"
    signature = _key_id(books, key.public_key().public_bytes_raw()) + key.sign(text.encode())
    return f"{text}\n{_DASH}{books} {base64.b64encode(signature).decode()}\n"


def read_checkpoint(note: str, key_line: str) -> Head:
    """Give the head that a note states; ZakuroError unless the key of ``key_line`` signed it."""
    name, key_id, key = _read_verifier_key(key_line)
    text, _, signatures = note.rpartition("\n\n")
    text += "\n"
    signed = False
    for line in signatures.splitlines():
        signer, _, encoded = line.removeprefix(_DASH).rpartition(" ")
        try:
            signature = base64.b64decode(encoded, validate=True)
        except ValueError:
            raise ZakuroError(f"The checkpoint has a signature that is none: {line!r}.") from None
        if not line.startswith(_DASH) or signer != name or signature[:_ID_BYTES] != key_id:
            continue  # another's signature, such as a witness's
        try:
            key.verify(signature[_ID_BYTES:], text.encode())
        except InvalidSignature:
            raise ZakuroError(f"The checkpoint bears a false signature of {name}.") from None
        signed = True
    if not signed:
        raise ZakuroError(f"The checkpoint does not bear the signature of {name}.")
    return _read_head(name, text)


def _read_head(name: str, text: str) -> Head:
    lines = text.split("\n")
    origin, size, root = (*lines, "", "", "")[:3]
    try:
        raw = base64.b64decode(root, validate=True)
    except ValueError:
        raw = b""
    if origin != name or not _SIZE.fullmatch(size) or len(raw) != _ROOT_BYTES:
        raise ZakuroError(f"The note signed by {name} is no checkpoint of its log.")
    return Head(size=int(size), root=raw.hex())
