"""The law of the books: even after any sequence of acts, and no trace of a refused one."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from tests.flow.builder import CHARTER, FIVE, amount, books_at, file, said, summit
from tests.postgresql import PostgreSQLServer
from zakuro.flow.acting import acts
from zakuro.flow.acting.acts import Word
from zakuro.flow.acting.beside import add_evidence
from zakuro.flow.acting.changes import agree
from zakuro.flow.acting.review import accept
from zakuro.flow.browsing.waiting import waiting
from zakuro.flow.keeping import tables
from zakuro.flow.keeping.books import Books, Who, make_books, open_books
from zakuro.flow.looking.balances import balance
from zakuro.flow.looking.lists import pledges
from zakuro.flow.looking.scores import scores
from zakuro.flow.sums.figures import AMOUNTS, By
from zakuro.journal import Journal, generate_key, public_key_text, sign
from zakuro.ledger.assessment.standing import standing
from zakuro.ledger.assessment.waiting import waits
from zakuro.ledger.balance import lines, uneven
from zakuro.ledger.counting import amounts
from zakuro.model.acts import Report, body_of
from zakuro.model.entry import Author, Basis, Draft, Key
from zakuro.model.errors import RefusedError, ZakuroError


def rows(books: Books) -> dict[str, list[dict[str, Any]]]:
    return {table.name: list(books.journal.rows(table)) for table in tables.TABLES}


def test_books_are_opened_again_as_they_were_left(new_place: Callable[[], str]) -> None:
    place = new_place()
    with books_at(place) as books:
        file(books, summit())
        with books.writing() as writer:
            accept(writer, "D-1:s3", "anna")
        before = rows(books)
    with open_books(place) as again:
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


def test_a_refused_act_is_told_in_the_ordinary_log(
    opened: Books, caplog: pytest.LogCaptureFixture
) -> None:
    who = Who(filed_by="anna", party="KAZ", basis="mandated")
    with (
        caplog.at_level("INFO", logger="zakuro.refused"),
        pytest.raises(RefusedError),
        opened.writing() as writer,
    ):
        writer.act("P-3", body(1), who)
    (record,) = caplog.records
    assert record.getMessage().startswith("report on P-3 by Author(filed_by='anna', party='KAZ'")


def test_two_writers_never_open_one_number(new_place: Callable[[], str]) -> None:
    place = new_place()
    with books_at(place) as first, open_books(place) as second:
        file(first, summit())
        with first.writing() as writer:
            accept(writer, "D-1:s1", "anna")
        with second.writing() as writer:
            assert accept(writer, "D-1:s2", "aliya").pledge == "P-2"
        with pytest.raises(RefusedError, match="reviewed already"), first.writing() as writer:
            accept(writer, "D-1:s2", "anna")
        assert [e.subject for e in first.journal.entries(kind="pledge")] == ["P-1", "P-2"]


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
    return Report(
        receiver="KAZ", unit="CNY", value=Decimal(value), on=date(2025, 9, 30), again=True
    )


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
        add_evidence(opened, "P-3", ["https://example.org"], filed_by="anna")
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
        self.entered: list[tuple[str, str, str]] = []
        self.refused = 0
        self.report("KAZ", Decimal(250))
        self.dispute(0, Decimal(100))
        self.report("C5", Decimal(250))

    @classmethod
    def fresh(cls, stack: contextlib.ExitStack) -> Any:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        return Path(folder) / "books.db"

    def now(self) -> datetime:
        self.day += timedelta(days=1)
        return self.day

    def teardown(self) -> None:
        self.exit.close()

    parties = st.sampled_from(["CHN", "KAZ", "UZB", "C5", "RUS"])
    pledges = st.sampled_from(["P-1", "P-2", "P-3", "P-4"])
    members = st.sampled_from(["KAZ", "UZB", "C5"])
    sums = st.sampled_from([100, 250, 50, 1200]).map(Decimal)
    values = sums | st.sampled_from([0, -1]).map(Decimal)
    units = st.sampled_from([None, None, None, "CNY", "USD"])
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
            entry = self.books.journal.entry(size + 1)
            self.entered.append((f"E-{entry.number}", entry.kind, entry.author.party or ""))

    @rule(to=members, value=sums)
    def report(self, to: str, value: Decimal) -> None:
        on = date(2025, 12, 1)
        self.attempt(acts.report, "P-1", word("CHN"), receiver=to, value=value, on=on)

    @rule(pledge=pledges, party=parties, to=parties, value=values, unit=units, on=days)
    def report_anything(self, pledge: str, party: str, to: str, **fields: Any) -> None:
        self.attempt(acts.report, pledge, word(party), receiver=to, **fields)

    @rule(to=members, value=sums)
    def allot(self, to: str, value: Decimal) -> None:
        self.attempt(acts.allot, "P-1", word("CHN"), receiver=to, value=value)

    @rule(back=st.integers(0, 2), value=st.none() | sums)
    def confirm(self, back: int, value: Decimal | None) -> None:
        name, receiver = self.recent_report(back)
        self.attempt(acts.confirm, name, word(receiver), value=value)

    @rule(back=st.integers(0, 2), party=parties, value=st.none() | values, to=parties)
    def anything(self, back: int, party: str, value: Decimal | None, to: str) -> None:
        name = self.recent_report(back)[0]
        self.attempt(acts.confirm, name, word(party), value=value)
        self.attempt(acts.dispute, name, word(party), value=value, reason="why")
        self.attempt(acts.allot, "P-1", word(party), receiver=to, value=value or Decimal(1))

    @rule(pledge=pledges, party=parties, value=values, unit=units)
    def receive(self, pledge: str, party: str, **fields: Any) -> None:
        self.attempt(acts.receive, pledge, word(party), **fields)

    @rule(back=st.integers(0, 2), value=st.none() | sums)
    def dispute(self, back: int, value: Decimal | None) -> None:
        name, receiver = self.recent_report(back)
        self.attempt(acts.dispute, name, word(receiver), value=value, reason="why")

    @rule(back=st.integers(0, 3), party=st.none() | st.none() | parties)
    def reverse(self, back: int, party: str | None) -> None:
        name, _, author = self.entered[-1 - back % len(self.entered)]
        by = word(party or author)
        self.attempt(acts.reverse, name, reason="r", filed_by="anna", word=by)

    @rule(pledge=pledges, party=parties, on=days, value=values, unit=units)
    def milestone(self, pledge: str, party: str, **fields: Any) -> None:
        self.attempt(acts.set_milestone, pledge, word(party), **fields)

    @rule(pledge=pledges, party=parties, change=st.sampled_from(["end", "suspend"]))
    def propose(self, pledge: str, party: str, change: Any) -> None:
        self.attempt(agree, pledge, word(party), change=change, reason="why")

    @rule(back=st.integers(0, 2), party=parties)
    def accept_change(self, back: int, party: str) -> None:
        proposals = [name for name, kind, _ in self.entered if kind in ("agreement", "milestone")]
        if proposals:
            name = proposals[-1 - back % len(proposals)]
            self.attempt(agree, self.books.entry(name).subject, word(party), accepts=name)

    def recent_report(self, back: int) -> tuple[str, str]:
        """A recent report and who received it; the charter's entry when there is none yet."""
        reports = [name for name, kind, _ in self.entered if kind == "report"]
        if not reports:
            return "E-1", "KAZ"
        name = reports[-1 - back % len(reports)]
        receiver = str(self.books.entry(name).body["receiver"])
        return name, "KGZ" if receiver == "C5" else receiver

    @invariant()
    def even_and_nothing_lost(self) -> None:
        for pledge in ("P-1", "P-2", "P-3"):
            account = self.books.account(pledge)
            assert uneven(account.postings) == []
            for line in lines(account):
                assert line.trial == 0
                reported, confirmed, disputed = moved(account, line.unit)
                owed = line.pledged - line.released
                assert line.obligation == owed - reported
                assert line.in_transit - line.unreported == reported - confirmed - disputed
                assert min(line.in_transit, line.unreported) >= 0
                assert line.disputed == disputed
                assert line.receivable == owed - confirmed
                assert disputed >= 0
        assert balance(self.books, date(2030, 1, 1)).uneven == ()

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

    @invariant()
    def what_waits_is_what_the_accounts_say(self) -> None:
        numbers = [row["number"] for row in self.books.journal.rows(tables.PLEDGES)]
        accounts = [self.books.account(f"P-{number}") for number in numbers]
        for on in (date(2025, 6, 16), date(2025, 12, 1), date(2026, 1, 10), date(2030, 1, 1)):
            every = [each for account in accounts for each in waits(account, on)]
            for party in (None, "CHN", "KAZ", "UZB", "RUS"):
                mine = [each for each in every if party is None or party in each.parties]
                found = waiting(self.books, on, party)
                assert sorted(
                    (f"E-{one.entry}", one.what, one.party, one.value, one.since) for one in mine
                ) == sorted((w.report, w.kind, w.party, w.value, w.since) for w in found)
                assert [w.since for w in found] == sorted(w.since for w in found)

    @invariant()
    def sums_say_what_the_pledges_say(self) -> None:
        every = frozenset(get_args(Basis))
        for on in (date(2025, 6, 16), date(2025, 12, 1), date(2026, 1, 10), date(2030, 1, 1)):
            for by in get_args(By):
                one_by_one = scores(self.books, on, by=by, bases=every)
                assert scores(self.books, on, by=by) == one_by_one
            amounts = [amount for listed in pledges(self.books, on) for amount in listed.amounts]
            for total in balance(self.books, on).totals:
                mine = [amount for amount in amounts if amount.unit == total.unit]
                assert total.pledges == len(mine)
                for name in AMOUNTS:
                    assert getattr(total, name) == sum(getattr(amount, name) for amount in mine)


def moved(account: Any, unit: str) -> tuple[Decimal, Decimal, Decimal]:
    found = [m for m in amounts(account) if m.unit == unit]
    zero = Decimal(0)
    return (
        sum((m.reported for m in found), zero),
        sum((m.confirmed for m in found), zero),
        sum((m.disputed for m in found), zero),
    )


def word(party: str) -> Word:
    return Word(party=party, filed_by="anna")


def run(machine: type[Machine], examples: int) -> None:
    steps = settings(
        max_examples=examples,
        stateful_step_count=30,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
    )
    run_state_machine_as_test(machine, settings=steps)


def test_any_acts_leave_the_books_even_on_sqlite() -> None:
    run(Machine, 40)


def test_any_acts_leave_the_books_even_on_postgresql(postgresql: PostgreSQLServer) -> None:
    class OnPostgreSQL(Machine):
        @classmethod
        def fresh(cls, stack: contextlib.ExitStack) -> str:
            return postgresql.url(postgresql.new_database())

    run(OnPostgreSQL, 8)
