from datetime import date
from decimal import Decimal

import msgspec
import pytest

from tests.flow.builder import amount, file, said
from zakuro.flow.acting import acts
from zakuro.flow.acting.acts import Word
from zakuro.flow.acting.review import accept
from zakuro.flow.acting.waiting import waiting
from zakuro.flow.keeping.books import Books
from zakuro.ledger.balance import lines
from zakuro.model.acts import Report, Term, body_as
from zakuro.model.errors import RefusedError

ON = date(2025, 9, 30)


def word(party: str, words: str | None = None) -> Word:
    return Word(party=party, filed_by="anna", words=words)


def report(books: Books, pledge: str = "P-3", value: int = 150, to: str | None = "KAZ") -> str:
    entry = acts.report(books, pledge, word("CHN"), receiver=to, value=Decimal(value), on=ON)
    return f"E-{entry.number}"


def figures(books: Books, pledge: str = "P-3") -> list[int]:
    (line,) = lines(books.account(pledge))
    return [
        int(f)
        for f in (
            line.obligation,
            line.in_transit - line.unreported,
            line.disputed,
            line.receivable,
        )
    ]


def test_the_whole_way_of_a_grant(opened: Books) -> None:
    acts.allot(opened, "P-3", word("CHN"), receiver="KAZ", value=Decimal(400_000_000))
    first = report(opened, value=150_000_000)
    assert figures(opened) == [1_350_000_000, 150_000_000, 0, 1_500_000_000]
    said = acts.confirm(opened, first, word("KAZ"), value=Decimal(100_000_000))
    acts.dispute(opened, first, word("KAZ"), reason="50 are missing")
    assert figures(opened) == [1_350_000_000, 0, 50_000_000, 1_400_000_000]
    wrong = {"reason": "entered wrongly", "filed_by": "anna"}
    with pytest.raises(RefusedError, match="only with the receiver"):
        acts.reverse(opened, first, word=word("CHN"), **wrong)
    acts.reverse(opened, f"E-{said.number}", word=word("KAZ"), **wrong)
    acts.reverse(opened, first, word=word("CHN"), **wrong)
    assert figures(opened) == [1_500_000_000, 0, 0, 1_500_000_000]


def test_what_only_one_answer_fits_is_filled_in(opened: Books) -> None:
    entry = acts.report(opened, "P-3", word("CHN"), value=Decimal(5))
    act = body_as(entry, Report)
    assert (act.receiver, act.unit, act.on) == ("C5", "CNY", date(2026, 7, 1))


def test_the_basis_is_mandated_without_published_words(opened: Books) -> None:
    name = report(opened)
    author = opened.entry(name).author
    assert (author.party, author.filed_by, author.basis) == ("CHN", "anna", "mandated")


def test_published_words_are_a_basis_and_give_the_day(opened: Books) -> None:
    done = said("result", "we have handed over 5 yuan", "provide", "grant", amount(5, "CNY"))
    file(opened, [done], published=date(2025, 11, 2))
    entry = acts.report(opened, "P-3", word("CHN", "D-2:s1"), receiver="KAZ", value=Decimal(5))
    act = body_as(entry, Report)
    assert entry.author.basis == "attributed"
    assert act.source is not None
    assert (act.source.statement, act.source.exact) == ("D-2:s1", "we have handed over 5 yuan")
    assert act.on == date(2025, 11, 2)


def test_the_value_may_be_what_the_words_state(opened: Books) -> None:
    both = said("result", "5 yuan given", "provide", "grant", amount(5, "CNY"), amount(1, "USD"))
    two = said("result", "3 and 4", "provide", "grant", amount(3, "CNY"), amount(4, "CNY"))
    file(opened, [both, two], published=date(2025, 11, 2))
    entry = acts.report(opened, "P-3", word("CHN", "D-2:s1"), receiver="KAZ")
    assert body_as(entry, Report).value == 5
    for unclear in (word("CHN", "D-2:s2"), word("CHN")):
        with pytest.raises(RefusedError, match=r"Say how much in CNY \(--value\)"):
            acts.report(opened, "P-3", unclear, receiver="KAZ")


def test_the_words_of_another_side_are_no_basis(opened: Books) -> None:
    theirs = said("result", "we got it", "provide", "grant", speaker="Minister (KAZ)")
    file(opened, [theirs])
    with pytest.raises(RefusedError, match="D-2:s1 is the word of KAZ, not of CHN"):
        acts.report(opened, "P-3", word("CHN", "D-2:s1"), receiver="KAZ", value=Decimal(5))


def test_who_is_no_member_confirms_by_published_words(books: Books) -> None:
    grant = said(
        "pledge", "10 for Afghanistan", "provide", "grant", amount(10, "CNY"), receivers=("AFG",)
    )
    theirs = said("result", "ten have arrived", "provide", "grant", speaker="Spokesman (AFG)")
    file(books, [grant, theirs])
    with books.writing() as writer:
        accept(writer, "D-1:s1", "anna")
    name = report(books, "P-1", 10, None)
    with pytest.raises(RefusedError, match="AFG is no member"):
        acts.confirm(books, name, word("AFG"))
    own = word("AFG", "D-1:s2")
    acts.confirm(books, name, own, value=Decimal(1), on=date(2025, 12, 1))
    with pytest.raises(RefusedError, match="--again"):
        acts.confirm(books, name, own, on=date(2025, 12, 1))
    acts.confirm(books, name, own, on=date(2025, 12, 1), again=True)
    assert figures(books, "P-1") == [0, 0, 0, 0]


def test_all_that_is_open_is_confirmed_or_disputed(opened: Books) -> None:
    name = report(opened)
    acts.dispute(opened, name, word("KAZ"), reason="what is this", value=Decimal(50))
    acts.dispute(opened, name, word("KAZ"), reason="and this")
    with pytest.raises(RefusedError, match="confirmed or disputed all"):
        acts.dispute(opened, name, word("KAZ"), reason="more")
    acts.confirm(opened, name, word("KAZ"))
    assert opened.account("P-3").deliveries[int(name[2:])].confirmed == 150
    with pytest.raises(RefusedError, match=f"KAZ has confirmed all of {name} already"):
        acts.confirm(opened, name, word("KAZ"))


def test_only_a_report_is_confirmed(opened: Books) -> None:
    with pytest.raises(RefusedError, match="E-1 is a charter"):
        acts.confirm(opened, "E-1", word("KAZ"))


def test_another_currency_is_posted_with_its_rate(opened: Books) -> None:
    entry = acts.report(
        opened,
        "P-3",
        word("CHN"),
        receiver="KAZ",
        value=Decimal(20),
        unit="USD",
        rate=Decimal("7.15"),
        rate_source="PBoC, 2025-09-30",
        on=ON,
    )
    act = body_as(entry, Report)
    assert (act.unit, act.value) == ("CNY", Decimal("143.00"))
    assert act.rate is not None
    assert (act.rate.unit, act.rate.source) == ("USD", "PBoC, 2025-09-30")
    with pytest.raises(RefusedError, match="--rate-source"):
        acts.report(
            opened, "P-3", word("CHN"), receiver="KAZ", value=Decimal(1), unit="USD",
            rate=Decimal(7), on=ON,
        )  # fmt: skip
    with pytest.raises(RefusedError, match="not counted in USD"):
        acts.report(opened, "P-3", word("CHN"), receiver="KAZ", value=Decimal(1), unit="USD", on=ON)


def test_a_receiver_may_speak_first(opened: Books) -> None:
    acts.receive(opened, "P-3", word("KAZ"), value=Decimal(30), on=ON)
    assert figures(opened) == [1_500_000_000, -30, 0, 1_499_999_970]


def test_milestones_and_terms(opened: Books) -> None:
    acts.set_milestone(opened, "P-1", word("CHN"), on=date(2026, 12, 31), value=Decimal(1))
    end = Term(end_date=date(2027, 1, 1))
    acts.set_term(opened, "P-2", word("CHN"), term=end)
    assert opened.account("P-2").term() == end
    with pytest.raises(RefusedError, match="Only a giver"):
        acts.set_milestone(opened, "P-1", word("KAZ"), on=ON, value=Decimal(1))


def test_a_pledge_opened_by_mistake_is_closed_and_its_statement_waits_again(opened: Books) -> None:
    opening = opened.account("P-2").opening.number
    acts.reverse(opened, f"E-{opening}", reason="read wrongly", filed_by="anna")
    assert [found.name for found in waiting(opened)] == ["D-1:s2"]
    with opened.writing() as writer:
        assert accept(writer, "D-1:s2", "anna").pledge == "P-6"
    with pytest.raises(RefusedError, match="it is not taken back"):
        acts.reverse(opened, "E-1", reason="x", filed_by="anna")


def test_what_came_before_the_pledge_is_entered_with_its_mark_alone(opened: Books) -> None:
    early = date(2025, 6, 1)
    for act in (acts.report, acts.receive):
        by = word("CHN" if act is acts.report else "KAZ")
        with pytest.raises(RefusedError, match="--before-pledge"):
            act(opened, "P-3", by, value=Decimal(5), on=early)
        entry = act(opened, "P-3", by, value=Decimal(5), on=early, before_pledge=True)
        assert entry.body["before_pledge"] is True


def test_the_last_one_of_a_report_is_still_disputed(opened: Books) -> None:
    name = report(opened, value=2)
    acts.confirm(opened, name, word("KAZ"), value=Decimal(1))
    acts.dispute(opened, name, word("KAZ"), reason="one is missing")
    assert figures(opened)[1:3] == [0, 1]


def test_what_two_receivers_got_as_a_whole_asks_how_much_each(books: Books) -> None:
    promise = said("pledge", "ten buses", "give", None, amount(10, "{bus}"))
    file(books, [msgspec.structs.replace(promise, receivers=("KAZ", "UZB"))])
    with books.writing() as writer:
        accept(writer, "D-1:s1", "anna")
    name = report(books, "P-1", 10, to=None)
    with pytest.raises(RefusedError, match="as a whole: say how much of it KAZ speaks for"):
        acts.confirm(books, name, word("KAZ"))


def test_the_receiver_is_that_of_the_giver_s_own_debt(books: Books) -> None:
    visas = said("pledge", "waive visas", "waive", "visa", givers=("CHN", "KAZ"), receivers=())
    file(books, [visas])
    with books.writing() as writer:
        accept(writer, "D-1:s1", "anna")
    name = report(books, "P-1", 1, to=None)
    assert books.account("P-1").deliveries[int(name[2:])].receivers == ("KAZ",)
