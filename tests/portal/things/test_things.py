import csv
import re

import pytest

from tests.portal.conftest import Get
from zakuro.words.catalogue import LOCALES


def test_things_are_listed_with_how_far_they_have_come(get: Get) -> None:
    page = get("/en/things/")
    assert page.status == 200
    assert "The <railway>" in page.words
    assert "since 17 Jun 2025" in page.words
    assert "Nobody has said how far it has come." in page.words
    assert "Twice" not in page.words
    data = get("/en/things/index.json").json["things"]
    assert [each["name"] for each in data] == ["T-1", "T-2", "T-3", "T-4", "T-5"]
    assert get("/en/things/index.csv").text.splitlines()[1].startswith("T-1,project,The <railway>")


def test_the_table_of_things_gives_parties_as_text(get: Get) -> None:
    found = get("/en/things/index.json").json["things"]
    rows = csv.DictReader(get("/en/things/index.csv").text.removeprefix("\ufeff").splitlines())
    parties = [row["parties"] for row in rows]
    assert parties == [" ".join(each["parties"]) for each in found]
    assert any(" " in each for each in parties)


def test_things_are_chosen_by_sort_and_party(get: Get) -> None:
    assert len(get("/en/things/index.json?sort=register").json["things"]) == 1
    assert len(get("/en/things/index.json?party=UZB").json["things"]) == 1
    assert get("/en/things/?sort=tunnel").status == 400
    assert get("/en/things/?party=XXX").status == 400


def test_a_state_is_that_of_the_day(get: Get) -> None:
    assert "since 27 Dec 2024" in get("/en/things/?as-of=2025-01-01").words


def test_a_thing_shows_words_and_who_tells_otherwise(get: Get) -> None:
    page = get("/en/things/t-1")
    assert "formerly the railway from Kashgar to Andijan" in page.words
    assert "Kashgar – Andijan" in page.words
    assert page.words.count("another day") == 2
    assert 'href="/en/pledges/P-2"' in page.text
    assert 'href="/en/documents/D-2#t-s5"' in page.text
    assert 'href="https://example.org/begun"' in page.text
    assert "work on the railway from Kashgar to Andijan has begun" in page.words


def test_each_sort_shows_what_is_its_own(get: Get) -> None:
    assert "13 claimed · 1 named" in get("/en/things/T-3").words
    assert "3. Third · due by 31 December 2027 next due" in get("/en/things/T-4").words
    programme = get("/en/things/T-5").words
    assert "Pledged under it: P-3" in programme
    assert "Nothing tied here as pledged under it." in programme
    charter = get("/en/things/T-2").words
    assert "Kazakhstan , for: a common market" in charter
    assert "respect speaks for a common market" in charter
    assert "Closed as opened by mistake" in get("/en/things/T-6").words


def test_what_is_not_there(get: Get) -> None:
    assert get("/en/things/T-77").status == 404
    assert get("/en/things/T-0").status == 404
    assert get("/en/things/railway").status == 404


def test_the_series_is_a_table(get: Get) -> None:
    lines = get("/en/things/T-3.csv").text.splitlines()
    assert lines[0].startswith("\ufeffday,value")
    assert lines[1].startswith("2025-06-17,13,")


@pytest.mark.parametrize("language", LOCALES)
@pytest.mark.parametrize("path", ["things/", "things/T-1", "things/T-2", "things/T-4"])
def test_every_page_speaks_every_language(get: Get, language: str, path: str) -> None:
    page = get(f"/{language}/{path}")
    assert page.status == 200
    assert len(re.findall(r"<h1", page.text)) == 1
    ids = re.findall(r' id="([^"]+)"', page.text)
    assert len(ids) == len(set(ids))


def test_an_entry_on_a_thing_leads_to_it(get: Get) -> None:
    found = get("/en/things/T-1.json").json["thing"]["state"]["entry"]
    assert 'href="/en/things/T-1"' in get(f"/en/log/{found}").text


def test_a_pledge_leads_to_the_things_it_is_tied_to(get: Get) -> None:
    assert 'href="/en/things/T-1"' in get("/en/pledges/P-2").text
    assert [each["name"] for each in get("/en/pledges/P-2.json").json["things"]] == ["T-1"]
    assert 'href="/en/things/T-1"' not in get("/en/pledges/P-1").text


def test_a_thing_can_be_followed(get: Get) -> None:
    page = get("/en/things/T-1")
    for form in ("atom", "ics"):
        assert page.text.count(f'href="/en/things/T-1.{form}"') == 2
        assert get(f"/en/things/T-1.{form}").status == 200
    assert "tied to a thing" in get("/en/things/T-1.atom").text
