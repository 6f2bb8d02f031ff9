"""Who vouches for whom: the rules of a charter for keys and for its own change, and their acts."""

from __future__ import annotations

from zakuro.model.statement import Record


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
