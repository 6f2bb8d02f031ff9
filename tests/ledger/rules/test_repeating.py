from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.flow.builder import amount, books_at, file, said, summit
from zakuro.flow.acting import acts
from zakuro.flow.acting.acts import Word
from zakuro.flow.acting.review import accept
from zakuro.flow.keeping.books import Books
from zakuro.ledger.rules.repeating import told_before
from zakuro.model.errors import RefusedError

CHN = Word(party="CHN", filed_by="anna")
DAY = date(2025, 9, 30)


@pytest.fixture
def granted(tmp_path: Path) -> Iterator[Books]:
    books = books_at(tmp_path / "books.db")
    file(books, summit())
    file(books, [said("result", "400 given", "provide", "grant", amount(400, "CNY"),
                      speaker="Ministry (CHN)")], published=date(2025, 10, 1))  # fmt: skip
    with books.writing() as writer:
        accept(writer, "D-1:s3", "anna")
    yield books
    books.close()


def give(
    books: Books, value: int = 400, to: str = "KAZ", on: date = DAY, *, again: bool = False
) -> str:
    entry = acts.report(books, "P-1", CHN, receiver=to, value=Decimal(value), on=on, again=again)
    return f"E-{entry.number}"


def test_an_equal_report_asks_and_another_does_not(granted: Books) -> None:
    first = give(granted)
    with pytest.raises(RefusedError, match=f"{first} tells of the same 400 CNY.*--again"):
        give(granted, on=date(2025, 10, 31))
    give(granted, on=date(2025, 11, 1))
    give(granted, value=401)
    give(granted, to="UZB")
    assert give(granted, again=True) != first


def test_what_was_taken_back_is_reported_anew(granted: Books) -> None:
    first = give(granted)
    acts.reverse(granted, first, reason="mistyped", filed_by="anna", word=CHN)
    give(granted)


def test_one_span_carries_one_posting(granted: Books) -> None:
    words = Word(party="CHN", filed_by="anna", words="D-2:s1")
    acts.report(granted, "P-1", words, receiver="KAZ")
    part = Word(party="CHN", filed_by="anna", words="D-2:0-3")
    for word in (words, part):
        with pytest.raises(RefusedError, match=r"carry E-.* already.*--again"):
            acts.report(granted, "P-1", word, receiver="UZB", value=Decimal(7))
    acts.report(granted, "P-1", words, receiver="UZB", value=Decimal(7), again=True)


def test_an_equal_receipt_without_a_report_asks(granted: Books) -> None:
    kaz = Word(party="KAZ", filed_by="aliya")
    acts.receive(granted, "P-1", kaz, value=Decimal(5), on=DAY)
    with pytest.raises(RefusedError, match="the same 5 CNY"):
        acts.receive(granted, "P-1", kaz, value=Decimal("5.0"), on=DAY)
    acts.receive(granted, "P-1", kaz, value=Decimal(5), on=DAY, again=True)


def test_who_told_it_before(granted: Books) -> None:
    give(granted)
    account = granted.account("P-1")

    def told(party: str, to: str, value: int) -> int | None:
        return told_before(
            account, "report", party, receiver=to, unit="CNY", value=Decimal(value), on=DAY
        )

    assert told("CHN", "KAZ", 400) is not None
    assert told("JPN", "KAZ", 400) is None
    assert told("CHN", "UZB", 400) is None
    assert told("CHN", "KAZ", 4) is None


KAZ = Word(party="KAZ", filed_by="anna")


def receive(books: Books, value: int = 400, on: date = DAY, *, again: bool = False) -> str:
    entry = acts.receive(books, "P-1", KAZ, value=Decimal(value), unit="CNY", on=on, again=again)
    return f"E-{entry.number}"


def test_what_came_without_a_report_is_not_confirmed_of_its_report_again(granted: Books) -> None:
    first = receive(granted)
    report = give(granted)
    with pytest.raises(RefusedError, match=f"In {first} KAZ said .* 400 CNY.*{report} reports"):
        acts.confirm(granted, report, KAZ)
    acts.confirm(granted, report, KAZ, value=Decimal(100))
    acts.reverse(granted, first, reason="of the report", filed_by="anna", word=KAZ)
    acts.confirm(granted, report, KAZ)


def test_another_delivery_or_day_is_confirmed_though_an_equal_one_came(granted: Books) -> None:
    receive(granted, on=date(2025, 8, 1))
    acts.confirm(granted, give(granted), KAZ)
    receive(granted, value=300)
    acts.confirm(granted, give(granted, value=300), KAZ, again=True)


def test_what_is_reported_is_confirmed_and_not_received_without_a_report(granted: Books) -> None:
    report = give(granted)
    with pytest.raises(
        RefusedError, match=f"{report} reports the same .*confirm {report} --by KAZ"
    ):
        receive(granted)
    receive(granted, value=399)
    receive(granted, on=date(2025, 11, 1))
    receive(granted, again=True)
    acts.confirm(granted, report, KAZ, again=True)


def test_a_report_that_is_answered_or_to_another_asks_nothing(granted: Books) -> None:
    give(granted, to="UZB")
    receive(granted)
    report = give(granted, value=500)
    acts.confirm(granted, report, KAZ)
    receive(granted, value=500)
