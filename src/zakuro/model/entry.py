"""The envelope of an entry of the journal, also a sealed one, and the keys that sign entries."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

import msgspec

from zakuro.model.statement import Record

Basis = Literal["signed", "mandated", "attributed", "retold"]
"""By what right a word stands under a party's name: signed with its key, entered by a person who
has its mandate, read in what is published, or retold by who keeps the books."""


class Author(Record, frozen=True, kw_only=True):
    """Whose word an act is (``party``), who wrote it down (``filed_by``), and by what right.

    ``filed_by`` is a person, or for what a machine wrote its rule set and version.  ``party`` is
    absent where nobody's word is given, as when a document is filed.
    """

    filed_by: str
    party: str | None = None
    basis: Basis | None = None


class Draft(Record, frozen=True, kw_only=True):
    """What is to be entered: everything but the number, the time and the hashes.

    ``subject`` is what the entry is about (``D-1``, ``D-1:s3``, ``P-2``, ``party:KAZ``, ``books``).
    ``body`` holds JSON values only; decimals and dates are strings in it.
    """

    kind: str
    subject: str
    author: Author
    body: dict[str, Any]
    supersedes: int | None = None
    signature: str | None = None


class Entry(Draft, frozen=True, kw_only=True):
    """One entry as kept: ``number`` counts from 1 without gaps; it is never changed or removed."""

    number: int
    time: datetime


class Release(Record, frozen=True, kw_only=True):
    """The body of sealed entry number ``entry``, for everybody from now on.

    ``salt`` is what was hashed with it.
    """

    entry: int
    salt: str
    body: dict[str, Any]


def sealed_hash(draft: Draft) -> str | None:
    """Give the hash that a draft or entry for members has instead of a body; None of others."""
    return str(draft.body["sealed"]) if draft.body.keys() == {"sealed"} else None


def unsealed(entry: Entry, release: Release) -> Entry:
    """Give a sealed entry with the body that its release carries."""
    return msgspec.structs.replace(entry, body=release.body)


class Trust(Record, frozen=True, kw_only=True):
    """What a charter asks for before a key or another charter holds.

    ``vouchers``: how many other members sign for a first or a lost key; without it two, or as many
    as have keys.  ``waiting_days``: how long a lost key's successor waits, so that who still has
    the key can object.  ``charter_signatures``: how many members sign for another charter; without
    it more than half of those that have keys.
    """

    vouchers: int | None = None
    waiting_days: int = 30
    charter_signatures: int | None = None


class Key(Record, frozen=True, kw_only=True):
    """The Ed25519 public key (base64) of a party, and whether it wants signed acts only.

    ``needs`` is how many members must sign for it before it holds, ``waits`` how many days pass
    after that.  ``lifts`` says that the party no longer wants signed acts only.
    """

    public_key: str
    signed_only: bool = False
    needs: int = 0
    waits: int = 0
    lifts: bool = False


class Assent(Record, frozen=True, kw_only=True):
    """A member's signature for a key, or another charter, that entry number ``entry`` proposes."""

    entry: int


class Revocation(Record, frozen=True, kw_only=True):
    """A party gives its own key up; or, with ``entry``, strikes out a key proposed as its next."""

    reason: str
    entry: int | None = None
