"""Looking up what is kept: entries, hashes, documents.  Everything is read by pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from zakuro.journal.engine import Engine, EntryRow

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
    through: int | None = None,
    limit: int | None = None,
) -> Iterator[EntryRow]:
    """Give kept rows in order of number, a page at a time."""
    conditions = ["number > ?"]
    values: list[object] = []
    if through is not None:
        conditions.append("number <= ?")
        values.append(through)
    if subject is not None:
        conditions.append("subject = ?")
        values.append(subject)
    if kinds:
        conditions.append(f"kind IN ({', '.join('?' * len(kinds))})")
        values.extend(kinds)
    statement = (
        "SELECT number, kind, subject, leaf, entry FROM entries "  # noqa: S608
        f"WHERE {' AND '.join(conditions)} ORDER BY number LIMIT ?"
    )
    left = limit
    while left is None or left > 0:
        count = _PAGE if left is None else min(left, _PAGE)
        page = engine.run(statement, (after, *values, count))
        yield from page
        if len(page) < count:
            return
        after = page[-1][0]
        left = None if left is None else left - len(page)


def last_on(engine: Engine, subject: str, before: int | None = None) -> tuple[int, bytes] | None:
    """Give number and leaf hash of the last entry on a subject (below the number ``before``)."""
    rows = engine.run(
        "SELECT number, leaf FROM entries WHERE subject = ? AND number < ? "
        "ORDER BY number DESC LIMIT 1",
        (subject, 2**62 if before is None else before),
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
