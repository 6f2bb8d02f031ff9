"""Measure how an archive of many small documents is read: on one core, on all, and in what memory.

    python -m bench.bench_archives --documents 10000

The documents are sentences of spec/lines, eight a document, in five languages by turns.  Nothing is
asserted; the memory is the most that any one of the processes took.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from rich.console import Console
from rich.table import Table

LINES = Path(__file__).parents[1] / "spec" / "lines"
SENTENCES = 8


def make(folder: Path, documents: int) -> None:
    """Write so many documents, in folders of a thousand."""
    told = {
        path.stem: [line.rpartition("|")[2] for line in path.read_text("utf-8").splitlines()]
        for path in sorted(LINES.glob("*.txt"))
    }
    for number in range(documents):
        lines = list(told.values())[number % len(told)]
        at = number * SENTENCES % (len(lines) - SENTENCES)
        place = folder / f"{number // 1000:03}"
        place.mkdir(exist_ok=True)
        text = "\n\n".join([f"Document {number}", *lines[at : at + SENTENCES]])
        (place / f"{number:06}.txt").write_text(text, "utf-8")


def seconds(folder: Path, output: Path, cores: set[int]) -> float:
    """How long the command takes on these cores."""
    command = [sys.executable, "-c", "from zakuro.cli import main; main()", "read", str(folder)]
    began = time.perf_counter()
    subprocess.run(
        [*command, "--output", str(output)],
        check=True,
        preexec_fn=lambda: os.sched_setaffinity(0, cores),
    )
    return time.perf_counter() - began


def main() -> None:
    """Print the times, what the cores gain, and the memory."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=10_000)
    documents: int = parser.parse_args().documents
    every = os.sched_getaffinity(0)
    table = Table("documents", "cores", "seconds", "documents a second", "most memory, MB")
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "in"
        folder.mkdir()
        make(folder, documents)
        rows = []
        for cores in ({min(every)}, every):
            output = Path(place) / f"{len(cores)}.jsonl"
            rows.append((cores, seconds(folder, output, cores), output.read_bytes()))
            memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
            took = rows[-1][1]
            table.add_row(
                str(documents),
                str(len(cores)),
                f"{took:.1f}",
                f"{documents / took:.0f}",
                f"{memory:.0f}",
            )
    console = Console()
    console.print(table)
    same = "the same lines" if rows[0][2] == rows[1][2] else "NOT the same lines"
    console.print(f"{rows[0][1] / rows[1][1]:.2f} times one core; {same}")


if __name__ == "__main__":
    main()
