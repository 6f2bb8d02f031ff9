"""A proof in the common form of transparency logs (C2SP tlog-proof), for others' tools.

The ``extra`` line carries the entry's canonical JSON, so that the file proves what it shows.  As
the form says, nobody trusts that line: it counts only because its hash is the leaf.
"""

from __future__ import annotations

import base64
import re
from typing import Final

import msgspec

from zakuro.journal.books import Head
from zakuro.journal.log.canonical import canonical, decode_entry
from zakuro.journal.log.proof import FORMAT, Proof
from zakuro.model.errors import ZakuroError

HEADER: Final = "c2sp.org/tlog-proof@v1"
_INDEX: Final = re.compile(r"index (0|[1-9][0-9]{0,18})", re.ASCII)
_HASH_BYTES: Final = 32


def is_tlog_proof(written: bytes) -> bool:
    """Tell whether a file says that it is a tlog-proof."""
    return written.startswith(HEADER.encode() + b"\n")


def encode_tlog_proof(proof: Proof) -> bytes:
    """Write a proof whose head is signed as a tlog-proof; ZakuroError if the head is not."""
    if proof.checkpoint is None:
        raise ZakuroError("This form of proof bears the signed head: give the log's key (--key).")
    written = canonical(proof.entry)
    lines = [
        HEADER,
        f"extra {base64.b64encode(written).decode()}",
        f"index {decode_entry(written).number - 1}",
        *(base64.b64encode(bytes.fromhex(step)).decode() for step in proof.path),
        "",
        proof.checkpoint,
    ]
    return "\n".join(lines).encode()


def decode_tlog_proof(written: bytes) -> Proof:
    """Read a tlog-proof that carries its entry; ZakuroError if it is none.

    Nothing is checked yet: :func:`zakuro.journal.check_proof` does that.
    """
    try:
        head, _, checkpoint = written.decode("utf-8").partition("\n\n")
    except UnicodeDecodeError:
        raise ZakuroError("This is no proof of an entry: it is not written in UTF-8.") from None
    header, *lines = head.split("\n")
    if header != HEADER:
        raise ZakuroError(f"This is no proof of an entry: it must begin with {HEADER}.")
    if not lines or not lines[0].startswith("extra "):
        raise ZakuroError("The proof carries no entry (its line 'extra'): nothing to show.")
    entry = _base64(lines[0].removeprefix("extra "), "entry")
    index = _INDEX.fullmatch(lines[1]) if len(lines) > 1 else None
    path = [_base64(line, "path") for line in lines[2:]]
    if index is None or any(len(step) != _HASH_BYTES for step in path):
        raise ZakuroError("The proof must have a line 'index N', then hashes of 32 bytes.")
    origin, size, root = (*checkpoint.split("\n"), "", "", "")[:3]
    number = decode_entry(entry).number
    if number != int(index[1]) + 1:
        raise ZakuroError(f"The proof shows entry {number} for the index {index[1]}.")
    if not size.isascii() or not size.isdecimal():
        raise ZakuroError("The proof bears no checkpoint of a log.")
    fields = msgspec.json.decode(entry)
    if canonical(fields) != entry:
        raise ZakuroError("The entry in the proof is not written in canonical JSON.")
    return Proof(
        format=FORMAT,
        books=origin,
        entry=fields,
        path=tuple(step.hex() for step in path),
        head=Head(size=int(size), root=_base64(root, "root").hex()),
        checkpoint=checkpoint,
    )


def _base64(text: str, what: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except ValueError:
        raise ZakuroError(f"The {what} in the proof is not written in base64.") from None
