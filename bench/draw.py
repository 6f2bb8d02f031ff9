"""Draw pledges at random from real summit documents, to be judged against their text by a person.

python -m bench.draw                      fifty pledges, seed 1
python -m bench.draw --seed 2 --count 20
python -m bench.draw --kind proposal
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator
from pathlib import Path

from zakuro.model.statement import Reading, Statement
from zakuro.read.document.document import freeze
from zakuro.read.reader import read_document

SHARED = Path(__file__).parent.parent.parent / "shared"
FOLDER = "data/us-summit-documents"


def readings(folder: Path) -> Iterator[Reading]:
    """Every document of the folder, read with the day it was published."""
    for path in sorted(folder.glob("*.md")):
        yield read_document(freeze(path.read_bytes(), path.name), "en")


def draw(folder: Path, seed: int, count: int, kind: str) -> list[tuple[Reading, Statement]]:
    """Statements of a kind drawn at random, the same ones for the same seed and readings."""
    found = [
        (reading, statement)
        for reading in readings(folder)
        for statement in reading.statements
        if statement.kind == kind
    ]
    print(f"{len(found)} statements of kind {kind}", file=sys.stderr)
    return random.Random(seed).sample(found, min(count, len(found)))


def shown(reading: Reading, statement: Statement) -> str:
    """A statement with the words around it and all that was read from it."""
    before = reading.text[max(0, statement.start - 160) : statement.start]
    after = reading.text[statement.end : statement.end + 100]
    words = " ".join(f"{before}[[{statement.exact}]]{after}".split())
    quantities = "; ".join(
        f"{q.value or f'{q.low}-{q.high}'} {q.unit} {q.bound}" for q in statement.quantities
    )
    fields = {
        "givers": " ".join(statement.givers),
        "receivers": " ".join(statement.receivers),
        "strength": statement.strength,
        "act": statement.act,
        "object": statement.object,
        "quantities": quantities,
        "period": statement.period and f"{statement.period.edtf} ({statement.period.exact})",
        "rule": statement.rule,
        "marks": " · ".join(mark.exact for mark in statement.derivation),
    }
    lines = [f"{name}: {value}" for name, value in fields.items() if value]
    return "\n".join((f"{reading.source} {statement.id}", words, "   " + " | ".join(lines)))


def main(arguments: list[str] | None = None) -> int:
    """Run from the command line; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m bench.draw", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=50)
    parser.add_argument("--kind", default="pledge")
    options = parser.parse_args(arguments)
    folder = SHARED / FOLDER
    if not folder.is_dir():
        parser.error("no data to draw from: ../shared is not there")
    for number, drawn in enumerate(
        draw(folder, options.seed, options.count, options.kind), start=1
    ):
        print(f"{number}. {shown(*drawn)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
