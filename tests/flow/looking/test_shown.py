from datetime import date
from decimal import Decimal

import pytest

from tests.flow.builder import file, said
from zakuro.flow.acting import acts
from zakuro.flow.acting.acts import Word
from zakuro.flow.acting.beside import reply
from zakuro.flow.acting.review import accept
from zakuro.flow.keeping.books import Books
from zakuro.flow.looking.shown import show
from zakuro.model.errors import RefusedError

CHN = Word(party="CHN", filed_by="anna")
KAZ = Word(party="KAZ", filed_by="anna")
DAY = date(2026, 7, 1)


def test_show_gives_every_entry_and_account_and_why(opened: Books) -> None:
    acts.report(opened, "P-3", CHN, receiver="KAZ", value=Decimal(200), on=date(2025, 9, 30))
    shown = show(opened, "P-3", date(2025, 10, 1))
    assert [entry.kind for entry in shown.entries] == ["pledge", "report"]
    assert {account for _, account, _ in shown.accounts} == {
        "receivable:C5",
        "receivable:KAZ",
        "obligation:CHN",
        "in-transit:CHN→KAZ",
    }
    assert shown.state.standing == "behind"
    assert shown.state.why.startswith("200 of 1,500,000,000 CNY; ")
    assert shown.courses[0].state == shown.state
    with pytest.raises(RefusedError, match="no pledge P-9"):
        show(opened, "P-9", DAY)


def test_every_figure_is_of_the_day(opened: Books) -> None:
    made = acts.report(opened, "P-3", CHN, receiver="KAZ", value=Decimal(200), on=date(2025, 9, 30))
    acts.confirm(opened, f"E-{made.number}", KAZ, value=Decimal(50), on=date(2025, 10, 31))
    acts.dispute(opened, f"E-{made.number}", KAZ, reason="x", on=date(2025, 11, 30))

    def figures(on: date) -> tuple[list[int], dict[str, int]]:
        shown = show(opened, "P-3", on)
        (line,) = shown.lines
        held = {name: int(amount) for _, name, amount in shown.accounts}
        return [int(f) for f in (line.in_transit, line.disputed, line.receivable)], held

    assert figures(date(2025, 9, 29)) == (
        [0, 0, 1_500_000_000],
        {"obligation:CHN": -1_500_000_000, "receivable:C5": 1_500_000_000},
    )
    assert figures(date(2025, 10, 30))[0] == [200, 0, 1_500_000_000]
    assert figures(date(2025, 10, 31))[0] == [150, 0, 1_499_999_950]
    last, held = figures(date(2025, 11, 30))
    assert last == [0, 150, 1_499_999_950]
    assert held["disputed:CHN→KAZ"] == -150
    assert "in-transit:CHN→KAZ" not in held
    assert [e.kind for e in show(opened, "P-3", date(2025, 10, 1)).entries] == ["pledge", "report"]


def test_what_was_taken_back_counts_on_no_day(opened: Books) -> None:
    made = acts.report(opened, "P-3", CHN, receiver="KAZ", value=Decimal(200), on=date(2025, 9, 30))
    acts.reverse(opened, f"E-{made.number}", reason="wrong", filed_by="anna", word=CHN)
    (line,) = show(opened, "P-3", date(2025, 10, 1)).lines
    assert [int(f) for f in (line.in_transit, line.obligation)] == [0, 1_500_000_000]


def test_what_was_known_on_a_day_is_what_had_been_entered(opened: Books) -> None:
    acts.report(opened, "P-3", CHN, receiver="KAZ", value=Decimal(200), on=date(2025, 9, 30))
    now = opened.now().date()
    (line,) = show(opened, "P-3", DAY, known_on=now).lines
    assert line.in_transit == 200
    with pytest.raises(RefusedError, match="no pledge P-3 on 2026-06-30"):
        show(opened, "P-3", DAY, known_on=date(2026, 6, 30))


def test_a_reply_stands_right_behind_what_it_answers(opened: Books) -> None:
    told = acts.report(opened, "P-3", CHN, receiver="KAZ", value=Decimal(4), on=date(2025, 9, 1))
    acts.report(opened, "P-3", CHN, receiver="UZB", value=Decimal(5), on=date(2025, 9, 1))
    answer = reply(opened, f"E-{told.number}", KAZ, text="Three came.")
    numbers = [entry.number for entry in show(opened, "P-3", DAY).entries]
    assert numbers.index(answer.number) == numbers.index(told.number) + 1
    assert len(numbers) == len(set(numbers))


def test_the_voice_of_a_digest_names_its_source(books: Books) -> None:
    file(books, [said("pledge", "a road", "build", "road")], source="https://x.test/", retold=True)
    with books.writing() as writer:
        accept(writer, "D-1:s1", "anna")
    (voice,) = show(books, "P-1", DAY).voices.values()
    assert voice.place == "; D-1, a digest by the keeper of https://x.test/"
