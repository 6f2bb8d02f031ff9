"""Single lines that only measure: what is read of spec/reserve, which nobody opens to tune.

An author who knew neither packs nor engine wrote 40 lines of each kind in each language.  A kind
is read in a line when some statement of the line has it; how often is told, never in which line.
The constant answer of a share found or right is a reader that gives every line the kind; of the
silent lines, one that reads nothing.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Literal, NamedTuple

import zakuro
from bench.figures import Figure
from zakuro.languages.load import codes

RESERVE = Path(__file__).parents[1] / "spec" / "reserve"
KINDS = ("pledge", "result", "proposal", "call")
_SAID = date(2025, 6, 17)


class Line(NamedTuple):
    """A line of the reserve: its kind ("none" where it should be silent) and its words."""

    kind: str
    words: str


def lines(language: str) -> list[Line]:
    """The lines of a language, as they stand in its file (kind|words)."""
    written = (RESERVE / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    return [Line(kind, words) for kind, _, words in (line.partition("|") for line in written)]


def languages() -> list[str]:
    """The languages that have a reserve and a pack to read it with."""
    return sorted({path.stem for path in RESERVE.glob("*.txt")} & set(codes()))


def measure(shared: Path) -> list[Figure]:
    """The figures of each language; nothing of ``shared`` is needed."""
    del shared
    return [figure for language in languages() for figure in figures(language, lines(language))]


def figures(language: str, judged: list[Line]) -> list[Figure]:
    """Each kind found and right of those read, and the silent lines in which a pledge is read."""
    read = [(line.kind, _kinds(line.words, language)) for line in judged]
    measured = []
    for kind in KINDS:
        labelled = [found for wanted, found in read if wanted == kind]
        given = [wanted for wanted, found in read if kind in found]
        share = 100 * len(labelled) / len(read)
        right = sum(kind in found for found in labelled)
        measured += [
            _figure(f"{language}: {kind}s found %", right, len(labelled), 100),
            _figure(f"{language}: {kind}s right of those read %", right, len(given), share),
        ]
    silent = [found for wanted, found in read if wanted == "none"]
    wrong = sum("pledge" in found for found in silent)
    name = f"{language}: silent lines with a pledge %"
    return [*measured, _figure(name, wrong, len(silent), 0, better="lower")]


def _kinds(words: str, language: str) -> set[str]:
    statements = zakuro.read(words, language=language, published=_SAID).statements
    return {statement.kind for statement in statements}


def _figure(
    name: str,
    right: int,
    cases: int,
    constant: float,
    better: Literal["higher", "lower"] = "higher",
) -> Figure:
    return Figure(
        name=f"reserve lines {name}",
        value=round(100 * right / cases, 1) if cases else 0.0,
        cases=cases,
        constant=constant,
        better=better,
    )
