"""Records outside these books, counted: what became of promises of aid and loans elsewhere.

The table is counted by ``bench/reference_outlook.py`` from AidData's records of Chinese official
finance, 2000 to 2014; it holds no text of theirs.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from zakuro.outlook.survival import Case, Curve

SOURCE = "AidData, Global Chinese Official Finance Dataset 2000–2014, version 1.0 (ODC-By)"
_SECTOR = 3
"""Digits of a sector's code in OECD-DAC's list (122 in 120); the further ones say its purpose."""


class Reference:
    """The table: for each sector, after how many years how many had ended or were still open."""

    def __init__(self, rows: Iterator[dict[str, str]]) -> None:
        self._cases = [
            Case(int(row["years"]), kind == "ended", {"topic": frozenset({row["sector"]})})
            for row in rows
            for kind in ("ended", "open")
            for _ in range(int(row[kind]))
        ]
        self._whole = Curve(self._cases)

    def curves(self, sectors: frozenset[str]) -> tuple[Curve, Curve]:
        """Give all records, and those of some sectors."""
        wanted = {code[:_SECTOR] for code in sectors} | {f"{code[:2]}0" for code in sectors}
        own = Curve(case for case in self._cases if case.marks["topic"] & wanted)
        return self._whole, own


@cache
def reference() -> Reference:
    """Give the table that comes with zakuro."""
    lines = files(__package__).joinpath("reference.csv").read_text("utf-8").splitlines()
    return Reference(csv.DictReader(line for line in lines if not line.startswith("#")))
