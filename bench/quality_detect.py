"""Is the language told: NTREX lines of forty characters or more, in the language of every pack.

A line alone is the hardest case: a document is told by all its lines, and a block of it by its own
letters or else by the document.
"""

from __future__ import annotations

import json
from pathlib import Path

from bench.figures import Figure
from zakuro.languages.load import codes, load
from zakuro.read.lexis.language import detect

FILE = "data/ntrex-128/ntrex_nine_languages.jsonl"
COLUMNS = {
    "en": "eng",
    "ja": "jpn",
    "ru": "rus",
    "zh": "zho",
    "kk": "kaz",
    "ky": "kir",
    "tg": "tgk",
    "tk": "tuk",
    "uz": "uzb",
}
LEAST = 40


def measure(shared: Path) -> list[Figure]:
    """The share of lines told right, of every language that has a pack and lines there."""
    path = shared / FILE
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    figures = []
    for code in codes():
        column = COLUMNS.get(code)
        column = next((key for key in rows[0] if column and key.startswith(column)), None)
        if column is None:
            continue
        lines = [row[column] for row in rows if len(row[column]) >= LEAST]
        right = sum(detect(line) == code for line in lines)
        figures.append(
            Figure(
                name=f"detection, {load(code).data['name']}: lines told right, %",
                value=100 * right / len(lines),
                cases=len(lines),
                constant=100 / len(codes()),
                floor=99,
            )
        )
    return figures
