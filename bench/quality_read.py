"""How well statements are read: the gold report, summit commitments, ordinary news, companies."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path

from bench.figures import Figure
from bench.gold import faults, match, surplus, wrong_quantities
from zakuro import read
from zakuro.model.statement import Reading

NEWS = (("English", "eng", "en"), ("Japanese", "jpn", "ja"), ("Russian", "rus", "ru"))
PROMISING = ("pledge", "proposal", "principle")


def measure(shared: Path) -> list[Figure]:
    """Every figure of reading."""
    return [*gold(shared), *commitments(shared), *news(shared), *companies(shared)]


def promises(reading: Reading) -> int:
    """How many statements of a reading bind somebody."""
    return sum(1 for statement in reading.statements if statement.kind in PROMISING)


def gold(shared: Path) -> list[Figure]:
    """The report of the Astana summit against what it is expected to yield."""
    text = (shared / "seed/summit-astana-2025.ja.txt").read_text(encoding="utf-8")
    lines = (shared / "gold/summit-astana-2025.ja.jsonl").read_text(encoding="utf-8").splitlines()
    expected = [json.loads(line) for line in lines]
    real = [gold for gold in expected if gold["kind"] != "optional"]
    reading = read(text, language="ja", published=date(2025, 6, 17))
    matches = match(real, reading.statements)
    wrong = [fault for pair in matches for fault in wrong_quantities(pair)]
    pledges = [pair for pair in matches if pair.expected["kind"] == "pledge"]
    right = [pair for pair in pledges if not faults(pair)]
    principles = [pair for pair in matches if pair.expected["kind"] == "principle"]
    over = surplus(expected, matches, reading.statements)
    return [
        Figure(
            name="gold: pledges right in every respect, %",
            value=100 * len(right) / 9,
            cases=9,
            constant=0.0,
            floor=100,
        ),
        Figure(
            name="gold: principles, %",
            value=100 * len(principles) / 10,
            cases=10,
            constant=0.0,
            floor=100,
        ),
        Figure(
            name="gold: statements matched, of 68",
            value=len(matches),
            cases=len(real),
            constant=0.0,
            floor=60,
        ),
        Figure(
            name="gold: neither expected nor optional, statements",
            value=len(over),
            cases=len(reading.statements),
            constant=0.0,
            floor=8,
            better="lower",
        ),
        Figure(
            name="gold: quantities missing or wrong in matched statements",
            value=len(wrong),
            cases=len(matches),
            constant=0.0,
            floor=0,
            better="lower",
        ),
    ]


def commitments(shared: Path) -> list[Figure]:
    """The share of the G7 commitments that give a pledge, a proposal or a principle."""
    path = shared / "data/g7-compliance/compliance.csv"
    with path.open(encoding="utf-8", newline="") as file:
        texts = [row["text"] for row in csv.DictReader(file) if row["text"].strip()]
    found = sum(1 for text in texts if promises(read(text, language="en")))
    return [
        Figure(
            name="G7 commitments read as pledge, proposal or principle, %",
            value=100 * found / len(texts),
            cases=len(texts),
            constant=100.0,
            floor=90,
        )
    ]


def news(shared: Path) -> list[Figure]:
    """Pledges, proposals and principles in ordinary news, for 1,000 lines."""
    path = shared / "data/ntrex-128/ntrex_nine_languages.jsonl"
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    figures = []
    for name, code, language in (
        ("English", "eng", "en"),
        ("Japanese", "jpn", "ja"),
        ("Russian", "rus", "ru"),
        ("Chinese", "zho-CN", "zh"),
        ("Kazakh", "kaz", "kk"),
    ):
        lines = [row[code] for row in rows if row[code].strip()]
        found = sum(promises(read(line, language=language)) for line in lines)
        figures.append(
            Figure(
                name=f"news, {name}: pledges, proposals, principles per 1,000 lines",
                value=1000 * found / len(lines),
                cases=len(lines),
                constant=0.0,
                floor=20,
                better="lower",
            )
        )
    return figures


def companies(shared: Path) -> list[Figure]:
    """Promise against none in company reports, balanced accuracy: another field, as it stands."""
    figures = []
    for name, language in (
        ("japanese", "ja"),
        ("english", "en"),
        ("chinese_traditional", "zh"),
    ):
        path = shared / f"data/ml-promise/{name}.json"
        rows = json.loads(path.read_text(encoding="utf-8"))
        right: dict[bool, list[bool]] = {True: [], False: []}
        for row in rows:
            label = str(row["promise_status"]).lower() == "yes"
            text = row["data"].strip()
            if text:
                right[label].append(bool(promises(read(text, language=language))) == label)
        shares = [sum(answers) / len(answers) for answers in right.values() if answers]
        figures.append(
            Figure(
                name=f"company reports, {language}: promise or none, balanced accuracy, %",
                value=100 * sum(shares) / len(shares),
                cases=sum(len(answers) for answers in right.values()),
                constant=50.0,
            )
        )
    return figures
