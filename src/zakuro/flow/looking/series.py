"""Series kept with books, and what is claimed in the documents of books, recomputed by them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from pathlib import Path

import msgspec

from zakuro.check.checks import in_order
from zakuro.check.paper import Paper
from zakuro.check.rules.retelling import Retold
from zakuro.check.series.claims import against_series, claims_of
from zakuro.check.series.formats import points_of
from zakuro.check.versions.across import across
from zakuro.flow.acting.take_in import document
from zakuro.flow.browsing.documents import open_document
from zakuro.flow.keeping import tables
from zakuro.flow.keeping.books import Books
from zakuro.flow.reading import mentions
from zakuro.model.acts import body_as, body_of
from zakuro.model.entry import Author, Draft, Entry
from zakuro.model.errors import ZakuroError
from zakuro.model.finding import Finding, Place
from zakuro.model.source import FiledSeries, Point
from zakuro.model.statement import MentionType, Reading
from zakuro.read.document.plain.layout import blocks_of

_SPANS: tuple[MentionType, ...] = ("duration",)


def read_series(paths: Iterable[Path]) -> tuple[Point, ...]:
    """The figures of some files; ZakuroError says which line of which cannot be read."""
    found: list[Point] = []
    for path in paths:
        found += points_of(_content(path), path.name)[0]
    return tuple(found)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ZakuroError(f"{path} cannot be read: {error.strerror or error}.") from None


def add_series(
    books: Books, path: Path, *, name: str | None = None, source: str | None = None, filed_by: str
) -> tuple[Entry, FiledSeries]:
    """Keep a file of series with books, under a name; a later one of that name takes its place."""
    content = _content(path)
    points, form = points_of(content, path.name)
    called = name or path.stem
    if not called.strip() or any(letter in called for letter in "\r\n\0"):
        raise ZakuroError(f"{called!r} is no name for series: give --name with one line.")
    with books.writing() as writer:
        digest = writer.transaction.put_blob(content)
        filed = FiledSeries(
            name=called, sha256=digest, form=form, points=len(points), source=source
        )
        draft = Draft(
            kind="series",
            subject=f"series:{called}",
            author=Author(filed_by=filed_by),
            body=body_of(filed),
        )
        return writer.append(draft), filed


def kept_series(books: Books) -> list[FiledSeries]:
    """The series kept with books, of each name the last."""
    found: dict[str, FiledSeries] = {}
    for entry in books.journal.entries(kind="series"):
        filed = body_as(entry, FiledSeries)
        found[filed.name] = filed
    return list(found.values())


def series_points(books: Books) -> tuple[Point, ...]:
    """All figures of the series kept with books."""
    return tuple(
        point
        for filed in kept_series(books)
        for point in points_of(books.journal.blob(filed.sha256), filed.name)[0]
    )


def claims_in(
    books: Books, points: tuple[Point, ...] = (), only: Collection[str] = ()
) -> tuple[Finding, ...]:
    """What is claimed in the documents of books, recomputed by the series kept, and by more.

    With ``only`` what some documents claim.
    """
    points = (*series_points(books), *points)
    found: list[Finding] = []
    for name, reading in _readings(books):
        if only and name not in only:
            continue
        paper = Paper(reading, blocks_of(reading.text))
        if any(claims_of(paper, points)):
            # Over how many years something grew may stand beside the statement.
            spans = mentions(reading.text, reading.language, reading.published, _SPANS)
            whole = msgspec.structs.replace(reading, mentions=tuple(spans))
            paper = Paper(whole, paper.blocks)
        found += [_of(finding, name) for finding in against_series(paper, points)]
    return in_order(found)


def texts(books: Books, findings: Iterable[Finding]) -> dict[str, str]:
    """The texts of the documents that findings rest on, by their names."""
    names = {place.document for finding in findings for place in finding.where}
    return {
        name: books.journal.blob(document(books, name).sha256).decode("utf-8") for name in names
    }


def check_books(
    books: Books, since: date | None = None, points: tuple[Point, ...] = ()
) -> tuple[Finding, ...]:
    """What the documents of books say of one thing with two figures, and claims by the series.

    ``points`` are figures of more series than those kept.  With ``since`` only what a document has
    part in that was filed since that day.
    """
    changed: set[str] = set()
    if since is not None:
        entries = books.journal.entries(kind="document")
        changed = {entry.subject for entry in entries if entry.time.date() >= since}
        if not changed:
            return ()
    papers = [Paper(read, blocks_of(read.text), name) for name, read in _readings(books)]
    # What did not change is read for its figures only where it may tell a changed sentence again.
    again = Retold([paper for paper in papers if paper.name in changed])
    found = list(
        across(
            [
                _with_mentions(paper)
                if not changed or paper.name in changed or again.may_be_in(paper)
                else paper
                for paper in papers
            ],
            changed,
        )
    )
    if points or kept_series(books):
        found += claims_in(books, points, changed)
    return in_order(found)


def _with_mentions(paper: Paper) -> Paper:
    reading = paper.reading
    read = tuple(mentions(reading.text, reading.language, reading.published))
    return Paper(msgspec.structs.replace(reading, mentions=read), paper.blocks, paper.name)


def _readings(books: Books) -> Iterator[tuple[str, Reading]]:
    """Each document of books with its statements as they stand: corrected, or as read."""
    for row in books.journal.rows(tables.DOCUMENTS, order=("number",)):
        opened = open_document(books, f"D-{row['number']}")
        yield (
            opened.name,
            Reading(
                language=opened.filed.language,
                document=opened.filed.sha256,
                text=opened.text,
                source=opened.filed.source,
                published=opened.filed.published,
                statements=tuple(each.now for each in opened.statements if each.state != "refused"),
            ),
        )


def _of(finding: Finding, document: str) -> Finding:
    where = tuple(
        Place(start=place.start, end=place.end, exact=place.exact, document=document)
        for place in finding.where
    )
    return Finding(
        id=finding.id,
        kind=finding.kind,
        verdict=finding.verdict,
        says=finding.says,
        where=where,
        rule=finding.rule,
    )
