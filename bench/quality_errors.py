"""Check: errors put into texts by program, one each: how many are told, and what is told of texts
without one.

Three sorts: words changed in their place, a sentence told again with a slip, and a sentence with a
sum put in, right and wrong.  The wrong one counts as found where a finding that is not *consistent*
rests on the spoilt words' sentence and was not told of the text before.  The same insertion with
right figures, and every text as it was, must give no conflict.

python -m bench.quality_errors --list   every case that is not found, every conflict that is false
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from bench.errors.hosts import LANGUAGES, Host, hosts
from bench.errors.in_place import IN_PLACE
from bench.errors.inserted import SLOTS, insert, pair
from bench.errors.retold import SLIPS, retold
from bench.figures import Figure
from zakuro.flow.checking import check
from zakuro.model.finding import Finding

SEED = 20261129
EACH = {"place": 5, "retold": 5, "inserted": 4}
"""Cases of each kind and language, where there are hosts enough."""


class Case(NamedTuple):
    """One error: in which text, of what kind, the text without and with it, where it stands."""

    host: Host
    kind: str
    right: str
    wrong: str
    start: int
    end: int


class Told(NamedTuple):
    """What checking says of a case: whether the error was told, and conflicts told without it."""

    case: Case
    found: bool
    findings: tuple[Finding, ...]
    false: tuple[Finding, ...]


def cases(drawn: list[Host], seed: int = SEED) -> Iterator[Case]:
    """All cases, always the same."""
    for language in LANGUAGES:
        own = [host for host in drawn if host.language == language]
        for kind, change in IN_PLACE.items():
            draw, left = random.Random(f"{seed} {kind} {language}"), EACH["place"]
            for host in draw.sample(own, len(own)):
                made = change(host, draw)
                if made and left:
                    left -= 1
                    yield Case(host, kind, host.text, *made)
        for kind in SLIPS:
            draw, left = random.Random(f"{seed} {kind} {language}"), EACH["retold"]
            for host in draw.sample(own, len(own)):
                told = retold(host, kind, draw)
                if told and left:
                    left -= 1
                    text = host.text.rstrip("\n") + "\n\n"
                    wrong = f"{text}{told[1]}\n"
                    yield Case(host, kind, f"{text}{told[0]}\n", wrong, len(text), len(wrong))
        for kind in SLOTS:
            draw = random.Random(f"{seed} {kind} {language}")
            for host in draw.sample(own, EACH["inserted"]):
                right, wrong = pair(kind, language, host.published, draw)
                state = draw.getstate()
                before, _ = insert(host.text, right, draw)
                draw.setstate(state)
                after, at = insert(host.text, wrong, draw)
                yield Case(host, kind, before, after, at, at + len(wrong))


def judge(case: Case) -> Told:
    """Check the text with the error and without it."""
    before = _findings(case.right, case.host.language, case.host.published)
    after = _findings(case.wrong, case.host.language, case.host.published)
    known = {_key(finding) for finding in before}
    new = [f for f in after if f.verdict != "consistent" and _key(f) not in known]
    found = any(place.start < case.end and place.end > case.start for f in new for place in f.where)
    raw = {_key(f) for f in _raw(case.host)}
    false = tuple(f for f in before if f.verdict == "conflict" and _key(f) not in raw)
    return Told(case, found, tuple(after), false)


def _key(finding: Finding) -> tuple[str, str, tuple[str, ...]]:
    return finding.rule, finding.verdict, tuple(place.exact for place in finding.where)


def _findings(text: str, language: str, published: date) -> list[Finding]:
    return list(check(text, language, published, "text")[1])


_KNOWN: dict[str, list[Finding]] = {}


def _raw(host: Host) -> list[Finding]:
    if host.name not in _KNOWN:
        _KNOWN[host.name] = _findings(host.text, host.language, host.published)
    return _KNOWN[host.name]


def measure(shared: Path) -> list[Figure]:
    """How many errors are found, and how many unspoilt texts get a conflict."""
    drawn = hosts(shared, SEED)
    told = [judge(case) for case in cases(drawn)]
    conflicts = [h for h in drawn if any(f.verdict == "conflict" for f in _raw(h))]
    unspoilt = len(drawn) + sum(t.case.right != t.case.host.text for t in told)
    false = len(conflicts) + sum(bool(t.false) for t in told)
    rows = [
        ("check: errors put in by program that are found %", told, 90.0),
        *(
            (
                f"check: errors put in, {language}: found %",
                [t for t in told if t.case.host.language == language],
                None,
            )
            for language in LANGUAGES
        ),
    ]
    return [
        *(
            Figure(
                name=name,
                value=round(100 * sum(t.found for t in some) / len(some), 1),
                cases=len(some),
                constant=0.0,
                floor=floor,
            )
            for name, some, floor in rows
        ),
        Figure(
            name="check: unspoilt texts told a conflict, to be read by a person %",
            value=round(100 * false / unspoilt, 1),
            cases=unspoilt,
            constant=0.0,
            better="lower",
        ),
    ]


def main() -> int:
    """Print the table by kind, and with --list every case that went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--kind")
    options = parser.parse_args()
    shared = Path(__file__).resolve().parent.parent.parent / "shared"
    if not shared.is_dir():
        shared = Path(__file__).resolve().parent.parent.parent.parent / "shared"
    drawn = hosts(shared, SEED)
    all_cases = [c for c in cases(drawn) if options.kind in {None, c.kind}]
    count: Counter[tuple[str, str]] = Counter()
    hit: Counter[tuple[str, str]] = Counter()
    false = 0
    for case in all_cases:
        told = judge(case)
        key = (case.kind, case.host.language)
        count[key] += 1
        hit[key] += told.found
        false += bool(told.false)
        if options.list and not told.found:
            print("MISSED", case.kind, case.host.name, "|", case.wrong[case.start : case.end][:300])
        for finding in told.false if options.list else ():
            print("FALSE", case.kind, case.host.name, finding.rule, finding.says)
    for kind in dict.fromkeys(c.kind for c in all_cases):
        row = [f"{lang} {hit[kind, lang]}/{count[kind, lang]}" for lang in LANGUAGES]
        print(f"{kind:18}", *row)
    print(
        "found", sum(hit.values()), "of", sum(count.values()), "; right inserts in conflict", false
    )
    for host in drawn if options.kind is None else ():
        for finding in _raw(host):
            if finding.verdict == "conflict":
                print("UNSPOILT", host.name, finding.rule, finding.says)
    return 0


if __name__ == "__main__":
    sys.exit(main())
