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
        (("table", "P-1", "--by", "UZB"), "names no text"),
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
