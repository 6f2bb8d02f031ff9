"""What the documentation shows is what happens: its commands are run, its links lead somewhere.

A block fenced as ``console`` holds commands (lines that begin with ``$ ``) and what they print.
All blocks of one page are run in order, in one empty directory.  A line ``...`` in the output
stands for any lines; a command without output shown may print anything, but must succeed.  Lines
that begin with ``> `` go on with the command.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^```console\n(.*?)^```", re.M | re.S)
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")


def commands(page: Path) -> list[tuple[str, str]]:
    """Every command of a page, with the output shown for it."""
    found = []
    for block in BLOCK.findall(page.read_text(encoding="utf-8")):
        assert block.startswith("$ "), f"{page.name}: a console block begins with a command"
        for part in re.split(r"^\$ ", block, flags=re.M)[1:]:
            command, _, shown = part.partition("\n")
            while shown.startswith("> "):
                more, _, shown = shown.removeprefix("> ").partition("\n")
                command = f"{command}\n{more}"
            found.append((command, shown))
    return found


def is_shown(printed: str, shown: str) -> bool:
    """Whether the output is as shown, lines of ``...`` standing for any lines."""
    parts = re.split(r"^\.\.\.\n", shown.rstrip("\n") + "\n", flags=re.M)
    pattern = "(?:.*\n)*".join(re.escape(part) for part in parts)
    lines = "".join(f"{line.rstrip()}\n" for line in printed.rstrip("\n").split("\n"))
    return re.fullmatch(pattern, lines) is not None


def name(page: Path) -> str:
    return str(page.relative_to(ROOT))


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_commands_do_what_the_page_shows(page: Path, tmp_path: Path) -> None:
    examples = ROOT / "src" / "zakuro" / "examples"
    if examples.is_dir():
        for example in examples.glob("*.txt"):
            (tmp_path / example.name).write_bytes(example.read_bytes())
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "COLUMNS": "100", "LC_ALL": "C.UTF-8"}
    for command, shown in commands(page):
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", command],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"$ {command}\n{done.stdout}{done.stderr}"
        if shown.strip():
            assert is_shown(done.stdout, shown), (
                f"$ {command}\n{done.stdout}\nnot as shown:\n{shown}"
            )


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_links_lead_somewhere(page: Path) -> None:
    links = LINK.findall(page.read_text(encoding="utf-8"))
    inside = [link for link in links if "://" not in link]
    assert [link for link in inside if not (page.parent / link).exists()] == []


def test_output_is_compared_line_by_line() -> None:
    assert is_shown("a\nb\nc\n", "a\n...\nc\n")
    assert is_shown("a\nc\n", "a\n...\nc\n")
    assert not is_shown("a\nb\nc\n", "a\nc\n")
    assert not is_shown("a\nb\n", "a\n")


def test_every_decision_is_in_the_index() -> None:
    folder = ROOT / "docs" / "decisions"
    index = (folder / "README.md").read_text(encoding="utf-8")
    pages = [page.name for page in folder.glob("[0-9]*.md")]
    assert pages
    assert [page for page in pages if f"({page})" not in index] == []
