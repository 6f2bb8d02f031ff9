"""Books that an older version kept open, fold and verify for ever."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from shutil import copyfile

import pytest

from zakuro.flow.keeping.books import Books, open_books
from zakuro.flow.keeping.logs import verify_books
from zakuro.flow.looking.balances import balance
from zakuro.flow.looking.lists import pledges
from zakuro.flow.looking.shown import show

KEPT = Path(__file__).parents[2] / "spec" / "books-0.1" / "books.db"
ROOT = "2d80f9fe8aebf9229f1c74030dec521943986afe6f53646d88d9b92a68092eb1"
DAY = date(2026, 11, 28)


@pytest.fixture
def old(tmp_path: Path) -> Iterator[Books]:
    copyfile(KEPT, tmp_path / "books.db")
    with open_books(tmp_path / "books.db") as books:
        yield books


def test_they_open_and_every_entry_stands_as_written(old: Books) -> None:
    checked = verify_books(old)
    assert (checked.size, checked.root, checked.faults) == (43, ROOT, ())


def test_what_would_be_refused_today_is_named(old: Books) -> None:
    told = [line.partition(" ")[0] for line in verify_books(old).older_rules]
    assert told == [f"E-{n}" for n in (20, 21, 38, 42, 28, 29, 30, 32, 33, 34, 35, 36)]


def test_what_was_taken_under_older_rules_still_counts(old: Books) -> None:
    found = {listed.name: listed.amounts[0] for listed in pledges(old, DAY)}
    assert {name: (f.pledged, f.reported, f.confirmed) for name, f in found.items()} == {
        "P-1": (Decimal(10_000_000), Decimal(6_000_004), Decimal(15_000_000)),
        "P-2": (Decimal(1_500_000_000), Decimal(1_000_000_000), Decimal(230_000_000)),
        "P-3": (Decimal(10), pytest.approx(Decimal("2.5")), Decimal(0)),
        "P-4": (Decimal(1), Decimal(1), Decimal(0)),
        "P-5": (Decimal(3000), Decimal(520), Decimal(0)),
    }
    assert balance(old, DAY).uneven == ()


def test_every_account_shows_its_entries(old: Books) -> None:
    kinds = {name: len(show(old, name, DAY).entries) for name in ("P-1", "P-2", "P-3", "P-4")}
    assert kinds == {"P-1": 7, "P-2": 7, "P-3": 8, "P-4": 5}


def test_the_tables_made_again_hold_the_same(old: Books) -> None:
    before = list(pledges(old, DAY))
    assert old.rebuild() == 5
    assert list(pledges(old, DAY)) == before
