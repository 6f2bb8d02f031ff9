import pytest

from tests.portal.conftest import Get


def test_all_pledges_and_some(get: Get) -> None:
    every = get("/en/pledges/index.json").json
    assert len(every["pledges"]) == every["total"]
    late = get("/en/pledges/index.json?standing=late").json
    assert 0 < late["total"] < every["total"]
    assert {each["standing"] for each in late["pledges"]} == {"late"}
    assert f"{late['total']} pledge" in get("/en/pledges/?standing=late").words


def test_nothing_passes_a_filter_that_does_not_exist(get: Get) -> None:
    found = get("/en/pledges/?summit=x")
    assert found.status == 200
    assert "0 pledges." in found.words


@pytest.mark.parametrize("query", ["standing=none", "word=nobody"])
def test_a_standing_that_there_is_not_is_refused_with_those_there_are(get: Get, query: str) -> None:
    found = get(f"/en/pledges/?{query}")
    assert found.status == 400
    assert "is not known here: choose one of" in found.words


@pytest.mark.parametrize("query", ["giver=XXX", "topic=%3Cb%3E"])
def test_what_is_no_party_or_topic_is_said(get: Get, query: str) -> None:
    found = get(f"/en/pledges/?{query}")
    assert found.status == 400
    assert "is no" in found.words
    assert "<b>" not in found.text


def test_a_list_goes_on_after_a_pledge(get: Get) -> None:
    rest = get("/en/pledges/index.json?after=3").json
    assert rest["pledges"][0]["name"] == "P-4"
    assert get("/en/pledges/?after=x").status == 400
