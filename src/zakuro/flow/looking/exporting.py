"""The books as tables for others' programs: pledges, entries, documents; names beside codes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

from zakuro.flow.batch.writing import write_whole
from zakuro.flow.browsing.documents import documents
from zakuro.flow.keeping.books import Books
from zakuro.flow.looking.lists import pledges
from zakuro.model import vocabulary
from zakuro.model.acts import body_as
from zakuro.model.entry import Entry, Release, unsealed
from zakuro.model.errors import ZakuroError
from zakuro.publish.sheets import Cell, Sheet, as_csv, as_json_lines, as_workbook
from zakuro.words import figures

ACTS = ("allotment", "report", "confirmation", "dispute", "reversal")
"""The kinds of entry that move or take back an amount."""

PLEDGES = (
    "pledge", "givers", "givers_names", "receivers", "receivers_names", "act", "object", "topics",
    "unit", "unit_name", "bound", "pledged", "low", "high", "reported", "confirmed", "disputed",
    "standing", "word", "basis", "due", "occasion", "part_of", "statement", "words",
)  # fmt: skip
ENTRIES = (
    "entry", "pledge", "kind", "day", "filed", "party", "party_name", "basis", "filed_by",
    "receiver", "receiver_name", "unit", "value", "of", "source", "taken_back_by",
)  # fmt: skip
DOCUMENTS = ("document", "title", "occasion", "published", "language", "source", "statements")


def export(books: Books, path: Path, on: date) -> list[Path]:
    """Write the books as of a day as ``.xlsx``, ``.jsonl`` or ``.csv``; give the files written.

    A CSV holds one table: the pledges in ``path``, the others beside it.  ZakuroError for another
    kind of file, or one that cannot be written or exists.
    """
    ending = path.suffix.lower()
    if ending not in (".xlsx", ".jsonl", ".csv"):
        raise ZakuroError(f"{path} is no kind of table: name it .xlsx, .csv or .jsonl.")
    names = [path]
    if ending == ".csv":
        names += [path.with_name(f"{path.stem}-{name}.csv") for name in ("entries", "documents")]
    for name in names:
        if name.exists():
            raise ZakuroError(f"{name} is there already: give another name, or move it away.")
    found = sheets(books, on)
    if ending == ".csv":
        contents = [as_csv(sheet) for sheet in found]
    else:
        contents = [as_workbook(found) if ending == ".xlsx" else as_json_lines(found)]
    for place, (name, content) in enumerate(zip(names, contents, strict=True)):
        try:
            write_whole(name, content)
        except ZakuroError:
            for before in names[:place]:
                before.unlink()
            raise
    return names


def sheets(books: Books, on: date) -> list[Sheet]:
    """Give the books as tables, as of a day."""
    return [
        Sheet("pledges", PLEDGES, list(_pledges(books, on))),
        Sheet("entries", ENTRIES, list(_entries(books))),
        Sheet("documents", DOCUMENTS, list(_documents(books))),
    ]


def _names(codes: str) -> str:
    return ", ".join(
        " + ".join(figures.party("en", each) for each in code.split("+")) for code in codes.split()
    )


def _pledges(books: Books, on: date) -> Iterator[tuple[Cell, ...]]:
    for one in pledges(books, on, limit=None):
        for amount in one.amounts:
            yield (
                one.name, one.givers, _names(one.givers), one.receivers, _names(one.receivers),
                one.act, one.object, one.topics, amount.unit, vocabulary.unit_label(amount.unit),
                amount.bound, amount.pledged, amount.low, amount.high, amount.reported,
                amount.confirmed, amount.disputed, one.standing, one.word, one.bases, one.due,
                one.occasion, one.part_of, one.statement, one.words,
            )  # fmt: skip


def _entries(books: Books) -> Iterator[tuple[Cell, ...]]:
    taken = {
        int(entry.body["entry"]): f"E-{entry.number}"
        for entry in books.journal.entries(kind=("reversal", "unjoin"))
        if "entry" in entry.body
    }
    opened = {
        release.entry: release
        for release in (body_as(e, Release) for e in books.journal.entries(kind="release"))
    }
    for entry in books.journal.entries(kind=ACTS):
        known = opened.get(entry.number)
        yield _entry(unsealed(entry, known) if known else entry, taken.get(entry.number))


def _entry(entry: Entry, taken: str | None) -> tuple[Cell, ...]:
    body, party = entry.body, entry.author.party
    of = body.get("report") or body.get("entry")
    receiver = body.get("receiver")
    source = body.get("source") or {}
    return (
        f"E-{entry.number}", entry.subject, entry.kind,
        date.fromisoformat(body["on"]) if body.get("on") else None,
        entry.time.date(), party, _names(party or ""), entry.author.basis, entry.author.filed_by,
        receiver, _names(receiver or ""), body.get("unit"),
        Decimal(body["value"]) if "value" in body else None, f"E-{of}" if of else None,
        source.get("statement") or source.get("document"), taken,
    )  # fmt: skip


def _documents(books: Books) -> Iterator[tuple[Cell, ...]]:
    for one in documents(books):
        yield (
            one.name, one.title, one.occasion, one.published, one.language, one.source,
            one.statements,
        )  # fmt: skip
