"""Settings of all tests, and what several rooms share: PostgreSQL, and empty places for books."""

from __future__ import annotations

import itertools
import os
import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.postgresql import PostgreSQLServer, running_server

_counter = itertools.count(1)

# Times are measured in bench/, never asserted here: a slow machine is no fault.
settings.register_profile("everyday", deadline=None, derandomize=True)
# Where CI is set the draws vary: the end of the report names the seed that makes them again.
settings.register_profile("varied", deadline=None, print_blob=True)
settings.register_profile("nightly", deadline=None, max_examples=5_000)
settings.load_profile("varied" if os.environ.get("CI") else "everyday")


def pytest_configure(config: pytest.Config) -> None:
    """Draw a seed for Hypothesis where the draws vary and none was given."""
    if os.environ.get("CI") and config.getoption("hypothesis_seed") is None:
        config.option.hypothesis_seed = str(random.SystemRandom().randrange(2**32))


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Name, also in quiet runs, the seed by which the same draws come again."""
    seed = config.getoption("hypothesis_seed")
    if seed:
        terminalreporter.write_line(f"The same draws again: pytest --hypothesis-seed={seed}")


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
