"""Reports of conflict: nothing that threatens, protests or fights may be read as a pledge."""

from __future__ import annotations

import json
from pathlib import Path

from bench.figures import Figure
from zakuro import read

FILE = "data/plover-gsr"
FRIENDLY = frozenset({"AGREE", "SUPPORT", "CONCEDE", "CONSULT", "AID", "COOPERATE"})
# DEMAND, REJECT, THREATEN, PROTEST and the rest are conflict, verbal or material, in PLOVER.


def measure(shared: Path) -> list[Figure]:
    """Conflict events read as a pledge, and the friendly ones, of which a part are promises."""
    (path,) = sorted((shared / FILE).glob("*.json"))
    records = [
        record
        for record in json.loads(path.read_text(encoding="utf-8"))
        if record["event"] != "DOCUMENT"
    ]
    pledged: dict[bool, list[bool]] = {True: [], False: []}
    for record in records:
        statements = read(record["text"], language="en").statements
        friendly = record["event"] in FRIENDLY
        pledged[friendly].append(any(statement.kind == "pledge" for statement in statements))
    agreements = [
        any(s.kind in ("pledge", "proposal", "result") for s in read(r["text"], "en").statements)
        for r in records
        if r["event"] in ("AGREE", "AID", "COOPERATE")
    ]
    return [
        Figure(
            name="news events: conflict events with a pledge",
            value=sum(pledged[False]),
            cases=len(pledged[False]),
            constant=0.0,
            floor=0,
            better="lower",
        ),
        Figure(
            name="news events: agreement, aid, cooperation read as pledge, proposal or result, %",
            value=100 * sum(agreements) / len(agreements),
            cases=len(agreements),
            constant=100.0,
        ),
    ]
