import pytest

from tests.cli.conftest import Run
from tests.flow.things.builder import charter, railway, talked
from zakuro.flow.keeping.books import open_books


@pytest.fixture
def told(opened: Run) -> Run:
    """The command line with books of five pledges, D-2, a railway T-1 and a charter T-2."""
    with open_books("books.db") as books:
        talked(books)
        railway(books)
        charter(books)
    return opened
