import pytest

from tests.portal.conftest import Get
from zakuro.portal.pages.groups import slug


@pytest.mark.parametrize("kind", ["topics", "summits"])
def test_every_count_is_the_length_of_its_list(get: Get, kind: str) -> None:
    found = get(f"/en/{kind}/index.json").json[kind]
    assert found
    for each in found:
        listed = get(f"/en/{kind}/{each['slug']}.json").json
        assert listed["total"] == each["pledges"]
    assert get(f"/en/{kind}/nothing-known").status == 404


def test_a_summit_shows_its_documents(get: Get) -> None:
    assert "D-1" in get("/en/summits/astana-2025").words
    assert slug("Digital  Technology") == "digital-technology"
