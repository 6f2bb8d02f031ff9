"""The questions of `import table`, answered at a real terminal."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from zakuro.cli.publishing.mapping import asked
from zakuro.flow.importing.table import read_map
from zakuro.model.errors import ZakuroError

ROWS = """id,title,country,recipient,amount,currency,status
1,A road,JPN,KAZ,5000,USD,Cancelled
2,A dam,JPN,UZB,,,Completion
"""


def at_terminal(*words: str, keys: list[str]) -> tuple[int, str]:
    """Run the command line at a terminal of its own; give its exit code and what was shown."""
    ours, theirs = pty.openpty()
    running = subprocess.Popen(
        [Path(sys.executable).with_name("zakuro"), *words],
        stdin=theirs, stdout=theirs, stderr=theirs,
    )  # fmt: skip
    os.close(theirs)
    os.write(ours, "".join(f"{key}\n" for key in keys).encode())
    shown = b""
    while True:
        try:
            read = os.read(ours, 4096)
        except OSError:  # the other end is closed: it has ended
            break
        if not read:
            break
        shown += read
    os.close(ours)
    return running.wait(), shown.decode()


def test_a_terminal_asks_column_by_column_and_writes_the_map(opened: Run) -> None:
    Path("a.csv").write_text(ROWS)
    keys = [
        "",
        "",
        "nobody",
        "=Japan",
        *[""] * 10,
        "",
        "",
        "Our World",
        "mine",
        "private",
        "own.toml",
        "",
    ]
    code, shown = at_terminal("import", "table", "a.csv", keys=keys)
    assert code == 0, shown
    assert "giver (who promises) [country]" in shown
    assert "'nobody' is no column; for a value write =nobody" in shown
    assert "2 pledges and 0 reports entered" in shown
    assert "'mine' is no ownership" in shown
    assert "1 deliveries and states laid beside as evidence that Our World (private) found" in shown
    assert "A road" in opened("show", "P-6").output
    chosen = read_map("own.toml")
    assert chosen.fixed == {"giver": "Japan"}
    assert chosen.columns["amount"] == "amount"
    assert "end" not in chosen.columns
    assert chosen.states == {"Cancelled": "withdrawn"}
    assert str(chosen.published_by()) == "Our World (private)"


def test_what_is_there_is_left_as_it_is_and_nothing_is_entered_unasked(opened: Run) -> None:
    Path("a.csv").write_text(ROWS)
    Path("map.toml").write_text("mine")
    keys = ["-", "id", *[""] * 15, "map.toml", "own.toml", "n"]
    code, shown = at_terminal("import", "table", "a.csv", keys=keys)
    assert code == 1
    assert "A map must say where key stands" in shown
    assert "map.toml is there already" in shown
    assert "Nothing was entered: look own.toml over" in shown
    assert Path("map.toml").read_text() == "mine"
    assert "P-6" not in opened("pledges").output


def test_a_table_without_rows_is_told() -> None:
    with pytest.raises(ZakuroError, match="no rows"):
        asked([])
