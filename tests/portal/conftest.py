from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from tests.made_up.demo import make_made_up
from tests.portal.demo_site import AS_OF, running
from zakuro.flow.keeping.books import Books, open_books
from zakuro.portal.serving.application import configure
from zakuro.portal.site import Site


class Given:
    """A response: its status, its text, the text without markup, and its JSON."""

    def __init__(self, response: Any) -> None:
        self.status: int = response.status_code
        self.headers = response.headers
        self.body: bytes = response.content
        self.text = self.body.decode()
        self.response = response

    @property
    def words(self) -> str:
        """What a reader sees, spaces joined."""
        return " ".join(unescape(re.sub(r"<[^>]+>", " ", self.text)).split())

    @property
    def json(self) -> Any:
        return self.response.json()


Get = Callable[..., Given]


@pytest.fixture(scope="session")
def demo_books(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("portal") / "demo.db"
    make_made_up(place).close()
    return place


@pytest.fixture
def books(demo_books: Path) -> Iterator[Books]:
    with open_books(demo_books) as opened:
        yield opened


@pytest.fixture
def get(demo_books: Path, settings_of: Callable[[Site], None]) -> Get:
    """Get a page of the demo, read-only, as of the demo's day."""
    settings_of(Site(books=str(demo_books), as_of=AS_OF))
    client = Client()
    return lambda path, **headers: Given(client.get(path, headers=headers or None))


@pytest.fixture
def settings_of() -> Callable[[Site], None]:
    """Set the portal up for a site; this process has one at a time."""
    return configure


@pytest.fixture(scope="session")
def served(demo_books: Path) -> Iterator[str]:
    """The demo served for real: the root of its addresses."""
    with running("serve", str(demo_books), "--as-of", AS_OF.isoformat()) as root:
        yield root
