"""What waits for a party's word: reports not answered, disputes, and changes proposed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple, get_args

from zakuro.flow.browsing.tables import WAITING, Row
from zakuro.flow.keeping.books import Books
from zakuro.flow.looking.changes import change_words
from zakuro.journal import Condition
from zakuro.ledger.account import PledgeAccount
from zakuro.ledger.assessment.waiting import What, waits
from zakuro.model.entry import Entry


class Waiting(NamedTuple):
    """Something that waits for ``party``: a report to be answered, its report in dispute, a change.

    What was reported to a group as one waits for all of ``parties``.  ``report`` is the report's
    entry, ``value`` what of it is open, ``since`` the day reported.  A change that ``other`` has
    proposed has its own entry there and nothing open; ``what`` says what it would change.
    """

    pledge: str
    report: str
    kind: What
    party: str
    parties: tuple[str, ...]
    other: str
    value: Decimal
    unit: str
    since: date
    what: str = ""


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
            what=_proposal(books.journal.entry(int(row["entry"])), str(row["what"])),
        )
        for row in _rows(books, on, party)
    ]


def of_account(account: PledgeAccount, on: date) -> Iterator[Waiting]:
    """Give what waits in one account on a day."""
    for each in waits(account, on):
        what = _proposal(account.entries[each.entry], each.what)
        yield Waiting(account.subject, f"E-{each.entry}", *each[1:], what)


def _proposal(entry: Entry, kind: str) -> str:
    """Give what a change that waits says; nothing of a report."""
    if kind != "proposed":
        return ""
    words = "; ".join(change_words(entry.body)) if entry.kind == "agreement" else ""
    return words or "proposes its milestone"


def _rows(books: Books, on: date, party: str | None) -> list[Row]:
    day = on.isoformat()
    where: list[Condition] = [
        ("party", "=", party or ""),
        ("since", "<=", day),
        ("until", ">", day),
    ]
    found = list(books.journal.rows(WAITING, where))
    return sorted(found, key=lambda r: (r["said_on"], r["number"], r["entry"], _place(r)))


def _place(row: Row) -> int:
    return get_args(What).index(str(row["what"]))
