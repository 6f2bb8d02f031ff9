"""Tables for the terminal."""

from __future__ import annotations

import io
import shutil
import sys
from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from zakuro.cli.terminal import shown

_UNBOUND = 160
"""Columns of a table that is not shown on a terminal."""


def drawn(title: str, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table as text, as wide as the terminal; empty columns are left out."""
    cells = [tuple(row) for row in rows]
    kept = [i for i in range(len(headings)) if any(row[i] for row in cells)]
    table = Table(box=None, pad_edge=False, show_edge=False)
    for i in kept:
        table.add_column(headings[i], overflow="fold")
    for row in cells:
        table.add_row(*(Text(shown(row[i])) for i in kept))
    terminal = sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if terminal else _UNBOUND
    console = Console(file=io.StringIO(), width=width, force_terminal=terminal, highlight=False)
    with console.capture() as capture:
        console.print(Text(shown(title), style="bold"))
        console.print(table)
    return capture.get().rstrip()
