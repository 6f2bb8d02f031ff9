"""The halves of the development texts are told by their names, and never mixed."""

import json
from pathlib import Path

from bench.quality_dev import SETS, is_reserve

DEV = Path(__file__).parents[2] / "spec" / "dev"


def docs(name: str) -> list[str]:
    lines = (DEV / name / "docs.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["doc"] for line in lines]


def test_nothing_of_the_reserve_stands_in_the_repository() -> None:
    for name in SETS:
        assert docs(name)
        assert not any(is_reserve(doc) for doc in docs(name))
        assert {path.stem for path in (DEV / name).glob("*.txt")} == set(docs(name))


def test_what_is_expected_stands_in_the_texts() -> None:
    for name in SETS:
        for line in (DEV / name / "gold.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            text = (DEV / name / f"{row['doc']}.txt").read_text(encoding="utf-8")
            assert text[row["start"] : row["end"]] == row["exact"]
