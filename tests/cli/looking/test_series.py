import json
from pathlib import Path

from tests.cli.conftest import Run

CSV = """indicator,reporter,partner,period,value,unit,source,how counted
trade,CHN,KAZ,2023,40,USD billion,customs,Chinese customs
trade,CHN,KAZ,2024,44,USD billion,customs,Chinese customs
"""
TEXT = "Trade between China and Kazakhstan grew by 10 percent in 2024.\n"


def test_series_are_kept_listed_and_claims_told(zakuro: Run) -> None:
    Path("trade.csv").write_text(CSV, encoding="utf-8")
    Path("report.txt").write_text(TEXT, encoding="utf-8")
    zakuro("init", "books.db")
    assert "No series are kept" in zakuro("series", "list", "--books", "books.db").output
    added = zakuro("series", "add", "trade.csv", "--books", "books.db")
    assert added.output == "E-2  trade: 2 figures (csv)\n"
    listed = zakuro("series", "list", "--books", "books.db", "--format", "json").output
    assert [each["name"] for each in json.loads(listed)] == ["trade"]
    assert "No document claims" in zakuro("claims", "--books", "books.db").output
    zakuro("add", "report.txt", "--published", "2025-06-17", "--books", "books.db")
    claims = zakuro("claims", "--books", "books.db").output
    assert "+10.0 %" in claims
    whole = zakuro("check", "--books", "books.db", "--format", "jsonl").output
    assert [json.loads(line)["rule"] for line in whole.splitlines()] == ["Z701"]
    assert "D-1:1" in zakuro("check", "--books", "books.db").output
    assert (
        "<h1>books.db: 1 finding</h1>"
        in zakuro("check", "--books", "books.db", "--format", "html").output
    )
    zakuro("verify", "--books", "books.db")


def test_a_report_is_checked_by_a_file_of_series(zakuro: Run) -> None:
    Path("trade.csv").write_text(CSV, encoding="utf-8")
    Path("report.txt").write_text(TEXT, encoding="utf-8")
    words = ("check", "report.txt", "-l", "en", "--published", "2025-06-17")
    assert "Z701" in zakuro(*words, "--series", "trade.csv").output
    assert "Z701" not in zakuro(*words).output
    page = zakuro(*words, "--series", "trade.csv", "--format", "html").output
    assert 'class="card finding"' in page
    Path("trade.csv").write_text("a,b\n", encoding="utf-8")
    assert "no column" in zakuro(*words, "--series", "trade.csv", ok=False).output


def test_what_is_to_be_checked_must_be_said(zakuro: Run) -> None:
    assert "Say what to check" in zakuro("check", ok=False).output
    Path("report.txt").write_text(TEXT, encoding="utf-8")
    assert "Say what to check" in zakuro("check", "report.txt", "-b", "x.db", ok=False).output
    assert "--since" in zakuro("check", "report.txt", "--since", "2025-01-01", ok=False).output
    two = ("check", "report.txt", "report.txt", "--format", "html")
    Path("other.txt").write_text(TEXT, encoding="utf-8")
    assert "one document" in zakuro(*two[:2], "other.txt", *two[3:], ok=False).output
