import json
from pathlib import Path

from docx import Document

from tests.cli.conftest import Run


def test_documents_search_and_changes(opened: Run) -> None:
    (document,) = json.loads(opened("documents", "--format", "json").output)
    assert (document["name"], document["statements"]) == ("D-1", 6)
    assert "D-1" in opened("documents").output
    assert "P-4" in opened("search", "training", "places").output
    assert "Nowhere" in opened("search", "elephants").output
    assert json.loads(opened("search", "grants", "--format", "json").output)[0]["name"] == "P-3"
    assert "P-5" in opened("changes", "--since", "2026-07-01").output
    assert json.loads(opened("changes", "--since", "2099-01-01", "--format", "json").output) == []
    opened("changes", "--since", "2026-07-01", "--output", "changes.md")
    assert "# Changes since 2026-07-01" in Path("changes.md").read_text("utf-8")
    opened("changes", "--since", "2026-07-01", "--output", "changes.html")
    assert "<h1>Changes since 2026-07-01</h1>" in Path("changes.html").read_text("utf-8")
    opened("changes", "--since", "2026-07-01", "--output", "changes.docx")
    words = [paragraph.text for paragraph in Document("changes.docx").paragraphs]
    assert words[0] == "Changes since 2026-07-01"
    assert any("P-5, pledge" in line for line in words)
    other = opened("changes", "--since", "2026-07-01", "--output", "changes.odt", ok=False)
    assert "is no kind of brief" in other.output
    again = opened("changes", "--since", "2026-07-01", "--output", "changes.md", ok=False)
    assert "there already" in again.output
