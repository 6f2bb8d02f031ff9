import pytest

from zakuro.flow.browsing.search import search
from zakuro.flow.keeping.books import Books


def test_words_are_found_in_pledges_and_documents(opened: Books) -> None:
    found = search(opened, "BILLION yuan")
    assert {each.kind for each in found} == {"pledge", "document"}
    assert all(each.words.lower() == "billion yuan" for each in found)
    assert found[0].kind == "pledge"


@pytest.mark.parametrize("asked", ["", "   ", "no such words"])
def test_nothing_is_found(opened: Books, asked: str) -> None:
    assert search(opened, asked) == []


def test_at_most_so_many(opened: Books) -> None:
    assert len(search(opened, "e", most=3)) == 3
