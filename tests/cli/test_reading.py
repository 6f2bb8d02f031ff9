"""The commands that read, run as a user runs them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

import zakuro
from tests.cli.conftest import Run
from tests.read.document.pdf.test_pdf import made
from tests.read.document.test_package import zipped
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


def test_output_goes_over_no_input_and_two_pages_to_no_one_place(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.txt").write_text("They met in May.", encoding="utf-8")
    one, other = str(tmp_path / "a" / "x.txt"), str(tmp_path / "b" / "x.txt")
    for form in ("jsonl", "table", "html"):
        output = run("read", one, "-l", "en", "--format", form, "-o", one, status=1)
        assert "written over a document that is read" in output
    output = run("read", one, other, "--format", "html", "-o", str(tmp_path / "p"), status=1)
    assert "would hold both" in output
    assert not (tmp_path / "p").exists()
    run("read", str(tmp_path), "-l", "en", "--format", "html", "-o", str(tmp_path / "p"))
    pages = sorted(file.relative_to(tmp_path / "p") for file in (tmp_path / "p").rglob("*.html"))
    assert [str(page) for page in pages] == ["a/x.html", "b/x.html"]


@pytest.mark.parametrize("place", ["none/x.jsonl", "/dev/full"])
def test_an_error_of_the_system_is_a_sentence_with_the_file(tmp_path: Path, place: str) -> None:
    output = run("read", EXAMPLE, *DAY, "--format", "jsonl", "-o", str(tmp_path / place), status=1)
    assert f"{place}: " in output
    assert ": No s" in output


def test_a_document_cannot_steer_the_terminal(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(
        "China will give \x1b]0;title\x07 5 million dollars \u202e to Kenya.", encoding="utf-8"
    )
    output = run("read", str(file))
    assert "\x1b" not in output
    assert "\\u202e" in output
    assert "5 million dollars" in output


def test_one_bad_byte_is_told_and_the_rest_read_when_lenient(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes("中国将向肯尼亚提供五百万美元。".encode() * 9 + b"\xe3")
    for command in ("read", "check", "mentions"):
        assert "UTF-8 but for byte 405" in run(command, str(file), status=1)
    output = run("read", str(file), "--lenient")
    assert "Note: " in output
    assert "五百万美元" in output


def test_the_statements_of_a_pdf_are_found_on_its_pages(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(made("They met.", "China will build two schools in Kenya."))
    assert "page 2" in run("read", str(file))
    assert json.loads(run("read", str(file), "--format", "jsonl"))["source"] == str(file)


def test_an_archive_is_read_and_what_is_bad_in_it_told(tmp_path: Path) -> None:
    file = tmp_path / "a.zip"
    promise = b"China will build two schools in Kenya."
    file.write_bytes(zipped({"a.txt": promise, "b.docx": b"PK\x03\x04", "c.zip": zipped({})}))
    output = run("read", str(file), status=1)
    assert "pledge (1)" in output
    assert "b.docx: a ZIP archive that is damaged" in output
    assert "c.zip: a ZIP archive inside another" in output
