"""Entries for members until released: the log holds a hash in the place of the body.

The hash is that of the canonical JSON of ``{body, salt}``; those bytes lie beside the entries as
documents do, so whoever keeps the books can read them and nobody who has the log alone can guess
them.  An entry of the kind ``release`` carries salt and body, and so anyone can check them.
"""

from __future__ import annotations

import secrets
from hashlib import sha256
from typing import Any, Final

import msgspec

from zakuro.journal.log.canonical import canonical
from zakuro.model.entry import Draft, Release, sealed_hash
from zakuro.model.errors import ZakuroError

_SALT_BYTES: Final = 16


def seal(draft: Draft) -> tuple[Draft, bytes]:
    """Give a draft with the hash of its body instead of it, and the bytes that were hashed."""
    content = canonical({"body": draft.body, "salt": secrets.token_hex(_SALT_BYTES)})
    body = {"sealed": sha256(content).hexdigest()}
    return msgspec.structs.replace(draft, body=body), content


def open_sealed(content: bytes, number: int) -> Release:
    """Give what releases entry ``number``, from the bytes kept of it; ZakuroError if it is none."""
    try:
        kept: dict[str, Any] = msgspec.json.decode(content)
        return Release(entry=number, salt=str(kept["salt"]), body=dict(kept["body"]))
    except (msgspec.MsgspecError, TypeError, KeyError, ValueError) as error:
        raise ZakuroError(
            f"What is kept of the sealed entry E-{number} is no body with its salt ({error}): "
            "restore the books from a backup."
        ) from None


def is_body_of(release: Release, draft: Draft) -> bool:
    """Tell whether the body that a release carries is the one that was sealed."""
    content = canonical({"body": release.body, "salt": release.salt})
    return sha256(content).hexdigest() == sealed_hash(draft)
