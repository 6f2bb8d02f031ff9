from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.flow.builder import books_at, file, summit
from zakuro.cli import main
from zakuro.flow.acting.review import accept

Run = Callable[..., Result]


@pytest.fixture
def zakuro(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command line, in an empty directory; with ``ok=False`` it is expected to fail."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ZAKURO_PERSON", "anna")
    monkeypatch.delenv("ZAKURO_BOOKS", raising=False)

    def run(*words: str, ok: bool = True, keys: str | None = None) -> Result:
        result = CliRunner().invoke(main, words, input=keys)
        assert (result.exit_code == 0) is ok, result.output
        return result

    return run


@pytest.fixture
def opened(zakuro: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command line with books of the summit's five pledges, P-1 to P-5, and D-1."""
    with books_at("books.db") as books:
        file(books, summit())
        with books.writing() as writer:
            for number in range(1, 6):
                accept(writer, f"D-1:s{number}", "anna")
    monkeypatch.setenv("ZAKURO_BOOKS", "books.db")
    return zakuro
