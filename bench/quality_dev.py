"""Texts with the build of real ones, in our own words: what is read of them, by halves.

The texts lie in ../shared/dev with a scorer each.  Half of the documents of each language are the
reserve (the SHA-256 of the name begins with an even digit): of it only figures are printed, never
a case.  The other half stands in spec/dev and may be looked into.  Recall stands beside precision.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
from hashlib import sha256
from pathlib import Path

from bench.figures import Figure

Rows = dict[str, tuple[int, int]]
"""Of each row of a scorer, how many are right, of how many."""
SETS = {"enja": ("en", "ja"), "zhru": ("zh", "ru"), "kk": ("kk",)}
HALVES = ("shown", "reserve")
_ROWS = {
    "pledge precision": "pledges: right of those read %",
    "pledge precision, strict": "pledges: right of those read %",
    "pledge recall": "pledges: found %",
    "pledge wholly right, of gold": "pledges: found and wholly right %",
    "pledge found and wholly right, of all": "pledges: found and wholly right %",
    "result precision": "results: right of those read %",
    "result precision, strict": "results: right of those read %",
    "result recall": "results: found %",
    "proposals+calls precision": "proposals and calls: right of those read %",
    "proposals and calls precision, strict": "proposals and calls: right of those read %",
    "proposals+calls recall": "proposals and calls: found %",
    "proposals and calls recall": "proposals and calls: found %",
}
"""The rows that the scorers print, and what they are called here."""
_CELL = re.compile(r"(\d+)/(\d+)\b")


def is_reserve(doc: str) -> bool:
    """Whether a document, by its name, belongs to the half of which only figures are seen."""
    return int(sha256(doc.encode()).hexdigest()[0], 16) % 2 == 0


def measure(shared: Path) -> list[Figure]:
    """The figures of both halves of each language that has a pack."""
    figures = []
    with tempfile.TemporaryDirectory() as place:
        for name, languages in SETS.items():
            for half in HALVES:
                folder = _half(shared / "dev" / name, Path(place) / half / name, half)
                figures += figures_of("dev", half, scored(folder, languages))
    return figures


def figures_of(label: str, half: str, rows: dict[str, Rows]) -> list[Figure]:
    """The figures of what a scorer printed of one half, language by language."""
    return [
        Figure(
            name=f"{label} {language} {half}: {row}",
            value=round(100 * right / cases, 1),
            cases=cases,
            constant=0.0,
        )
        for language, of in rows.items()
        for row, (right, cases) in of.items()
        if cases
    ]


def _half(source: Path, folder: Path, half: str) -> Path:
    """A folder with the scorer and one half of the documents and of what is expected of them."""
    folder.mkdir(parents=True)
    for path in source.glob("*.jsonl"):
        lines = path.read_text(encoding="utf-8").splitlines()
        kept = [line for line in lines if line and _belongs(json.loads(line)["doc"], half)]
        (folder / path.name).write_text("".join(f"{line}\n" for line in kept), encoding="utf-8")
    for path in source.glob("*.txt"):
        if _belongs(path.stem, half):
            shutil.copy(path, folder)
    shutil.copy(source / "score.py", folder)
    return folder


def _belongs(doc: str, half: str) -> bool:
    return is_reserve(doc) == (half == "reserve")


def scored(folder: Path, languages: tuple[str, ...]) -> dict[str, Rows]:
    """What the scorer of a folder prints, by language: its rows by our names."""
    command = [sys.executable, str(folder / "score.py"), "--python", sys.executable]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found: dict[str, Rows] = {language: {} for language in languages}
    for line in printed.splitlines():
        if line.startswith("| "):  # a table with bars: all languages together, then each
            title, _, *cells = (cell.strip() for cell in line[1:].split("|"))
            order = sorted(languages)
        else:  # columns, in the order of the languages
            title, cells = line[:44].strip(), re.split(r"\s{2,}", line[44:].strip())
            order = list(languages)
        if title in _ROWS:
            for language, text in zip(order, cells, strict=False):
                if cell := _CELL.match(text):
                    found[language].setdefault(_ROWS[title], (int(cell[1]), int(cell[2])))
    return found
