"""Keys and the charter: who may act, and who signs before that changes."""

from __future__ import annotations

from typing import Any

import msgspec

from zakuro.flow.keeping.books import Books, Writer
from zakuro.flow.keeping.rebuild import rebuild
from zakuro.journal import read_public_key
from zakuro.ledger import trust
from zakuro.model import vocabulary
from zakuro.model.acts import Amendment, Charter, body_of, kind_of
from zakuro.model.entry import Assent, Author, Basis, Draft, Entry, Key, Revocation
from zakuro.model.errors import RefusedError, ZakuroError
from zakuro.model.statement import Record


def change_charter(books: Books, charter: Charter, *, filed_by: str) -> Entry:
    """Enter a new charter; once members have keys it waits for their signatures.

    The entry is then an amendment, and :func:`assent` makes it the charter.
    """
    for party, public in charter.keys.items():
        if books.look().owners.get(public, party) != party:
            raise RefusedError(f"The key of {party} is another party's: one key is one party's.")
    with books.writing() as writer:
        needs = trust.charter_needs(writer.rules)
        if needs:
            return _append(writer, "books", Amendment(charter=charter, needs=needs), filed_by)
        return _new_charter(books, writer, charter, filed_by)


def _new_charter(
    books: Books, writer: Writer, charter: Charter, filed_by: str, amendment: int | None = None
) -> Entry:
    entry = _append(writer, "books", charter, filed_by, supersedes=amendment)
    # What its tolerances decide is computed again.
    rebuild(books.journal, writer.transaction, writer.rules.charter)
    return entry


def _append(
    writer: Writer,
    subject: str,
    act: Record,
    filed_by: str,
    *,
    party: str | None = None,
    key: Any = None,
    supersedes: int | None = None,
) -> Entry:
    basis: Basis | None = "mandated" if party else None
    draft = Draft(
        kind=kind_of(act),
        subject=subject,
        author=Author(filed_by=filed_by, party=party, basis=basis),
        body=body_of(act),
        supersedes=supersedes,
    )
    draft = writer.signed(draft, key)
    writer.admit(draft)
    return writer.append(draft)


def register_key(
    books: Books, party: str, key: Key, *, filed_by: str, signed_with: Any = None
) -> Entry:
    """Register a party's public key.

    The first one waits for the signatures of other members; the next is signed with the last.
    """
    _check_party(books, party, key)
    with books.writing() as writer:
        if party not in writer.rules.keys:
            _check_member(writer, party)
            asked = trust.first_key(writer.rules, party, key)
            return _propose(writer, party, asked, filed_by)
        if signed_with is None:
            raise RefusedError(
                f"{party} has a key: another is entered only signed with it (--sign-with). For a "
                "lost key: zakuro key recover."
            )
        asked = trust.next_key(writer.rules, party, key)
        return _append(writer, f"party:{party}", asked, filed_by, party=party, key=signed_with)


def recover_key(books: Books, party: str, key: Key, *, filed_by: str) -> Entry:
    """Propose the successor of a lost key: other members sign, and it waits for objections."""
    _check_party(books, party, key)
    with books.writing() as writer:
        _check_member(writer, party)
        return _propose(writer, party, trust.recovered_key(writer.rules, party, key), filed_by)


def _propose(writer: Writer, party: str, key: Key, filed_by: str) -> Entry:
    return _append(writer, f"party:{party}", key, filed_by)


def _check_member(writer: Writer, party: str) -> None:
    if party not in writer.rules.members:
        raise RefusedError(f"{party} is no member of these books: only members have keys here.")


def _check_party(books: Books, party: str, key: Key) -> None:
    if party not in vocabulary.territories() and party not in books.charter.members:
        raise ZakuroError(f"{party!r} is no party: give an ISO 3166-1 alpha-3 code such as KAZ.")
    read_public_key(key.public_key)


def revoke_key(
    books: Books,
    party: str,
    *,
    reason: str,
    signed_with: Any,
    filed_by: str,
    entry: str | None = None,
) -> Entry:
    """Give a party's key up; or, with ``entry`` (``E-41``), strike out one proposed as its next."""
    if not reason.strip():
        raise RefusedError("A revocation needs its reason: give --reason.")
    with books.writing() as writer:
        number = None if entry is None else books.entry(entry).number
        if number is not None and trust.proposed(writer.rules, number).party != party:
            raise RefusedError(f"{entry} proposes no key of {party}.")
        act = Revocation(reason=reason, entry=number)
        return _append(writer, f"party:{party}", act, filed_by, party=party, key=signed_with)


def assent(books: Books, name: str, party: str, key: Any, *, filed_by: str) -> tuple[Entry, bool]:
    """Sign for a key or charter that waits (``E-41``); tell whether it has all signatures now."""
    with books.writing() as writer:
        entry = books.entry(name)
        proposal = trust.ask_assent(writer.rules, party, entry.number)
        act = Assent(entry=entry.number)
        made = _append(writer, entry.subject, act, filed_by, party=party, key=key)
        whole = len(proposal.assents) == proposal.needs
        if whole and isinstance(proposal.what, Charter):
            _new_charter(books, writer, proposal.what, entry.author.filed_by, entry.number)
        return made, whole


def waiting(books: Books) -> list[trust.Proposal]:
    """Give the keys and charters that wait, in order of their entries."""
    return list(books.look().waiting.values())


def with_public_keys(charter: Charter, keys: dict[str, str]) -> Charter:
    """Give a charter with first keys of some members added."""
    return msgspec.structs.replace(charter, keys=charter.keys | keys)
