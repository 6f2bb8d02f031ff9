"""Our own digests of summits: which facts of spec/ are read, in each language."""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import Any

import zakuro
from bench.figures import Figure
from bench.gold import Expected, Match, match, whole
from zakuro.languages.load import codes
from zakuro.model.statement import Quantity
from zakuro.model.vocabulary import expand

SPEC = Path(__file__).parents[1] / "spec"
EXAMPLES = SPEC.parent / "src" / "zakuro" / "examples"
PUBLISHED = {
    "astana-2025": date(2025, 6, 17),
    "xian-2023": date(2023, 5, 19),
    "tianjin-2025": date(2025, 9, 1),
    "samarkand-2025": date(2025, 4, 4),
    "beijing-2024": date(2024, 9, 5),
}


def facts(folder: Path = SPEC) -> dict[str, list[Expected]]:
    """The facts of every text of a folder, with the offsets of their quotes."""
    found = defaultdict(list)
    for path in sorted(folder.glob("*.facts.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            fact = json.loads(line)
            start = text_of(fact["document"], folder).index(fact["quote"])
            found[fact["document"]].append(
                {**fact, "start": start, "end": start + len(fact["quote"])}
            )
    return dict(found)


def text_of(name: str, folder: Path = SPEC) -> str:
    """The text that facts are told of: a bundled example, or one of a folder."""
    path = EXAMPLES / name if (EXAMPLES / name).is_file() else folder / name
    return path.read_text(encoding="utf-8")


def faults(pair: Match) -> list[str]:
    """What of a fact that was read is wrong; what a fact leaves open may be anything."""
    fact, statement = pair
    wrong: list[str] = [
        role
        for role in ("givers", "receivers")
        if role in fact and set(expand(fact[role])) != set(expand(getattr(statement, role)))
    ]
    wrong += [
        f"quantity {expected['quote']}"
        for expected in fact.get("quantities", ())
        if not any(agrees(expected, quantity) for quantity in statement.quantities)
    ]
    if "period" in fact and (
        statement.period is None or statement.period.edtf != fact["period"]["edtf"]
    ):
        wrong.append("period")
    return wrong


def agrees(expected: dict[str, Any], quantity: Quantity) -> bool:
    """Whether a quantity is what was expected: value, bound, and unit and change where told."""
    return (
        quantity.value is not None
        and float(expected["value"]) == float(quantity.value)
        and expected.get("unit", quantity.unit) == quantity.unit
        and expected["bound"] == quantity.bound
        and expected.get("change", quantity.change) == quantity.change
    )


LOWER = {"kk": 90}
"""Floors of languages of which less is asked."""


def measure(shared: Path) -> list[Figure]:
    """The share of facts that are read as the right kind, and the share right in every respect.

    The texts are our own and stand in the repository: nothing of ``shared`` is needed.
    """
    return figures_of("spec", PUBLISHED, SPEC, floor=95)


def figures_of(
    label: str, published: dict[str, date], folder: Path, floor: float | None = None
) -> list[Figure]:
    """The figures of the digests of a folder, each read as of its day in ``published``."""
    figures = []
    for name, expected in facts(folder).items():
        digest, language = name.removesuffix(".txt").rsplit(".", 1)
        if language not in codes():
            continue
        text = text_of(name, folder)
        reading = zakuro.read(text, language=language, published=published[digest])
        matches = match(expected, reading.statements)
        right = sum(not faults(whole(pair, reading.statements)) for pair in matches)
        for what, count in (("found", len(matches)), ("right", right)):
            figures.append(
                Figure(
                    name=f"{label} {digest} {language}: facts {what} %",
                    value=round(100 * count / len(expected), 1),
                    cases=len(expected),
                    constant=0.0,
                    floor=min(floor, LOWER.get(language, floor)) if floor else None,
                )
            )
    return figures
