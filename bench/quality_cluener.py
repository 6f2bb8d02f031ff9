"""Do we find the states that Chinese news names: CLUENER's government and address names.

Of those labels the names count that are a state, or begin with one (the ministry of a state).  The
states are taken from CLDR, not from the pack, so that what the pack lacks is seen.
"""

from __future__ import annotations

import json
from pathlib import Path

from babel import Locale

import zakuro
from bench.figures import Figure
from zakuro.model.vocabulary import territories

LABELS = ("government", "address")


def measure(shared: Path) -> list[Figure]:
    """The recall of states among the labelled names."""
    names = Locale.parse("zh").territories
    states = {names[alpha2]: alpha3 for alpha3, alpha2 in territories().items() if alpha2 in names}
    found = total = 0
    path = shared / "data" / "cluener-2020" / "dev.jsonl"
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        wanted = [
            (span[0], code)
            for label in LABELS
            for name, spans in row["label"].get(label, {}).items()
            for state, code in states.items()
            if name.startswith(state)
            for span in spans
        ]
        if not wanted:
            continue
        mentions = zakuro.mentions(row["text"], language="zh", types={"party"})
        told = {(mention.start, mention.code) for mention in mentions}
        total += len(wanted)
        found += sum(one in told for one in wanted)
    return [
        Figure(
            name="CLUENER: states among government and address names, recall %",
            value=100 * found / total,
            cases=total,
            constant=0,
            floor=90,
        )
    ]
