import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from zakuro.flow.keeping.charter import example_charter

REPORT = ("report", "P-3", "--by", "CHN", "--to", "KAZ", "--value", "150", "--on", "2025-09-30")


def test_balance_is_zero(opened: Run) -> None:
    opened(*REPORT)
    assert "Even: every pledge and unit sums to zero." in opened("balance").output
    found = json.loads(opened("balance", "--format", "json").output)
    (grant,) = [total for total in found["totals"] if total["unit"] == "CNY"]
    assert (grant["in_transit"], grant["trial"]) == ("150", "0")
    assert found["uneven"] == []


def test_score_names_both_means_and_what_is_unknown(opened: Run) -> None:
    opened(*REPORT)
    table = opened("score", "--as-of", "2026-06-30", "--by", "party").output
    assert "by report %" in table
    assert "by confirmation %" in table
    assert "average by promise %" in table
    assert "counted (by report / by confirmation): P-3 0 / –" in table
    assert "outside the scores: names no day 3, not due 1" in table
    (whole,) = json.loads(opened("score", "--as-of", "2026-06-30", "--format", "json").output)
    both = whole["by_report"], whole["by_confirmation"]
    assert [(b["pooled_percent"], b["assessed"], b["total"]) for b in both] == [
        ("50", 1, 5),
        (None, 0, 5),
    ]
    counted = {cell["pledge"]: cell["by_report"] for cell in whole["cells"]}
    assert counted == {"P-1": None, "P-2": None, "P-3": 0, "P-4": None, "P-5": None}
    assert (both[0]["low_percent"], both[0]["high_percent"]) == ("10", "90")
    (signed,) = json.loads(opened("score", "--basis", "signed", "--format", "json").output)
    assert signed["by_report"]["assessed"] == 0
    assert "(no summit)" in opened("score", "--by", "summit").output


def test_the_balance_is_of_one_day(opened: Run) -> None:
    opened(*REPORT)
    for day, under_way in (("2025-09-29", "0"), ("2025-09-30", "150")):
        found = json.loads(opened("balance", "--as-of", day, "--format", "json").output)
        (grant,) = [total for total in found["totals"] if total["unit"] == "CNY"]
        assert grant["in_transit"] == under_way
    found = json.loads(opened("balance", "--as-of", "2025-06-16", "--format", "json").output)
    assert found["totals"] == []


def chartered(opened: Run, line: str) -> None:
    text = example_charter().replace('# the_score = "by confirmation"', line)
    Path("charter.toml").write_text(text, "utf-8")
    opened("charter", "charter.toml")


def test_the_charter_says_which_is_the_score(opened: Run) -> None:
    opened(*REPORT)
    chartered(opened, 'the_score = "by confirmation"')
    assert "by confirmation % (the score)" in opened("score").output
    chartered(opened, 'the_score = "none"')
    shown = opened("score", "--as-of", "2026-06-30").output
    assert "shows no score" in shown
    assert "names no day" in shown
    found = json.loads(opened("score", "--format", "json").output)
    assert "by_report" not in found[0]


@pytest.mark.parametrize("code", ["suspended", "ended by agreement"])
def test_agreement_cannot_be_scored_as_failure(opened: Run, code: str) -> None:
    text = example_charter().replace("[score]\n", f'[score]\n"{code}" = -1\n')
    Path("charter.toml").write_text(text, "utf-8")
    assert "is no failure" in opened("charter", "charter.toml", ok=False).output
