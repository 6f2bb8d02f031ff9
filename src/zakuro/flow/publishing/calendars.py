"""What falls due, and the silences of decisions, as a calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from zakuro.flow.deciding.looking import show, texts
from zakuro.flow.keeping import tables
from zakuro.flow.keeping.books import Books
from zakuro.flow.publishing.subjects import Subject, lasting_name, pledges_on
from zakuro.journal import Condition
from zakuro.ledger.account import PledgeAccount
from zakuro.publish.calendars import Occasion, as_calendar
from zakuro.words import figures
from zakuro.words.catalogue import say

MOST = 1000
"""How many pledges a calendar holds, those due first."""

BACK = timedelta(days=365)
"""How far back a calendar goes."""

_DAY = timedelta(days=1)
_OFF = {"withdrawn", "ended by agreement"}


def calendar(
    books: Books, subject: Subject, on: date, moment: datetime, language: str = "en", root: str = ""
) -> bytes:
    """Give what falls due and is silent, as of a day and moment, from a year before on.

    ``root`` is the address of the pages in this language, empty where there are none.
    """
    occasions = [*_due(books, subject, on, language, root)]
    if subject.kind in {"all", "party", "decision"}:
        occasions += _silences(books, subject, moment, language, root)
    title = say(language, "feed.calendar", {"what": subject.name(language, books)})
    return as_calendar(title, sorted(occasions, key=lambda one: (str(one.start), one.name)))


def _due(books: Books, subject: Subject, on: date, language: str, root: str) -> Iterator[Occasion]:
    only = pledges_on(books, subject)
    if only is not None and not only:
        return
    first = max(date.min + BACK, on) - BACK
    where: list[Condition] = [("open", "=", 1), ("due", ">", first.isoformat())]
    if subject.kind == "pledge":
        where.append(("number", "=", int(subject.code.removeprefix("P-"))))
    held = 0
    for row in books.journal.rows(tables.PLEDGES, where, order=("due",)):
        name = f"P-{row['number']}"
        if only is not None and name not in only:
            continue
        held += 1
        if held > MOST:
            return
        yield _term(books, row, on, language, root)
    yield from _milestones(books, subject, only, first, language, root)


def _term(books: Books, row: tables.Row, on: date, language: str, root: str) -> Occasion:
    name, end = f"P-{row['number']}", date.fromisoformat(str(row["due"]))
    holds: list[Condition] = [
        ("party", "=", ""),
        ("number", "=", int(row["number"])),
        ("since", "<=", on.isoformat()),
        ("until", ">", on.isoformat()),
    ]
    at = next(books.journal.rows(tables.STANDINGS, holds, limit=1), None)
    standing = str(at["standing"]) if at else ""
    label = say(language, f"standing.{standing.replace(' ', '_')}") if standing else ""
    return Occasion(
        name=lasting_name(books, f"due:{name}"),
        title=say(language, "feed.due", {"pledge": name}),
        text=" · ".join(part for part in (label, " ".join(str(row["words"]).split())) if part),
        start=end - _DAY,
        end=end,
        written=books.entry(int(row["last_entry"])).time,
        address=f"{root}pledges/{name}" if root else "",
        over=standing in _OFF,
    )


def _milestones(
    books: Books, subject: Subject, only: set[str] | None, first: date, language: str, root: str
) -> Iterator[Occasion]:
    own = subject.code if subject.kind == "pledge" else None
    accounts: dict[str, PledgeAccount] = {}
    for entry in books.journal.entries(subject=own, kind="milestone"):
        name = entry.subject
        if only is not None and name not in only:
            continue
        account = accounts.setdefault(name, books.account(name))
        if entry.number in account.reversals or account.closed:
            continue
        milestone = account.milestones[entry.number]
        if milestone.on < first:
            continue
        amount = figures.amount(language, milestone.value, milestone.unit)
        yield Occasion(
            name=lasting_name(books, f"milestone:E-{entry.number}"),
            title=say(language, "feed.milestone", {"pledge": name, "amount": amount}),
            text=" ".join(account.pledge.exact.split()),
            start=milestone.on,
            end=milestone.on + _DAY,
            written=entry.time,
            address=f"{root}pledges/{name}" if root else "",
        )


def _silences(
    books: Books, subject: Subject, moment: datetime, language: str, root: str
) -> Iterator[Occasion]:
    """Give every silence: it concerns all members, so it is in every member's calendar."""
    if subject.kind == "party" and subject.code not in books.charter.members:
        return
    for line in texts(books, moment):
        if subject.kind == "decision" and line.name != subject.code:
            continue
        for silence in show(books, line.name, moment).silences:
            values = {"text": line.name, "title": line.title}
            end = say(language, f"silence_end.{silence.end}") if silence.end else ""
            yield Occasion(
                name=lasting_name(books, f"silence:{silence.entry}"),
                title=say(language, "feed.silence", values),
                text=" · ".join(part for part in (line.why, end) if part),
                start=silence.opened,
                end=silence.until,
                written=silence.ended or silence.opened,
                address=f"{root}decisions/{line.name}" if root else "",
                over=silence.ended is not None,
            )
