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
