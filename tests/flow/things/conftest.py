import pytest

from tests.flow.things.builder import talked
from zakuro.flow.keeping.books import Books


@pytest.fixture
def told(opened: Books) -> Books:
    """Books with the five pledges of D-1, and D-2 with what was said beside."""
    return talked(opened)
