import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_a_document_is_taken_in_by_its_file(zakuro: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("report.txt").write_text(
        "China will provide Kazakhstan with 10 million yuan in grants in 2026.\n", "utf-8"
    )
    monkeypatch.setenv("ZAKURO_BOOKS", "books.db")
    zakuro("init", "books.db")
    words = ("add", "report.txt", "--language", "en", "--published", "2025-06-17")
    (taken,) = json.loads(zakuro(*words, "--format", "json").output)
    assert (taken["name"], taken["source"], taken["kinds"]["pledge"]) == ("D-1", "report.txt", 1)
    assert "filed already, as D-1" in zakuro(*words, ok=False).output


def test_the_old_name_goes_on_working_unseen(zakuro: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("report.txt").write_text("China will open two schools in Kazakhstan.\n", "utf-8")
    monkeypatch.setenv("ZAKURO_BOOKS", "books.db")
    zakuro("init", "books.db")
    assert zakuro("take-in", "report.txt", "--language", "en").output.startswith("D-1")
    assert "take-in" not in zakuro("--help").output
