from collections.abc import Callable, Iterator

import pytest

from tests.flow.builder import books_at, file, summit
from zakuro.flow.acting.review import accept
from zakuro.flow.keeping.books import Books


@pytest.fixture
def books(new_place: Callable[[], str]) -> Iterator[Books]:
    """Empty books of the six, on both engines."""
    with books_at(new_place()) as opened:
        yield opened


@pytest.fixture
def opened(books: Books) -> Books:
    """Books with the summit's five pledges opened: P-1 to P-5."""
    file(books, summit())
    with books.writing() as writer:
        for number in range(1, 6):
            accept(writer, f"D-1:s{number}", "anna")
    return books
