import json
import sqlite3
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest

from tests.flow.builder import keyed
from tests.made_up.demo import make_made_up
from tests.postgresql import PostgreSQLServer
from zakuro.flow.acting import acts
from zakuro.flow.acting.acts import Word
from zakuro.flow.keeping import tables
from zakuro.flow.keeping.books import Books, open_books
from zakuro.flow.keeping.keys import register_key
from zakuro.flow.keeping.logs import (
    check_entry,
    check_log,
    copy_books,
    prove_entry,
    publish_log,
    read_head,
    rebuild_tables,
    verify_books,
)
from zakuro.journal import Head, generate_key, public_key_text
from zakuro.model.entry import Author, Draft, Key
from zakuro.model.errors import ZakuroError


def test_the_log_is_checked_with_every_partys_signatures(opened: Books) -> None:
    old, new = keyed(opened, "CHN"), generate_key()
    word = Word(party="CHN", filed_by="anna")
    acts.report(opened, "P-3", word, receiver="KAZ", value=Decimal(1), key=old)
    replacement = Key(public_key=public_key_text(new))
    register_key(opened, "CHN", replacement, filed_by="anna", signed_with=old)
    acts.report(opened, "P-3", word, receiver="KAZ", value=Decimal(2), key=new)
    found = verify_books(opened)
    assert (found.faults, found.size, found.signatures) == ((), opened.journal.size(), 3)


def test_a_document_that_was_removed_is_missed(tmp_path: Path) -> None:
    place = tmp_path / "demo.db"
    with make_made_up(place) as books:
        assert verify_books(books).faults == ()
    with closing(sqlite3.connect(place)) as connection:
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'blobs'"
        ).fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("DELETE FROM blobs")
        connection.commit()
    with open_books(str(place)) as books:
        assert any("is missing" in fault for fault in verify_books(books).faults)


def test_a_published_log_and_a_proof_are_checked_without_the_books(
    opened: Books, tmp_path: Path
) -> None:
    key = generate_key()
    published = publish_log(opened, tmp_path / "log", key)
    head = check_log(tmp_path / "log", published.key)
    assert (head.size, head.root) == (published.size, published.root)
    proof = prove_entry(opened, "E-2", key)
    proved = check_entry(proof, published.key)
    assert (proved.entry, proved.head) == (opened.entry(2), head)
    assert json.loads(proved.written)["time"].endswith("Z")
    as_json = prove_entry(opened, "E-2", key, as_json=True)
    assert check_entry(as_json, published.key) == proved
    with pytest.raises(ZakuroError):
        check_entry(as_json.replace(b'"anna"', b'"otto"'), published.key)
    assert prove_entry(opened, "E-2").startswith(b"{")


def test_books_are_held_against_a_head_kept_before(opened: Books, tmp_path: Path) -> None:
    key = generate_key()
    published = publish_log(opened, tmp_path / "log", key)
    kept = tmp_path / "log" / "checkpoint"
    head = read_head(kept, published.key)
    noted = tmp_path / "head.json"
    noted.write_text(f'{{"size": {head.size}, "root": "{head.root}", "faults": []}}', "utf-8")
    assert read_head(noted, None) == head
    assert verify_books(opened, [head]).faults == ()
    acts.report(opened, "P-3", Word(party="CHN", filed_by="a"), receiver="KAZ", value=Decimal(1))
    found = verify_books(opened, [head])
    assert (found.faults, found.heads) == ((), (head,))
    (fault,) = verify_books(opened, [Head(size=head.size, root="0" * 64)]).faults
    assert "are not those of the head" in fault
    (fault,) = verify_books(opened, [Head(size=999, root="0" * 64)]).faults
    assert "had 999 entries before" in fault


def test_a_head_that_is_none(tmp_path: Path) -> None:
    file = tmp_path / "head"
    for written, said in (("{}", "holds no head"), ("x", "give --log-key")):
        file.write_text(written, "utf-8")
        with pytest.raises(ZakuroError, match=said):
            read_head(file, None)
    with pytest.raises(ZakuroError, match="Cannot read the head"):
        read_head(tmp_path / "nothing", None)


def test_rebuilding_says_what_had_differed(opened: Books) -> None:
    assert rebuild_tables(opened) == (5, ())
    with opened.journal.transaction() as transaction:
        row = next(opened.journal.rows(tables.PLEDGES))
        transaction.upsert(tables.PLEDGES, [{**row, "givers": "USA"}])
    count, differed = rebuild_tables(opened)
    assert count == 5
    assert differed == ("The table pledges says of P-1: givers 'USA'; by the entries it is 'CHN'.",)
    assert verify_books(opened).faults == ()


def test_what_cannot_be_folded_is_a_fault(opened: Books) -> None:
    with opened.writing() as writer:
        author = Author(filed_by="anna")
        writer.append(Draft(kind="unjoin", subject="P-1", author=author, body={"entry": 1}))
    (fault,) = verify_books(opened).faults
    assert fault.startswith("The tables for lists could not be compared: The unjoin on P-1")


def test_a_copy_of_books_that_are_not_as_written_says_so(tmp_path: Path) -> None:
    place = tmp_path / "demo.db"
    make_made_up(place).close()
    with closing(sqlite3.connect(place)) as connection:
        connection.execute("DROP TRIGGER entries_update")
        connection.execute("UPDATE entries SET kind = 'x' WHERE number = 1")
        connection.commit()
    with open_books(place) as books:
        copied = copy_books(books, tmp_path / "copy.db")
        assert any("another number, kind or subject" in fault for fault in copied.faults)
    with open_books(tmp_path / "copy.db") as copy:
        assert verify_books(copy).faults == ()
    with closing(sqlite3.connect(place)) as connection:
        connection.execute("UPDATE entries SET entry = '{}' WHERE number = 1")
        connection.commit()
    with open_books(place) as books, pytest.raises(ZakuroError, match="Nothing was copied"):
        copy_books(books, tmp_path / "other.db")
    assert not (tmp_path / "other.db").exists()


def test_a_copy_that_a_server_did_not_get_says_one_thing(
    tmp_path: Path, postgresql: PostgreSQLServer
) -> None:
    place = tmp_path / "demo.db"
    make_made_up(place).close()
    with closing(sqlite3.connect(place)) as connection:
        connection.execute("DROP TRIGGER entries_update")
        connection.execute("UPDATE entries SET entry = '{}' WHERE number = 1")
        connection.commit()
    url = postgresql.url(postgresql.new_database())
    with open_books(place) as books, pytest.raises(ZakuroError) as caught:
        copy_books(books, url)
    said = str(caught.value).partition("FAULT")[0]
    assert said.startswith("Nothing was copied: ")
    assert "not whole" not in said
    assert "empty books were made: drop that database" in said


def test_a_copy_holds_the_same_books(opened: Books, tmp_path: Path) -> None:
    head = copy_books(opened, tmp_path / "copy.db")
    assert head.size == opened.journal.size()
    with open_books(tmp_path / "copy.db") as copy:
        assert copy.account("P-3").balances == opened.account("P-3").balances
