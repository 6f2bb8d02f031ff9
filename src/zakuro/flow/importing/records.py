"""Records that others keep, entered as attributed pledges and reports; nothing is entered twice.

Each record becomes a line of a document, so that every pledge and report rests on words.  A line
that was filed from the same source before is not filed again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from hashlib import sha256
from typing import NamedTuple

import msgspec

from zakuro.flow.acting import acts
from zakuro.flow.acting.bulk import Left, accept_waiting
from zakuro.flow.acting.take_in import take_in
from zakuro.flow.acting.waiting import Selection
from zakuro.flow.keeping import tables
from zakuro.flow.keeping.books import Books
from zakuro.journal import Condition
from zakuro.ledger.arithmetic import written
from zakuro.ledger.parties import EVERYONE
from zakuro.model.errors import RefusedError
from zakuro.model.statement import Period, Quantity, Reading, Statement

READER = "records"
_DAY = timedelta(days=1)


class Delivered(NamedTuple):
    """A delivery of a record."""

    on: date
    value: Decimal


class Record(NamedTuple):
    """One record: its key at its keeper, its words, who promised whom how much, and by when.

    ``end`` is the last day of its term.  ``topics`` as the vocabulary names them.
    """

    key: str
    words: str
    givers: tuple[str, ...]
    receivers: tuple[str, ...]
    value: Decimal | None
    unit: str
    said_on: date | None
    end: date | None
    topics: tuple[str, ...] = ()
    delivered: tuple[Delivered, ...] = ()

    def promise(self) -> str:
        """Give the record as a line of a document."""
        parts = [f"[{self.key}] {' '.join(self.words.split())}"]
        parts.append(f"{'+'.join(self.givers)} → {'+'.join(self.receivers) or 'all'}")
        parts += [self.amount()] if self.value is not None else []
        parts += [f"due by {self.end}"] if self.end else []
        return "; ".join(parts)

    def amount(self) -> str:
        """Give its amount as words."""
        return f"{written(self.value or Decimal(0))} {self.unit}"

    def delivery(self, made: Delivered) -> str:
        """Give a delivery as a line of a document."""
        return f"[{self.key}] delivered on {made.on}: {written(made.value)} {self.unit}"


class Imported(NamedTuple):
    """What came of importing: how many pledges and reports are new, how many were known.

    ``left`` wait for a person (`zakuro review`): they may say again what is open already.
    ``refused`` are deliveries that the books do not take, each with the reason.
    """

    documents: tuple[str, ...]
    pledges: int
    reports: int
    known: int
    left: tuple[Left, ...]
    refused: tuple[str, ...]


def import_records(
    books: Books, records: Sequence[Record], *, source: str, filed_by: str, language: str = "en"
) -> Imported:
    """Enter records of a source as pledges and reports of who is named in them, as attributed."""
    filed = _filed(books, source)
    fresh = [record for record in records if record.promise() not in filed]
    documents: list[str] = []
    left: list[Left] = []
    pledges = 0
    for day, group in sorted(_by_day(fresh).items(), key=lambda one: one[0] or date.min):
        name = _file(books, _promises(group, day, source, language), filed_by)
        documents.append(name)
        with books.writing() as writer:
            found = accept_waiting(writer, Selection(document=name), filed_by)
        pledges += len(found.decided)
        left += found.left
    reports, known, refused, more = _deliver(books, records, source, filed_by, language)
    return Imported(
        documents=(*documents, *more),
        pledges=pledges,
        reports=reports,
        known=len(records) - len(fresh) + known,
        left=tuple(left),
        refused=tuple(refused),
    )


def _by_day(records: Iterable[Record]) -> dict[date | None, list[Record]]:
    """Give records by the day on which they were said; each line once."""
    days: dict[date | None, dict[str, Record]] = defaultdict(dict)
    for record in records:
        days[record.said_on].setdefault(record.promise(), record)
    return {day: list(found.values()) for day, found in days.items()}


def _filed(books: Books, source: str) -> set[str]:
    """Give the lines filed from a source before."""
    of: list[Condition] = [("source", "=", source)]
    return {
        line
        for row in books.journal.rows(tables.DOCUMENTS, of)
        for line in books.journal.blob(str(row["sha256"])).decode("utf-8").splitlines()
    }


def _promises(records: list[Record], day: date | None, source: str, language: str) -> Reading:
    lines, statements, start = [], [], 0
    for number, record in enumerate(records, start=1):
        line = record.promise()
        statements.append(_statement(f"s{number}", record, line, start))
        lines.append(line)
        start += len(line) + 1
    return _reading("\n".join(lines) + "\n", statements, day, source, language)


def _reading(
    text: str, statements: list[Statement], day: date | None, source: str, language: str
) -> Reading:
    digest = sha256(text.encode()).hexdigest()
    return Reading(
        language=language,
        document=digest,
        text=text,
        published=day,
        source=source,
        statements=tuple(msgspec.structs.replace(one, document=digest) for one in statements),
    )


def _statement(name: str, record: Record, line: str, start: int) -> Statement:
    """Give the pledge of a record, its amount and term resting on the words of its line."""
    quantities: tuple[Quantity, ...] = ()
    period = None
    if record.value is not None:
        at = start + line.rindex(record.amount())
        quantities = (
            Quantity(
                start=at,
                end=at + len(record.amount()),
                exact=record.amount(),
                unit=record.unit,
                bound="exact",
                value=record.value,
            ),
        )
    if record.end is not None:
        said = f"due by {record.end}"
        at = start + line.rindex(said)
        period = Period(
            edtf=record.end.isoformat(),
            start_date=None,
            end_date=record.end + _DAY,
            start=at,
            end=at + len(said),
            exact=said,
        )
    return Statement(
        id=name,
        document="",
        kind="pledge",
        start=start,
        end=start + len(line),
        exact=line,
        act="provide",
        object=None,
        quantities=quantities,
        givers=record.givers,
        receivers=record.receivers or (EVERYONE,),
        topics=record.topics,
        strength="commits",
        rule="record",
        period=period,
    )


def _file(books: Books, reading: Reading, filed_by: str) -> str:
    return take_in(
        books, reading, reading.text.encode(), reader=READER, filed_by=filed_by, title=None
    )


def _deliver(
    books: Books, records: Sequence[Record], source: str, filed_by: str, language: str
) -> tuple[int, int, list[str], list[str]]:
    """Report the deliveries of records whose pledges are open; those of others wait for it."""
    if not any(record.delivered for record in records):
        return 0, 0, [], []
    open_ones = {
        str(row["words"]).partition("]")[0].removeprefix("["): f"P-{row['number']}"
        for row in books.journal.rows(tables.PLEDGES, [("open", "=", 1)])
        if str(row["words"]).startswith("[")
    }
    filed, known = _filed(books, source), 0
    fresh: dict[str, tuple[Record, Delivered]] = {}
    for record in records:
        for made in record.delivered:
            line = record.delivery(made)
            known += line in filed
            if line not in filed and record.key in open_ones:
                fresh[line] = (record, made)
    if not fresh:
        return 0, known, [], []
    text = "".join(f"{line}\n" for line in fresh)
    name = _file(books, _reading(text, [], None, source, language), filed_by)
    start, refused = 0, []
    for line, (record, made) in fresh.items():
        words = f"{name}:{start}-{start + len(line)}"
        start += len(line) + 1
        try:
            acts.report(
                books,
                open_ones[record.key],
                acts.Word(party=record.givers[0], filed_by=filed_by, words=words),
                value=made.value,
                unit=record.unit,
                receiver=record.receivers[0] if len(record.receivers) == 1 else None,
                on=made.on,
            )
        except RefusedError as error:
            refused.append(f"{line}: {error}")
    return len(fresh) - len(refused), known, refused, [name]
