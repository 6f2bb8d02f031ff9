from datetime import UTC, datetime

import feedparser

from zakuro.publish.feeds import Feed, Item, as_atom

THEN, LATER = datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 2, 3, 4, 5, tzinfo=UTC)
ITEMS = (
    Item(
        "urn:x:2",
        "P-1 · 報告 <b>",
        "a & b \x00\x0c\ufffe",
        "China",
        LATER,
        "https://x.test/log/E-2",
    ),
    Item("urn:x:1", "P-1 · pledge", "", "anna", THEN, ""),
)
FEED = Feed("urn:x", "News", "en", THEN, "https://x.test/", "https://x.test/n.atom", ITEMS)


def test_another_program_reads_the_news() -> None:
    found = feedparser.parse(as_atom(FEED))
    assert not found.bozo
    assert found.version == "atom10"
    assert found.feed.id == "urn:x"
    assert found.feed.updated == "2026-02-03T04:05:00+00:00"
    assert {link.rel: link.href for link in found.feed.links} == {
        "self": "https://x.test/n.atom",
        "alternate": "https://x.test/",
    }
    assert [entry.id for entry in found.entries] == ["urn:x:2", "urn:x:1"]
    first, second = found.entries
    assert (first.title_detail.value, first.author) == ("P-1 · 報告 <b>", "China")
    assert first.content[0].value == "a & b"
    assert second.content[0].value == "P-1 · pledge"


def test_no_news_is_dated_by_the_beginning() -> None:
    found = feedparser.parse(as_atom(FEED._replace(items=(), page="", address="")))
    assert not found.bozo
    assert (found.feed.updated, found.entries) == ("2026-01-01T00:00:00+00:00", [])
    assert found.feed.author == "zakuro"


def test_the_same_news_are_the_same_bytes() -> None:
    assert as_atom(FEED) == as_atom(FEED)
