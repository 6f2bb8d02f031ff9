"""Taking a document in: its bytes and text kept, what the machine read in it filed, unreviewed."""

from __future__ import annotations

from collections import Counter
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

import msgspec

from zakuro.flow.keeping import tables
from zakuro.flow.keeping.books import Books
from zakuro.flow.keeping.terms import LINE_TERMS, line_rows
from zakuro.flow.reading import read_frozen
from zakuro.model.acts import FiledDocument, FiledStatement, body_as, body_of
from zakuro.model.entry import Author, Basis, Draft, Entry
from zakuro.model.errors import ZakuroError
from zakuro.model.source import Publisher, Source
from zakuro.model.statement import Reading, Statement
from zakuro.read.document.document import freeze


def take_in(
    books: Books,
    reading: Reading,
    content: bytes,
    *,
    reader: str,
    filed_by: str,
    title: str | None = None,
    occasion: str | None = None,
    publisher: Publisher | None = None,
    retold: bool = False,
    extractor: str | None = None,
    author: str | None = None,
) -> str:
    """File a document and its statements; give its name (``D-1``).

    ``content`` are the bytes as received, ``reader`` the program and version that read them,
    ``extractor`` that which gave their text; ``author`` is whom the file names as such.
    ``retold`` says that the text is the keeper's own digest of what stands at its source.
    ZakuroError if the same text is filed already.
    """
    if retold and "://" not in (reading.source or ""):
        raise ZakuroError(
            "What is retold needs the address of its source: give --source https://…."
        )
    known = [("sha256", "=", reading.document)]
    with books.writing() as writer:
        for row in books.journal.rows(tables.DOCUMENTS, known, limit=1):  # type: ignore[arg-type]
            raise ZakuroError(
                f"This text is filed already, as D-{row['number']}: `zakuro review` goes on with "
                "its statements."
            )
        number = writer.next_number(tables.DOCUMENTS)
        kept = writer.transaction.put_document(content, reading.text, extractor=reader)
        filed = FiledDocument(
            sha256=kept.text,
            language=reading.language,
            characters=len(reading.text),
            reader=reader,
            original=kept.content,
            source=reading.source,
            published=reading.published,
            title=title,
            occasion=occasion,
            statements=len(reading.statements),
            publisher=publisher,
            retold=retold,
            extractor=extractor,
            author=author,
        )
        if kept.text != reading.document:
            raise ZakuroError("The reading is of another text than the one given with it.")
        writer.append(
            Draft(
                kind="document",
                subject=f"D-{number}",
                author=Author(filed_by=filed_by),
                body=body_of(filed),
            )
        )
        rows = []
        for statement in reading.statements:
            entry = writer.append(
                Draft(
                    kind="statement",
                    subject=f"D-{number}:{statement.id}",
                    author=Author(filed_by=reader),
                    body=body_of(FiledStatement(statement=statement)),
                )
            )
            rows.append(tables.statement_row(number, entry.number, statement))
        writer.transaction.upsert(tables.DOCUMENTS, [tables.document_row(number, filed)])
        writer.transaction.upsert(tables.STATEMENTS, rows)
        writer.transaction.upsert(LINE_TERMS, line_rows(number, reading.text))
    return f"D-{number}"


def document(books: Books, name: str) -> FiledDocument:
    """Give a document filed, by its name, with its publisher as known now; ZakuroError if none."""
    found: FiledDocument | None = None
    for entry in books.journal.entries(subject=name, kind=("document", "publisher")):
        if entry.kind == "document":
            found = body_as(entry, FiledDocument)
        elif found is not None:
            found = msgspec.structs.replace(found, publisher=body_as(entry, Publisher))
    if found is None:
        raise ZakuroError(f"There is no document {name}: documents are named D-1, D-2 …")
    return found


def words_basis(filed: FiledDocument) -> Basis:
    """Give the basis of what rests on a document: published words, or the keeper's digest."""
    return "retold" if filed.retold else "attributed"


def set_publisher(books: Books, name: str, publisher: Publisher, *, filed_by: str) -> Entry:
    """Say who published a document, and whose that publisher is; a later word replaces."""
    with books.writing() as writer:
        filed = document(books, name)
        entry = writer.append(
            Draft(
                kind="publisher",
                subject=name,
                author=Author(filed_by=filed_by),
                body=body_of(publisher),
            )
        )
        known = msgspec.structs.replace(filed, publisher=publisher)
        row = tables.document_row(tables.numbered(name), known)
        writer.transaction.upsert(tables.DOCUMENTS, [row])
    return entry


def statement(books: Books, name: str) -> Statement:
    """Give a statement as the machine read it, by its name (``D-1:s3``)."""
    for entry in books.journal.entries(subject=name, kind="statement", limit=1):
        return body_as(entry, FiledStatement).statement
    raise ZakuroError(f"There is no statement {name}: they are named D-1:s1, D-1:s2 …")


def source(books: Books, name: str) -> Source:
    """Give the published words at ``D-7:s12``, or at the characters ``D-7:120-180``."""
    where, _, place = name.partition(":")
    filed = document(books, where)
    if place.startswith("s"):
        found = statement(books, name)
        start, end, exact = found.start, found.end, found.exact
    else:
        text = books.journal.blob(filed.sha256).decode("utf-8")
        first, _, last = place.partition("-")
        if not (first.isdecimal() and last.isdecimal() and int(first) < int(last) <= len(text)):
            raise ZakuroError(
                f"{name!r} names no words: give a statement (D-7:s12) or characters of the text "
                f"(D-7:120-180; {where} has {len(text)})."
            )
        start, end = int(first), int(last)
        exact = text[start:end]
    return Source(
        document=where,
        start=start,
        end=end,
        exact=exact,
        statement=name if place.startswith("s") else None,
        published=filed.published,
        retold=filed.source if filed.retold else None,
    )


class Taken(NamedTuple):
    """A document taken in, and how many statements of each kind it holds.

    ``notes`` say what of it could not be read.
    """

    name: str
    title: str | None
    source: str | None
    language: str
    kinds: dict[str, int]
    notes: tuple[str, ...] = ()


def take_in_file(
    books: Books,
    path: Path,
    *,
    filed_by: str,
    published: date | None = None,
    language: str | None = None,
    title: str | None = None,
    occasion: str | None = None,
    source: str | None = None,
    home: str | None = None,
    publisher: Publisher | None = None,
    retold: bool = False,
) -> Taken:
    """Read a file and file what it says; what is not given it says of itself, if it does.

    ZakuroError if it cannot be read, or is filed already.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ZakuroError(f"Cannot read {path}: {error.strerror}.") from None
    return take_in_content(
        books,
        content,
        filed_by=filed_by,
        published=published,
        language=language,
        title=title,
        occasion=occasion,
        source=source or path.name,
        file_name=path.name,
        home=home,
        publisher=publisher,
        retold=retold,
    )


def take_in_content(
    books: Books,
    content: bytes,
    *,
    filed_by: str,
    published: date | None = None,
    language: str | None = None,
    title: str | None = None,
    occasion: str | None = None,
    source: str | None = None,
    file_name: str | None = None,
    home: str | None = None,
    publisher: Publisher | None = None,
    retold: bool = False,
    lenient: bool = False,
) -> Taken:
    """Read the bytes of a document and file what it says; as :func:`take_in_file`.

    The sort of file is told by ``file_name``, or where there is none by its source: what is retold
    of a page of the web is no such page.
    """
    frozen = freeze(content, file_name or source, lenient=lenient)
    published = published or frozen.published
    found = read_frozen(frozen, language or frozen.language, published, home)
    found = msgspec.structs.replace(found, published=published, source=source)
    title = title or frozen.title
    taken = take_in(
        books,
        found,
        content,
        reader=f"zakuro {version('zakuro')}",
        filed_by=filed_by,
        title=title,
        occasion=occasion,
        publisher=publisher,
        retold=retold,
        extractor=frozen.extractor,
        author=frozen.author,
    )
    kinds: Counter[str] = Counter(statement.kind for statement in found.statements)
    return Taken(taken, title, found.source, found.language, dict(kinds), frozen.notes)
