import subprocess
import sys
from hashlib import sha256

import msgspec
import pytest

from tests.journal.helpers import NOON, add, draft
from tests.journal.writer import GROUP, STATE
from zakuro.journal import Journal, Table, generate_key, public_key_text, sign, verify
from zakuro.model.entry import Author, Draft, Entry
from zakuro.model.errors import ZakuroError

KEY = generate_key()
PUBLIC = public_key_text(KEY)
SIGNED = Draft(
    kind="report",
    subject="P-1",
    author=Author(filed_by="dana", party="KAZ", basis="signed"),
    body={"value": "3"},
)


def enter(journal: Journal, signed: Draft, public_key: str | None = PUBLIC) -> Entry:
    with journal.transaction() as tx:
        return tx.append(signed, NOON, public_key)


def signed_now(journal: Journal, unsigned: Draft = SIGNED) -> Draft:
    return sign(unsigned, KEY, journal.books, journal.last_on(unsigned.subject))


def test_more_entries_than_two_levels_of_tiles_hold(journal: Journal) -> None:
    entries = add(journal, 66_000)
    assert [entry.number for entry in entries] == list(range(1, 66_001))
    assert add(journal, 1)[0].number == 66_001
    found = verify(journal)
    assert found.faults == ()
    assert found.head == journal.head()


def test_what_is_superseded_must_be_there(journal: Journal) -> None:
    add(journal, 2)
    correction = msgspec.structs.replace(draft(), supersedes=2)
    assert enter(journal, correction).supersedes == 2
    for number in (0, 4, 9):
        with pytest.raises(ZakuroError, match="entries 1 to 3"):
            enter(journal, msgspec.structs.replace(draft(), supersedes=number))


def test_a_refused_draft_does_not_end_the_transaction(journal: Journal) -> None:
    with journal.transaction() as tx:
        tx.append(draft(), NOON)
        with pytest.raises(ZakuroError, match="float"):
            tx.append(draft(value=0.5), NOON)
        assert tx.append(draft(), NOON).number == 2
    assert journal.size() == 2


def test_a_signed_act_is_entered_once_on_the_state_it_saw(journal: Journal) -> None:
    first = signed_now(journal)
    assert enter(journal, first).signature == first.signature
    second = signed_now(journal)
    assert enter(journal, second).number == 2
    assert first.signature != second.signature
    for again in (first, second):
        with pytest.raises(ZakuroError, match="stands in the books already"):
            enter(journal, again)
    assert journal.size() == 2


def test_an_outdated_signature_is_refused_with_the_reason(journal: Journal) -> None:
    fresh = signed_now(journal)
    add(journal, 2)
    with pytest.raises(ZakuroError, match="before any entry on it, and entry 2 came since"):
        enter(journal, fresh)
    outdated = signed_now(journal)
    add(journal, 1)
    with pytest.raises(ZakuroError, match="on entry 2, and entry 3 came since"):
        enter(journal, outdated)
    add(journal, 1, subject="P-2")
    assert enter(journal, signed_now(journal)).number == 5


def test_a_forged_signature_is_refused(journal: Journal) -> None:
    good = signed_now(journal)
    replace = msgspec.structs.replace
    other = public_key_text(generate_key())
    elsewhere = sign(SIGNED, KEY, "example.org/other", None)
    for forged, key in [
        (replace(good, body={"value": "4"}), PUBLIC),
        (replace(good, kind="confirmation"), PUBLIC),
        (replace(good, subject="P-2"), PUBLIC),
        (good, other),
        (elsewhere, PUBLIC),
    ]:
        with pytest.raises(ZakuroError, match="does not bear"):
            enter(journal, forged, key)
    add(journal, 1, subject="P-3")
    with pytest.raises(ZakuroError, match="does not bear"):
        enter(journal, replace(good, supersedes=1))
    with pytest.raises(ZakuroError, match="no public key"):
        enter(journal, good, None)
    assert journal.size() == 1


def test_a_signature_is_checked_within_the_transaction_too(journal: Journal) -> None:
    with journal.transaction() as tx:
        tx.append(signed_now(journal), NOON, PUBLIC)
        outdated = sign(SIGNED, KEY, journal.books, None)
        with pytest.raises(ZakuroError, match="already"):
            tx.append(outdated, NOON, PUBLIC)
        tx.append(signed_now(journal), NOON, PUBLIC)
    assert journal.size() == 2


def test_documents_are_kept_by_their_hash(journal: Journal) -> None:
    content = b"<p>\xe4\xba\x94</p>"
    with journal.transaction() as tx:
        document = tx.put_document(
            content, "五\x00", extractor="html 1", locators=[{"element": "p", "start": 0}]
        )
        again = tx.put_document(content, "五", extractor="html 2")
    assert document.content == again.content == sha256(content).hexdigest()
    assert document.text == sha256("五\x00".encode()).hexdigest()
    assert journal.blob(document.content) == content
    assert journal.text(document) == "五\x00"
    assert journal.blob(document.locators) == b'[{"element":"p","start":0}]'
    assert (document.extractor, again.extractor) == ("html 1", "html 2")
    assert verify(journal).faults == ()


def test_a_document_that_cannot_be_written_is_not_kept(journal: Journal) -> None:
    with journal.transaction() as tx:
        with pytest.raises(ZakuroError, match="at character 2 stands half"):
            tx.put_document(b"x", "ab\ud800", extractor="test 1")
        with pytest.raises(ZakuroError, match="float"):
            tx.put_document(b"x", "ab", extractor="test 1", locators=[0.5])
    assert journal.engine.run("SELECT count(*) FROM blobs") == [(0,)]


def test_a_refused_part_takes_the_whole_with_it(journal: Journal) -> None:
    # Even when the caller goes on after the error.
    absent = Table(name="absent", columns={"a": "text"}, key=("a",))
    with pytest.raises(ZakuroError, match="nothing"), journal.transaction() as tx:
        tx.append(draft(), NOON)
        with pytest.raises(ZakuroError):
            tx.upsert(absent, [{"a": "1"}])
        tx.append(draft(), NOON)
    assert journal.size() == 0
    assert add(journal, 1)[0].number == 1


def test_only_the_next_entry_can_be_copied(journal: Journal) -> None:
    add(journal, 2)
    written = journal.engine.run("SELECT entry FROM entries WHERE number = 2")[0][0].encode()
    with journal.transaction() as tx, pytest.raises(ZakuroError, match="cannot follow"):
        tx.append_kept(written)


def test_two_processes_at_once_never_make_two_entries_of_one_number(
    journal: Journal, place: str
) -> None:
    with journal.transaction() as tx:
        tx.build_tables([STATE])
    writers = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.journal.writer", place, writer, "100"],
            stdout=subprocess.PIPE,
            text=True,
        )
        for writer in ("left", "right")
    ]
    outputs = [writer.communicate(timeout=120)[0] for writer in writers]
    assert [writer.returncode for writer in writers] == [0, 0]
    acknowledged = [[int(number) for number in output.split()] for output in outputs]
    assert [len(numbers) for numbers in acknowledged] == [100 * GROUP, 100 * GROUP]
    assert sorted(acknowledged[0] + acknowledged[1]) == list(range(1, 200 * GROUP + 1))
    for writer, numbers in zip(("left", "right"), acknowledged, strict=True):
        assert [entry.number for entry in journal.entries(subject=writer)] == numbers
    assert verify(journal).faults == ()
