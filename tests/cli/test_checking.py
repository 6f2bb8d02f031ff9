import json
from pathlib import Path

from click.testing import CliRunner

from zakuro.cli import main

TEXT = "Japan will train judges in the six Central Asian countries.\n"


def test_a_table_and_lines_of_json(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text(TEXT, encoding="utf-8")
    table = CliRunner().invoke(main, ["check", str(file), "-l", "en"])
    assert table.exit_code == 0
    assert "conflict" in table.output
    lines = CliRunner().invoke(main, ["check", str(file), "-l", "en", "--format", "jsonl"])
    (finding,) = (json.loads(line) for line in lines.output.splitlines())
    assert (finding["id"], finding["rule"]) == ("c1", "Z101")


def test_a_text_with_nothing_to_check_and_a_file_that_is_not_there(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text("Japan likes tea.\n", encoding="utf-8")
    shown = CliRunner().invoke(main, ["check", str(file), str(tmp_path / "none.txt")])
    assert shown.exit_code == 1
    assert "nothing found to check" in shown.output
    assert "give a file that can be read" in shown.output


def test_the_column_of_a_mean_needs_a_table(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text(TEXT, encoding="utf-8")
    told = CliRunner().invoke(main, ["check", str(file), "--mean", "average"])
    assert told.exit_code == 1
    assert "give --scores" in told.output
    one = CliRunner().invoke(main, ["check", str(file), "-l", "en"])
    assert "1 finding\n" in one.output
