import sqlite3
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest

from zakuro.flow.acting import acts
from zakuro.flow.acting.acts import Word
from zakuro.flow.demo import make_demo
from zakuro.flow.keeping.books import Books, open_books
from zakuro.flow.keeping.keeping import register_key
from zakuro.flow.keeping.logs import (
    check_entry,
    check_log,
    copy_books,
    prove_entry,
    publish_log,
    verify_books,
)
from zakuro.journal import generate_key, public_key_text
from zakuro.model.acts import Key
from zakuro.model.errors import ZakuroError


def test_the_log_is_checked_with_every_partys_signatures(opened: Books) -> None:
    old, new = generate_key(), generate_key()
    word = Word(party="CHN", filed_by="anna")
    register_key(opened, "CHN", Key(public_key=public_key_text(old)), filed_by="anna")
    acts.report(opened, "P-3", word, receiver="KAZ", value=Decimal(1), key=old)
    replacement = Key(public_key=public_key_text(new))
    register_key(opened, "CHN", replacement, filed_by="anna", signed_with=old)
    acts.report(opened, "P-3", word, receiver="KAZ", value=Decimal(2), key=new)
    found = verify_books(opened)
    assert (found.faults, found.size, found.signatures) == ((), opened.journal.size(), 3)


def test_a_document_that_was_removed_is_missed(tmp_path: Path) -> None:
    place = tmp_path / "demo.db"
    with make_demo(place) as books:
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
    assert check_entry(proof, published.key) == opened.entry(2)
    with pytest.raises(ZakuroError):
        check_entry(proof.replace(b'"anna"', b'"otto"'), published.key)


def test_a_copy_holds_the_same_books(opened: Books, tmp_path: Path) -> None:
    head = copy_books(opened, tmp_path / "copy.db")
    assert head.size == opened.journal.size()
    with open_books(tmp_path / "copy.db") as copy:
        assert copy.account("P-3").balances == opened.account("P-3").balances
