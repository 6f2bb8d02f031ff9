from collections.abc import Callable, Iterator

import pytest

from tests.flow.deciding.builder import Clock, sitting_at
from zakuro.flow.keeping.books import Books


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def books(new_place: Callable[[], str], clock: Clock) -> Iterator[Books]:
    """Empty books of the six with a chair, on both engines."""
    with sitting_at(new_place(), clock) as opened:
        yield opened
