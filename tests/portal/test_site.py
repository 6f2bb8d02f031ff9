import threading
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from zakuro.model.errors import ZakuroError
from zakuro.portal.site import Site, hand_over, handed_over


def test_a_site_is_handed_over_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZAKURO_PORTAL", "")
    site = Site(books="b.db", mode="open", as_of=date(2026, 1, 2), hosts=("localhost",))
    hand_over(site)
    assert handed_over() == site


def test_the_day_shown() -> None:
    assert Site(books="b.db", as_of=date(2026, 1, 2)).today() == date(2026, 1, 2)
    assert Site(books="b.db").today() >= datetime(2026, 1, 1, tzinfo=UTC).date()


def test_books_are_open_once_for_each_thread(demo_books: Path) -> None:
    site = Site(books=str(demo_books))
    with site.open() as first:
        pass
    with site.open() as second:
        assert second is first
        found = []

        def other() -> None:
            with site.open() as third:
                found.append(third)

        thread = threading.Thread(target=other)
        thread.start()
        thread.join()
        assert found[0] is not first


def test_books_that_are_not_there(tmp_path: Path) -> None:
    with pytest.raises(ZakuroError), Site(books=str(tmp_path / "none.db")).open():
        pass
