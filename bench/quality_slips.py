"""Check: slips in sentences of our own, in five languages, each found or not.

spec/slips.txt was written from what checks are to find, by a hand that had not seen the rules, and
a second hundred by another when the first had been learnt from.  Half of each, by the SHA-256 of a
line, is the reserve: only its figure is printed, so that rules mended on the shown half are
measured on the other.

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

SPEC = Path(__file__).resolve().parent.parent / "spec"
SETS = {"slips by another hand": "slips.txt", "second hundred of slips": "slips-second.txt"}
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


def slips(name: str) -> list[Slip]:
    """All slips of a file."""
    found = []
    for line in (SPEC / name).read_text(encoding="utf-8").splitlines():
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
    return [figure for label, name in SETS.items() for figure in _figures(label, name)]


def _figures(label: str, name: str) -> list[Figure]:
    told = [judge(slip) for slip in slips(name)]
    reserve = [t for t in told if t.slip.reserve]
    conflicts = sum(any(f.verdict == "conflict" for f in t.asked) for t in told)
    return [
        Figure(
            name=f"check: {label}{half}: found %",
            value=round(100 * sum(t.found for t in some) / len(some), 1),
            cases=len(some),
            constant=0.0,
        )
        for half, some in (("", told), (", reserve", reserve))
    ] + [
        Figure(
            name=f"check: {label}, right words told a conflict %",
            value=round(100 * conflicts / len(told), 1),
            cases=len(told),
            constant=0.0,
            better="lower",
        )
    ]


def main() -> int:
    """Print what is not found, and what is asked of right words, of the shown halves."""
    for label, name in SETS.items():
        print(f"# {label}")
        _tell([judge(slip) for slip in slips(name)])
    return 0


def _tell(told: list[Told]) -> None:
    shown = [t for t in told if not t.slip.reserve]
    for t in shown:
        if not t.found:
            print("MISSED", t.slip.language, t.slip.kind, "|", t.slip.wrong)
        for finding in t.asked:
            print("ASKED", t.slip.language, t.slip.kind, finding.rule, finding.says)
    for half, some in (("shown", shown), ("reserve", [t for t in told if t.slip.reserve])):
        print(half, sum(t.found for t in some), "of", len(some))
        if half == "reserve":
            print("right words of the reserve asked about", sum(bool(t.asked) for t in some))
    print(dict(Counter(t.slip.language for t in told if t.found)))


if __name__ == "__main__":
    sys.exit(main())
