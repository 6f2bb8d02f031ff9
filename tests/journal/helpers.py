"""What the tests of the journal write into it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from zakuro.journal import Journal
from zakuro.model.entry import Author, Draft, Entry

BOOKS = "example.org/test"
NOON = datetime(2025, 6, 17, 12, tzinfo=UTC)
CLERK = Author(filed_by="aiko")


def draft(subject: str = "P-1", kind: str = "report", **body: Any) -> Draft:
    return Draft(kind=kind, subject=subject, author=CLERK, body=body)


def add(journal: Journal, count: int, subject: str = "P-1") -> list[Entry]:
    """Enter ``count`` entries in one transaction."""
    with journal.transaction() as tx:
        return [tx.append(draft(subject, place=place), NOON) for place in range(count)]
