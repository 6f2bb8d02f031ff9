"""What those enter who keep the books: assessments, evidence, links, the charter, parties' keys."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from zakuro.flow.keeping.books import Books, Who
from zakuro.flow.keeping.rebuild import rebuild
from zakuro.journal import read_private_key
from zakuro.model import vocabulary
from zakuro.model.acts import Assessment, Charter, Key, Link, ScoreValue, body_of
from zakuro.model.entry import Author, Draft, Entry
from zakuro.model.errors import RefusedError, ZakuroError


def assess(
    books: Books,
    pledge: str,
    *,
    party: str,
    value: ScoreValue | None,
    evidence: Sequence[str],
    filed_by: str,
    on: date | None = None,
    reason: str = "",
) -> Entry:
    """Enter an assessor's score of one party's keeping of a pledge; None: not applicable."""
    act = Assessment(
        party=party,
        value=value,
        evidence=tuple(evidence),
        on=on or books.now().date(),
        reason=reason,
    )
    with books.writing() as writer:
        return writer.act(pledge, act, Who(filed_by=filed_by))


def link(books: Books, pledge: str, part_of: str | None, *, filed_by: str) -> Entry:
    """Say that a pledge is part of another, which counts its amount; None unties it."""
    if part_of is not None:
        _no_circle(books, pledge, part_of)
    with books.writing() as writer:
        return writer.act(pledge, Link(part_of=part_of), Who(filed_by=filed_by))


def _no_circle(books: Books, pledge: str, part_of: str) -> None:
    above: str | None = part_of
    while above is not None:
        if above == pledge:
            raise RefusedError(f"{part_of} is part of {pledge} already: parts form no circle.")
        above = books.account(above).part_of


def change_charter(books: Books, charter: Charter, *, filed_by: str) -> Entry:
    """Enter a new charter; what its tolerances decide is computed again."""
    draft = Draft(
        kind="charter", subject="books", author=Author(filed_by=filed_by), body=body_of(charter)
    )
    with books.writing() as writer:
        entry = writer.append(draft)
        rebuild(books.journal, writer.transaction, writer.rules.charter)
        return entry


def register_key(
    books: Books, party: str, key: Key, *, filed_by: str, signed_with: Any = None
) -> Entry:
    """Register a party's public key; a party that has one signs the next with it."""
    if party not in vocabulary.territories() and party not in books.charter.members:
        raise ZakuroError(f"{party!r} is no party: give an ISO 3166-1 alpha-3 code such as KAZ.")
    with books.writing() as writer:
        draft = Draft(
            kind="key",
            subject=f"party:{party}",
            author=Author(filed_by=filed_by, party=party, basis="mandated"),
            body=body_of(key),
        )
        if party in writer.rules.keys:
            if signed_with is None:
                raise RefusedError(
                    f"{party} has a key: another is entered only signed with it (--sign-with)."
                )
            author = msgspec.structs.replace(draft.author, basis="signed")
            draft = writer.signed(msgspec.structs.replace(draft, author=author), signed_with)
        writer.admit(draft)
        return writer.append(draft)


def keep_evidence(books: Books, items: Sequence[str]) -> tuple[str, ...]:
    """Give evidence as it stands in entries: addresses as they are, files kept by their hash."""
    kept = []
    for item in items:
        path = Path(item)
        if "://" in item:
            kept.append(item)
        elif path.is_file():
            with books.writing() as writer:
                kept.append(f"sha256:{writer.transaction.put_blob(path.read_bytes())}")
        else:
            raise ZakuroError(f"The evidence {item!r} is no address and no file here.")
    return tuple(kept)


def private_key(path: Path | None) -> Any:
    """Give the private key in a file; None for none."""
    return None if path is None else read_private_key(path)
