from collections.abc import Callable
from datetime import date
from pathlib import Path

from django.test import Client

from tests.portal.conftest import Get, Given
from zakuro.portal.site import Site


def test_the_map_shows_things_with_a_place_and_no_border_unasked(get: Get) -> None:
    page = get("/en/map")
    assert page.status == 200
    assert page.text.count("data-row") == 1
    assert 'href="/en/things/T-1"' in page.text
    assert "m-border" not in page.text
    asked = get("/en/map?borders=1")
    assert "m-border" in asked.text
    assert "no view on the status of any territory" in asked.words
    assert "Kashgar" in get("/en/map.csv").text
    (only,) = get("/en/map.json").json["things"]
    assert only["thing"] == "T-1"
    assert only["points"][0]["name"] == "Kashgar"


def test_a_map_without_places_says_so(get: Get) -> None:
    page = get("/en/map?as-of=2020-01-01")
    assert page.status == 200
    assert page.text.count("data-row") <= 1


def test_the_borders_of_another_map_take_the_place_of_ours(
    thing_books: Path, settings_of: Callable[[Site], None], tmp_path: Path
) -> None:
    other = tmp_path / "other.json"
    other.write_text('{"arcs": [[[70, 38], [78, 42]]]}')
    settings_of(Site(books=str(thing_books), as_of=date(2026, 6, 30), borders=str(other)))
    page = Given(Client().get("/en/map?borders=1"))
    assert page.text.count('class="m-border"') == 1
    assert "those of the map other.json, chosen by whoever serves these pages" in page.words
    assert "Natural Earth" not in page.words


def test_places_are_called_as_the_reader_calls_them(get: Get) -> None:
    assert "喀什" in get("/zh/map").words
    assert "Кашгар" in get("/ru/things/T-1").words
    assert "Kashgar" in get("/en/map").words
