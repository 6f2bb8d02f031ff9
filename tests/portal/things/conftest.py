from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from django.test import Client

from tests.flow.builder import SAID, books_at, file, summit
from tests.flow.things.builder import charter, chinese, kazakhs, railway, talked
from tests.portal.conftest import Get, Given
from zakuro.flow.acting.review import accept
from zakuro.flow.keeping.books import Books
from zakuro.flow.things import entering
from zakuro.flow.things.followed.proposals import take_up
from zakuro.model.things import Sort
from zakuro.portal.site import Site


def fill(books: Books) -> None:
    """Enter a thing of each sort that has something of its own to show."""
    file(books, summit())
    with books.writing() as writer:
        for number in range(1, 6):
            accept(writer, f"D-1:s{number}", "anna")
    talked(books)
    railway(books)
    charter(books)
    entering.tie(books, "T-1", "P-2", filed_by="anna")
    entering.tie(books, "T-1", "D-2:s5", filed_by="anna")
    points = [entering.point_of("Kashgar@39.47,75.99"), entering.point_of("Andijan")]
    entering.set_place(books, "T-1", points, filed_by="anna", route=True)
    for since, word in ((SAID, chinese()), (date(2024, 12, 27), kazakhs())):
        evidence = ["https://example.org/begun"]
        entering.set_state(
            books, "T-1", "begun", filed_by="anna", since=since, word=word, evidence=evidence
        )
    entering.rename(books, "T-1", {"en": "The <railway>"}, filed_by="anna")
    entering.invoke(books, "T-2:i1", kazakhs(), stance="for", act="a common market")
    sorts: tuple[tuple[Sort, str], ...] = (
        ("register", "Platforms"),
        ("summit series", "Summits"),
        ("programme", "Year of Quality"),
    )
    for sort, name in sorts:
        unit = "{platform}" if sort == "register" else None
        entering.open_thing(books, sort, {"en": name}, filed_by="anna", unit=unit, parent="T-2")
    entering.tie(books, "T-3", "D-2:s6", filed_by="anna")
    entering.add_item(books, "T-3", "member", {"en": "trade"}, filed_by="anna")
    due = date(2027, 12, 31)
    entering.add_item(books, "T-4", "meeting", {"en": "Third"}, filed_by="anna", number=3, due=due)
    for field in ("trade", "mining"):
        entering.add_item(books, "T-5", "field", {"en": field}, filed_by="anna")
    entering.tie(books, "T-5:i1", "P-3", filed_by="anna")
    entering.tie(books, "T-5", "D-2:s1", filed_by="anna")
    take_up(books, "D-2:s1", "pledged", filed_by="anna", by="P-1")
    take_up(books, "D-2:s1", "answered", filed_by="anna", word=kazakhs())
    entering.open_thing(books, "centre", {"en": "Twice"}, filed_by="anna")
    entering.close(books, "T-6", reason="twice", filed_by="anna")


@pytest.fixture(scope="session")
def thing_books(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("things") / "books.db"
    with books_at(place) as books:
        fill(books)
    return place


@pytest.fixture
def get(thing_books: Path, settings_of: Callable[[Site], None]) -> Get:
    """Get a page of these books, as of a day."""
    settings_of(Site(books=str(thing_books), as_of=date(2026, 6, 30)))
    client = Client()
    return lambda path, **headers: Given(client.get(path, headers=headers or None))
