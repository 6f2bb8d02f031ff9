"""How well parties are found: the recipients of aid in the narratives that tell of it."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import zakuro
from bench.figures import Figure
from bench.quality_mentions import narratives


def measure(shared: Path) -> list[Figure]:
    """Every figure of parties."""
    return [_recipients(shared)]


def _records(shared: Path) -> Iterator[tuple[str, str]]:
    """Narratives in which the labelled amount occurs, each with its recipient (ISO 3166-1)."""
    written = {text for text, _, _ in narratives(shared)}
    path = shared / "data/aiddata-china-1.0/chinese_official_finance_1.0.csv"
    with path.open(encoding="utf-8", newline="") as file:
        for record in csv.DictReader(file):
            text = f"{record['title']}\n{record['description']}"
            code = record["recipient_iso3"].strip()
            if text in written and len(code) == 3:
                yield text, code


def _recipients(shared: Path) -> Figure:
    judged = []
    for text, code in _records(shared):
        found = zakuro.mentions(text, language="en", types={"party"})
        judged.append(any(code in (mention.code or "").split() for mention in found))
    return Figure(
        name="AidData, labelled recipient found",
        value=100 * sum(judged) / len(judged),
        cases=len(judged),
        constant=0,
        floor=95,
    )
