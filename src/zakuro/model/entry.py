"""The envelope of an entry of the journal, the book of original entry; also a sealed one."""

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
