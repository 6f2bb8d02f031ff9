"""Texts written by independent authors who knew neither packs nor engine: what is read of them.

Digests in four languages and single sentences in two, with what each should give written down
before any of it was read (spec/blind/).  docs/figures/blind.md tells how each was first read.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import zakuro
from bench.figures import Figure
from bench.quality_spec import SPEC, agrees, figures_of
from zakuro.model.statement import Statement
from zakuro.model.vocabulary import expand

BLIND = SPEC / "blind"
PUBLISHED = {
    "yokohama-2025": date(2025, 8, 22),
    "kazan-2024": date(2024, 10, 24),
    "kuala-lumpur-2025": date(2025, 5, 28),
}
SENTENCES = date(2025, 6, 17)
_OVERLAP, _LONGEST = 0.6, 2.5
"""As for digests (bench/gold.py): the share that spans have in common, and how long one may be."""


def measure(shared: Path) -> list[Figure]:
    """The share of facts and of sentences that are read; nothing of ``shared`` is needed."""
    return [*figures_of("blind", PUBLISHED, BLIND), *_sentences()]


def _sentences() -> list[Figure]:
    figures = []
    for path in sorted(BLIND.glob("sentences-*.jsonl")):
        language = path.stem.removeprefix("sentences-")
        cases = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        right = sum(is_right(case, language) for case in cases)
        figures.append(
            Figure(
                name=f"blind sentences {language}: right in every respect %",
                value=round(100 * right / len(cases), 1),
                cases=len(cases),
                constant=round(100 * sum(not c["expect"] for c in cases) / len(cases), 1),
            )
        )
    return figures


def is_right(case: dict[str, Any], language: str) -> bool:
    """Whether every statement expected of a text is read, and no other pledge."""
    statements = zakuro.read(case["text"], language=language, published=SENTENCES).statements
    taken = set()
    for expected in case["expect"]:
        start = case["text"].index(expected["exact"])
        end = start + len(expected["exact"])
        found = next((s for s in statements if _is_on(s, expected["kind"], start, end)), None)
        if found is None or not _is_as_told(found, expected):
            return False
        taken.add(found.id)
    return all(s.id in taken for s in statements if s.kind == "pledge")


def _is_on(statement: Statement, kind: str, start: int, end: int) -> bool:
    shared = min(statement.end, end) - max(statement.start, start)
    length = statement.end - statement.start
    near = shared >= _OVERLAP * min(length, end - start) and length <= _LONGEST * (end - start)
    return statement.kind == kind and near


def _is_as_told(statement: Statement, expected: dict[str, Any]) -> bool:
    """Whether parties, quantities and period are as expected, where the author told them."""
    return (
        all(
            set(expand(getattr(statement, role))) == set(expand(expected[role]))
            for role in ("givers", "receivers")
            if role in expected
        )
        and all(
            any(agrees(wanted, quantity) for quantity in statement.quantities)
            for wanted in expected.get("quantities", ())
        )
        and (
            "period" not in expected
            or (statement.period is not None and statement.period.edtf == expected["period"])
        )
    )
