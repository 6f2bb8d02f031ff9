from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec
import pytest

from tests.flow.builder import CHARTER, NOW, books_at, keyed
from zakuro.flow.acting import acts
from zakuro.flow.acting.acts import Word
from zakuro.flow.keeping import tables
from zakuro.flow.keeping.books import Books
from zakuro.flow.keeping.keeping import private_key
from zakuro.flow.keeping.keys import (
    assent,
    change_charter,
    recover_key,
    register_key,
    revoke_key,
    waiting,
    with_public_keys,
)
from zakuro.flow.keeping.logs import verify_books
from zakuro.journal import generate_key, public_key_text, write_private_key
from zakuro.model.acts import Charter, Tolerances
from zakuro.model.entry import Draft, Key, Trust
from zakuro.model.errors import RefusedError, ZakuroError


def test_new_tolerances_are_applied_to_all(opened: Books) -> None:
    on = date(2026, 6, 17).isoformat()
    at = [("party", "=", ""), ("number", "=", 4), ("since", "<=", on), ("until", ">", on)]
    report = Word(party="CHN", filed_by="anna")
    acts.report(opened, "P-4", report, receiver="KAZ", value=Decimal(900), on=date(2026, 6, 1))
    (row,) = opened.journal.rows(tables.STANDINGS, at)  # type: ignore[arg-type]
    assert row["standing"] == "behind"
    lenient = Charter(
        members=CHARTER.members, groups=CHARTER.groups, tolerances=Tolerances(behind=Decimal("0.5"))
    )
    change_charter(opened, lenient, filed_by="anna")
    (row,) = opened.journal.rows(tables.STANDINGS, at)  # type: ignore[arg-type]
    assert row["standing"] == "on course"


def test_a_key_is_registered_and_the_next_is_signed_with_it(opened: Books, tmp_path: Path) -> None:
    first, second = keyed(opened, "CHN"), generate_key()
    write_private_key(first, tmp_path / "first.pem")
    replacement = Key(public_key=public_key_text(second), signed_only=True)
    with pytest.raises(RefusedError, match="only signed with it"):
        register_key(opened, "CHN", replacement, filed_by="anna")
    with pytest.raises(ZakuroError, match="signature"):
        register_key(opened, "CHN", replacement, filed_by="anna", signed_with=second)
    loaded = private_key(tmp_path / "first.pem")
    register_key(opened, "CHN", replacement, filed_by="anna", signed_with=loaded)
    assert opened.keys["CHN"] == replacement
    with pytest.raises(RefusedError, match="CHN wants its acts signed"):
        acts.report(
            opened, "P-3", Word(party="CHN", filed_by="anna"), receiver="KAZ", value=Decimal(1)
        )
    word = Word(party="CHN", filed_by="anna")
    acts.report(opened, "P-3", word, receiver="KAZ", value=Decimal(1), key=second)
    assert opened.account("P-3").last.author.basis == "signed"
    assert private_key(None) is None


def test_only_a_member_registers_a_key(opened: Books) -> None:
    key = Key(public_key=public_key_text(generate_key()))
    with pytest.raises(RefusedError, match="AFG is no member"):
        register_key(opened, "AFG", key, filed_by="anna")
    with pytest.raises(ZakuroError, match="'Kazakhstan' is no party"):
        register_key(opened, "Kazakhstan", key, filed_by="anna")


def new(**fields: Any) -> tuple[Any, Key]:
    """A private key, and what is registered of it."""
    private = generate_key()
    return private, Key(public_key=public_key_text(private), **fields)


def sign_for(books: Books, entry: Any, party: str, key: Any) -> bool:
    return assent(books, f"E-{entry.number}", party, key, filed_by="anna")[1]


def test_the_first_keys_stand_in_the_charter(books: Books) -> None:
    _, first = new()
    with pytest.raises(RefusedError, match=r"stands in the charter \(\[keys\] KAZ"):
        register_key(books, "KAZ", first, filed_by="mallory")
    rules = with_public_keys(CHARTER, {"KAZ": first.public_key})
    assert change_charter(books, rules, filed_by="anna").kind == "charter"
    assert books.keys == {"KAZ": first}


def test_other_members_sign_for_a_first_key(books: Books) -> None:
    kaz, uzb = keyed(books, "KAZ"), keyed(books, "UZB")
    _, key = new()
    entry = register_key(books, "KGZ", key, filed_by="anna")
    assert (entry.body["needs"], "KGZ" in books.keys) == (2, False)
    assert [proposal.number for proposal in waiting(books)] == [entry.number]
    assert sign_for(books, entry, "KAZ", kaz) is False
    with pytest.raises(RefusedError, match="has signed for E-"):
        sign_for(books, entry, "KAZ", kaz)
    with pytest.raises(RefusedError, match="Only a member with a key"):
        sign_for(books, entry, "TJK", generate_key())
    with pytest.raises(ZakuroError, match="signature"):
        sign_for(books, entry, "UZB", kaz)
    assert sign_for(books, entry, "UZB", uzb) is True
    assert books.keys["KGZ"].public_key == key.public_key
    with pytest.raises(RefusedError, match="proposes nothing that waits"):
        sign_for(books, entry, "UZB", uzb)
    assert verify_books(books).faults == ()


def test_a_charter_may_ask_for_more_than_can_sign(books: Books) -> None:
    change_charter(books, msgspec.structs.replace(CHARTER, trust=Trust(vouchers=3)), filed_by="a")
    keyed(books, "KAZ")
    keyed(books, "UZB")
    _, key = new()
    with pytest.raises(RefusedError, match="3 other members sign for it, and 2 have keys"):
        register_key(books, "KGZ", key, filed_by="anna")
    with pytest.raises(RefusedError, match="For a lost key 3 other members sign, and 1 have keys"):
        recover_key(books, "KAZ", key, filed_by="anna")


def test_one_key_is_one_partys(books: Books) -> None:
    kaz = keyed(books, "KAZ")
    same = Key(public_key=public_key_text(kaz))
    with pytest.raises(RefusedError, match="That is the key of KAZ"):
        register_key(books, "UZB", same, filed_by="anna")
    with pytest.raises(RefusedError, match="one key is one party's"):
        rules = with_public_keys(CHARTER, {"UZB": same.public_key})
        change_charter(books, rules, filed_by="anna")


def test_renewing_never_lifts_signed_only(books: Books) -> None:
    first = keyed(books, "KAZ", signed_only=True)
    second, key = new()
    register_key(books, "KAZ", key, filed_by="anna", signed_with=first)
    assert books.keys["KAZ"].signed_only
    with pytest.raises(RefusedError, match="had that key before"):
        old = Key(public_key=public_key_text(first))
        register_key(books, "KAZ", old, filed_by="anna", signed_with=second)
    lifted = Key(public_key=key.public_key, lifts=True)
    register_key(books, "KAZ", lifted, filed_by="anna", signed_with=second)
    assert not books.keys["KAZ"].signed_only
    again = Key(public_key=key.public_key, signed_only=True)
    register_key(books, "KAZ", again, filed_by="anna", signed_with=second)
    assert books.keys["KAZ"].signed_only


def test_a_key_given_up_signs_no_more_and_does_not_come_back(opened: Books) -> None:
    kaz, uzb = keyed(opened, "KAZ"), keyed(opened, "UZB")
    with pytest.raises(RefusedError, match="needs its reason"):
        revoke_key(opened, "KAZ", reason=" ", signed_with=kaz, filed_by="anna")
    revoke_key(opened, "KAZ", reason="stolen", signed_with=kaz, filed_by="anna")
    assert set(opened.keys) == {"UZB"}
    with pytest.raises(RefusedError, match="KAZ has no key"):
        acts.receive(opened, "P-3", Word(party="KAZ", filed_by="thief"), value=Decimal(1), key=kaz)
    with pytest.raises(RefusedError, match="had that key before"):
        back = Key(public_key=public_key_text(kaz))
        register_key(opened, "KAZ", back, filed_by="thief")
    private, key = new()
    entry = register_key(opened, "KAZ", key, filed_by="anna")
    assert sign_for(opened, entry, "UZB", uzb)
    word = Word(party="KAZ", filed_by="anna")
    acts.receive(opened, "P-3", word, value=Decimal(1), key=private)
    assert verify_books(opened).faults == ()


class Clock:
    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock(books: Books) -> Clock:
    books.now = Clock()
    return books.now


def test_a_lost_key_does_not_end_a_member(books: Books, clock: Clock) -> None:
    keyed(books, "KAZ", signed_only=True)
    uzb, kgz = keyed(books, "UZB"), keyed(books, "KGZ")
    _, key = new()
    with pytest.raises(RefusedError, match="zakuro key recover"):
        register_key(books, "KAZ", key, filed_by="anna")
    entry = recover_key(books, "KAZ", key, filed_by="anna")
    assert (entry.body["needs"], entry.body["waits"]) == (2, 30)
    sign_for(books, entry, "UZB", uzb)
    clock.now += timedelta(days=10)
    assert sign_for(books, entry, "KGZ", kgz)
    with pytest.raises(RefusedError, match="it holds from 2026-08-10 on"):
        sign_for(books, entry, "CHN", keyed(books, "CHN"))
    clock.now += timedelta(days=30, seconds=-1)
    assert books.keys["KAZ"].public_key != key.public_key
    clock.now += timedelta(seconds=1)
    assert books.keys["KAZ"] == Key(public_key=key.public_key, signed_only=True)
    assert waiting(books) == []


def test_who_still_has_the_key_strikes_its_successor_out(books: Books, clock: Clock) -> None:
    kaz, uzb = keyed(books, "KAZ"), keyed(books, "UZB")
    _, key = new()
    entry = recover_key(books, "KAZ", key, filed_by="mallory")
    sign_for(books, entry, "UZB", uzb)
    name = f"E-{entry.number}"
    with pytest.raises(RefusedError, match="proposes no key of UZB"):
        revoke_key(books, "UZB", entry=name, reason="no", signed_with=uzb, filed_by="anna")
    revoke_key(books, "KAZ", entry=name, reason="not lost", signed_with=kaz, filed_by="anna")
    clock.now += timedelta(days=100)
    assert books.keys["KAZ"].public_key == public_key_text(kaz)


def test_the_only_one_with_a_key_waits(books: Books, clock: Clock) -> None:
    keyed(books, "KAZ")
    _, key = new()
    with pytest.raises(RefusedError, match="UZB has no key that could be lost"):
        recover_key(books, "UZB", key, filed_by="anna")
    entry = recover_key(books, "KAZ", key, filed_by="anna")
    assert entry.body.get("needs", 0) == 0
    clock.now += timedelta(days=29)
    assert books.keys["KAZ"].public_key != key.public_key
    clock.now += timedelta(days=1)
    assert books.keys["KAZ"].public_key == key.public_key


def test_nobody_signs_for_its_own_key(books: Books) -> None:
    kaz = keyed(books, "KAZ")
    keyed(books, "UZB")
    entry = recover_key(books, "KAZ", new()[1], filed_by="anna")
    with pytest.raises(RefusedError, match="cannot sign for its own key"):
        sign_for(books, entry, "KAZ", kaz)


def test_another_charter_is_signed_for(opened: Books) -> None:
    kaz, uzb, _ = keyed(opened, "KAZ"), keyed(opened, "UZB"), keyed(opened, "CHN")
    without = msgspec.structs.replace(CHARTER, members=("CHN", "KAZ"), name="Two")
    entry = change_charter(opened, without, filed_by="anybody")
    assert (entry.kind, entry.body["needs"], opened.charter) == ("amendment", 2, CHARTER)
    assert sign_for(opened, entry, "KAZ", kaz) is False
    assert sign_for(opened, entry, "UZB", uzb) is True
    assert opened.charter == without
    last = opened.entry(opened.journal.size())
    assert (last.kind, last.supersedes, last.author.filed_by) == (
        "charter",
        entry.number,
        "anybody",
    )
    found = verify_books(opened)
    assert found.faults == ()
    assert not any("(charter on" in older for older in found.older_rules)


def test_a_charter_may_ask_for_all(opened: Books) -> None:
    rules = msgspec.structs.replace(CHARTER, trust=Trust(charter_signatures=2))
    change_charter(opened, rules, filed_by="anna")
    keyed(opened, "KAZ")
    with pytest.raises(RefusedError, match="signatures of 2 members, and 1 have keys"):
        change_charter(opened, CHARTER, filed_by="anna")


def test_what_was_entered_without_signatures_is_named(tmp_path: Path) -> None:
    with books_at(tmp_path / "books.db") as books:
        keyed(books, "KAZ")
        keyed(books, "UZB")
        with books.writing() as writer:
            charter = books.entry(1)
            writer.append(
                Draft(kind="charter", subject="books", author=charter.author, body=charter.body)
            )
        told = verify_books(books).older_rules
    assert [line.split(":")[0] for line in told] == [
        "E-2 (key on party",
        "E-3 (key on party",
        "E-4 (charter on books)",
    ]
