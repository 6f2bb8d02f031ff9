import json

from tests.cli.conftest import Run


def test_the_demo_ends_with_a_picture_of_filled_books(zakuro: Run) -> None:
    shown = zakuro("demo", "--keep", "demo.db").output
    assert "950,000,000 of 1,500,000,000 CNY   late, disputed" in shown
    assert "█ confirmed   ▓ reported only   ▒ disputed" in shown
    assert "Next: zakuro show P-1 --books demo.db" in shown
    assert "All as written." in zakuro("verify", "--books", "demo.db").output
    assert "Even" in zakuro("balance", "--books", "demo.db").output


def test_the_demo_as_json(zakuro: Run) -> None:
    found = json.loads(zakuro("demo", "--format", "json").output)
    assert {"late", "on course", "not due"} <= {pledge["standing"] for pledge in found}
