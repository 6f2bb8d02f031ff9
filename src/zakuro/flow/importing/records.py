"""Records that others keep, entered as attributed pledges and reports; nothing is entered twice.

Each record becomes a line of a document, so that every pledge and report rests on words.  A line
that was filed from the same source before is not filed again.  What a third party says became of a
promise is no word of its giver: it is laid beside the pledge as evidence found by that party.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from hashlib import sha256
from typing import Literal, NamedTuple

import msgspec

from zakuro.flow.acting import acts, beside, changes
from zakuro.flow.acting.bulk import Left, accept_waiting
from zakuro.flow.acting.take_in import take_in
from zakuro.flow.acting.waiting import Selection
from zakuro.flow.keeping import tables
from zakuro.flow.keeping.books import Books
from zakuro.journal import Condition
from zakuro.ledger.arithmetic import written
from zakuro.ledger.parties import EVERYONE
from zakuro.model.errors import RefusedError
from zakuro.model.source import Publisher
from zakuro.model.statement import Period, Quantity, Reading, Statement

READER = "records"
_DAY = timedelta(days=1)


class Delivered(NamedTuple):
    """A delivery of a record."""

    on: date
    value: Decimal


Standing = Literal["withdrawn", "suspended"]
"""What a keeper of records can say of a pledge besides deliveries."""


class State(NamedTuple):
    """What became of a record: as the books say it, in its keeper's words, and when said.

    Without ``on`` it counts from the day on which it is entered.
    """

    standing: Standing
    words: str
    on: date | None = None


class Record(NamedTuple):
    """One record: its key at its keeper, its words, who promised whom how much, and by when.

    ``end`` is the last day of its term.  ``topics`` as the vocabulary names them.  An ``umbrella``
    stands over other records that hold its amount, so its own is told and not counted.
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
    state: State | None = None
    umbrella: bool = False

    def promise(self) -> str:
        """Give the record as a line of a document."""
        parts = [f"[{self.key}] {' '.join(self.words.split())}"]
        parts.append(f"{'+'.join(self.givers)} → {'+'.join(self.receivers) or 'all'}")
        if self.value is not None:
            parts.append(f"umbrella of {self.amount()}" if self.umbrella else self.amount())
        parts += [f"due by {self.end}"] if self.end else []
        return "; ".join(parts)

    def amount(self) -> str:
        """Give its amount as words."""
        return f"{written(self.value or Decimal(0))} {self.unit}"

    def delivery(self, made: Delivered) -> str:
        """Give a delivery as a line of a document."""
        return f"[{self.key}] delivered on {made.on}: {written(made.value)} {self.unit}"

    def stood(self, state: State) -> str:
        """Give its state as a line of a document: the same one, whenever its keeper says it."""
        return f"[{self.key}] {state.words}"


class Imported(NamedTuple):
    """What came of importing: how many pledges, reports and states are new, how many were known.

    ``evidence`` are the deliveries and states that a third party tells of.  ``left`` wait for a
    person (`zakuro review`): they may say again what is open already.  ``refused`` are deliveries
    and states that the books do not take, each with the reason.  ``umbrellas`` are the keys of
    records whose amount is not counted.
    """

    documents: tuple[str, ...]
    pledges: int
    reports: int
    withdrawn: int
    suspended: int
    evidence: int
    known: int
    left: tuple[Left, ...]
    refused: tuple[str, ...]
    umbrellas: tuple[str, ...]


def import_records(
    books: Books,
    records: Sequence[Record],
    *,
    source: str,
    filed_by: str,
    publisher: Publisher | None = None,
    language: str = "en",
) -> Imported:
    """Enter records of a source as pledges and reports of who is named in them, as attributed.

    With a ``publisher`` that is not the giver's own, what became of them is its evidence.
    """
    filed = _filed(books, source)
    fresh = [record for record in records if record.promise() not in filed]
    documents: list[str] = []
    left: list[Left] = []
    pledges = 0
    for day, group in sorted(_by_day(fresh).items(), key=lambda one: one[0] or date.min):
        name = _file(books, _promises(group, day, source, language), filed_by, publisher)
        documents.append(name)
        with books.writing() as writer:
            found = accept_waiting(writer, Selection(document=name), filed_by)
        pledges += len(found.decided)
        left += found.left
    lines = [each for record in records for each in _later(record, publisher)]
    later = _follow(books, lines, source, filed_by, language, publisher)
    return Imported(
        documents=(*documents, *later.documents),
        pledges=pledges,
        reports=later.entered["reported"],
        withdrawn=later.entered["withdrawn"],
        suspended=later.entered["suspended"],
        evidence=later.entered["evidence"],
        known=len(records) - len(fresh) + later.known,
        left=tuple(left),
        refused=tuple(later.refused),
        umbrellas=tuple(record.key for record in records if record.umbrella),
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
    if record.value is not None and not record.umbrella:
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


def _file(books: Books, reading: Reading, filed_by: str, publisher: Publisher | None) -> str:
    content = reading.text.encode()
    return take_in(books, reading, content, reader=READER, filed_by=filed_by, publisher=publisher)


class _Later(NamedTuple):
    """A line on what became of a record: when it was said, as what it counts, how it is entered."""

    key: str
    line: str
    published: date | None
    counts_as: str
    enter: Callable[[Books, str, str, str], None]


class _Followed(NamedTuple):
    """What came of such lines: how many were entered as what, known before, or refused and why."""

    documents: list[str]
    entered: Counter[str]
    known: int
    refused: list[str]


def _later(record: Record, publisher: Publisher | None) -> Iterator[_Later]:
    """Give the lines on what became of a record: its deliveries, then its state."""
    givers = _speaking(record, publisher)
    for made in record.delivered:
        line = record.delivery(made)
        if givers:
            enter = partial(_report, record, made, givers[0])
            yield _Later(record.key, line, None, "reported", enter)
        else:
            enter = partial(_find, made, record.unit, "")
            yield _Later(record.key, line, None, "evidence", enter)
    if record.state:
        state, line = record.state, record.stood(record.state)
        if givers:
            enter = partial(_stand, givers, state)
            yield _Later(record.key, line, state.on, state.standing, enter)
        else:
            yield _Later(
                record.key, line, state.on, "evidence", partial(_find, None, "", state.words)
            )


def _speaking(record: Record, publisher: Publisher | None) -> tuple[str, ...]:
    """Give the givers in whose words a record is told; nobody where a third party tells it.

    Of a table of which nobody says whose it is the givers are taken to tell it.
    """
    if publisher is None:
        return record.givers
    own = publisher.ownership in ("government", "state agency")
    return tuple(giver for giver in record.givers if own and giver == publisher.state)


def _find(
    made: Delivered | None,
    unit: str,
    text: str,
    books: Books,
    pledge: str,
    filed_by: str,
    words: str,
) -> None:
    """Lay what a third party tells beside the pledge; of a delivery also how much, and when."""
    beside.add_evidence(
        books,
        pledge,
        (),
        filed_by=filed_by,
        text=text,
        words=words,
        value=made.value if made else None,
        unit=unit if made else None,
        on=made.on if made else None,
    )


def _report(
    record: Record,
    made: Delivered,
    giver: str,
    books: Books,
    pledge: str,
    filed_by: str,
    words: str,
) -> None:
    acts.report(
        books,
        pledge,
        acts.Word(party=giver, filed_by=filed_by, words=words),
        value=made.value,
        unit=record.unit,
        receiver=record.receivers[0] if len(record.receivers) == 1 else None,
        on=made.on,
    )


def _stand(
    givers: Sequence[str], state: State, books: Books, pledge: str, filed_by: str, words: str
) -> None:
    """Enter a state as the givers' word alone: a record of others tells of no agreement."""
    for giver in givers:
        word = acts.Word(party=giver, filed_by=filed_by, words=words)
        rests = state.standing == "suspended"
        changes.withdraw(books, pledge, word, reason=state.words, for_now=rests)


def _follow(
    books: Books,
    lines: Sequence[_Later],
    source: str,
    filed_by: str,
    language: str,
    publisher: Publisher | None,
) -> _Followed:
    """Enter what became of records whose pledges are open; that of others waits for it."""
    followed = _Followed([], Counter(), 0, [])
    if not lines:
        return followed
    open_ones = {
        str(row["words"]).partition("]")[0].removeprefix("["): f"P-{row['number']}"
        for row in books.journal.rows(tables.PLEDGES, [("open", "=", 1)])
        if str(row["words"]).startswith("[")
    }
    filed = _filed(books, source)
    fresh: dict[date | None, dict[str, _Later]] = defaultdict(dict)
    for each in lines:
        if each.line not in filed and each.key in open_ones:
            fresh[each.published][each.line] = each
    for day, of in sorted(fresh.items(), key=lambda one: one[0] or date.min):
        text = "".join(f"{line}\n" for line in of)
        name = _file(books, _reading(text, [], day, source, language), filed_by, publisher)
        followed.documents.append(name)
        start = 0
        for line, each in of.items():
            words = f"{name}:{start}-{start + len(line)}"
            start += len(line) + 1
            try:
                each.enter(books, open_ones[each.key], filed_by, words)
                followed.entered[each.counts_as] += 1
            except RefusedError as error:
                followed.refused.append(f"{line}: {error}")
    return followed._replace(known=sum(each.line in filed for each in lines))
