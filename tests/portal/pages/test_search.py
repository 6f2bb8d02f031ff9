import pytest

from tests.portal.conftest import Get


@pytest.mark.parametrize("asked", ["援助", "grants", "中央アジア"])
def test_words_are_found(get: Get, asked: str) -> None:
    data = get(f"/en/search.json?q={asked}").json
    assert data["found"]
    assert f"{len(data['found'])} places." in get(f"/en/search?q={asked}").words


def test_what_is_asked_is_shown_harmlessly(get: Get) -> None:
    found = get("/en/search?q=<script>alert(1)</script>")
    assert found.status == 200
    assert "<script>alert" not in found.text
    assert get("/en/search").status == 200
