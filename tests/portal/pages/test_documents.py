import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from django.test import Client

from tests.portal.conftest import Get, Given
from tests.portal.demo_site import AS_OF
from zakuro.flow.acting.beside import add_evidence
from zakuro.flow.acting.changes import looked
from zakuro.flow.acting.review import accept
from zakuro.flow.acting.take_in import take_in_content
from zakuro.flow.keeping.books import open_books
from zakuro.flow.looking.lists import pledges
from zakuro.model.source import publisher
from zakuro.portal.site import Site


@pytest.fixture
def own_copy(demo_books: Path, tmp_path: Path) -> Path:
    """The demo's books, to write in."""
    return Path(shutil.copy(demo_books, tmp_path / "copy.db"))


def test_a_document_shows_every_statement(get: Get) -> None:
    data = get("/en/documents/D-1.json").json
    text = get("/en/documents/D-1").text
    assert len(data["statements"]) > 20
    for each in data["statements"]:
        said = each["statement"]
        assert f'id="{said["id"]}"' in text
        assert f'id="t-{said["id"]}"' in text
        assert data["text"][said["start"] : said["end"]] == said["exact"]


def test_the_original_is_plain_text(get: Get) -> None:
    found = get("/en/documents/D-1/original")
    assert found.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert "15億元" in found.text


def test_documents_are_listed(get: Get) -> None:
    assert len(get("/en/documents/index.json").json["documents"]) == 2
    assert get("/en/documents/D-9").status == 404


def test_a_digest_names_its_publisher_and_what_a_claim_is_held_against(
    own_copy: Path, settings_of: Callable[[Site], None]
) -> None:
    address = "https://example.org/page"
    with open_books(own_copy) as books:
        taken = take_in_content(
            books,
            b"China will provide Kazakhstan with 10 million yuan in grants. It rained.",
            filed_by="anna",
            published=date(2025, 7, 1),
            language="en",
            source=address,
            publisher=publisher("Xinhua", "state agency of CHN"),
            retold=True,
        )
        add_evidence(
            books, "D-2:s4", [], filed_by="anna", words=f"{taken.name}:0-5", text="less",
            against=True,
        )  # fmt: skip
        with books.writing() as writer:
            accept(writer, f"{taken.name}:s1", "anna")
        pledge = list(pledges(books, AS_OF, limit=None))[-1].name
        looked(books, [pledge], until=date(2025, 8, 1), where=["a library"], filed_by="otto")
    settings_of(Site(books=str(own_copy), as_of=AS_OF))
    shown = Given(Client().get(f"/en/documents/{taken.name}")).words
    assert "Xinhua (state agency of China)" in shown
    assert "retold by the keeper" in shown
    assert "says otherwise less" in Given(Client().get("/en/documents/D-2")).words
    page = Given(Client().get(f"/en/pledges/{pledge}"))
    assert "retold by the keeper: Xinhua (state agency of China)" in page.words
    assert f'href="{address}"' in page.text
    assert "a library" in page.words
