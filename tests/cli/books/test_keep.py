import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_books_are_made_with_the_example_charter(zakuro: Run) -> None:
    Path("charter.toml").write_text(zakuro("charter", "--example").output, "utf-8")
    shown = zakuro("init", "books.db", "--charter", "charter.toml", "--name", "example.org/six")
    assert "example.org/six: members CHN, KAZ, KGZ, TJK, TKM, UZB." in shown.output
    listed = zakuro("charter", "--books", "books.db").output
    assert "C5: KAZ, KGZ, TJK, TKM, UZB" in listed
    assert "behind below 0.9" in listed
    again = zakuro("init", "books.db", ok=False)
    assert again.output.startswith("Error: ")


def test_books_of_a_newsroom_have_no_members(zakuro: Run) -> None:
    assert "members none" in zakuro("init", "books.db").output
    rules = json.loads(zakuro("charter", "--books", "books.db", "--format", "json").output)
    assert rules["members"] == []


@pytest.mark.parametrize(("value", "percent"), [("+1", "100"), ("0", "50"), ("-1", "0")])
def test_an_assessor_scores(opened: Run, value: str, percent: str) -> None:
    proof = ("--evidence", "https://example.org")
    opened("assess", "P-1", "--party", "CHN", "--value", value, *proof, "--on", "2026-01-01")
    (whole,) = json.loads(opened("score", "--as-of", "2026-01-01", "--format", "json").output)
    assert [whole[name]["pooled_percent"] for name in ("by_report", "by_confirmation")] == [
        percent
    ] * 2


def test_parts_are_tied_and_untied(opened: Run) -> None:
    assert "part of P-3" in opened("link", "P-5", "--part-of", "P-3").output
    assert "part of P-3" in opened("show", "P-5").output
    assert "part of no other" in opened("link", "P-5", "--none").output
    assert "either" in opened("link", "P-4", ok=False).output


def test_results_come_as_json_too(zakuro: Run) -> None:
    made = json.loads(zakuro("init", "b.db", "--name", "example.org/b", "--format", "json").output)
    assert made == {"books": "example.org/b", "members": []}
    key = json.loads(zakuro("key", "make", "k.pem", "--format", "json").output)
    assert key["public_key"].startswith("ed25519:")
    assert json.loads(zakuro("key", "list", "--books", "b.db", "--format", "json").output) == {
        "keys": {},
        "waiting": [],
    }
