import json

from tests.cli.conftest import Run


def test_the_demo_ends_with_a_picture_of_filled_books(zakuro: Run) -> None:
    shown = zakuro("demo", "--keep", "demo.db").output
    assert "2,543,200 of 50,000,000 doses" in shown
    assert "262 of 1,200 trains                behind, reported but unconfirmed" in shown
    assert "█ confirmed   ▓ reported only   ▒ disputed" in shown
    assert "Next: zakuro show P-1 --books demo.db" in shown
    assert "All as written." in zakuro("verify", "--books", "demo.db").output
    assert "Even" in zakuro("balance", "--books", "demo.db").output


def test_the_demo_as_json(zakuro: Run) -> None:
    found = json.loads(zakuro("demo", "--format", "json").output)
    assert {"kept", "behind", "names no day"} <= {pledge["standing"] for pledge in found}


def test_six_invented_states_decide(zakuro: Run) -> None:
    shown = zakuro("demo", "--decide", "--keep", "six.db").output
    assert "X-1  Decision 1: Programme for the river line" in shown
    assert "broken: XFE objected at" in shown
    assert "X-2" in zakuro("texts", "--books", "six.db").output
    assert '"state": "adopted"' in zakuro("demo", "--decide", "--format", "json").output
