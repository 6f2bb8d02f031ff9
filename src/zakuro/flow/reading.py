"""Reading for users: a text, of whatever kind, becomes a reading."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from zakuro.model.statement import Mention, MentionType, Reading, Statement
from zakuro.read.document.document import Document, freeze
from zakuro.read.reader import mentions_of, read_document, reasons_of
from zakuro.read.weighing.silence import hundredths
from zakuro.read.weighing.weigher import Reason


def read(
    data: str | bytes,
    language: str | None = None,
    published: date | None = None,
    source: str | None = None,
    home: str | None = None,
    least: str = "0.50",
) -> Reading:
    """The statements and mentions of a text, a Markdown or an HTML document."""
    return freeze_and_read(data, language, published, source, home, least)[1]


def freeze_and_read(
    data: str | bytes,
    language: str | None = None,
    published: date | None = None,
    source: str | None = None,
    home: str | None = None,
    least: str = "0.50",
) -> tuple[Document, Reading]:
    """The frozen document, with its blocks, beside what was read in it."""
    document = freeze(data, source)
    return document, read_document(document, language, published, home, hundredths(least))


def reasons(
    data: str | bytes,
    statement: Statement,
    language: str | None = None,
    published: date | None = None,
    source: str | None = None,
    home: str | None = None,
) -> tuple[Reason, ...]:
    """What weighed for one statement of a text and against it, the heaviest first."""
    return reasons_of(freeze(data, source), statement, language, published, home)


def mentions(
    data: str | bytes,
    language: str | None = None,
    reference: date | None = None,
    types: Collection[MentionType] | None = None,
    source: str | None = None,
) -> list[Mention]:
    """The mentions of a text, a Markdown or an HTML document, of the types asked for."""
    return mentions_of(freeze(data, source), language=language, reference=reference, types=types)
