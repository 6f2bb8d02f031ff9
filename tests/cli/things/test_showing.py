import csv
import io
import json

from tests.cli.conftest import Run
from tests.flow.things.builder import RAILWAY


def test_things_are_listed_in_three_forms(told: Run) -> None:
    shown = told("thing", "list", "--as-of", "2026-06-30").output
    assert RAILWAY in shown
    assert "nobody has said" in shown
    assert "2 as of 2026-06-30" in shown
    found = json.loads(told("thing", "list", "--format", "json").output)
    assert [one["name"] for one in found] == ["T-1", "T-2"]
    rows = list(csv.DictReader(io.StringIO(told("thing", "list", "--format", "csv").output)))
    assert [row["sort"] for row in rows] == ["project", "charter"]
    assert "1 as of" in told("thing", "list", "--sort", "charter").output
    assert "is no party" in told("thing", "list", "--party", "XXX", ok=False).output


def test_a_thing_is_shown_as_it_is_given(told: Run) -> None:
    shown = told("thing", "show", "T-2").output
    assert "T-2  charter: The Spirit" in shown
    assert "T-2:i1  value 1. respect" in shown
    found = json.loads(told("thing", "show", "T-2", "--format", "json").output)
    assert found["items"][0]["source"] == "D-2:s7"
    assert "There is no thing" in told("thing", "show", "T-7", ok=False).output


def test_names_are_offered_with_what_to_enter(told: Run) -> None:
    shown = told("thing", "offers").output
    assert "zakuro thing tie T-1 D-2:s5" in shown
    assert "zakuro thing tie T-… D-2:s1" in shown
    found = json.loads(told("thing", "offers", "--document", "D-2", "--format", "json").output)
    assert [one["target"] for one in found] == ["D-2:s1", "D-2:s5"]
    told("thing", "tie", "T-1", "D-2:s5")
    assert "Names found: 1." in told("thing", "offers").output


def test_a_review_says_which_things_are_named(told: Run) -> None:
    shown = told("review", "--accept", "D-2:s5").output
    assert f"D-2:s5  names “{RAILWAY.casefold()}” (T-1): zakuro thing tie" in shown


def test_a_name_is_tied_while_reviewing(told: Run) -> None:
    shown = told("review", "--kind", "result", "--document", "D-2", keys="t\nasq").output
    assert "[t]ie it" in shown
    assert "D-2:s5 is about T-1" in shown
    assert "D-2:s5  accepted" in shown
    assert "D-2:s5" in told("thing", "show", "T-1").output
