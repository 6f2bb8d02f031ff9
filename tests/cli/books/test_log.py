import json
import sqlite3
from contextlib import closing
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
    proof, check = opened("prove", "E-2", "--key", "log.pem").output, ("prove", "--check")
    Path("2.tlog-proof").write_text(proof, "utf-8")
    held, entry = opened(*check, "2.tlog-proof", "--log-key", line).output.splitlines()
    assert held == "The proof holds: entry 2 in 18."
    assert json.loads(entry)["kind"] == "document"
    own = opened("prove", "E-2", "--key", "log.pem", "--format", "json").output
    Path("2.json").write_text(own, "utf-8")
    proved = json.loads(opened(*check, "2.json", "--log-key", line, "--format", "json").output)
    assert (proved["entry"]["number"], proved["head"]["size"]) == (2, 18)
    mixed = opened(*check, "2.json", "E-2", "--log-key", line, ok=False).output
    assert "makes none" in mixed
    shown = opened("verify", "--log", "log", "--log-key", line).output
    assert "Held against the head of 18 entries" in shown
    assert "18 entries" in opened("verify", "--books", "", "--log", "log", "--log-key", line).output
    held = opened("verify", "--head", "log/checkpoint", "--log-key", line).output
    assert "Held against the head of 18 entries" in held
    assert "--log-key" in opened("prove", "--check", "2.json", ok=False).output
    assert "--log-key" in opened("verify", "--log", "log", ok=False).output
    assert "which entry" in opened("prove", ok=False).output


def test_rebuild_backup_and_migrate(opened: Run) -> None:
    before = opened("pledges", "--format", "json").output
    assert "5 pledges made again from the entries; 0 differed." in opened("rebuild").output
    assert json.loads(opened("rebuild", "--format", "json").output) == {
        "pledges": 5,
        "differed": [],
    }
    assert opened("pledges", "--format", "json").output == before
    assert "18 entries in copy.db" in opened("backup", "copy.db").output
    assert opened("pledges", "--books", "copy.db", "--format", "json").output == before
    assert "Tables of version" in opened("migrate").output


def test_what_people_read_is_verified_too(opened: Run) -> None:
    with closing(sqlite3.connect("books.db")) as connection:
        connection.execute("UPDATE projection_lines SET receivable = '0' WHERE number = 1")
        connection.commit()
    shown = opened("verify", ok=False).output
    assert (
        "FAULT  The table lines says of P-1, unit {centre}, since 0001-01-01: receivable '0'"
        in shown
    )
    found = opened("backup", "copy.db", ok=False).output
    assert "the copy holds their entries" in found
    assert "All as written." in opened("verify", "--books", "copy.db").output
    assert "DIFFERED  The table lines says of P-1" in opened("rebuild").output
    assert "All as written." in opened("verify").output
