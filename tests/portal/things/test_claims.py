from pathlib import Path

from tests.portal.conftest import Get
from zakuro.flow.acting.beside import add_evidence
from zakuro.flow.keeping.books import open_books


def test_claims_stand_beside_what_they_were_held_against(get: Get, thing_books: Path) -> None:
    assert "Nothing that was said is held against anything yet." in get("/en/claims/").words
    address = ["https://example.org/count"]
    with open_books(thing_books) as books:
        add_evidence(books, "D-2:s6", address, filed_by="anna", text="<eight>", against=True)
    page = get("/en/claims/")
    assert "Claims held against something: 1." in page.words
    assert "says otherwise: 1" in page.words
    assert "<eight>" not in page.text
    assert "13 claimed · 1 named" in page.words
    assert "what is not named here may still be there" in page.words
    (row,) = get("/en/claims/index.csv").text.splitlines()[1:]
    assert row.startswith("D-2:s6,")
    assert get("/en/claims/index.json").json["claims"][0]["against"] == 1


def test_claims_are_found_from_the_things(get: Get) -> None:
    assert 'href="/en/claims/"' in get("/en/things/").text
