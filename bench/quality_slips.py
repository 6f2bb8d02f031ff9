"""Check: a hundred slips in sentences of our own, in five languages, each found or not.

spec/slips.txt was written from what checks are to find, by a hand that had not seen the rules.
Half of it, by the SHA-256 of a line, is the reserve: only its figure is printed, so that rules
mended on the shown half are measured on the other.

python -m bench.quality_slips   every slip of the shown half that is not found
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import NamedTuple

from bench.figures import Figure
from zakuro.flow.checking import check
from zakuro.model.finding import Finding

SPEC = Path(__file__).resolve().parent.parent / "spec" / "slips.txt"
PUBLISHED = date(2025, 6, 20)
_CHOICE = re.compile(r"\{([^|}]*)\|([^}]*)\}")


class Slip(NamedTuple):
    """One passage: its language, the kind of slip, the words without and with it."""

    language: str
    kind: str
    right: str
    wrong: str
    reserve: bool


class Told(NamedTuple):
    """What is told of a slip: whether it was found, and what is asked of the right words."""

    slip: Slip
    found: bool
    asked: tuple[Finding, ...]


def slips() -> list[Slip]:
    """All slips of the file."""
    found = []
    for line in SPEC.read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line:
            continue
        language, kind, text = line.split("|", 2)
        even = int(hashlib.sha256(line.encode()).hexdigest()[0], 16) % 2 == 0
        right, wrong = _CHOICE.sub(r"\1", text), _CHOICE.sub(r"\2", text)
        found.append(Slip(language, kind, right, wrong, even))
    return found


def judge(slip: Slip) -> Told:
    """Check the passage with the slip and without it."""
    before, after = (_asked(text, slip.language) for text in (slip.right, slip.wrong))
    known = {(finding.rule, finding.verdict) for finding in before}
    found = any((finding.rule, finding.verdict) not in known for finding in after)
    return Told(slip, found, before)


def _asked(text: str, language: str) -> tuple[Finding, ...]:
    found = check(text, language, PUBLISHED)[1]
    return tuple(finding for finding in found if finding.verdict != "consistent")


def measure(_: Path) -> list[Figure]:
    """How many are found, in all and of the reserve, and how many right passages get a conflict."""
    told = [judge(slip) for slip in slips()]
    reserve = [t for t in told if t.slip.reserve]
    conflicts = sum(any(f.verdict == "conflict" for f in t.asked) for t in told)
    return [
        Figure(
            name=f"check: slips by another hand{name}: found %",
            value=round(100 * sum(t.found for t in some) / len(some), 1),
            cases=len(some),
            constant=0.0,
        )
        for name, some in (("", told), (", reserve", reserve))
    ] + [
        Figure(
            name="check: slips by another hand, right words told a conflict %",
            value=round(100 * conflicts / len(told), 1),
            cases=len(told),
            constant=0.0,
            better="lower",
        )
    ]


def main() -> int:
    """Print what is not found, and what is asked of right words, of the shown half."""
    told = [judge(slip) for slip in slips()]
    shown = [t for t in told if not t.slip.reserve]
    for t in shown:
        if not t.found:
            print("MISSED", t.slip.language, t.slip.kind, "|", t.slip.wrong)
        for finding in t.asked:
            print("ASKED", t.slip.language, t.slip.kind, finding.rule, finding.says)
    for name, some in (("shown", shown), ("reserve", [t for t in told if t.slip.reserve])):
        print(name, sum(t.found for t in some), "of", len(some))
        if name == "reserve":
            print("right words of the reserve asked about", sum(bool(t.asked) for t in some))
    by = Counter(t.slip.language for t in told if t.found)
    print(dict(by))
    return 0


if __name__ == "__main__":
    sys.exit(main())
