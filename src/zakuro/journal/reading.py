"""Looking up what is kept: entries, hashes, documents.  Everything is read by pages."""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Iterator, Sequence
from typing import Final

from zakuro.journal.engines.engine import Engine, EntryRow

LAST: Final = 2**62
"""Above every number that an entry can have."""

_PAGE: Final = 1000


def head_size(engine: Engine) -> int:
    """Give the number of the last entry, which is how many there are."""
    return int(engine.run("SELECT coalesce(max(number), 0) FROM entries")[0][0])


def entry_rows(
    engine: Engine,
    *,
    subject: str | None = None,
    kinds: Sequence[str] = (),
    after: int = 0,
    through: int = LAST,
    limit: int | None = None,
) -> Iterator[EntryRow]:
    """Give kept rows in order of number, on one subject, of some kinds, in a range of numbers.

    Every query walks along one index in its order, so that a page costs the same wherever it
    stands: the kinds are read side by side and merged; a subject has few entries, and its kinds
    are told apart here.
    """
    page = _PAGE if limit is None else min(limit, _PAGE)
    span = (after, through)
    rows: Iterator[EntryRow]
    if subject is not None:
        rows = _pages(engine, " AND subject = ?", (subject,), span, _PAGE)
        if kinds:
            rows = (row for row in rows if row[1] in kinds)
    elif kinds:
        streams = [_pages(engine, " AND kind = ?", (kind,), span, page) for kind in set(kinds)]
        rows = heapq.merge(*streams, key=lambda row: row[0])
    else:
        rows = _pages(engine, "", (), span, page)
    return itertools.islice(rows, limit)


def _pages(
    engine: Engine, condition: str, values: tuple[str, ...], span: tuple[int, int], size: int
) -> Iterator[EntryRow]:
    statement = (
        "SELECT number, kind, subject, leaf, entry FROM entries "  # noqa: S608
        f"WHERE number > ? AND number <= ?{condition} ORDER BY number LIMIT ?"
    )
    after, through = span
    while page := engine.run(statement, (after, through, *values, size)):
        yield from page
        if len(page) < size:
            return
        after = page[-1][0]


def last_on(engine: Engine, subject: str, before: int = LAST) -> tuple[int, bytes] | None:
    """Give number and leaf hash of the last entry on a subject (below the number ``before``)."""
    rows = engine.run(
        "SELECT number, leaf FROM entries WHERE subject = ? AND number < ? "
        "ORDER BY number DESC LIMIT 1",
        (subject, before),
    )
    return (int(rows[0][0]), bytes(rows[0][1])) if rows else None


def read_hashes(engine: Engine, level: int, start: int, end: int) -> list[bytes]:
    """Give the stored hashes of a tile level in [start, end): leaves, or full tiles' roots."""
    if level == 0:
        rows = engine.run(
            "SELECT leaf FROM entries WHERE number > ? AND number <= ? ORDER BY number",
            (start, end),
        )
    else:
        rows = engine.run(
            "SELECT hash FROM nodes WHERE level = ? AND position >= ? AND position < ? "
            "ORDER BY position",
            (level, start, end),
        )
    return [bytes(row[0]) for row in rows]
