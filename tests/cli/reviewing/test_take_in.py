import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.read.document.pdf.test_pdf import made
from tests.read.document.test_package import zipped


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


def test_all_documents_of_a_folder_are_filed_and_a_bad_one_is_told(
    zakuro: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("in").mkdir()
    Path("in/a.pdf").write_bytes(made("China will open two schools in Kazakhstan."))
    Path("in/b.txt").write_bytes(b"")
    Path("in/c.zip").write_bytes(zipped({"d.txt": b"Japan will build a road in Nepal."}))
    monkeypatch.setenv("ZAKURO_BOOKS", "books.db")
    zakuro("init", "books.db")
    output = zakuro("add", "in", "--language", "en", ok=False).output
    assert "in/b.txt: nothing to read: it is empty" in output
    assert "D-1  a.pdf: 1 pledge" in output
    assert "D-2  d.txt: 1 pledge" in output


def test_a_long_text_without_any_stop_is_filed(
    zakuro: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("long.txt").write_text("中国将向肯尼亚提供五百万美元并" * 6000, "utf-8")
    monkeypatch.setenv("ZAKURO_BOOKS", "books.db")
    zakuro("init", "books.db")
    assert zakuro("add", "long.txt").output.startswith("D-1")
