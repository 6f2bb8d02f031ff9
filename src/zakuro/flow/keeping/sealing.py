"""Entries for members until released: which there are, and their release by who wrote them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from zakuro.flow.keeping.books import Books, Who, Writer
from zakuro.journal import is_body_of
from zakuro.model.acts import Reversal, body_as, body_of, kind_of
from zakuro.model.entry import Basis, Draft, Entry, Release, sealed_hash
from zakuro.model.errors import RefusedError

FOR_MEMBERS = "for members until released"
"""What stands in the place of sealed words."""


def still_sealed(entries: Iterable[Entry]) -> dict[int, Entry]:
    """Give the entries that are for members, of all entries on a subject, by their numbers.

    What was taken back on a pledge before it was released stays sealed for good.
    """
    found: dict[int, Entry] = {}
    for entry in entries:
        if sealed_hash(entry) is not None:
            found[entry.number] = entry
        elif entry.kind == "release":
            found.pop(body_as(entry, Release).entry, None)
        elif entry.kind == "reversal" and entry.subject.startswith("P-"):
            found.pop(body_as(entry, Reversal).entry, None)
    return found


def released(entries: Iterable[Entry]) -> dict[int, Entry]:
    """Give the release of each entry on a subject that was for members, by its number."""
    return {body_as(entry, Release).entry: entry for entry in entries if entry.kind == "release"}


def release(
    books: Books, name: str, *, party: str, filed_by: str, key: Any = None, of_all: bool = False
) -> tuple[Entry, ...]:
    """Release a sealed entry (``E-41``), or all that a party has sealed on ``P-3`` or ``X-1``.

    Who wrote an entry releases it, in the same way: signed what was signed.  With ``of_all`` the
    party releases what others sealed on the subject too.  RefusedError says why not; nothing is
    released then.
    """
    subject = books.entry(name).subject if name.startswith("E-") else name
    sealed = still_sealed(books.journal.entries(subject=subject))
    if name.startswith("E-"):
        wanted = [number for number in sealed if f"E-{number}" == name]
    else:
        wanted = [
            number for number, entry in sealed.items() if of_all or entry.author.party == party
        ]
    if not wanted:
        raise RefusedError(_nothing(name, party, sealed))
    basis: Basis = "mandated" if key is None else "signed"
    who = Who(filed_by=filed_by, party=party, basis=basis)
    with books.writing() as writer:
        return tuple(_one(writer, sealed[number], who, key, of_all=of_all) for number in wanted)


def _nothing(name: str, party: str, sealed: dict[int, Entry]) -> str:
    if not sealed:
        return f"Nothing of {name} is for members only: there is nothing to release."
    waits = ", ".join(f"E-{number} of {entry.author.party}" for number, entry in sealed.items())
    return f"{name} has nothing sealed by {party}; sealed are {waits}."


def _one(writer: Writer, entry: Entry, who: Who, key: Any, *, of_all: bool) -> Entry:
    act = writer.books.kept(sealed_hash(entry) or "", entry.number)
    if entry.subject.startswith("P-"):
        return writer.act(entry.subject, act, who, key)
    author = (entry.author.party, entry.author.basis)
    if not of_all and (who.party, who.basis) != author:
        raise RefusedError(
            f"E-{entry.number} is the word of {author[0]}, {author[1]}: only {author[0]} releases "
            "it, in the same way."
        )
    body = body_of(act)
    draft = Draft(kind=kind_of(act), subject=entry.subject, author=who.author(), body=body)
    draft = writer.signed(draft, key)
    writer.admit(draft)
    return writer.append(draft)


def false_releases(books: Books) -> list[str]:
    """Give the releases that carry another body than was sealed, in words."""
    faults = []
    for entry in books.journal.entries(kind="release"):
        act = body_as(entry, Release)
        if not is_body_of(act, books.entry(act.entry)):
            faults.append(
                f"E-{entry.number} releases another body than was sealed as E-{act.entry}."
            )
    return faults
