from tests.portal.conftest import Get


def test_the_limits_are_said(get: Get) -> None:
    found = get("/en/about/")
    for place in ("standing", "confirmed", "unseen", "recorded", "outside", "reading", "verify"):
        assert f'id="{place}"' in found.text
    assert get("/en/about/index.json").json["tolerances"]["behind"] == "0.9"
