import json
from datetime import UTC, datetime, timedelta

from tests.cli.conftest import Run

LATER = datetime.now(UTC) + timedelta(days=5)


def test_lists_and_one_text(received: Run) -> None:
    received("silence", "X-1", "--until", LATER.isoformat(), "--by", "chair")
    shown = received("text", "show", "X-1", "--party", "TKM").output
    assert "silence: adopted at" in shown
    assert "(TKM, chair KAZ)" in shown
    assert "KAZ, KGZ, TJK, TKM, UZB may object" in shown
    assert "silence" in received("texts").output
    assert "object" in received("inbox", "--party", "tkm").output
    [line] = json.loads(received("texts", "--state", "silence", "--format", "json").output)
    assert line["state"] == "silence"
    assert json.loads(received("texts", "--state", "draft", "--format", "json").output) == []
    [waits] = json.loads(received("inbox", "--party", "TKM", "--format", "json").output)
    assert (waits["duty"], waits["act"]) == ("may", "object")
    whole = json.loads(received("text", "show", "X-1", "--format", "json").output)
    assert whole["state"] == "silence"
    after = LATER.isoformat()
    assert "Decision 1: P" in received("texts", "--as-of", after).output
    assert "was adopted" in received("text", "notice", "X-1", "--as-of", after).output
    told = json.loads(
        received("text", "notice", "X-1", "--as-of", after, "--format", "json").output
    )
    assert "It binds KAZ" in told["notice"]
    assert "nothing to tell" in received("text", "notice", "X-1", ok=False).output
    assert "not adopted for good" in received("text", "add", "X-1", ok=False).output


def test_an_adopted_text_is_added(received: Run) -> None:
    held = datetime.now(UTC).isoformat()
    everybody = ("--present", "KAZ,KGZ,TJK,TKM,UZB")
    received("meeting", "X-1", "--held", held, *everybody, "--by", "chair")
    assert received("text", "add", "X-1").output == "D-1  X-1\nNext: zakuro review\n"
    assert "added as D-1" in received("text", "show", "X-1").output
    assert json.loads(
        received("text", "compare", "X-1", "--old", "1", "--new", "1", "--format", "json").output
    )["stretches"]


def test_the_words_of_a_text_are_printed_alone(received: Run) -> None:
    printed = received("text", "words", "X-1").output
    kept = json.loads(received("text", "words", "X-1", "--format", "json").output)
    assert kept["text"] == "X-1"
    assert printed.strip() == kept["words"].strip() != ""


def test_an_empty_inbox_says_so(received: Run) -> None:
    assert received("inbox", "--party", "FRA").output == "Nothing waits for FRA.\n"


def test_times_are_in_the_members_zone_the_chairs_and_utc(received: Run) -> None:
    moment = datetime(2099, 1, 10, 7, tzinfo=UTC)
    received("silence", "X-1", "--until", moment.isoformat(), "--by", "chair")
    listed = " ".join(received("texts").output.split())
    assert "2099-01-10 12:00:00+05:00 (chair KAZ)," in listed
    assert "2099-01-10 07:00:00Z" in listed
    waits = " ".join(received("inbox", "--party", "KGZ").output.split())
    assert "2099-01-10 13:00:00+06:00 (KGZ)," in waits
    assert "2099-01-10 12:00:00+05:00 (chair KAZ)," in waits
    refused = received("text", "show", "X-1", "--party", "XXX", ok=False).output
    assert "'XXX' is no party" in refused
