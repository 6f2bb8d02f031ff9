"""Check: the disagreements of the record, retold in two sentences each, and verdicts set before.

spec/disputes.jsonl holds for each what should be told of it, set by reading the record before the
rules across documents were written: a verdict, or silence.

python -m bench.quality_disputes   every one that is judged otherwise
"""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

from bench.figures import Figure
from zakuro.check.paper import Paper
from zakuro.check.versions.across import across
from zakuro.flow.checking import check
from zakuro.flow.reading import freeze_and_read
from zakuro.model.finding import Finding

SPEC = Path(__file__).resolve().parent.parent / "spec" / "disputes.jsonl"
DAYS = date(2025, 6, 20), date(2025, 12, 20)


def told(dispute: dict[str, Any]) -> list[Finding]:
    """What is told of the two sentences: of one text, or of two documents."""
    language = dispute.get("language", "en")
    if dispute.get("together"):
        text = f"{dispute['one']}\n\n{dispute['other']}\n"
        return list(check(text, language, DAYS[1])[1])
    papers = []
    for name, day in zip(("one", "other"), DAYS, strict=True):
        document, reading = freeze_and_read(dispute[name], language, day)
        papers.append(Paper(reading, document.blocks, name))
    return list(across(papers))


def judged() -> list[tuple[dict[str, Any], str]]:
    """Each disagreement, and what is told of it: the worst verdict, or silence."""
    found = []
    for line in SPEC.read_text(encoding="utf-8").splitlines():
        dispute = json.loads(line)
        verdicts = [finding.verdict for finding in told(dispute)]
        order = ("conflict", "ambiguous", "consistent")
        found.append((dispute, next((v for v in order if v in verdicts), "silent")))
    return found


def measure(_: Path) -> list[Figure]:
    """How many are judged as they should be."""
    cases = judged()
    right = sum(_right(dispute, verdict) for dispute, verdict in cases)
    return [
        Figure(
            name="check: disagreements of the record judged as set before %",
            value=round(100 * right / len(cases), 1),
            cases=len(cases),
            constant=round(100 * sum(d["verdict"] == "silent" for d, _ in cases) / len(cases), 1),
            floor=78,
        )
    ]


def _right(dispute: dict[str, Any], verdict: str) -> bool:
    # Within one text two figures of one thing are as much a conflict as a question.
    return verdict == dispute["verdict"] or (
        bool(dispute.get("together")) and {verdict, dispute["verdict"]} == {"conflict", "ambiguous"}
    )


def main() -> int:
    """Print every one that is judged otherwise."""
    cases = judged()
    for dispute, verdict in cases:
        if not _right(dispute, verdict):
            print(dispute["id"], "should be", dispute["verdict"], "is", verdict)
    print(sum(_right(*case) for case in cases), "of", len(cases))
    return 0


if __name__ == "__main__":
    sys.exit(main())
