import json

from tests.cli.conftest import Run

REPORT = ("report", "P-3", "--by", "CHN", "--to", "KAZ", "--value", "150", "--on", "2025-09-30")


def test_the_last_act_is_taken_back(opened: Run) -> None:
    opened(*REPORT)
    assert "(report, P-3)" in opened("undo", "--reason", "mistyped").output
    assert "taken back by" in opened("show", "P-3").output
    assert "the review of D-1:s5" in opened("undo").output


def test_a_review_is_undone_and_its_statement_waits_again(opened: Run) -> None:
    shown = json.loads(opened("undo", "--format", "json").output)
    assert shown == {"taken_back": "the review of D-1:s5"}
    assert "D-1:s5" in opened("review", "--list").output
    assert "nothing to undo" in opened("undo", "--filed-by", "nobody", ok=False).output
