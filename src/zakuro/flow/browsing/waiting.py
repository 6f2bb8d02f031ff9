"""What waits for a party's word: reports not answered, disputes, and changes proposed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from zakuro.flow.browsing.tables import WAITING, Row
from zakuro.flow.keeping.books import Books
from zakuro.flow.looking.changes import change_words
from zakuro.journal import Condition
from zakuro.ledger.account import PledgeAccount
from zakuro.ledger.assessment.waiting import waits


class Waiting(NamedTuple):
    """Something that waits for ``party``: a report to be answered, or its report in dispute.

    What was reported to a group as one waits for all of ``parties``.  ``report`` is the report's
    entry, ``value`` what of it is open, ``since`` the day reported.
    """

    pledge: str
    report: str
    kind: Literal["unanswered", "disputed"]
    party: str
    parties: tuple[str, ...]
    other: str
    value: Decimal
    unit: str
    since: date


class Proposed(NamedTuple):
    """A change of a pledge that one side proposed, and on which others have not said their word.

    ``entry`` is the proposal, ``by`` who has agreed to it, ``parties`` those for whom it waits.
    """

    pledge: str
    entry: str
    by: tuple[str, ...]
    parties: tuple[str, ...]
    what: str
    since: date


def waiting(books: Books, on: date, party: str | None = None) -> list[Waiting]:
    """Give all that waits on a day, the longest first; with ``party`` only what waits for it."""
    return [
        Waiting(
            pledge=f"P-{row['number']}",
            report=f"E-{row['entry']}",
            kind=row["what"],  # type: ignore[arg-type]
            party=str(row["whom"]),
            parties=tuple(str(row["parties"]).split()),
            other=str(row["other"]),
            value=Decimal(str(row["value"])),
            unit=str(row["unit"]),
            since=date.fromisoformat(str(row["said_on"])),
        )
        for row in _rows(books, on, party, ("unanswered", "disputed"))
    ]


def proposed(books: Books, on: date, party: str | None = None) -> list[Proposed]:
    """Give the changes that wait on a day for others to agree, the longest first.

    With ``party`` only those that wait for it.
    """
    return [
        Proposed(
            pledge=f"P-{row['number']}",
            entry=f"E-{row['entry']}",
            by=tuple(str(row["other"]).split("+")),
            parties=tuple(str(row["parties"]).split()),
            what=_proposal(books, int(row["entry"])),
            since=date.fromisoformat(str(row["said_on"])),
        )
        for row in _rows(books, on, party, ("proposed",))
    ]


def _proposal(books: Books, number: int) -> str:
    entry = books.journal.entry(number)
    words = "; ".join(change_words(entry.body)) if entry.kind == "agreement" else ""
    return words or "proposes its milestone"


def _rows(books: Books, on: date, party: str | None, what: tuple[str, ...]) -> list[Row]:
    day = on.isoformat()
    where: list[Condition] = [
        ("party", "=", party or ""),
        ("since", "<=", day),
        ("until", ">", day),
        ("what", "in", what),
    ]
    found = list(books.journal.rows(WAITING, where))
    return sorted(found, key=lambda r: (r["said_on"], r["number"], r["entry"], _place(r, what)))


def _place(row: Row, what: tuple[str, ...]) -> int:
    return what.index(str(row["what"]))


def of_account(account: PledgeAccount, on: date) -> Iterator[Waiting]:
    """Give the reports and disputes that wait in one account on a day."""
    for each in waits(account, on):
        if each.what != "proposed":
            yield Waiting(account.subject, f"E-{each.entry}", *each[1:])  # type: ignore[arg-type]
