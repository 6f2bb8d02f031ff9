import re

import feedparser
import vobject

from tests.portal.conftest import Get


def test_pages_name_their_news_and_calendar(get: Get) -> None:
    for path in ("/en/", "/ja/pledges/P-4", "/kk/parties/KAZ", "/en/decisions/", "/en/log/"):
        text = get(path).text
        addresses = re.findall(
            r'<link rel="alternate" type="(application/atom\+xml|text/calendar)" href="([^"]+)"',
            text,
        )
        assert [kind for kind, _ in addresses] == ["application/atom+xml", "text/calendar"]
        for kind, address in addresses:
            given = get(address)
            assert given.status == 200, address
            assert given.headers["Content-Type"] == f"{kind}; charset=utf-8"
            if kind == "text/calendar":
                assert vobject.readOne(given.text).validate()
            else:
                found = feedparser.parse(given.body)
                assert not found.bozo
                assert found.feed.links[0].href == f"http://testserver{address}"


def test_only_what_can_be_followed_has_news(get: Get) -> None:
    for path in ("/en/about/", "/en/documents/D-1", "/en/topics/"):
        assert "application/atom+xml" not in get(path).text
    assert get("/en/about/index.atom").status == 404
    assert get("/en/documents/D-1.ics").status == 404
    chosen = get("/en/pledges/?giver=CHN").text
    assert "application/atom+xml" not in chosen


def test_things_and_claims_can_be_followed(get: Get) -> None:
    for path in ("/en/things/", "/ja/claims/"):
        found = feedparser.parse(get(f"{path}index.atom").body)
        assert not found.bozo
        assert found.feed.links[1].href == f"http://testserver{path}"
    assert "application/atom+xml" not in get("/en/things/?sort=project").text
    assert "text/calendar" not in get("/en/claims/").text
    assert get("/en/claims/index.ics").status == 404
    assert get("/en/things/index.ics").status == 200


def test_news_lead_to_the_entries(get: Get) -> None:
    found = feedparser.parse(get("/en/pledges/P-4.atom").body)
    for entry in found.entries:
        assert get(entry.link.removeprefix("http://testserver")).status == 200
