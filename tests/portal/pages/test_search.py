import pytest

from tests.portal.conftest import Get


@pytest.mark.parametrize("asked", ["援助", "grants", "中央アジア", "yuan billion"])
def test_words_are_found(get: Get, asked: str) -> None:
    data = get(f"/en/search.json?q={asked}").json
    assert data["found"]
    assert sum(data["counts"].values()) == data["total"]
    assert f"{data['total']} places." in get(f"/en/search?q={asked}").words


def test_every_count_leads_to_its_rows(get: Get) -> None:
    for kind, n in get("/en/search.json?q=China").json["counts"].items():
        rows = get(f"/en/search.csv?q=China&kind={kind}").text.count("\r\n") - 1
        assert max(rows, 0) == n


def test_what_is_asked_is_shown_harmlessly(get: Get) -> None:
    found = get("/en/search?q=<script>alert(1)</script>")
    assert found.status == 200
    assert "<script>alert" not in found.text
    assert get("/en/search").status == 200
    assert get(f"/en/search?q={'a' * 300}").status == 400
