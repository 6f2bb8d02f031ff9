from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from tests.made_up.demo import make_made_up
from tests.portal.conftest import Given
from zakuro.flow.keeping.books import Books, open_books
from zakuro.portal.serving.guard import cookie_name
from zakuro.portal.site import Site

TOKEN = "a-token-of-the-tests"


class Person:
    """The person at this machine: gets pages and posts forms."""

    def __init__(self, place: str) -> None:
        self.place = place
        self._client = Client()
        self._client.cookies[cookie_name(TOKEN)] = TOKEN

    def get(self, path: str) -> Given:
        return Given(self._client.get(path))

    def post(self, path: str, **fields: Any) -> Given:
        return Given(self._client.post(path, fields))


@pytest.fixture
def own_books(tmp_path: Path) -> Path:
    make_made_up(tmp_path / "own.db").close()
    return tmp_path / "own.db"


@pytest.fixture
def person(own_books: Path, settings_of: Callable[[Site], None]) -> Iterator[Person]:
    """The person at this machine, with the demo's books."""
    hosts = ("testserver",)
    settings_of(Site(books=str(own_books), mode="open", person="me", token=TOKEN, hosts=hosts))
    yield Person(str(own_books))
    settings_of(Site(books=str(own_books)))


@pytest.fixture
def own(own_books: Path) -> Iterator[Books]:
    with open_books(own_books) as opened:
        yield opened
