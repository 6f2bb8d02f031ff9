import base64
import json
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.journal.helpers import BOOKS, NOON, add, draft
from zakuro.journal import (
    Journal,
    Proof,
    check_proof,
    decode_proof,
    encode_proof,
    export_log,
    generate_key,
    prove,
    public_key_text,
    sign,
    verifier_key,
)
from zakuro.journal.books import Head
from zakuro.journal.log.canonical import decode_entry
from zakuro.journal.log.checkpoint import sign_checkpoint
from zakuro.journal.log.merkle import leaf_hash
from zakuro.model.entry import Author, Draft
from zakuro.model.errors import ZakuroError

KEY = generate_key()
LINE = verifier_key(BOOKS, KEY)


def test_a_proof_travels_and_is_checked_without_the_books(journal: Journal) -> None:
    entries = add(journal, 300)
    for number in (1, 256, 257, 300):
        written = encode_proof(prove(journal, number, KEY))
        journal_entry = check_proof(decode_proof(written), key_line=LINE)
        assert journal_entry == entries[number - 1]
        assert check_proof(decode_proof(written), head=journal.head()) == journal_entry
    with pytest.raises(ZakuroError, match="no entry 301"):
        prove(journal, 301, KEY)


def test_a_proof_shows_nothing_by_itself(sqlite_journal: Journal) -> None:
    add(sqlite_journal, 3)
    with pytest.raises(ZakuroError, match="nothing by itself"):
        check_proof(prove(sqlite_journal, 2, KEY))
    unsigned = prove(sqlite_journal, 2)
    with pytest.raises(ZakuroError, match="no checkpoint"):
        check_proof(unsigned, key_line=LINE)
    assert check_proof(unsigned, head=sqlite_journal.head()).number == 2


def test_bad_bundles_are_refused(sqlite_journal: Journal) -> None:
    add(sqlite_journal, 5)
    proof = prove(sqlite_journal, 3, KEY)
    replace = msgspec.structs.replace
    other_head = Head(size=5, root="00" * 32)
    bad: list[tuple[dict[str, Any], str]] = [
        ({"entry": proof.entry | {"body": {"place": 9}}}, "does not show"),
        ({"entry": proof.entry | {"number": 4}}, "does not show"),
        ({"entry": proof.entry | {"number": -1}}, "does not show"),
        ({"entry": proof.entry | {"more": 1}}, "does not show"),
        ({"entry": {}}, "no entry"),
        ({"entry": proof.entry | {"body": {"place": 2.0}}}, "float"),
        ({"path": proof.path[:-1]}, "does not show"),
        ({"path": (*proof.path, "00" * 32)}, "does not show"),
        ({"path": ("zz",)}, "hexadecimal"),
        ({"head": other_head}, "another head"),
        ({"head": other_head, "checkpoint": sign_checkpoint(BOOKS, other_head, KEY)}, "not show"),
        ({"checkpoint": sign_checkpoint(BOOKS, proof.head, generate_key())}, "does not bear"),
        ({"checkpoint": None}, "no checkpoint"),
        ({"books": "example.org/other"}, "not that of the books"),
        ({"format": "zakuro-proof-2"}, "format"),
    ]
    for changes, words in bad:
        with pytest.raises(ZakuroError, match=words):
            check_proof(replace(proof, **changes), key_line=LINE)
    with pytest.raises(ZakuroError, match="another head"):
        check_proof(proof, head=other_head)


def test_an_interior_node_is_not_taken_for_an_entry(sqlite_journal: Journal) -> None:
    # The second-preimage attack through the front door: the "entry" is two leaf hashes, and the
    # path begins one level higher.
    entries = add(sqlite_journal, 4)
    proof = prove(sqlite_journal, 1, KEY)
    leaves = [
        leaf_hash(row[0].encode())
        for row in sqlite_journal.engine.run("SELECT entry FROM entries ORDER BY number")
    ]
    joined = base64.b64encode(leaves[0] + leaves[1]).decode()
    for entry in ({"x": joined}, proof.entry | {"body": {"x": joined}}):
        with pytest.raises(ZakuroError):
            check_proof(
                msgspec.structs.replace(proof, entry=entry, path=proof.path[1:]), key_line=LINE
            )
    assert len(entries) == 4


def test_a_partys_signature_is_checked_too(sqlite_journal: Journal) -> None:
    party = generate_key()
    act = Draft(
        kind="confirmation",
        subject="P-1",
        author=Author(filed_by="dana", party="KAZ", basis="signed"),
        body={},
    )
    add(sqlite_journal, 2)
    signed = sign(act, party, BOOKS, sqlite_journal.last_on("P-1"))
    with sqlite_journal.transaction() as tx:
        tx.append(signed, NOON, public_key_text(party))
        tx.append(draft(), NOON)
    proof = decode_proof(encode_proof(prove(sqlite_journal, 3, KEY)))
    assert check_proof(proof, key_line=LINE, public_key=public_key_text(party)).number == 3
    with pytest.raises(ZakuroError, match="not signed with that key"):
        check_proof(proof, key_line=LINE, public_key=public_key_text(generate_key()))
    with pytest.raises(ZakuroError, match="64 bytes"):
        check_proof(prove(sqlite_journal, 4, KEY), key_line=LINE, public_key=public_key_text(party))


def test_what_is_no_proof_is_refused() -> None:
    for written in (b"", b"{}", b"[1]", json.dumps({"format": 1}).encode()):
        with pytest.raises(ZakuroError, match="no proof"):
            decode_proof(written)


def test_a_proof_and_a_published_log_state_the_same_head(
    sqlite_journal: Journal, tmp_path: Any
) -> None:
    add(sqlite_journal, 9)
    export_log(sqlite_journal, tmp_path, KEY)
    proof = prove(sqlite_journal, 9, KEY)
    assert proof.checkpoint == (tmp_path / "checkpoint").read_text()


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(field=st.sampled_from(Proof.__struct_fields__), value=JSON, data=st.data())
def test_whatever_is_sent_is_accepted_or_refused_in_words(
    sqlite_journal: Journal, field: str, value: object, data: st.DataObject
) -> None:
    if not sqlite_journal.size():
        add(sqlite_journal, 3)
    bundle = json.loads(encode_proof(prove(sqlite_journal, 2, KEY)))
    if field == "entry" and data.draw(st.booleans()):
        bundle["entry"][data.draw(st.sampled_from(sorted(bundle["entry"])))] = value
    else:
        bundle[field] = value
    try:
        entry = check_proof(decode_proof(json.dumps(bundle).encode()), key_line=LINE)
    except ZakuroError:
        return
    assert entry == sqlite_journal.entry(2)


@given(st.binary() | st.integers(1, 10**5).map(lambda depth: b'{"entry":' + b"[" * depth))
def test_bytes_are_refused_in_words(written: bytes) -> None:
    with pytest.raises(ZakuroError):
        decode_proof(written)
    with pytest.raises(ZakuroError):
        decode_entry(written)
