"""How well Russian mentions are read: spans of NEREL 1.1, by type, F1 of exact spans.

The conventions of the labels are met by one projection, never by the engine:

* DATE there takes in the preposition before it (в, во, на, за), ours begins behind it, as in
  other languages; lengths of time are DATE as well.
* MONEY is mostly without the words of a bound, ours is compared without them; PERCENT with.
* COUNTRY takes in adjectives of countries.
* ORDINAL also labels bare figures that number something (№ 213, article 4): these are references,
  which are no quantities here; they are left out of the labels, and their number is a figure.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.figures import Figure
from zakuro.languages.load import load
from zakuro.model.vocabulary import territories
from zakuro.read.lexis.folding import Folded
from zakuro.read.lexis.lexicon import marks
from zakuro.read.mentions.mentions import find
from zakuro.read.mentions.quantities.amounts import Amount
from zakuro.read.statements.part import naming

FILE = "data/nerel-1.1/documents.jsonl"
FLOORS = {"MONEY": 85, "PERCENT": 95, "DATE": 75, "ORDINAL": 80, "COUNTRY": 90}
_TYPES = {
    "money": "MONEY",
    "percent": "PERCENT",
    "date": "DATE",
    "period": "DATE",
    "duration": "DATE",
    "ordinal": "ORDINAL",
}
_PREPOSITION = re.compile(r"(?<!\w)(?:в|во|на|за)\s\Z", re.I)
_REFERENCE = re.compile(r"[№\d.\-]+")

Span = tuple[str, int, int]


def measure(shared: Path) -> list[Figure]:
    """F1 of each type, and how many labels are references and left out."""
    right: Counter[str] = Counter()
    ours: Counter[str] = Counter()
    theirs: Counter[str] = Counter()
    references = ordinals = 0
    for line in (shared / FILE).read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        labels = [label for label in document["entities"] if label["type"] in FLOORS]
        ordinals += sum(label["type"] == "ORDINAL" for label in labels)
        references += sum(_is_reference(label) for label in labels)
        gold = {
            (label["type"], label["spans"][0][0], label["spans"][-1][1])
            for label in labels
            if not _is_reference(label)
        }
        found = set(_spans(document["text"]))
        right.update(kind for kind, _, _ in found & gold)
        ours.update(kind for kind, _, _ in found)
        theirs.update(kind for kind, _, _ in gold)
    figures = [
        Figure(
            name=f"NEREL, Russian Russian {kind} spans F1",
            value=100 * 2 * right[kind] / (ours[kind] + theirs[kind]),
            cases=theirs[kind],
            constant=0,
            floor=floor,
        )
        for kind, floor in FLOORS.items()
    ]
    left_out = Figure(
        name="NEREL, Russian ORDINAL labels left out as references, %",
        value=100 * references / ordinals,
        cases=ordinals,
        constant=0,
        better="lower",
    )
    return [*figures, left_out]


def _is_reference(label: dict[str, Any]) -> bool:
    return label["type"] == "ORDINAL" and _REFERENCE.fullmatch(label["text"]) is not None


def _spans(text: str) -> Iterator[Span]:
    pack = load("ru")
    folded = Folded(text)
    found = find(folded, pack)
    for raw in found:
        kind = _TYPES.get(raw.type)
        if kind is None:
            continue
        start, end = (
            raw.core if kind == "MONEY" and isinstance(raw, Amount) else (raw.start, raw.end)
        )
        first, last = folded.start(start), folded.end(end)
        before = _PREPOSITION.search(text, max(0, first - 4), first) if kind == "DATE" else None
        yield kind, before.start() if before else first, last
    countries = territories()
    for hit in naming(marks(pack).find(folded), found):
        if any(
            hit.senses[role].value in countries
            for role in ("party", "adjective")
            if role in hit.senses
        ):
            yield "COUNTRY", folded.start(hit.start), folded.end(hit.end)
