import base64

import pytest

from tests.journal.helpers import BOOKS, add
from zakuro.journal import (
    Journal,
    check_proof,
    decode_tlog_proof,
    encode_tlog_proof,
    generate_key,
    is_tlog_proof,
    prove,
    verifier_key,
)
from zakuro.journal.log.merkle import check_inclusion, leaf_hash
from zakuro.model.errors import ZakuroError

KEY = generate_key()
LINE = verifier_key(BOOKS, KEY)


def test_it_is_the_common_form(sqlite_journal: Journal) -> None:
    """Read as the specification says, line by line, without zakuro's reader."""
    add(sqlite_journal, 7)
    written = encode_tlog_proof(prove(sqlite_journal, 3, KEY))
    assert is_tlog_proof(written)
    header, extra, index, *path = written.decode().partition("\n\n")[0].split("\n")
    assert (header, index, len(path)) == ("c2sp.org/tlog-proof@v1", "index 2", 3)
    entry = base64.b64decode(extra.removeprefix("extra "), validate=True)
    assert b'"number":3' in entry
    origin, size, root, blank, signature, end = written.decode().partition("\n\n")[2].split("\n")
    assert (origin, size, blank, end) == (BOOKS, "7", "", "")
    assert signature.startswith(f"— {BOOKS} ")
    hashes = [base64.b64decode(step, validate=True) for step in path]
    check_inclusion(leaf_hash(entry), 2, 7, hashes, base64.b64decode(root))


@pytest.mark.parametrize("count", [1, 2, 300])
def test_it_comes_back_as_it_was(sqlite_journal: Journal, count: int) -> None:
    entries = add(sqlite_journal, count)
    for number in {1, count}:
        proof = decode_tlog_proof(encode_tlog_proof(prove(sqlite_journal, number, KEY)))
        assert check_proof(proof, key_line=LINE) == entries[number - 1]


def test_without_a_signed_head_there_is_none(sqlite_journal: Journal) -> None:
    add(sqlite_journal, 1)
    with pytest.raises(ZakuroError, match="give the log's key"):
        encode_tlog_proof(prove(sqlite_journal, 1))


def test_a_proof_that_was_changed_does_not_hold(sqlite_journal: Journal) -> None:
    add(sqlite_journal, 7)
    lines = encode_tlog_proof(prove(sqlite_journal, 3, KEY)).decode().split("\n")
    entry = base64.b64decode(lines[1].removeprefix("extra "))
    forged = base64.b64encode(entry.replace(b'"subject":"P', b'"subject":"Q')).decode()
    spaced = base64.b64encode(entry.replace(b'":', b'": ', 1)).decode()
    for place, line, said in (
        (0, "c2sp.org/tlog-proof@v2", "must begin with"),
        (1, "index 2", "carries no entry"),
        (1, "extra ???", "not written in base64"),
        (1, f"extra {forged}", "."),
        (1, f"extra {spaced}", "canonical JSON"),
        (2, "index 3", "shows entry 3 for the index 3"),
        (2, "index x", "a line 'index N'"),
        (3, "AAAA", "hashes of 32 bytes"),
        (3, base64.b64encode(bytes(32)).decode(), "."),
        (7, "x", "not that of the books"),
        (8, "9", "."),
        (8, "x", "no checkpoint"),
    ):
        bad = "\n".join([*lines[:place], line, *lines[place + 1 :]]).encode()
        with pytest.raises(ZakuroError, match=said):
            check_proof(decode_tlog_proof(bad), key_line=LINE)
    for bad in (b"\xff", b"", b"c2sp.org/tlog-proof@v1\n"):
        with pytest.raises(ZakuroError):
            decode_tlog_proof(bad)
