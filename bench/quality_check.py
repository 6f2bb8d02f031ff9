"""Check: the findings expected of a report, and the conflicts told that nobody expects."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from bench.figures import Figure
from zakuro.flow.checking import check
from zakuro.model.finding import Finding, Place

REPORT = "summit-astana-2025.ja"
DAY = date(2025, 6, 17)


def measure(shared: Path) -> list[Figure]:
    """The expected findings that are told of the report, and the conflicts that are not."""
    path = shared / "seed" / f"{REPORT}.txt"
    reading, findings = check(path.read_bytes(), None, DAY, str(path))
    expected = (shared / "gold" / f"{REPORT}.checks.jsonl").read_text(encoding="utf-8")
    gold = [json.loads(line) for line in expected.splitlines() if line.strip()]
    left = list(findings)
    found = 0
    for want in gold:
        hit = next((each for each in left if _same(each, want, reading.text)), None)
        if hit is not None:
            left.remove(hit)
            found += 1
    false = sum(each.verdict == "conflict" for each in left)
    return [
        Figure(
            name="check: findings expected of the report that are told %",
            value=round(100 * found / len(gold), 1),
            cases=len(gold),
            constant=0.0,
            floor=100,
        ),
        Figure(
            name="check: conflicts told of the report that nobody expects",
            value=false,
            cases=len(findings),
            constant=0.0,
            floor=0,
            better="lower",
        ),
    ]


def _same(finding: Finding, want: dict[str, Any], text: str) -> bool:
    """Whether kind and verdict agree, and the first words in question are the same."""
    if (finding.kind, finding.verdict) != (want["kind"], want["verdict"]):
        return False
    return any(_touches(place, want["where"][0], text) for place in finding.where)


def _touches(place: Place, where: dict[str, Any], text: str) -> bool:
    line = text.count("\n", 0, place.start) + 1
    return line == where["line"] and (
        where["quote"] in place.exact or place.exact in where["quote"]
    )
