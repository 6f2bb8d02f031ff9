import pytest

from zakuro.portal.pages import home, pledge
from zakuro.portal.router import find


def test_pages_are_found_with_their_names() -> None:
    first, one = find("", "GET", "read"), find("pledges/p-4", "GET", "read")
    assert first is not None
    assert one is not None
    assert first[:3] == (home.home, {}, None)
    assert one[:3] == (pledge.pledge, {"name": "p-4"}, None)
    found = find("topics/a%20b", "GET", "read")
    assert found is not None
    assert found.names == {"topic": "a b"}


@pytest.mark.parametrize("path", ["nothing", "pledges/P-", "pledges/P-4/x", "documents/D-x", "../"])
def test_nothing_else_is_a_page(path: str) -> None:
    assert find(path, "GET", "read") is None


def test_readers_only_read() -> None:
    assert find("", "POST", "read") is None
    assert find("", "DELETE", "read") is None
    assert find("", "HEAD", "read") is not None
