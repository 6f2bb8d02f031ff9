"""Empty books on both engines: every test that takes them is a test of the contract."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.journal.helpers import BOOKS
from zakuro.journal import Journal, create_journal


@pytest.fixture
def place(new_place: Callable[[], str]) -> str:
    """Where the books of ``journal`` lie."""
    return new_place()


@pytest.fixture
def journal(place: str) -> Iterator[Journal]:
    with create_journal(place, books=BOOKS) as journal:
        yield journal


@pytest.fixture
def sqlite_journal(tmp_path: Path) -> Iterator[Journal]:
    with create_journal(tmp_path / "books.db", books=BOOKS) as journal:
        yield journal
