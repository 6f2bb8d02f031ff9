"""Comparing for users: two documents are read, and what they promise held against each other."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from zakuro.check.versions.comparison import Comparison
from zakuro.check.versions.comparison import compare as compare_statements
from zakuro.flow.batch.sources import Source
from zakuro.flow.reading import read
from zakuro.model.statement import Reading


def compare(
    one: Source,
    other: Source,
    published: tuple[date | None, date | None] = (None, None),
    kinds: Collection[str] = ("pledge",),
    *,
    home: str | None = None,
    lenient: bool = False,
) -> tuple[Reading, Reading, Comparison]:
    """The readings of two documents, and how their statements of these kinds stand to each other.

    ``published`` are the days from which relative times run.  ZakuroError for what cannot be read.
    """
    first, second = (
        read(source.content(), None, day, source.name, home, lenient=lenient)
        for source, day in zip((one, other), published, strict=True)
    )
    chosen = [
        [statement for statement in reading.statements if statement.kind in kinds]
        for reading in (first, second)
    ]
    return first, second, compare_statements(*chosen)
