import json
from pathlib import Path

from tests.cli.conftest import Run


def test_the_books_as_tables(opened: Run) -> None:
    assert "books.xlsx" in opened("export", "books.xlsx", "--as-of", "2026-06-30").output
    assert Path("books.xlsx").stat().st_size > 1000
    written = json.loads(opened("export", "books.csv", "--format", "json").output)
    assert written == ["books.csv", "books-entries.csv", "books-documents.csv"]
    assert "no kind of table" in opened("export", "books.txt", ok=False).output
