from datetime import date
from decimal import Decimal

from lxml import etree

from zakuro.flow.acting import acts
from zakuro.flow.keeping.books import Books
from zakuro.flow.publishing.iati import iati, organisation

ON = date(2026, 6, 30)


def test_promises_reports_and_confirmations_are_transactions(opened: Books) -> None:
    china, kazakhstan = (acts.Word(party=party, filed_by="anna") for party in ("CHN", "KAZ"))
    for value in (100_000_000, 50_000_000):
        made = acts.report(
            opened, "P-3", china, receiver="KAZ", value=Decimal(value), unit="CNY",
            on=date(2025, 12, 1), again=True,
        )  # fmt: skip
    acts.confirm(opened, f"E-{made.number}", kazakhstan, on=date(2026, 1, 5))
    root = etree.fromstring(iati(opened, ON, ref="XI-EX-1", name="An observatory"))
    assert [one.findtext("iati-identifier") for one in root] == [
        f"XI-EX-1-P-{number}" for number in range(1, 6)
    ]
    found = [
        (one.find("transaction-type").get("code"), one.findtext("value"), one.find(
            "receiver-org").get("ref"))
        for one in root[2].findall("transaction")
    ]  # fmt: skip
    assert found == [
        ("2", "1500000000", "ZAKURO-C5"),
        ("3", "100000000", "KZ-GOV"),
        ("3", "50000000", "KZ-GOV"),
        ("1", "50000000", "KZ-GOV"),
    ]
    assert root[2].find("activity-status").get("code") == "2"
    assert root[0].find("activity-status").get("code") == "1"
    assert root[3].findall("transaction") == []
    before = etree.fromstring(iati(opened, date(2025, 12, 31)))
    assert len(before[2].findall("transaction")) == 3


def test_books_without_pledges_are_a_file_without_activities(books: Books) -> None:
    root = etree.fromstring(iati(books, ON))
    assert len(root) == 0


def test_states_are_governments_and_groups_are_groups() -> None:
    assert organisation("CHN") == ("CN-GOV", "10", "China")
    assert organisation("C5").ref == "ZAKURO-C5"
    assert organisation("KAZ+UZB") == ("ZAKURO-KAZ-UZB", "40", "Kazakhstan + Uzbekistan")


def test_of_several_counts_only_one_is_transactions(opened: Books) -> None:
    china = acts.Word(party="CHN", filed_by="anna")
    for value, whose in ((100_000_000, "customs of CHN"), (50_000_000, "statistics of KAZ")):
        acts.report(
            opened, "P-3", china, receiver="KAZ", value=Decimal(value), unit="CNY",
            on=date(2025, 12, 1), circumstances=acts.Circumstances(counted_by=whose),
        )  # fmt: skip
    root = etree.fromstring(iati(opened, ON))
    assert [one.findtext("value") for one in root[2].findall("transaction")] == [
        "1500000000",
        "50000000",
    ]
