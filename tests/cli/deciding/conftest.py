from pathlib import Path

import pytest

from tests.cli.conftest import Run

CHARTER = """
name = "Six"
members = ["KAZ", "KGZ", "TJK", "TKM", "UZB"]
languages = ["en", "ru"]
[procedure]
chair = { order = ["KAZ"] }
abstention = "1/2"
non_participation = "1/2"
quorum = "3/5"
"""


@pytest.fixture
def sitting(zakuro: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command line with books of five members that decide, and words in two languages."""
    Path("charter.toml").write_text(CHARTER, encoding="utf-8")
    Path("p.md").write_text("We open the railway within two years.\n", encoding="utf-8")
    Path("p.ru.md").write_text("Откроем дорогу в течение двух лет.\n", encoding="utf-8")
    zakuro("init", "books.db", "--charter", "charter.toml")
    monkeypatch.setenv("ZAKURO_BOOKS", "books.db")
    return zakuro


@pytest.fixture
def tabled(sitting: Run) -> Run:
    """The same with X-1 on the table in both languages."""
    sitting("text", "new", "p.md", "--title", "P", "--language", "en", "--by", "UZB")
    sitting("text", "language", "X-1", "p.ru.md", "--language", "ru", "--by", "UZB")
    sitting("text", "table", "X-1", "--by", "uzb")
    return sitting


@pytest.fixture
def received(tabled: Run) -> Run:
    """The same with every receipt."""
    for member in ("KAZ", "KGZ", "TJK", "TKM", "UZB"):
        tabled("receipt", "X-1", "--by", member)
    return tabled
