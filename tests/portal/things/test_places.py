from tests.portal.conftest import Get


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
