"""Books that an older version kept open, fold and verify for ever."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest
from click.testing import CliRunner

from zakuro.cli import main
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


@pytest.fixture
def zakuro(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The command line of today on a copy of the old books."""
    copyfile(KEPT, tmp_path / "books.db")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ZAKURO_BOOKS", "books.db")
    monkeypatch.setenv("ZAKURO_PERSON", "anna")

    def run(line: str) -> str:
        result = CliRunner().invoke(main, line.split())
        assert result.exit_code == 0, result.output
        return result.output

    return run


def test_the_commands_of_today_show_and_verify_them(zakuro: Any) -> None:
    assert "kept, confirmed, as of 2026-11-28: 15,000,000 of 10,000,000 CNY" in zakuro(
        "show P-1 --as-of 2026-11-28"
    )
    assert f"43 entries, root {ROOT}" in zakuro("verify")
    assert "Even: every pledge and unit sums to zero." in zakuro("balance --as-of 2026-11-28")
    for name in ("P-2", "P-3", "P-4", "P-5"):
        assert zakuro(f"show {name}").startswith(name)


def test_one_goes_on_keeping_them_and_publishes_what_stands(zakuro: Any, tmp_path: Path) -> None:
    zakuro("report P-2 --value 1000000 --by CHN --to KAZ --on 2026-11-01")
    zakuro("withdraw P-5 --for-now --by CHN --reason floods")
    zakuro("thing open project --name en=Railway --party CHN")
    said = zakuro("verify")
    assert said.startswith("46 entries")
    assert said.rstrip().endswith("All as written.")
    assert "suspended by its giver alone" in zakuro("show P-5")
    # The old entries are the first leaves of the log that goes on from them.
    with open_books(tmp_path / "books.db") as books:
        assert books.journal.head(43).root == ROOT
        before = list(pledges(books, DAY))
        books.rebuild()
        assert list(pledges(books, DAY)) == before
    zakuro("publish site --language en --as-of 2026-11-28")
    for name in ("pledges/P-1", "pledges/P-5", "parties/CHN"):
        assert (tmp_path / "site" / "en" / name / "index.html").is_file()
    assert (tmp_path / "site" / "data" / "datapackage.json").is_file()
