import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from django.test import Client

from tests.flow.builder import books_at, file, said
from tests.flow.things.builder import talked
from tests.portal.conftest import Get, Given
from zakuro.portal.site import Site
from zakuro.words.catalogue import LOCALES


def test_proposals_say_what_became_of_them(get: Get) -> None:
    page = get("/en/proposals/")
    assert "Proposals and calls: 2." in page.words
    assert "pledged P-1" in page.words
    assert "answered: Kazakhstan" in page.words
    assert "not taken up" in page.words
    for link in ("pledges/P-1", "documents/D-2#t-s8", "things/T-5", "positions/"):
        assert f'href="/en/{link}"' in page.text
    (first, second) = get("/en/proposals/index.json").json["proposals"]
    assert (first["became"], second["became"]) == ("pledged", "not taken up")
    lines = get("/en/proposals/index.csv").text.splitlines()
    assert "pledged P-1 · answered KAZ" in lines[1]


def test_proposals_are_chosen(get: Get) -> None:
    assert "Proposals and calls: 1." in get("/en/proposals/?became=pledged").words
    assert "Proposals and calls: 0." in get("/en/proposals/?speaker=KAZ").words
    assert "No proposal is like this." in get("/en/proposals/?topic=nothing").words
    assert "Proposals and calls: 0." in get("/en/proposals/?as-of=2025-06-16").words
    assert get("/en/proposals/?after=x").status == 400


def test_positions_stand_in_their_words(get: Get) -> None:
    page = get("/en/positions/")
    assert "Positions: 3." in page.words
    assert "tariffs have no winner" in page.words
    assert "Positions: 2." in get("/en/positions/?speaker=KAZ").words
    assert "No position is like this." in get("/en/positions/?topic=x").words
    assert len(get("/en/positions/index.json").json["positions"]) == 3
    assert get("/en/positions/index.csv").text.count("KAZ") >= 2


@pytest.mark.parametrize("language", LOCALES)
def test_both_pages_speak_every_language(get: Get, language: str) -> None:
    for path in ("proposals/", "positions/"):
        assert get(f"/{language}/{path}").status == 200


def test_the_words_of_a_digest_are_set_as_the_books_speak(
    tmp_path: Path, settings_of: Callable[[Site], None]
) -> None:
    with books_at(tmp_path / "books.db") as books:
        talked(books)
        file(books, [said("proposal", "set up a bank")], retold=True, source="https://example.org/")
    settings_of(Site(books=str(tmp_path / "books.db"), as_of=date(2026, 6, 30)))
    page = Given(Client().get("/en/proposals/"))
    rows = re.findall(r'<q class="(words[^"]*)".*?#t-s\d+">(D-\d+):', page.text)
    assert set(rows) == {("words", "D-1"), ("words retold", "D-2")}
    assert page.text.count("data-row") == len(rows)
