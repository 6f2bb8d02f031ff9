"""The fresh texts are parted by their names, and the weights are made from one half alone."""

import json

import pytest

from bench.labelled import texts
from bench.quality_dev import is_reserve
from bench.quality_fresh import HALVES, LANGUAGES, SETS


@pytest.mark.parametrize("name", SETS)
def test_each_half_is_whole_and_of_its_own(name: str) -> None:
    for half, place in HALVES.items():
        folder = place / name
        rows = [
            json.loads(line) for line in (folder / "docs.jsonl").read_text("utf-8").splitlines()
        ]
        assert {row["language"] for row in rows} == set(LANGUAGES)
        assert {is_reserve(row["doc"]) for row in rows} == {half == "reserve"}
        assert {path.stem for path in folder.glob("*.txt")} == {row["doc"] for row in rows}


@pytest.mark.parametrize("name", SETS)
def test_what_is_expected_stands_in_the_texts(name: str) -> None:
    for folder in (place / name for place in HALVES.values()):
        for line in (folder / "gold.jsonl").read_text("utf-8").splitlines():
            row = json.loads(line)
            text = (folder / f"{row['doc']}.txt").read_text("utf-8")
            assert text[row["start"] : row["end"]] == row["exact"]


@pytest.mark.parametrize("name", SETS)
def test_nothing_of_the_reserve_is_learnt_from(name: str) -> None:
    for language in LANGUAGES:
        learnt = {text.name for text in texts(language)}
        shown = {path.stem for path in (HALVES["shown"] / name).glob(f"*.{language}.txt")}
        assert shown
        assert shown <= learnt
        assert not learnt & {path.stem for path in (HALVES["reserve"] / name).glob("*.txt")}
