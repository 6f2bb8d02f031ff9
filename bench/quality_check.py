"""Check: the findings expected of a report, and the conflicts told that nobody expects.

python bench/quality_check.py REPORT.txt FINDINGS.jsonl DAY
"""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

from zakuro.flow.checking import check
from zakuro.model.finding import Finding, Place


def main(report: str, expected: str, day: str) -> None:
    reading, findings = check(Path(report).read_bytes(), None, date.fromisoformat(day), report)
    lines = Path(expected).read_text(encoding="utf-8").splitlines()
    gold = [json.loads(line) for line in lines if line.strip()]
    left = list(findings)
    found = 0
    for want in gold:
        hit = next((each for each in left if _same(each, want, reading.text)), None)
        if hit is None:
            print(f"missed {want['id']}: {want['kind']}, {want['verdict']}: {want['says']}")
            continue
        left.remove(hit)
        found += 1
    false = [each for each in left if each.verdict == "conflict"]
    for each in false:
        print(f"conflict that is not expected: {each.says}")
    print(f"{found} of {len(gold)} found, {len(false)} false conflicts, {len(left)} told besides")


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


if __name__ == "__main__":
    main(*sys.argv[1:])
