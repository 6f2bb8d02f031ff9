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
    assert "is no address" in opened("feed", "--address", "x.test", ok=False).output
    assert "Cannot write" in opened("feed", "--output", "no/such/x.atom", ok=False).output
