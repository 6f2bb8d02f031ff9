from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_from_a_draft_to_a_settled_version(tabled: Run) -> None:
    shown = tabled(
        *("text", "propose", "X-1", "--by", "TKM", "--replace", "within two years"),
        *("--with", "by 2027", "--also", "ru", "в течение двух лет", "до 2027 года"),
    )
    assert "[within two years / by 2027]; TKM holds the latter" in shown.output
    shown = tabled("text", "settle", "X-1", "--accept", "a1", "--by", "UZB")
    assert "b1: UZB accepts a1; settled: version 2 is made" in shown.output
    shown = tabled("text", "compare", "X-1", "--language", "ru")
    assert "[-в течение двух лет-]{+до 2027 года+}" in shown.output
    shown = tabled("text", "revise", "X-1", "--words", "en", "p.md", "--by", "chair")
    assert "version 3 in en" in shown.output
    shown = tabled("text", "withdraw", "X-1", "--by", "UZB", "--reason", "later")
    assert "withdrawal  later" in shown.output


def test_withdrawing_from_a_bracket(tabled: Run) -> None:
    tabled("text", "propose", "X-1", "--by", "TKM", "--replace", "two", "--with", "three")
    shown = tabled("text", "settle", "X-1", "--withdraw", "--by", "TKM")
    assert "b1: TKM withdraws\n" in shown.output


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("new", "--title", "T", "--language", "en", "--by", "UZB"), "Give the words in a FILE"),
        (
            ("new", "p.md", "--from", "D-1", "--title", "T", "--language", "en", "--by", "UZB"),
            "Give the words in a FILE",
        ),
        (
            ("new", "p.md", "--judges", "P-1", "--title", "T", "--language", "en", "--by", "UZB"),
            "--judges P-3, --party and --value together",
        ),
        (("settle", "X-1", "--by", "UZB"), "either --accept a1 or --withdraw"),
        (("settle", "X-1", "--accept", "a1", "--withdraw", "--by", "UZB"), "either --accept"),
        (("table", "X-7", "--by", "UZB"), "There is no text X-7"),
        (("table", "P-1", "--by", "UZB"), "'P-1' is no name here: give a text such as X-1"),
        (("table", "X-1", "--by", "USA"), "USA is no member"),
    ],
)
def test_what_is_refused(tabled: Run, words: tuple[str, ...], said: str) -> None:
    shown = tabled("text", *words, ok=False)
    assert said in shown.output
    assert "Traceback" not in shown.output


def test_a_text_begun_from_a_document(sitting: Run) -> None:
    Path("d.txt").write_text(
        "China will provide Kazakhstan with 10 million yuan in grants in 2026.", encoding="utf-8"
    )
    sitting("take-in", "d.txt", "--language", "en", "--published", "2025-06-17")
    new = ("text", "new", "--title", "T", "--language", "en", "--by", "UZB", "--from", "D-1")
    sitting(*new, "--kind", "pledge")
    assert "characters 0-68 from D-1:s1" in sitting("text", "show", "X-1").output
    assert "D-1 has no proposal" in sitting(*new, ok=False).output


def test_a_text_that_judges(sitting: Run) -> None:
    Path("d.txt").write_text(
        "China will provide Kazakhstan with 10 million yuan in grants in 2026.", encoding="utf-8"
    )
    sitting("take-in", "d.txt", "--language", "en", "--published", "2025-06-17")
    sitting("review", "--accept", "D-1:s1")
    sitting(
        *("text", "new", "p.md", "--title", "T", "--language", "en", "--by", "UZB"),
        *("--judges", "P-1", "--party", "CHN", "--value", "+1"),
    )
    assert "judges P-1: CHN +1" in sitting("text", "show", "X-1").output


def test_names_in_small_letters_and_with_spaces(tabled: Run) -> None:
    assert "X-1  P" in tabled("text", "show", "x-1").output
    new = ("text", "new", "p.md", "--title", "B", "--language", "en", "--by", "UZB")
    tabled(*new)
    tabled(*new, "--from", "x-1, X-2")
    assert "made from X-1, X-2" in tabled("text", "show", "3").output
    tabled("text", "withdraw", "x-2", "--into", "x-3", "--by", "UZB")
    assert "went into X-3" in tabled("text", "show", "X-2").output


def test_words_changed_in_a_silence_say_what_they_do(received: Run) -> None:
    until = (datetime.now(UTC) + timedelta(days=5)).isoformat()
    received("silence", "X-1", "--until", until, "--by", "chair")
    received("text", "revise", "X-1", "--words", "ru", "p.md", "--by", "UZB")
    assert "silence on version 1" in received("text", "show", "X-1").output
    assert "; void since the text was revised" in received("text", "show", "X-1").output
    again = ("text", "revise", "X-1", "--words", "en", "p.md", "--words", "ru", "p.ru.md")
    shown = received(*again, "--by", "UZB").output
    assert "version 3 in en, ru\n" in shown
    for member in ("KAZ", "KGZ", "TJK", "TKM", "UZB"):
        received("receipt", "X-1", "--by", member)
    received("silence", "X-1", "--until", until, "--by", "chair")
    shown = received("text", "revise", "X-1", "--words", "en", "p.ru.md", "--by", "UZB").output
    assert "version 4 in en; the silence is void" in shown


def test_other_words_in_a_silence_object(received: Run) -> None:
    until = (datetime.now(UTC) + timedelta(days=5)).isoformat()
    received("silence", "X-1", "--until", until, "--by", "chair")
    shown = received(
        *("text", "propose", "X-1", "--by", "TKM", "--replace", "two", "--with", "three")
    ).output
    assert "[two / three]; in silence this objects: X-1 is broken" in shown
