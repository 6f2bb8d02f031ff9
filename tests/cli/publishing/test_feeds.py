from pathlib import Path

import feedparser
import vobject

from tests.cli.conftest import Run


def test_news_are_printed_or_written(opened: Run) -> None:
    found = feedparser.parse(opened("feed", "P-4").output)
    assert not found.bozo
    assert [entry.author for entry in found.entries] == ["China"]
    opened("feed", "kaz", "--language", "kk", "--output", "kaz.atom",
           "--address", "https://x.test/kk")  # fmt: skip
    kept = feedparser.parse(Path("kaz.atom").read_bytes())
    assert kept.feed.link == "https://x.test/kk/parties/KAZ"
    assert "is there already" in opened("feed", "--output", "kaz.atom", ok=False).output


def test_days_as_a_calendar(opened: Run) -> None:
    printed = opened("calendar", "--as-of", "2026-06-30").output
    assert len(vobject.readOne(printed).vevent_list) == 2
    opened("calendar", "P-4", "--output", "p4.ics")
    assert b"P-4 falls due" in Path("p4.ics").read_bytes()


def test_what_does_not_exist_is_said(opened: Run) -> None:
    assert "no pledge P-99" in opened("feed", "P-99", ok=False).output
    assert "no party" in opened("calendar", "QQQ", ok=False).output
    assert "no thing T-9" in opened("feed", "T-9", ok=False).output
    assert "no statement D-1:s99" in opened("feed", "D-1:s99", ok=False).output
    assert "Nothing of a claim falls due" in opened("calendar", "claims", ok=False).output
    assert "is no address" in opened("feed", "--address", "x.test", ok=False).output
    assert "Cannot write" in opened("feed", "--output", "no/such/x.atom", ok=False).output


def test_things_and_claims_are_followed(opened: Run) -> None:
    opened("thing", "open", "centre", "--name", "en=A centre", "--party", "CHN")
    opened("thing", "tie", "T-1", "P-4")
    found = feedparser.parse(opened("feed", "T-1").output)
    assert found.feed.title == "What was entered on A centre (T-1)"
    assert [entry.title.split(" · ")[0] for entry in found.entries] == ["T-1", "T-1", "P-4"]
    assert b"P-4 falls due" in opened("calendar", "T-1", "--as-of", "2026-06-30").output.encode()
    for name in ("D-1:s4", "claims"):
        assert feedparser.parse(opened("feed", name).output).entries == []
