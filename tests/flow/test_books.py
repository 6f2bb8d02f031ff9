"""The law of the books: even after any sequence of acts, and no trace of a refused one."""

from __future__ import annotations

import contextlib
import tempfile
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.flow.builder import CHARTER, FIVE, amount, books_at, file, said, summit
from zakuro.flow import acts, tables
from zakuro.flow.acts import Word
from zakuro.flow.books import Books, Who, make_books, open_books
from zakuro.flow.keeping import link
from zakuro.flow.lists import balance
from zakuro.flow.review import accept
from zakuro.journal import Journal, generate_key, public_key_text, sign
from zakuro.ledger.balance import lines, uneven
from zakuro.ledger.standing import standing
from zakuro.model.acts import Key, Report, body_of
from zakuro.model.entry import Author, Draft
from zakuro.model.errors import RefusedError, ZakuroError


def rows(books: Books) -> dict[str, list[dict[str, Any]]]:
    return {table.name: list(books.journal.rows(table)) for table in tables.TABLES}


def test_books_are_opened_again_as_they_were_left(tmp_path: Path) -> None:
    with books_at(tmp_path / "b.db") as books:
        file(books, summit())
        with books.writing() as writer:
            accept(writer, "D-1:s3", "anna")
        before = rows(books)
    with open_books(tmp_path / "b.db") as again:
        assert again.charter == CHARTER
        assert again.groups["C5"] == FIVE
        assert rows(again) == before


def test_tables_that_are_not_there_are_made_when_books_are_opened(opened: Books) -> None:
    before = rows(opened)
    with opened.journal.transaction() as transaction:
        transaction.build_tables([tables.PLEDGES])
    assert opened.rebuild() == 5
    assert rows(opened) == before


def test_a_refused_act_leaves_no_trace(opened: Books) -> None:
    size, before = opened.journal.size(), rows(opened)
    with pytest.raises(RefusedError), opened.writing() as writer:
        writer.act("P-3", body(1), Who(filed_by="anna", party="KAZ", basis="mandated"))
    assert opened.journal.size() == size
    assert rows(opened) == before


def test_what_a_failing_block_has_entered_is_undone(opened: Books) -> None:
    size = opened.journal.size()
    with pytest.raises(RefusedError), opened.writing() as writer:
        writer.act("P-3", body(1), Who(filed_by="anna", party="CHN", basis="mandated"))
        writer.act("P-3", body(-1), Who(filed_by="anna", party="CHN", basis="mandated"))
    assert opened.journal.size() == size
    assert opened.account("P-3").deliveries == {}


def test_after_a_refusal_within_a_block_the_rest_goes_on(opened: Books) -> None:
    who = Who(filed_by="anna", party="CHN", basis="mandated")
    with opened.writing() as writer:
        writer.act("P-3", body(1), who)
        with pytest.raises(RefusedError):
            writer.act("P-3", body(-1), who)
        writer.act("P-3", body(2), who)
    assert [d.value for d in opened.account("P-3").deliveries.values()] == [1, 2]


def body(value: int) -> Report:
    return Report(receiver="KAZ", unit="CNY", value=Decimal(value), on=date(2025, 9, 30))


def test_entries_have_names(opened: Books) -> None:
    assert opened.entry("E-1").kind == "charter"
    assert opened.entry(1).kind == "charter"
    for wrong in ("41", "E-x", "P-1", "E-99999"):
        with pytest.raises(ZakuroError):
            opened.entry(wrong)


class TestSigned:
    """An act signed with the party's key, and the same act forged, replayed or outdated."""

    @staticmethod
    def draft() -> Draft:
        author = Author(filed_by="aliya", party="CHN", basis="signed")
        return Draft(kind="report", subject="P-3", author=author, body=body_of(body(7)))

    def test_signed_replayed_outdated_and_forged(self, opened: Books) -> None:
        private, other = generate_key(), generate_key()
        with opened.writing() as writer:
            register(writer, private)
        journal: Journal = opened.journal
        seen = journal.last_on("P-3")
        signed = sign(self.draft(), private, journal.books, seen)
        with opened.writing() as writer:
            assert writer.enter(signed).author.basis == "signed"
        size = journal.size()
        outdated = sign(self.draft(), private, journal.books, seen)
        elsewhere = sign(self.draft(), private, "other.example/books", journal.last_on("P-3"))
        forged = sign(self.draft(), other, journal.books, journal.last_on("P-3"))
        for bad, why in [
            (signed, "already"),
            (outdated, "already|came since"),
            (elsewhere, "signature"),
            (forged, "signature"),
        ]:
            with pytest.raises(ZakuroError, match=why), opened.writing() as writer:
                writer.enter(bad)
        assert journal.size() == size
        with opened.writing() as writer:
            writer.act("P-3", body(8), Who(filed_by="aliya", party="CHN"), private)
        assert opened.account("P-3").last.author.basis == "signed"

    def test_outdated_by_another_entry(self, opened: Books) -> None:
        private = generate_key()
        with opened.writing() as writer:
            register(writer, private)
        journal = opened.journal
        signed = sign(self.draft(), private, journal.books, journal.last_on("P-3"))
        link(opened, "P-3", "P-4", filed_by="anna")
        with pytest.raises(ZakuroError, match="came since"), opened.writing() as writer:
            writer.enter(signed)


def register(writer: Any, private: Any) -> None:
    author = Author(filed_by="anna", party="CHN", basis="mandated")
    key = Key(public_key=public_key_text(private))
    writer.append(Draft(kind="key", subject="party:CHN", author=author, body=body_of(key)))


def test_a_key_entered_in_a_transaction_that_failed_does_not_hold(opened: Books) -> None:
    with contextlib.suppress(RefusedError), opened.writing() as writer:
        register(writer, generate_key())
        raise RefusedError("no")
    assert opened.keys == {}


class Machine(RuleBasedStateMachine):
    """Random acts, right and wrong, on a grant to five, a reciprocal pledge, and one to each."""

    url: Any = None

    @initialize()
    def begin(self) -> None:
        self.exit = contextlib.ExitStack()
        self.day = datetime(2026, 1, 1, tzinfo=UTC)
        url = type(self).fresh(self.exit)
        self.books = self.exit.enter_context(
            make_books(url, CHARTER, name="example.org/six", filed_by="anna", now=self.now)
        )
        sides = said("pledge", "hold talks", "hold", "dialogue", givers=("CHN", "KAZ"),
                     receivers=())  # fmt: skip
        grant = said("pledge", "1000 yuan", "provide", "grant", amount(1000, "CNY"))
        file(self.books, [grant, sides, said("pledge", "help", "support", None)])
        with self.books.writing() as writer:
            for number in (1, 2, 3):
                accept(writer, f"D-1:s{number}", "anna")
        self.refused = 0

    @classmethod
    def fresh(cls, stack: contextlib.ExitStack) -> Any:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        return Path(folder) / "books.db"

    def now(self) -> datetime:
        self.day += timedelta(days=1)
        return self.day

    def teardown(self) -> None:
        self.exit.close()

    parties = st.sampled_from(["CHN", "KAZ", "UZB", "RUS"])
    pledges = st.sampled_from(["P-1", "P-2", "P-3", "P-4"])
    values = st.integers(-1, 1200).map(Decimal)
    units = st.sampled_from([None, None, "CNY", "{dialogue}", "USD"])
    days = st.dates(date(2025, 6, 1), date(2026, 2, 1))

    def attempt(self, act: Any, *args: Any, **fields: Any) -> None:
        size, before = self.books.journal.size(), self.books.journal.head()
        try:
            act(self.books, *args, **fields)
        except ZakuroError as error:
            assert str(error)
            assert self.books.journal.size() == size
            assert self.books.journal.head() == before
            self.refused += 1
        else:
            assert self.books.journal.size() == size + 1

    @rule(pledge=pledges, party=parties, to=parties, value=values, unit=units, on=days)
    def report(self, pledge: str, party: str, to: str, **fields: Any) -> None:
        self.attempt(acts.report, pledge, word(party), receiver=to, **fields)

    @rule(pledge=pledges, party=parties, to=parties, value=values, unit=units)
    def allot(self, pledge: str, party: str, to: str, **fields: Any) -> None:
        self.attempt(acts.allot, pledge, word(party), receiver=to, **fields)

    @rule(back=st.integers(0, 6), party=parties, value=st.none() | values)
    def confirm(self, back: int, party: str, value: Decimal | None) -> None:
        self.attempt(acts.confirm, self.recent(back), word(party), value=value)

    @rule(pledge=pledges, party=parties, value=values, unit=units)
    def receive(self, pledge: str, party: str, **fields: Any) -> None:
        self.attempt(acts.receive, pledge, word(party), **fields)

    @rule(back=st.integers(0, 6), party=parties, value=st.none() | values)
    def dispute(self, back: int, party: str, value: Decimal | None) -> None:
        self.attempt(acts.dispute, self.recent(back), word(party), value=value, reason="why")

    @rule(back=st.integers(0, 9), party=parties)
    def reverse(self, back: int, party: str) -> None:
        self.attempt(acts.reverse, self.recent(back), reason="r", filed_by="anna", word=word(party))

    @rule(pledge=pledges, party=parties, on=days, value=values, unit=units)
    def milestone(self, pledge: str, party: str, **fields: Any) -> None:
        self.attempt(acts.set_milestone, pledge, word(party), **fields)

    def recent(self, back: int) -> str:
        return f"E-{max(1, self.books.journal.size() - back)}"

    @invariant()
    def even_and_nothing_lost(self) -> None:
        for pledge in ("P-1", "P-2", "P-3"):
            account = self.books.account(pledge)
            assert uneven(account.postings) == []
            for line in lines(account):
                assert line.trial == 0
                reported, confirmed, disputed = sums(account, line.unit)
                assert line.obligation == line.pledged - reported
                assert line.in_transit == reported - confirmed - disputed
                assert line.disputed == disputed
                assert line.receivable == line.pledged - confirmed
                assert disputed >= 0
        assert balance(self.books).uneven == ()

    @invariant()
    def tables_are_what_the_entries_say(self) -> None:
        before = rows(self.books)
        self.books.rebuild()
        assert rows(self.books) == before

    @invariant()
    def lists_say_what_the_accounts_say(self) -> None:
        for on in (date(2025, 6, 16), date(2026, 1, 10), date(2030, 1, 1)):
            day = on.isoformat()
            at = [("party", "=", ""), ("since", "<=", day), ("until", ">", day)]
            for row in self.books.journal.rows(tables.STANDINGS, at):  # type: ignore[arg-type]
                account = self.books.account(f"P-{row['number']}")
                state = standing(account, on, self.books.charter.tolerances)
                assert (row["standing"], row["word"]) == (state.standing, state.word)


def sums(account: Any, unit: str) -> tuple[Decimal, Decimal, Decimal]:
    moved = [m for m in account.movements if m.unit == unit]
    zero = Decimal(0)
    return (
        sum((m.reported for m in moved), zero),
        sum((m.confirmed for m in moved), zero),
        sum((m.disputed for m in moved), zero),
    )


def word(party: str) -> Word:
    return Word(party=party, filed_by="anna")


TestMachine = Machine.TestCase
TestMachine.settings = settings(
    max_examples=40,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
