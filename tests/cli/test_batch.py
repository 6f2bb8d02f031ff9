import json
from pathlib import Path

from tests.cli.test_reading import run


def test_many_documents_become_one_table_and_a_bad_one_is_told(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in ("b", "a"):
        (tmp_path / "in" / f"{name}.txt").write_text(
            "China will build two schools in Kenya.", encoding="utf-8"
        )
    (tmp_path / "in" / "c.txt").write_bytes(b"\0" * 9)
    output = tmp_path / "s.jsonl"
    printed = run("read", str(tmp_path / "in"), "-l", "en", "--output", str(output), status=1)
    assert "c.txt: not text" in printed
    assert "2 of 3 documents read" in printed
    lines = [json.loads(line) for line in output.read_text(encoding="utf-8").splitlines()]
    assert [Path(line["source"]).name for line in lines] == ["a.txt", "b.txt"]


def test_a_cluster_needs_a_table(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("They met.", encoding="utf-8")
    output = run("read", str(tmp_path / "a.txt"), "--cluster", "tcp://127.0.0.1:1", status=1)
    assert "--cluster needs a table" in output
