from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from tests.ledger.builder import SAID, Paper, pledge
from zakuro.ledger.door import check
from zakuro.model.acts import Confirmation, Report, body_of, kind_of
from zakuro.model.entry import Author, Entry
from zakuro.model.errors import RefusedError
from zakuro.model.statement import Record

BEFORE = date(2025, 6, 16)


def entry(act: Record, party: str | None = "CHN", on: date = date(2025, 10, 1)) -> Entry:
    return Entry(
        number=9,
        time=datetime(on.year, on.month, on.day, 12, tzinfo=UTC),
        kind=kind_of(act),
        subject="P-1",
        author=Author(filed_by="anna", party=party, basis="mandated" if party else None),
        body=body_of(act),
    )


def report(on: date, *, before_pledge: bool = False) -> Report:
    return Report(receiver="KAZ", unit="CNY", value=Decimal(1), on=on, before_pledge=before_pledge)


def received(
    on: date | None, *, before_pledge: bool = False, of: int | None = None
) -> Confirmation:
    return Confirmation(value=Decimal(1), unit="CNY", report=of, on=on, before_pledge=before_pledge)


def test_what_is_older_than_the_pledge_needs_a_mark() -> None:
    account = Paper().account
    with pytest.raises(RefusedError, match=r"before P-1 was pledged.*--before-pledge"):
        check(account, entry(report(BEFORE)))
    with pytest.raises(RefusedError, match="before P-1 was pledged"):
        check(account, entry(received(BEFORE), "KAZ"))
    check(account, entry(report(BEFORE, before_pledge=True)))
    check(account, entry(received(BEFORE, before_pledge=True), "KAZ"))


def test_the_day_of_the_pledge_itself_is_no_day_before() -> None:
    account = Paper().account
    check(account, entry(report(SAID)))
    with pytest.raises(RefusedError, match="is not before P-1"):
        check(account, entry(report(SAID, before_pledge=True)))


def test_a_word_without_a_day_is_of_the_day_it_is_entered() -> None:
    account = Paper().account
    check(account, entry(received(None), "KAZ", SAID))
    with pytest.raises(RefusedError, match="before P-1 was pledged"):
        check(account, entry(received(None), "KAZ", BEFORE))


def test_of_a_pledge_without_a_day_nothing_is_older() -> None:
    account = Paper(pledge(said_on=None)).account
    check(account, entry(report(BEFORE)))
    with pytest.raises(RefusedError, match="a day unknown"):
        check(account, entry(report(BEFORE, before_pledge=True)))


def test_a_confirmation_is_as_old_as_its_report() -> None:
    account = Paper().account
    check(account, entry(received(BEFORE, of=2), "KAZ"))
    with pytest.raises(RefusedError, match="it says itself"):
        check(account, entry(received(BEFORE, of=2, before_pledge=True), "KAZ"))


def test_the_fold_reads_what_older_rules_allowed() -> None:
    paper = Paper()
    paper.enter(report(BEFORE), "CHN")
    assert paper.balances()["obligation:CHN"] == -999
