"""What those enter who keep the books: assessments, evidence, links, the charter, parties' keys."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from zakuro.flow.keeping.books import Books, Who
from zakuro.journal import read_private_key
from zakuro.model.acts import (
    Assessment,
    Link,
    ScoreValue,
)
from zakuro.model.entry import Entry
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


def link(
    books: Books,
    pledge: str,
    part_of: str | None,
    *,
    filed_by: str,
    supersedes: int | None = None,
) -> Entry:
    """Say that a pledge is part of another, which counts its amount; None unties it.

    ``supersedes`` is the number of an earlier word on it that is undone so.
    """
    if part_of is not None:
        _no_circle(books, pledge, part_of)
    with books.writing() as writer:
        who = Who(filed_by=filed_by)
        return writer.act(pledge, Link(part_of=part_of), who, supersedes=supersedes)


def _no_circle(books: Books, pledge: str, part_of: str) -> None:
    above: str | None = part_of
    while above is not None:
        if above == pledge:
            raise RefusedError(f"{part_of} is part of {pledge} already: parts form no circle.")
        above = books.account(above).part_of


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
