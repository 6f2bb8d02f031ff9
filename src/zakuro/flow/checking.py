"""Checking for users: a text is read, and held against itself and against reference rates."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from zakuro.check.checks import check as check_reading
from zakuro.check.checks import in_order
from zakuro.check.scores import means_of_rows
from zakuro.flow.acting.take_in import document as kept_document
from zakuro.flow.keeping.books import Books
from zakuro.flow.reading import freeze_and_read
from zakuro.model.errors import ZakuroError
from zakuro.model.finding import Finding, Wording
from zakuro.model.source import Point
from zakuro.model.statement import Reading
from zakuro.read.document.document import Document
from zakuro.read.lexis.wording import wording


def check(
    data: str | bytes,
    language: str | None = None,
    published: date | None = None,
    source: str | None = None,
    home: str | None = None,
    *,
    lenient: bool = False,
    points: Sequence[Point] = (),
) -> tuple[Reading, tuple[Finding, ...]]:
    """The reading of a text and the findings on it, what does not agree first.

    ``points`` are the figures of series by which its claims are recomputed.
    """
    return check_document(data, language, published, source, home, lenient=lenient, points=points)[
        1:
    ]


def check_document(
    data: str | bytes,
    language: str | None = None,
    published: date | None = None,
    source: str | None = None,
    home: str | None = None,
    *,
    lenient: bool = False,
    points: Sequence[Point] = (),
) -> tuple[Document, Reading, tuple[Finding, ...]]:
    """The frozen document, with its blocks, its reading, and the findings on it."""
    document, reading = freeze_and_read(data, language, published, source, home, lenient=lenient)
    return document, reading, _checked(document, reading, points)


def findings_on(document: Document, reading: Reading) -> tuple[Finding, ...]:
    """The findings on a document that has been read."""
    return _checked(document, reading)


def _checked(
    document: Document, reading: Reading, points: Sequence[Point] = ()
) -> tuple[Finding, ...]:
    words = wording(reading.language) if reading.language else Wording()
    return check_reading(reading, document.blocks, words, points)


def in_question(books: Books, name: str) -> tuple[Finding, ...]:
    """The findings on a document of books that do not say that all is well."""
    filed = kept_document(books, name)
    content = books.journal.blob(filed.sha256)
    found = check(content, filed.language, filed.published, filed.source)[1]
    return tuple(finding for finding in found if finding.verdict != "consistent")


def check_scores(path: Path, mean: str | None = None) -> tuple[str, tuple[Finding, ...]]:
    """The text of a table of scores, and the rows that print a mean their scores do not give."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ZakuroError(f"{path} cannot be read: {error.strerror or error}.") from None
    found = in_order(means_of_rows(content, path.name, mean))
    return content.decode("utf-8-sig"), found
