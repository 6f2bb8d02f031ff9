"""Measure speed and memory: how fast documents are taken in and read, and how that grows.

    python -m bench.speed

Rates are characters a second on one core, the best of several rounds, since other work on the
machine only ever makes a round slower.  Nothing here is asserted: figures of speed are for people.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from importlib.resources import files
from pathlib import Path

from rich.console import Console
from rich.table import Table

import zakuro
from zakuro.read.document.document import freeze

PUBLISHED = date(2025, 6, 17)
SIZES = (10_000, 100_000, 1_000_000)
ROUNDS = 3
START_ROUNDS = 5


def example(language: str, length: int) -> str:
    """The bundled report in a language, repeated to at least this many characters."""
    text = files("zakuro").joinpath("examples", f"astana-2025.{language}.txt").read_text("utf-8")
    return f"{text}\n" * (length // len(text) + 1)


def page(language: str, length: int) -> str:
    """The same as an HTML page, a paragraph each line."""
    lines = "".join(f"<p>{line}</p>\n" for line in example(language, length).split("\n"))
    return f"<html><body><nav><a href=/>Home</a></nav><article>{lines}</article></body></html>"


def rate(work: Callable[[str], object], text: str) -> str:
    """Characters a second in the fastest round."""
    times = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        work(text)
        times.append(time.perf_counter() - started)
    return f"{len(text) / min(times):,.0f}"


def works(language: str) -> dict[str, Callable[[str], object]]:
    """What is measured, by name; each takes a text."""
    return {
        "take in plain text": lambda text: freeze(text, kind="text"),
        "take in HTML": lambda text: freeze(text, kind="html"),
        "mentions": lambda text: zakuro.mentions(text, language=language),
        "statements": lambda text: zakuro.read(text, language=language, published=PUBLISHED),
    }


def growth(console: Console) -> None:
    """The rates for texts of growing size: equal rates are linear growth."""
    table = Table(title="characters a second", box=None)
    table.add_column("what")
    for size in SIZES:
        table.add_column(f"{size:,} characters", justify="right")
    for language in ("ja", "en"):
        for name, work in works(language).items():
            made = page if "HTML" in name else example
            table.add_row(
                f"{name}, {language}", *(rate(work, made(language, size)) for size in SIZES)
            )
    console.print(table)


def start_up(console: Console) -> None:
    """How long the command takes to say its version, beside Python itself."""
    for name, words in {
        "python -c pass": [sys.executable, "-c", "pass"],
        "zakuro --help": [str(Path(sys.executable).with_name("zakuro")), "--help"],
        "import zakuro": [sys.executable, "-c", "import zakuro"],
    }.items():
        times = []
        for _ in range(START_ROUNDS):
            started = time.perf_counter()
            subprocess.run(words, check=True, capture_output=True)
            times.append(time.perf_counter() - started)
        console.print(f"{name}: {min(times) * 1000:.0f} ms")


def memory(console: Console) -> None:
    """The most memory that reading one report takes, in a process of its own.

    The kernel's high-water mark of that process (Linux): getrusage would count its parent's.
    """
    for language in ("ja", "en"):
        program = (
            "import re, zakuro; from pathlib import Path; from datetime import date\n"
            f"data = Path(zakuro.__file__).parent / 'examples' / 'astana-2025.{language}.txt'\n"
            f"zakuro.read(data.read_bytes(), language='{language}', published=date(2025, 6, 17))\n"
            "print(re.search(r'VmHWM:\\s*(\\d+)', Path('/proc/self/status').read_text())[1])"
        )
        done = subprocess.run(
            [sys.executable, "-c", program], check=True, capture_output=True, text=True
        )
        console.print(f"memory to read one report, {language}: {int(done.stdout) / 1024:.0f} MB")


def main() -> None:
    """Print everything."""
    console = Console(width=110)
    growth(console)
    start_up(console)
    memory(console)


if __name__ == "__main__":
    main()
