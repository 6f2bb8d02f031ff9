"""Reading for users: a text, of whatever kind, becomes a reading."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

import msgspec

from zakuro.model.errors import ZakuroError
from zakuro.model.statement import Mention, MentionType, Reading, Statement
from zakuro.read.document.document import Document, freeze
from zakuro.read.reader import mentions_of, read_document, reasons_of
from zakuro.read.weighing.silence import hundredths
from zakuro.read.weighing.weigher import Reason


def day_of(given: date | str | None, name: str) -> date | None:
    """A day as it is given: a date, or its words as ISO 8601 writes them (2026-05-01).

    Raises ZakuroError for what is no day, with the ``name`` it was given by.
    """
    if isinstance(given, datetime):
        return given.date()
    if given is None or isinstance(given, date):
        return given
    try:
        return date.fromisoformat(given)
    except (TypeError, ValueError):
        raise ZakuroError(
            f"{name}={given!r} is no day; give a datetime.date or a day like 2026-05-01"
        ) from None


def read(
    data: str | bytes,
    language: str | None = None,
    published: date | str | None = None,
    source: str | None = None,
    home: str | None = None,
    least: str = "0.50",
    *,
    lenient: bool = False,
) -> Reading:
    """The statements and mentions of a document."""
    day = day_of(published, "published")
    return freeze_and_read(data, language, day, source, home, least, lenient=lenient)[1]


def read_frozen(
    document: Document,
    language: str | None = None,
    published: date | None = None,
    home: str | None = None,
    least: str = "0.50",
) -> Reading:
    """What a frozen document says."""
    return read_document(document, language, published, home, hundredths(least))


def surest(reading: Reading, sure: str) -> Reading:
    """A reading with only the statements that are at least so sure."""
    least = hundredths(sure)
    kept = [s for s in reading.statements if hundredths(s.confidence or "1") >= least]
    return msgspec.structs.replace(reading, statements=tuple(kept))


def freeze_and_read(
    data: str | bytes,
    language: str | None = None,
    published: date | None = None,
    source: str | None = None,
    home: str | None = None,
    least: str = "0.50",
    *,
    lenient: bool = False,
) -> tuple[Document, Reading]:
    """The frozen document, with its blocks, beside what was read in it."""
    document = freeze(data, source, lenient=lenient)
    return document, read_frozen(document, language, published, home, least)


def reasons(
    data: str | bytes,
    statement: Statement,
    language: str | None = None,
    published: date | None = None,
    source: str | None = None,
    home: str | None = None,
    *,
    lenient: bool = False,
) -> tuple[Reason, ...]:
    """What weighed for one statement of a text and against it, the heaviest first."""
    document = freeze(data, source, lenient=lenient)
    return reasons_of(document, statement, language, published, home)


def mentions(
    data: str | bytes,
    language: str | None = None,
    reference: date | str | None = None,
    types: Collection[MentionType] | None = None,
    source: str | None = None,
    *,
    lenient: bool = False,
) -> list[Mention]:
    """The mentions of a document, of the types asked for."""
    document = freeze(data, source, lenient=lenient)
    day = day_of(reference, "reference")
    return mentions_of(document, language=language, reference=day, types=types)
