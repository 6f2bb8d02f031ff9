import json
from pathlib import Path

from tests.cli.conftest import Run


def test_verify(opened: Run) -> None:
    assert "All as written." in opened("verify").output
    found = json.loads(opened("verify", "--format", "json").output)
    assert (found["faults"], found["size"]) == ([], 18)


def test_a_file_that_was_written_over_is_found(opened: Run) -> None:
    content = Path("books.db").read_bytes()
    assert b'"commits"' in content
    Path("books.db").write_bytes(content.replace(b'"commits"', b'"intends"', 1))
    shown = opened("verify", ok=False).output
    assert "FAULT" in shown
    assert "Not as written." in shown


def test_a_proof_is_made_and_checked_without_the_books(opened: Run) -> None:
    opened("key", "make", "log.pem")
    exported = opened("export-log", "log", "--key", "log.pem").output
    line = exported.strip().rpartition(" ")[2]
    Path("proof.json").write_text(opened("prove", "E-2", "--key", "log.pem").output, "utf-8")
    proved = json.loads(opened("prove", "--check", "proof.json", "--log-key", line).output)
    assert (proved["number"], proved["kind"]) == (2, "document")
    assert "18 entries" in opened("verify", "--log", "log", "--log-key", line).output
    assert "--log-key" in opened("prove", "--check", "proof.json", ok=False).output
    assert "--log-key" in opened("verify", "--log", "log", ok=False).output
    assert "which entry" in opened("prove", ok=False).output


def test_rebuild_backup_and_migrate(opened: Run) -> None:
    before = opened("pledges", "--format", "json").output
    assert "5 pledges made again" in opened("rebuild").output
    assert json.loads(opened("rebuild", "--format", "json").output) == {"pledges": 5}
    assert opened("pledges", "--format", "json").output == before
    assert "18 entries in copy.db" in opened("backup", "copy.db").output
    assert opened("pledges", "--books", "copy.db", "--format", "json").output == before
    assert "Tables of version" in opened("migrate").output
