"""Books on paper for the tests: entries made by hand, and the account they give."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

from zakuro.ledger.account import PledgeAccount
from zakuro.ledger.balance import Line
from zakuro.ledger.door import check
from zakuro.ledger.fold import apply, fold
from zakuro.model.acts import (
    Allotment,
    Assessment,
    Confirmation,
    Dispute,
    Measure,
    Milestone,
    Pledge,
    Report,
    Reversal,
    Term,
    body_of,
    kind_of,
)
from zakuro.model.entry import Author, Basis, Entry
from zakuro.model.statement import Record

GROUPS: dict[str, tuple[str, ...]] = {"C5": ("KAZ", "KGZ", "TJK", "TKM", "UZB")}
SAID = date(2025, 6, 17)
TWO_YEARS = Term(start_date=SAID, end_date=date(2027, 6, 17), edtf="2025-06-17/2027-06-17")


def money(value: int = 1000, unit: str = "CNY") -> Measure:
    return Measure(unit=unit, value=Decimal(value))


def pledge(
    *measures: Measure,
    givers: tuple[str, ...] = ("CHN",),
    receivers: tuple[str, ...] = ("C5",),
    term: Term | None = TWO_YEARS,
    said_on: date | None = SAID,
    each: bool = False,
    reciprocal: bool = False,
    together: bool = False,
) -> Pledge:
    return Pledge(
        statement="D-1:s1",
        givers=givers,
        receivers=receivers,
        measures=measures or (money(),),
        act="provide",
        object="grant",
        said_on=said_on,
        term=term,
        each=each,
        reciprocal=reciprocal,
        together=together,
        groups=GROUPS,
    )


class Paper:
    """One pledge's account, written by hand; with ``door`` today's rules are asked as well."""

    def __init__(self, opened: Pledge | None = None, *, door: bool = False) -> None:
        self.person = "anna"
        self.door = door
        self.entries: list[Entry] = []
        opening = self._entry(opened or pledge(), None, datetime(2025, 6, 17, 9, tzinfo=UTC))
        self.entries.append(opening)
        account = fold([opening])
        assert account is not None
        self.account: PledgeAccount = account

    def _entry(
        self, act: Record, party: str | None, time: datetime, basis: Basis = "mandated"
    ) -> Entry:
        return Entry(
            number=len(self.entries) + 1,
            time=time,
            kind=kind_of(act),
            subject="P-1",
            author=Author(filed_by=self.person, party=party, basis=basis if party else None),
            body=body_of(act),
        )

    def enter(self, act: Record, party: str | None, on: date = date(2028, 1, 1)) -> int:
        """Enter an act of a party on a day; give its number."""
        entry = self._entry(act, party, datetime(on.year, on.month, on.day, 12, tzinfo=UTC))
        if self.door:
            check(self.account, entry)
        apply(self.account, entry)
        self.entries.append(entry)
        return entry.number

    def allot(self, receiver: str, value: int, unit: str = "CNY", by: str = "CHN") -> int:
        return self.enter(Allotment(receiver=receiver, unit=unit, value=Decimal(value)), by)

    def report(
        self,
        receiver: str,
        value: int | Decimal,
        *,
        on: date = date(2025, 9, 30),
        unit: str = "CNY",
        by: str = "CHN",
    ) -> int:
        act = Report(receiver=receiver, unit=unit, value=Decimal(value), on=on)
        return self.enter(act, by)

    def confirm(
        self, report: int, value: int | Decimal, by: str = "KAZ", on: date = date(2025, 10, 31)
    ) -> int:
        return self.enter(Confirmation(report=report, value=Decimal(value), on=on), by)

    def dispute(
        self, report: int, value: int | Decimal, by: str = "KAZ", on: date = date(2025, 10, 31)
    ) -> int:
        act = Dispute(report=report, value=Decimal(value), reason="not arrived", on=on)
        return self.enter(act, by)

    def reverse(self, entry: int, by: str | None, on: date = date(2025, 11, 30)) -> int:
        return self.enter(Reversal(entry=entry, reason="entered by mistake"), by, on)

    def milestone(self, on: date, value: int, unit: str = "CNY", by: str = "CHN") -> int:
        return self.enter(Milestone(on=on, unit=unit, value=Decimal(value)), by)

    def assess(self, party: str, value: int | None, on: date) -> int:
        act = Assessment(
            party=party,
            value=value,  # type: ignore[arg-type]
            evidence=("https://example.org/a",),
            on=on,
        )
        return self.enter(act, None)

    def balances(self, unit: str = "CNY") -> dict[str, int]:
        """Every account that is not empty, by name: debits positive, credits negative."""
        return {
            account: int(amount) if amount == int(amount) else amount  # type: ignore[misc]
            for (of, account), amount in self.account.balances.items()
            if of == unit and amount != 0
        }


def figures(line: Line) -> list[int]:
    """Pledged, obligation, in transit, disputed, receivable, trial; all whole in the tests.

    What came without a report is in transit below zero, as in the accounts.
    """
    assert line.released == 0
    under_way = line.in_transit - line.unreported
    found = [line.pledged, line.obligation, under_way, line.disputed, line.receivable, line.trial]
    assert [int(amount) for amount in found] == found
    return [int(amount) for amount in found]
