import json
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from tests.cli.conftest import Run
from tests.flow.builder import amount, books_at, file, said, summit
from zakuro.cli.books.review import corrected
from zakuro.flow.keeping.books import open_books
from zakuro.model.errors import ZakuroError


@pytest.fixture
def filed(zakuro: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command line with the summit's document taken in, and nothing reviewed."""
    with books_at("books.db") as books:
        file(books, summit())
    monkeypatch.setenv("ZAKURO_BOOKS", "books.db")
    return zakuro


def pledges(run: Run) -> list[str]:
    return [pledge["statement"] for pledge in json.loads(run("pledges", "--format", "json").output)]


def test_a_document_is_taken_in_by_its_file(zakuro: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("report.txt").write_text(
        "China will provide Kazakhstan with 10 million yuan in grants in 2026.\n", "utf-8"
    )
    monkeypatch.setenv("ZAKURO_BOOKS", "books.db")
    zakuro("init", "books.db")
    words = ("take-in", "report.txt", "--language", "en", "--published", "2025-06-17")
    (taken,) = json.loads(zakuro(*words, "--format", "json").output)
    assert (taken["name"], taken["source"], taken["kinds"]["pledge"]) == ("D-1", "report.txt", 1)
    assert "filed already, as D-1" in zakuro(*words, ok=False).output


def test_by_single_keys(filed: Run) -> None:
    keys = "a" + "s" + "rnot a grant\n" + "x" + "a" + "q"
    shown = filed("review", keys=keys).output
    assert "1/5  D-1:s1  CHN → C5: establish centre 3 {field}" in shown
    assert "D-1:s1  opened P-1" in shown
    assert "D-1:s3  refused" in shown
    assert "D-1:s4  opened P-2" in shown
    assert pledges(filed) == ["D-1:s1", "D-1:s4"]
    assert "2/2" in filed("review", keys="ss").output


def test_keys_may_come_from_a_pipe_and_their_end_is_the_end(filed: Run) -> None:
    shown = subprocess.run(
        [sys.executable, "-c", "from zakuro.cli import main; main()", "review"],
        input="as",
        capture_output=True,
        text=True,
        check=True,
        start_new_session=True,
    )
    assert "D-1:s1  opened P-1" in shown.stdout
    assert "3/5  D-1:s3" in shown.stdout
    assert pledges(filed) == ["D-1:s1"]


def test_a_key_that_fails_asks_again(filed: Run) -> None:
    shown = filed("review", keys="j" + "P-7\n" + "c" + "no json\n" + "q").output
    assert "Not done: There is no pledge P-7" in shown
    assert "Not done: The correction is no JSON object" in shown
    assert pledges(filed) == []


def test_correct_by_a_key(filed: Run) -> None:
    filed("review", keys="s" * 4 + "c" + '{"receivers": ["KAZ"]}\n')
    (pledge,) = json.loads(filed("pledges", "--format", "json").output)
    assert (pledge["statement"], pledge["receivers"]) == ("D-1:s5", "KAZ")


def test_by_options(filed: Run) -> None:
    shown = filed("review", "--accept", "D-1:s3", "--accept", "D-1:s4", "--refuse", "D-1:s5",
                  "--reason", "vague").output  # fmt: skip
    assert shown == "D-1:s3  opened P-1\nD-1:s4  opened P-2\nD-1:s5  refused\n"
    filed("review", "--join", "D-1:s2=P-1")
    filed("review", "--unjoin", "D-1:s2", "--reason", "a platform is no grant")
    change = '{"quantities": [{"value": "4", "unit": "{centre}", "bound": "exact", "start": 0,'
    change += ' "end": 1, "exact": "four"}]}'
    filed("review", "--correct", "D-1:s1", "--with", change)
    assert "4 {centre}" in filed("pledges").output
    waiting = json.loads(filed("review", "--list", "--format", "json").output)
    assert [found["name"] for found in waiting] == ["D-1:s2"]
    assert "D-1:s2" in filed("review", "--list").output
    assert "D-1:s2  opened P-4" in filed("review", "--all").output


def test_options_that_miss_something_say_so(filed: Run) -> None:
    assert "--reason" in filed("review", "--refuse", "D-1:s5", ok=False).output
    assert "D-1:s7=P-3" in filed("review", "--join", "D-1:s5", ok=False).output
    assert "no statement D-1:s99" in filed("review", "--accept", "D-1:s99", ok=False).output
    both = filed("review", "--accept", "D-1:s1", "--accept", "D-1:s99", ok=False)
    assert "no statement" in both.output
    assert pledges(filed) == []


def test_a_written_policy(filed: Run) -> None:
    shown = filed("review", "--policy", "What is promised outright", "--strength", "commits")
    assert shown.output.count("opened") == 3
    entries = json.loads(filed("show", "P-1", "--format", "json").output)["entries"]
    assert entries[0]["author"]["filed_by"].startswith("policy E-")


def test_a_correction_names_what_can_be_corrected() -> None:
    statement = msgspec.structs.replace(summit()[0], id="s1", end=4)
    assert corrected(statement, '{"givers": ["JPN"]}').givers == ("JPN",)
    with pytest.raises(ZakuroError, match="exact cannot be corrected"):
        corrected(statement, '{"exact": "other"}')
    with pytest.raises(ZakuroError, match="does not fit"):
        corrected(statement, '{"givers": "JPN"}')


def test_matches_are_offered_accepted_and_refused(opened: Run) -> None:
    with open_books("books.db") as books:
        results = [
            said("result", f"delivered {n}", "provide", "grant", amount(n, "CNY"),
                 receivers=("KAZ",), speaker="Ministry (CHN)")
            for n in (400, 500)
        ]  # fmt: skip
        file(books, results)
    offered = json.loads(opened("matches", "--format", "json").output)
    assert [(o["name"], o["match"]["pledge"]) for o in offered] == [
        ("D-2:s1", "P-3"),
        ("D-2:s2", "P-3"),
    ]
    assert "giver CHN, receiver KAZ, grant, 400 CNY" in opened("matches").output
    (entered,) = json.loads(opened("matches", "--accept", "D-2:s1", "--format", "json").output)
    assert (entered["subject"], entered["kind"]) == ("P-3", "report")
    opened("matches", "--refuse", "D-2:s2", "--reason", "the same money")
    assert json.loads(opened("matches", "--format", "json").output) == []
    assert "is not offered" in opened("matches", "--accept", "D-2:s2", ok=False).output
    assert "attributed" in opened("show", "P-3").output
