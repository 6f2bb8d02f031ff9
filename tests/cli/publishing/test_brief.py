from pathlib import Path

from tests.cli.conftest import Run


def test_a_brief_is_printed_or_written(opened: Run) -> None:
    found = opened("brief", "--as-of", "2026-06-30").output
    assert found.startswith("# Brief: Six")
    assert "1.5 billion" in found
    opened("brief", "--language", "ja", "--for", "JPN", "--output", "brief.pdf")
    assert Path("brief.pdf").read_bytes().startswith(b"%PDF")
    assert "there already" in opened("brief", "--output", "brief.pdf", ok=False).output


def test_what_does_not_exist_is_said(opened: Run) -> None:
    assert "there are: none" in opened("brief", "--summit", "astana", ok=False).output
    assert "no party" in opened("brief", "--for", "QQQ", ok=False).output
    assert "no kind of brief" in opened("brief", "--output", "brief.txt", ok=False).output
