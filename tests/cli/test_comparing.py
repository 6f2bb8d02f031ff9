import json
from pathlib import Path

from tests.cli.test_reading import run


def test_two_versions_are_compared(tmp_path: Path) -> None:
    one, other = str(tmp_path / "a.txt"), str(tmp_path / "b.txt")
    Path(one).write_text("China will give 10 million dollars to Kenya.", encoding="utf-8")
    Path(other).write_text(
        "China will give 12 million dollars to Kenya. Japan will build a road in Nepal.",
        encoding="utf-8",
    )
    output = run("compare", one, other)
    assert "in both (1)" in output
    assert "figure: 10 million dollars / 12 million dollars" in output
    assert f"only in {other} (1)" in output
    lines = [
        json.loads(line)
        for line in run("compare", one, other, "--format", "jsonl").split("\n")
        if line
    ]
    assert [sorted(line) for line in lines] == [["differences", "one", "other"], ["other"]]
    page = tmp_path / "c.html"
    run("compare", one, other, "--format", "html", "-o", str(page))
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert "written over a document" in run("compare", one, other, "-o", one, status=1)
    assert "No such file" in run("compare", one, str(tmp_path / "none.txt"), status=1)
