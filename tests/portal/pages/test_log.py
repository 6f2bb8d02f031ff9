from tests.portal.conftest import Get
from zakuro.flow.keeping.books import Books


def test_the_log_and_an_entry_with_its_proof(get: Get, books: Books) -> None:
    size = books.journal.size()
    assert f"{size} entries" in get("/en/log/").words
    data = get("/en/log/E-5.json").json
    assert data["entry"]["number"] == 5
    assert data["proof"]
    assert get("/en/log/E-99999").status == 404


def test_older_entries(get: Get) -> None:
    found = get("/en/log/?up-to=3")
    assert "E-3" in found.words
    assert "E-4 " not in found.words
    assert get("/en/log/?up-to=x").status == 400


def test_what_an_entry_is_about_is_a_link(get: Get) -> None:
    found = get("/en/log/").text
    assert 'href="/en/pledges/P-' in found
    assert 'href="/en/documents/D-' in found
    first = get("/en/log/?up-to=20").text
    assert '#t-s1">D-1:s1</a>' in first
