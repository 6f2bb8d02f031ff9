"""How well figures, dates, names and tables are read, by cases of the repository itself.

``spec/values.jsonl`` holds what was once read wrong, by kind; all of it is a test as well.
``spec/values-blind.jsonl`` holds sentences and tables as news and reports print them, written
without a look at the packs.  Half of these are a reserve, told by the first hexadecimal digit of
the input's SHA-256 (even: reserve): their figure is given, the cases are never shown, and nothing
is to be mended after them.

``python -m bench.quality_values`` shows what is wrong in the half that may be seen.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

import zakuro
from bench.figures import Figure
from zakuro.languages.load import codes

SPEC = Path(__file__).parent.parent / "spec"
_WHOLE = ("frozen", "contains", "language")
_OF_STATEMENTS = ("quantity", "givers", "receivers")

Case = dict[str, Any]


def cases(name: str) -> list[Case]:
    """The cases of one file of spec/ whose language has a pack."""
    lines = (SPEC / name).read_text(encoding="utf-8").splitlines()
    read = [json.loads(line) for line in lines]
    return [case for case in read if case["language"] is None or case["language"] in codes()]


def is_reserve(case: Case) -> bool:
    """Whether a case belongs to the half that nobody looks at."""
    return hashlib.sha256(case["input"].encode()).hexdigest()[0] in "02468ace"


def faults(case: Case) -> list[str]:
    """What is missing or wrong in the reading of a case, in words; empty when all is right."""
    found = list(_found(case))
    missing = [f"no {wanted}" for wanted in case["has"] if not _any(wanted, found)]
    wrong = [f"there is {unwanted}" for unwanted in case["never"] if _any(unwanted, found)]
    return missing + wrong


def _found(case: Case) -> Iterator[dict[str, Any]]:
    """All that a case can ask for: the mentions, the statements, and the document as a whole."""
    text, language = case["input"], case["language"]
    said = date.fromisoformat(case["reference"])
    wanted = {key for each in (*case["has"], *case["never"]) for key in each}
    if not wanted & {*_WHOLE, *_OF_STATEMENTS}:
        for mention in zakuro.mentions(text, language, said):
            yield msgspec.to_builtins(mention)
        return
    reading = zakuro.read(text, language, said)
    yield {"frozen": reading.text, "contains": reading.text, "language": reading.language}
    for mention in reading.mentions:
        yield msgspec.to_builtins(mention)
    for statement in reading.statements:
        written = msgspec.to_builtins(statement)
        yield written
        for quantity in written.get("quantities", ()):
            yield {"quantity": quantity}


def _any(wanted: dict[str, Any], found: list[dict[str, Any]]) -> bool:
    return any(all(_same(key, value, one) for key, value in wanted.items()) for one in found)


def _same(key: str, value: Any, one: dict[str, Any]) -> bool:
    ours = one.get(key)
    if key == "contains":
        return ours is not None and value in ours
    if isinstance(value, dict):
        return isinstance(ours, dict) and all(_same(k, v, ours) for k, v in value.items())
    return bool((list(ours) if isinstance(ours, tuple) else ours) == value)


def measure(shared: Path) -> list[Figure]:
    """The kinds mended, and both halves of what was written blind."""
    del shared
    known, blind = cases("values.jsonl"), cases("values-blind.jsonl")
    halves = {
        "values: kinds mended, cases right %": known,
        "values: written blind, cases right %": [c for c in blind if not is_reserve(c)],
        "values: written blind, reserve, cases right %": [c for c in blind if is_reserve(c)],
    }
    return [
        Figure(
            name=name,
            value=100 * sum(not faults(case) for case in judged) / len(judged),
            cases=len(judged),
            constant=0,
            floor=100 if judged is known else None,
        )
        for name, judged in halves.items()
    ]


if __name__ == "__main__":
    for shown in (*cases("values.jsonl"), *cases("values-blind.jsonl")):
        if "kind" not in shown and is_reserve(shown):
            continue
        for fault in faults(shown):
            print(shown.get("kind", "blind"), shown["language"], shown["input"], fault, sep=" | ")
