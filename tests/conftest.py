"""Settings of all tests, and what several rooms share: PostgreSQL, and empty places for books."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.postgresql import PostgreSQLServer, running_server

_counter = itertools.count(1)

# Times are measured in bench/, never asserted here: a slow machine is no fault.
settings.register_profile("everyday", deadline=None, derandomize=True)
settings.register_profile("nightly", deadline=None, max_examples=5_000)
settings.load_profile("everyday")


@pytest.fixture(scope="session")
def postgresql() -> Iterator[PostgreSQLServer]:
    with running_server() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def new_place(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], str]:
    """Give a function that names, at each call, another place where books can be made."""
    if request.param == "sqlite":
        return lambda: str(tmp_path / f"books-{next(_counter)}.db")
    server: PostgreSQLServer = request.getfixturevalue("postgresql")
    return lambda: server.url(server.new_database())
