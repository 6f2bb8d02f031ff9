from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.cli.conftest import Run

LATER = (datetime.now(UTC) + timedelta(days=5)).isoformat(timespec="seconds")


def test_members_are_asked_and_answer(tabled: Run) -> None:
    shown = tabled("consult", "X-1", "--ask", "kaz,TJK", "--until", LATER, "--by", "UZB")
    assert "KAZ, TJK asked until" in shown.output
    assert "to E-5" in tabled("answer", "X-1", "--text", "yes", "--by", "TJK").output
    assert (
        "CHN was not asked"
        in tabled("answer", "X-1", "--text", "yes", "--by", "CHN", ok=False).output
    )


def test_silence_is_opened_and_broken(received: Run) -> None:
    shown = received("silence", "X-1", "--until", LATER, "--by", "chair")
    assert "on version 1 until" in shown.output
    assert (
        "reservation to version 1"
        in received("reserve", "X-1", "--text", "not here", "--by", "TJK").output
    )
    assert (
        "interpretation to"
        in received("reserve", "X-1", "--text", "so", "--interpretation", "--by", "TJK").output
    )
    assert (
        "explanation to"
        in received("reserve", "X-1", "--text", "why", "--explanation", "--by", "TJK").output
    )
    received("abstain", "X-1", "--by", "TKM", "--reason", "neutral")
    received("stand-aside", "X-1", "--by", "KGZ")
    shown = received("object", "X-1", "--by", "UZB", "--reason", "too early")
    assert "too early; X-1 is broken" in shown.output


def test_a_meeting_adopts_and_is_challenged(received: Run) -> None:
    held = datetime.now(UTC).isoformat()
    received("stand-aside", "X-1", "--by", "TKM")
    present = ("--present", "KAZ,UZB,TKM,TJK")
    shown = received("meeting", "X-1", "--held", held, *present, "--by", "chair")
    assert "adopted; who was absent may challenge before" in shown.output
    assert "is bound from now on" in received("accede", "X-1", "--by", "TKM").output
    shown = received("challenge", "X-1", "--by", "KGZ", "--reason", "not asked")
    assert "challenge  not asked" in shown.output


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("silence", "X-1", "--until", "2026-12-10", "--by", "chair"), "is no moment"),
        (("silence", "X-1", "--until", LATER, "--by", "UZB"), "Only the chair, KAZ"),
        (("consult", "X-1", "--ask", ",", "--until", LATER, "--by", "UZB"), "names no parties"),
        (("object", "X-1", "--by", "TKM"), "there is no silence to break"),
        (
            ("reserve", "X-1", "--text", "x", "--by", "TKM", "--explanation", "--interpretation"),
            "not both",
        ),
    ],
)
def test_what_is_refused(received: Run, words: tuple[str, ...], said: str) -> None:
    shown = received(*words, ok=False)
    assert said in shown.output
    assert "Traceback" not in shown.output


def test_without_the_option_nobody_answers_a_reservation(received: Run) -> None:
    made = received("reserve", "X-1", "--by", "TJK", "--text", "not the port").output
    entry = made.partition(" ")[0]
    refused = received("object", "X-1", "--by", "KAZ", "--to", entry, ok=False).output
    assert "gives no procedure.reservation_months" in refused


def test_the_objection_of_whom_it_concerns_stops_nothing(zakuro: Run) -> None:
    Path("charter.toml").write_text(
        'members = ["KAZ", "UZB"]\nlanguages = ["en"]\n[procedure]\nminus_one = true\n'
        'chair = { order = ["KAZ"] }\n',
        encoding="utf-8",
    )
    Path("p.md").write_text("UZB is asked to leave.\n", encoding="utf-8")
    zakuro("init", "books.db", "--charter", "charter.toml")
    at = ("--books", "books.db")
    new = ("text", "new", "p.md", "--title", "P", "--language", "en", "--concerns", "UZB")
    zakuro(*new, "--by", "KAZ", *at)
    zakuro("text", "table", "X-1", "--by", "KAZ", *at)
    for member in ("KAZ", "UZB"):
        zakuro("receipt", "X-1", "--by", member, *at)
    until = (datetime.now(UTC) + timedelta(days=5)).isoformat()
    zakuro("silence", "X-1", "--until", until, "--by", "chair", *at)
    said = zakuro("object", "X-1", "--by", "UZB", *at).output
    assert "no reason given; X-1 is in silence, and this stops nothing" in said
