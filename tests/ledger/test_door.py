from datetime import UTC, date, datetime
from decimal import Decimal

import msgspec
import pytest

from tests.ledger.builder import SAID, Paper, money, pledge
from zakuro.ledger.door import check
from zakuro.model.acts import Confirmation, Evidence, Link, Report, Reversal, body_of, kind_of
from zakuro.model.entry import Author, Entry
from zakuro.model.errors import RefusedError
from zakuro.model.source import Publisher, publisher
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


def test_what_has_only_begun_is_no_delivery() -> None:
    account = Paper().account
    for phase in ("agreed", "signed", "funded", "begun"):
        begun = msgspec.structs.replace(report(SAID), phase=phase)
        with pytest.raises(RefusedError, match=f"What is {phase} is not delivered yet"):
            check(account, entry(begun))
    check(account, entry(msgspec.structs.replace(report(SAID), phase="opened")))


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


def evidence(by: Publisher | None, value: str | None, unit: str | None = "CNY") -> Evidence:
    return Evidence(
        entry=1,
        evidence=("https://example.org",),
        publisher=by,
        value=None if value is None else Decimal(value),
        unit=unit,
    )


@pytest.mark.parametrize(
    ("by", "value", "unit", "said"),
    [
        (None, "1", "CNY", "Say who found that"),
        (publisher("Xinhua", "state agency of CHN"), "1", "CNY", "not independent of P-1"),
        (publisher("Somebody"), "1", "CNY", "not independent of P-1"),
        (publisher("An auditor", "private"), "1", "USD", "not counted in USD"),
        (publisher("An auditor", "private"), "-1", "CNY", "no amount"),
        (publisher("An auditor", "private"), "Infinity", "CNY", "no amount"),
    ],
)
def test_a_figure_found_is_a_thirds(by: Publisher | None, value: str, unit: str, said: str) -> None:
    with pytest.raises(RefusedError, match=said):
        check(Paper().account, entry(evidence(by, value, unit), None))


def test_evidence_of_any_side_without_a_figure() -> None:
    account = Paper().account
    check(account, entry(evidence(None, None, None), None))
    check(account, entry(evidence(publisher("Xinhua", "state agency of CHN"), None, None), None))
    check(account, entry(evidence(publisher("An auditor", "private"), "0"), None))


def test_the_fold_reads_what_older_rules_allowed() -> None:
    paper = Paper()
    paper.enter(report(BEFORE), "CHN")
    assert paper.balances()["obligation:CHN"] == -999


def test_a_confirmed_report_is_taken_back_only_with_the_receiver() -> None:
    paper = Paper()
    number = paper.report("KAZ", 100)
    back = entry(Reversal(entry=number, reason="entered twice"))
    check(paper.account, back)
    said = paper.confirm(number, 40)
    with pytest.raises(RefusedError, match=rf"confirmed by KAZ \(E-{said}\)"):
        check(paper.account, back)
    paper.reverse(said, "KAZ")
    check(paper.account, back)
    paper.dispute(number, 40)
    check(paper.account, back)
    check(paper.account, entry(Reversal(entry=1, reason="opened by mistake"), None))


def test_a_pledge_that_is_a_part_of_another_fits_into_it() -> None:
    whole = Paper(pledge(money(10))).account
    paper = Paper(msgspec.structs.replace(pledge(money(11)), part_of="P-2"))
    opening = paper.account.opening
    with pytest.raises(RefusedError, match="larger than"):
        check(paper.account, opening, {"P-2": whole}.get)
    check(paper.account, opening, {"P-3": whole}.get)
    tie = Paper(pledge(money(11)))
    linked = tie.entries[tie.enter(Link(part_of="P-2"), None) - 1]
    with pytest.raises(RefusedError, match="larger than"):
        check(tie.account, linked, {"P-2": whole}.get)
