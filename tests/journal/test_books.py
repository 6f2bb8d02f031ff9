from collections.abc import Callable
from contextlib import AbstractContextManager, closing, nullcontext
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.journal.helpers import BOOKS, NOON, add, draft
from zakuro.journal import Journal, create_journal, open_journal, verify
from zakuro.journal.log.canonical import encode_entry, encode_time
from zakuro.journal.log.merkle import check_consistency, check_inclusion, leaf_hash, root_of
from zakuro.model.entry import Entry
from zakuro.model.errors import ZakuroError


def leaf(entry: Entry) -> bytes:
    return leaf_hash(encode_entry(entry, entry.number, encode_time(entry.time)))


def test_new_books_are_empty(journal: Journal) -> None:
    assert journal.books == BOOKS
    assert journal.size() == 0
    assert list(journal.entries()) == []
    assert journal.last_on("P-1") is None
    assert journal.head().size == 0
    assert verify(journal).faults == ()


def test_an_entry_is_kept_as_it_was_entered(journal: Journal, place: str) -> None:
    with journal.transaction() as tx:
        entered = tx.append(draft(text="500 млн — 五億\x00\n\U0001f600", parts=[1, None]), NOON)
    assert entered.number == 1
    assert journal.entry(1) == entered
    with open_journal(place) as again:
        assert again.entry(1) == entered
        assert again.books == BOOKS


def test_there_is_no_entry_but_those_entered(journal: Journal) -> None:
    add(journal, 2)
    for number in (0, 3, -1):
        with pytest.raises(ZakuroError, match="entries 1 to 2"):
            journal.entry(number)


def test_a_transaction_that_fails_leaves_nothing(journal: Journal) -> None:
    add(journal, 2)
    head = journal.head()
    with pytest.raises(ValueError, match="on purpose"), journal.transaction() as tx:
        for _ in range(300):
            tx.append(draft(), NOON)
        tx.put_document(b"a", "a", extractor="test 1")
        raise ValueError("on purpose")
    assert journal.head() == head
    assert add(journal, 1)[0].number == 3
    assert verify(journal).faults == ()


def test_one_transaction_at_a_time(journal: Journal) -> None:
    with journal.transaction() as tx:
        tx.append(draft(), NOON)
        with pytest.raises(ZakuroError, match="open already"), journal.transaction():
            pass
    assert journal.size() == 1


def test_a_transaction_sees_itself_and_nobody_else_does(journal: Journal, place: str) -> None:
    add(journal, 1)
    with open_journal(place) as other, journal.transaction() as tx:
        entered = tx.append(draft("P-2"), NOON)
        assert journal.entry(2) == entered
        assert journal.size() == 2
        position = journal.last_on("P-2")
        assert position is not None
        assert (position.number, position.leaf) == (2, leaf(entered).hex())
        assert other.size() == 1
        assert other.last_on("P-2") is None


def test_entries_stream_in_order_and_by_what_is_asked(journal: Journal) -> None:
    with journal.transaction() as tx:
        for place in range(2500):
            kind = ("report", "confirmation", "dispute")[place % 3]
            tx.append(draft(f"P-{place % 7}", kind), NOON)
    numbers = [entry.number for entry in journal.entries()]
    assert numbers == list(range(1, 2501))
    kinds: list[Any] = [None, "report", ("report", "dispute"), "other"]
    for subject in (None, "P-3", "P-9"):
        for kind in kinds:
            for after, limit in ((0, None), (1200, None), (7, 5), (0, 0), (2499, 3)):
                asked = [
                    entry.number
                    for entry in journal.entries(
                        subject=subject, kind=kind, after=after, limit=limit
                    )
                ]
                wanted = [
                    number
                    for number in numbers
                    if number > after
                    and subject in (None, f"P-{(number - 1) % 7}")
                    and (
                        kind is None
                        or ("report", "confirmation", "dispute")[(number - 1) % 3]
                        in ((kind,) if isinstance(kind, str) else kind)
                    )
                ]
                assert asked == (wanted if limit is None else wanted[:limit])


def test_proofs_of_the_books_are_accepted(journal: Journal) -> None:
    entries = add(journal, 700)
    head = journal.head()
    for number in (1, 255, 256, 257, 512, 699, 700):
        proof = journal.inclusion(number)
        root = bytes.fromhex(head.root)
        check_inclusion(leaf(entries[number - 1]), number - 1, 700, proof, root)
        old = journal.head(number)
        check_consistency(number, 700, journal.consistency(number), bytes.fromhex(old.root), root)
    with pytest.raises(ZakuroError, match="no head of 701"):
        journal.head(701)


def test_a_document_that_is_not_kept_is_told(journal: Journal) -> None:
    with pytest.raises(ZakuroError, match="no document"):
        journal.blob("00" * 32)
    with pytest.raises(ZakuroError, match="no SHA-256"):
        journal.blob("D-1")


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(plan=st.lists(st.tuples(st.integers(0, 300), st.booleans()), max_size=5))
def test_any_sequence_of_transactions_keeps_the_law(
    new_place: Callable[[], str], plan: list[tuple[int, bool]]
) -> None:
    place = new_place()
    kept: list[Entry] = []
    with closing(create_journal(place, books=BOOKS)) as journal:
        for count, succeeds in plan:
            fate: AbstractContextManager[object]
            fate = nullcontext() if succeeds else pytest.raises(ArithmeticError)
            with fate, journal.transaction() as tx:
                entered = [tx.append(draft(at=at), NOON) for at in range(count)]
                if not succeeds:
                    raise ArithmeticError
            if succeeds:
                kept += entered
        assert [entry.number for entry in kept] == list(range(1, len(kept) + 1))
        assert list(journal.entries()) == kept
        leaves = [leaf(entry) for entry in kept]
        assert journal.head().root == root_of(leaves).hex()
        assert verify(journal).faults == ()
