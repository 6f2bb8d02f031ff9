"""The commands that read, run as a user runs them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

import zakuro
from tests.cli.conftest import Run
from zakuro.cli import main

EXAMPLE = str(Path(zakuro.__file__).parent / "examples" / "astana-2025.ja.txt")
DAY = ("--published", "2025-06-17")


def run(*words: str, status: int = 0, given: bytes | None = None) -> str:
    result = CliRunner().invoke(main, list(words), input=given)
    assert result.exit_code == status, result.output
    return result.output


def test_read_prints_a_table_for_each_kind() -> None:
    output = run("read", EXAMPLE, *DAY)
    assert "pledge (" in output
    assert "15億元" in output
    assert "by when" in output


def test_read_gives_statements_as_json_lines_without_empty_keys() -> None:
    lines = [
        json.loads(line) for line in run("read", EXAMPLE, *DAY, "--format", "jsonl").splitlines()
    ]
    text = Path(EXAMPLE).read_text(encoding="utf-8")
    assert [line["id"] for line in lines] == [f"s{n}" for n in range(1, len(lines) + 1)]
    for line in lines:
        assert text[line["start"] : line["end"]] == line["exact"]
        assert all(value not in ([], "", None) for value in line.values())
    values = [q["value"] for line in lines for q in line.get("quantities", []) if "value" in q]
    assert "1500000000" in values


def test_read_takes_the_standard_input_and_several_files(tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("China will provide 10 million dollars to Kenya.", encoding="utf-8")
    given = b"Japan will build two schools in Nepal."
    output = run("read", "-", str(other), "-l", "en", "--format", "jsonl", given=given)
    givers = [json.loads(line)["givers"] for line in output.splitlines()]
    assert givers == [["JPN"], ["CHN"]]


def test_a_bad_file_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    output = run("read", str(tmp_path / "none.txt"), EXAMPLE, *DAY, status=1)
    assert "none.txt" in output
    assert "pledge (" in output


def test_in_a_folder_what_cannot_be_read_is_named_and_the_rest_done(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("China will build two schools in Kenya.", encoding="utf-8")
    text = "양국은 내년 봄 수도에 공동 종자 연구소를 열기로 합의했다고 외교부가 밝혔다."
    (tmp_path / "b.txt").write_text(text, encoding="utf-8")
    (tmp_path / "c.bin").write_bytes(b"\0")
    output = run("read", str(tmp_path), status=1)
    assert "b.txt: the text looks like Korean; there are packs for" in output
    assert "pledge (1)" in output
    assert "c.bin" not in output


def test_a_folder_without_documents_is_refused(tmp_path: Path) -> None:
    assert "no document in this folder" in run("read", str(tmp_path), status=1)


def test_read_writes_one_page_or_a_directory_of_pages(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    run("read", EXAMPLE, *DAY, "--format", "html", "-o", str(page))
    assert page.read_text(encoding="utf-8").lstrip().lower().startswith("<!doctype html>")
    english = EXAMPLE.replace(".ja.", ".en.")
    run("read", EXAMPLE, english, "--format", "html", status=1)
    run("read", EXAMPLE, english, *DAY, "--format", "html", "-o", str(tmp_path / "pages"))
    assert len(list((tmp_path / "pages").glob("*.html"))) == 2


def test_mentions_lists_bare_numbers_when_asked() -> None:
    output = run("mentions", EXAMPLE, "--types", "number", "--format", "jsonl")
    assert {json.loads(line)["type"] for line in output.splitlines()} == {"number"}
    assert "money" in run("mentions", EXAMPLE, *DAY)


@pytest.mark.parametrize("types", ["nothing", "money,wrong"])
def test_an_unknown_type_of_mention_is_refused(types: str) -> None:
    assert "there are" in run("mentions", EXAMPLE, "--types", types, status=1)


def test_explain_shows_words_rule_and_marks() -> None:
    lines = run("read", EXAMPLE, *DAY, "--format", "jsonl").splitlines()
    pledge = next(json.loads(line) for line in lines if json.loads(line)["kind"] == "pledge")
    output = run("explain", EXAMPLE, pledge["id"], *DAY)
    assert pledge["rule"] in output
    assert "mark" in output
    assert "there are s1 to" in run("explain", EXAMPLE, "s9999", *DAY, status=1)


def test_schema_describes_every_key_of_a_statement() -> None:
    schema = json.loads(run("schema"))
    keys = set(schema["$defs"]["Statement"]["properties"])
    for line in run("read", EXAMPLE, *DAY, "--format", "jsonl").splitlines():
        assert set(json.loads(line)) <= keys


def test_an_unknown_language_names_those_there_are() -> None:
    assert "en" in run("read", EXAMPLE, "--language", "tlh", status=1)


def test_what_is_doubtful_shows_when_asked_for(zakuro: Run, tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(
        "Japan will give Peru 5 million dollars.\nThe team may leave in May.\n", "utf-8"
    )
    lines = {
        option: zakuro("read", str(path), *option.split(), "--format", "jsonl").output.splitlines()
        for option in ("", "--least 0.02", "--sure 0.9", "--sure 1")
    }
    assert len(lines["--least 0.02"]) >= len(lines[""]) >= len(lines["--sure 0.9"]) >= 1
    assert all('"confidence":"0.9' in line for line in lines["--sure 0.9"])
    wrong = zakuro("read", str(path), "--least", "7", ok=False)
    assert "'7' is no confidence: give a number from 0 to 1" in wrong.output


def test_an_explanation_tells_what_weighed(zakuro: Run, tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("Japan will give Peru 5 million dollars.\n", "utf-8")
    shown = zakuro("explain", str(path), "s1").output
    assert "confidence 0." in shown
    assert "  for       " in shown
    assert "  against   " in shown
