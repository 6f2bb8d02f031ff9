"""Charter and keys as the entries make them: which hold, which wait, and what a new one needs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import msgspec

from zakuro.ledger.parties import expand
from zakuro.model import vocabulary
from zakuro.model.acts import Amendment, Charter, body_as
from zakuro.model.entry import Assent, Entry, Key, Revocation
from zakuro.model.errors import RefusedError

KINDS = ("charter", "amendment", "key", "assent", "revocation")
"""The kinds of entry that change who may what."""

_USUAL = 2
"""How many members sign for a key where the charter does not say."""


@dataclass(slots=True)
class Proposal:
    """A key or a charter that waits: for signatures, then perhaps for days to pass."""

    number: int
    party: str
    needs: int
    waits: int
    what: Key | Charter
    assents: list[str] = field(default_factory=list)
    holds_from: datetime | None = None


class Trust:
    """Charter and keys, brought up to date by the entries that change them."""

    def __init__(self) -> None:
        self.seen = 0
        self.charter = Charter()
        self.keys: dict[str, Key] = {}
        self.owners: dict[str, str] = {}
        """Whose each key is or was: one key is one party's, for ever."""
        self.waiting: dict[int, Proposal] = {}

    @property
    def groups(self) -> dict[str, tuple[str, ...]]:
        """The members of each group: the vocabulary's, and the charter's before them."""
        return vocabulary.groups() | self.charter.groups

    @property
    def members(self) -> tuple[str, ...]:
        """The members of the books, groups spelled out."""
        return expand(self.charter.members, self.groups)

    def take(self, entries: Iterable[Entry]) -> None:
        """Take in entries of :data:`KINDS`, in order; what they rest on was checked at the door."""
        for entry in entries:
            self.settle(entry.time)
            self.seen = entry.number
            _TAKE[entry.kind](self, entry)

    def settle(self, now: datetime) -> None:
        """Let hold the keys that have waited long enough by ``now``.

        A charter holds by its own entry, which follows the last signature.
        """
        due = [p for p in self.waiting.values() if p.holds_from is not None and p.holds_from <= now]
        for proposal in sorted(due, key=lambda p: (p.holds_from or now, p.number)):
            if isinstance(proposal.what, Key):
                del self.waiting[proposal.number]
                self._hold(proposal.party, proposal.what)

    def _hold(self, party: str, key: Key) -> None:
        before = self.keys.get(party)
        only = not key.lifts and (key.signed_only or (before is not None and before.signed_only))
        self.owners[key.public_key] = party
        self.keys[party] = Key(public_key=key.public_key, signed_only=only)

    def _charter(self, entry: Entry) -> None:
        self.charter = body_as(entry, Charter)
        if entry.supersedes is not None:
            self.waiting.pop(entry.supersedes, None)
        for party, public in self.charter.keys.items():
            if party not in self.keys and public not in self.owners:
                self._hold(party, Key(public_key=public))

    def _amendment(self, entry: Entry) -> None:
        act = body_as(entry, Amendment)
        self.waiting[entry.number] = Proposal(entry.number, "", act.needs, 0, act.charter)

    def _key(self, entry: Entry) -> None:
        act, party = body_as(entry, Key), entry.subject.removeprefix("party:")
        if not act.needs and not act.waits:
            self._hold(party, act)
            return
        proposal = Proposal(entry.number, party, act.needs, act.waits, act)
        self.owners.setdefault(act.public_key, party)
        self.waiting[entry.number] = proposal
        self._ripen(proposal, entry.time)

    def _assent(self, entry: Entry) -> None:
        proposal = self.waiting.get(body_as(entry, Assent).entry)
        if proposal is not None and entry.author.party is not None:
            proposal.assents.append(entry.author.party)
            self._ripen(proposal, entry.time)

    def _ripen(self, proposal: Proposal, now: datetime) -> None:
        if len(proposal.assents) == proposal.needs:
            proposal.holds_from = now + timedelta(days=proposal.waits)
            self.settle(now)

    def _revocation(self, entry: Entry) -> None:
        act, party = body_as(entry, Revocation), entry.subject.removeprefix("party:")
        if act.entry is not None:
            self.waiting.pop(act.entry, None)
        else:
            self.keys.pop(party, None)

    def with_keys(self, but: str = "") -> list[str]:
        """Give the members that have a key, but for one."""
        return [party for party in self.members if party in self.keys and party != but]


_TAKE = {
    "charter": Trust._charter,
    "amendment": Trust._amendment,
    "key": Trust._key,
    "assent": Trust._assent,
    "revocation": Trust._revocation,
}


def _free(trust: Trust, party: str, public_key: str) -> None:
    """One key is one party's, and one that was given up does not come back."""
    owner = trust.owners.get(public_key)
    if owner is not None and owner != party:
        raise RefusedError(f"That is the key of {owner}: one key is one party's.")
    if owner is not None:
        raise RefusedError(f"{party} had that key before, or it waits already: make another one.")


def first_key(trust: Trust, party: str, key: Key) -> Key:
    """Give a party's first key as it is to be entered: with the signatures that it needs."""
    _free(trust, party, key.public_key)
    others = len(trust.with_keys(party))
    needs = trust.charter.trust.vouchers or max(1, min(_USUAL, others))
    if needs > others:
        raise RefusedError(
            f"The first key of {party} stands in the charter ([keys] {party} = …; `zakuro charter "
            f"FILE`), or {needs} other members sign for it, and {others} have keys."
        )
    return msgspec.structs.replace(key, needs=needs)


def next_key(trust: Trust, party: str, key: Key) -> Key:
    """Give a key that is signed with the last one as it is to be entered: it holds at once.

    The last one itself may be named again, to change whether signed acts only are wanted.
    """
    if trust.keys[party].public_key != key.public_key:
        _free(trust, party, key.public_key)
    return key


def recovered_key(trust: Trust, party: str, key: Key) -> Key:
    """Give the successor of a lost key as it is to be entered: it is vouched for, and waits."""
    _free(trust, party, key.public_key)
    if party not in trust.keys:
        raise RefusedError(
            f"{party} has no key that could be lost: `zakuro key register` enters one."
        )
    others = len(trust.with_keys(party))
    rule = trust.charter.trust
    needs = rule.vouchers if rule.vouchers is not None else min(_USUAL, others)
    if needs > others:
        raise RefusedError(
            f"For a lost key {needs} other members sign, and {others} have keys: let others "
            "register theirs first."
        )
    return msgspec.structs.replace(key, needs=needs, waits=rule.waiting_days)


def proposed(trust: Trust, number: int) -> Proposal:
    """Give what entry ``number`` proposes and still waits; RefusedError if it is nothing."""
    if number not in trust.waiting:
        raise RefusedError(
            f"E-{number} proposes nothing that waits: `zakuro key list` shows keys that do."
        )
    return trust.waiting[number]


def ask_assent(trust: Trust, party: str, number: int) -> Proposal:
    """Give the proposal that a member may sign for, or refuse."""
    proposal = proposed(trust, number)
    if party == proposal.party:
        raise RefusedError(f"{party} cannot sign for its own key: other members do.")
    if party not in trust.with_keys():
        raise RefusedError(f"Only a member with a key signs for another's; {party} is none.")
    if party in proposal.assents:
        raise RefusedError(f"{party} has signed for E-{number} already.")
    if proposal.holds_from is not None:
        day = proposal.holds_from.astimezone(UTC).date()
        raise RefusedError(f"E-{number} has the signatures it needs; it holds from {day} on.")
    return proposal


def charter_needs(trust: Trust) -> int:
    """Give how many members must sign for another charter: none while nobody has a key."""
    able = len(trust.with_keys())
    if not able:
        return 0
    wanted = trust.charter.trust.charter_signatures
    needs = wanted if wanted is not None else able // 2 + 1
    if needs > able:
        raise RefusedError(
            f"Another charter needs the signatures of {needs} members, and {able} have keys: let "
            "others register theirs first."
        )
    return needs


def unasked(trust: Trust, entry: Entry) -> str | None:
    """Say what an entry lacks by today's rules, before it is taken in; None if nothing."""
    try:
        if entry.kind == "charter":
            of = trust.waiting.get(entry.supersedes or 0)
            if (of is None or of.holds_from is None) and charter_needs(trust):
                return "another charter needs the signatures of members"
        elif entry.kind == "key":
            act, party = body_as(entry, Key), entry.subject.removeprefix("party:")
            if entry.signature is not None:
                next_key(trust, party, act)
                return None
            ask = recovered_key if party in trust.keys else first_key
            asked = ask(trust, party, act)
            if act.needs < asked.needs or act.waits < asked.waits:
                return f"a key needs the signatures of {asked.needs} members"
    except RefusedError as error:
        return str(error)
    return None
