"""Checking for users: a text is read, and held against itself and against reference rates."""

from __future__ import annotations

from datetime import date

from zakuro.check.checks import check as check_reading
from zakuro.flow.reading import freeze_and_read
from zakuro.model.finding import Finding
from zakuro.model.statement import Reading


def check(
    data: str | bytes,
    language: str | None = None,
    published: date | None = None,
    source: str | None = None,
    home: str | None = None,
    *,
    lenient: bool = False,
) -> tuple[Reading, tuple[Finding, ...]]:
    """The reading of a text and the findings on it, what does not agree first."""
    document, reading = freeze_and_read(data, language, published, source, home, lenient=lenient)
    return reading, check_reading(reading, document.blocks)
