"""Measure how fast documents of each format become frozen text.

    python -m bench.bench_documents

A page is 2,000 characters of the English digest.  Rates are pages a second on one core, the best
of several rounds, without reading what the pages say.  Nothing is asserted.
"""

from __future__ import annotations

import time

import msgspec
from rich.console import Console
from rich.table import Table

from tests.documents import as_docx, as_html, as_markdown, digest, typeset
from zakuro.read.document.block import Block
from zakuro.read.document.document import Document, freeze

PAGE = 2_000
COPIES = 10
ROUNDS = 3


def _long() -> Document:
    """The digest, many times over."""
    once = digest("samarkand-2025.en")
    blocks: list[Block] = []
    for copy in range(COPIES):
        shift = copy * (len(once.text) + 1)
        blocks += [
            msgspec.structs.replace(block, start=block.start + shift, end=block.end + shift)
            for block in once.blocks
        ]
    return msgspec.structs.replace(once, text="\n".join([once.text] * COPIES), blocks=tuple(blocks))


def main() -> None:
    """Print the rates."""
    document = _long()
    files = {
        "text.txt": document.text.encode(),
        "text.md": as_markdown(document),
        "page.html": as_html(document),
        "word.docx": as_docx(document),
        "one-column.pdf": typeset(document, "en"),
        "two-columns.pdf": typeset(document, "en", 2),
    }
    table = Table("file", "kB", "pages a second")
    for name, content in files.items():
        best = min(_seconds(name, content) for _ in range(ROUNDS))
        rate = len(document.text) / PAGE / best
        table.add_row(name, f"{len(content) / 1000:,.0f}", f"{rate:,.0f}")
    Console().print(table)


def _seconds(name: str, content: bytes) -> float:
    begin = time.perf_counter()
    freeze(content, name)
    return time.perf_counter() - begin


if __name__ == "__main__":
    main()
