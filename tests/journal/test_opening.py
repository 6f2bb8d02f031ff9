from collections.abc import Callable
from pathlib import Path

import pytest

from tests.journal.helpers import BOOKS, add
from tests.postgresql import PostgreSQLServer
from zakuro.journal import create_journal, open_journal
from zakuro.model.errors import ZakuroError


def test_books_are_made_once(new_place: Callable[[], str]) -> None:
    place = new_place()
    with create_journal(place, books=BOOKS) as journal:
        entry = add(journal, 1)[0]
    with pytest.raises(ZakuroError, match="already"):
        create_journal(place, books="example.org/other")
    with open_journal(place) as journal:
        assert journal.books == BOOKS
        assert list(journal.entries()) == [entry]


def test_books_that_are_not_there_are_not_made_by_opening(new_place: Callable[[], str]) -> None:
    place = new_place()
    with pytest.raises(ZakuroError, match="zakuro init"):
        open_journal(place)
    with create_journal(place, books=BOOKS) as journal:
        assert journal.size() == 0


@pytest.mark.parametrize("name", ["", "two words", "a+b", "a\nb", "a\u3000b", "x" * 201])
def test_a_name_that_no_checkpoint_can_bear_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(ZakuroError, match="cannot name books"):
        create_journal(tmp_path / "books.db", books=name)
    assert list(tmp_path.iterdir()) == []


def test_a_name_in_any_script_will_do(tmp_path: Path) -> None:
    with create_journal(tmp_path / "books.db", books="пример.kz/六か国") as journal:
        assert journal.books == "пример.kz/六か国"


def test_making_that_fails_leaves_nothing(
    new_place: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from zakuro.journal.engines.schema import MIGRATIONS

    place = new_place()
    for dialect, scripts in MIGRATIONS.items():
        monkeypatch.setitem(MIGRATIONS, dialect, (*scripts, "CREATE NONSENSE;"))
    with pytest.raises(ZakuroError, match="refused"):
        create_journal(place, books=BOOKS)
    monkeypatch.undo()
    with pytest.raises(ZakuroError, match="no books"):
        open_journal(place)
    with create_journal(place, books=BOOKS) as journal:
        assert journal.size() == 0


def test_an_address_without_a_server_is_told(postgresql: PostgreSQLServer) -> None:
    for url in (
        "postgresql://admin:secret@127.0.0.1:1/books",
        f"postgresql://admin:secret@/absent?host={postgresql.directory}",
        "postgresql://admin:secret@/books?host=/nowhere",
    ):
        for use in (open_journal, lambda url: create_journal(url, books=BOOKS)):
            with pytest.raises(ZakuroError, match="Cannot reach the database") as caught:
                use(url)
            assert "secret" not in str(caught.value)


def test_an_address_that_is_none_is_told_without_its_password() -> None:
    with pytest.raises(ZakuroError, match="Cannot") as caught:
        open_journal("postgresql://admin:secret@host:port/books?nonsense=1")
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize("url", ["mysql://root@localhost/books", "sqlite:///books.db"])
def test_a_database_that_keeps_no_books_is_named(url: str) -> None:
    for use in (open_journal, lambda url: create_journal(url, books=BOOKS)):
        with pytest.raises(
            ZakuroError, match=f"not kept in {url.partition(':')[0]}: give the path"
        ):
            use(url)
