from datetime import date
from decimal import Decimal

import pytest

from tests.flow.builder import amount, file, said
from zakuro.flow.acting.acts import Word, report
from zakuro.flow.acting.beside import acknowledge, add_evidence, held_against, reply
from zakuro.flow.acting.review import accept
from zakuro.flow.acting.take_in import document, set_publisher
from zakuro.flow.keeping import tables
from zakuro.flow.keeping.books import Books
from zakuro.flow.looking.lists import pledges
from zakuro.flow.looking.shown import show
from zakuro.model.acts import Evidence, Reply, body_as
from zakuro.model.entry import Author, Basis, Draft
from zakuro.model.errors import RefusedError, ZakuroError
from zakuro.model.source import publisher

LATER = date(2025, 11, 2)
ADDRESS = "https://example.org/news"
DONE = said("result", "we have handed over 5 yuan", "provide", "grant", amount(5, "CNY"))


def word(party: str, words: str | None = None) -> Word:
    return Word(party=party, filed_by="anna", words=words)


def digest(books: Books) -> str:
    """A document that the keeper wrote, of what stands at an address."""
    return file(books, [DONE], published=LATER, source=ADDRESS, retold=True)


def test_what_rests_on_a_digest_is_retold(opened: Books) -> None:
    where = digest(opened)
    entry = report(opened, "P-3", word("CHN", f"{where}:s1"), receiver="KAZ")
    assert (entry.author.basis, entry.body["source"]["retold"]) == ("retold", ADDRESS)
    (row,) = [row for row in pledges(opened, LATER) if row.name == "P-3"]
    assert row.bases == "retold"


@pytest.mark.parametrize(
    ("where", "basis"),
    [("digest", "attributed"), ("D-1", "retold")],
)
def test_a_digest_and_published_words_are_never_taken_for_each_other(
    opened: Books, where: str, basis: Basis
) -> None:
    words = f"{digest(opened) if where == 'digest' else where}:0-5"
    done = report(opened, "P-3", word("CHN", words), value=Decimal(1), receiver="KAZ")
    swapped = Author(filed_by="anna", party="CHN", basis=basis)
    draft = Draft(kind=done.kind, subject=done.subject, author=swapped, body=done.body)
    with opened.writing() as writer, pytest.raises(RefusedError, match="basis"):
        writer.enter(draft)


def test_a_pledge_known_from_a_digest_alone_is_retold(books: Books) -> None:
    promise = said("pledge", "a grant of 5 yuan", "provide", "grant", amount(5, "CNY"))
    file(books, [promise], source=ADDRESS, retold=True)
    with books.writing() as writer:
        accept(writer, "D-1:s1", "anna")
    assert books.account("P-1").opening.author.basis == "retold"


def test_a_digest_needs_an_address(books: Books) -> None:
    with pytest.raises(ZakuroError, match="address of its source"):
        file(books, [DONE], source="a newspaper", retold=True)


def test_whoever_is_named_replies(opened: Books) -> None:
    opening = opened.account("P-2").opening
    file(opened, [said("position", "We were not asked", parties=("AFG",))], published=LATER)
    entry = reply(opened, f"E-{opening.number}", word("AFG", "D-2:s1"))
    act = body_as(entry, Reply)
    assert (act.text, act.on, entry.author.basis) == ("We were not asked", LATER, "attributed")
    answer = reply(opened, f"E-{opening.number}", word("KAZ"), text="Nor were we.")
    assert body_as(answer, Reply).on == date(2026, 7, 1)
    with pytest.raises(RefusedError, match="AFG is no member"):
        reply(opened, f"E-{opening.number}", word("AFG"), text="No.")
    kinds = [entry.kind for entry in show(opened, "P-2", LATER).entries]
    assert kinds == ["pledge", "reply", "reply"]


def test_a_reply_to_a_reply_stands_behind_it(opened: Books) -> None:
    opening = opened.account("P-2").opening
    first = reply(opened, f"E-{opening.number}", word("KAZ"), text="No.")
    other = reply(opened, f"E-{opening.number}", word("UZB"), text="Yes.")
    last = reply(opened, f"E-{first.number}", word("CHN"), text="But.")
    shown = [entry.number for entry in show(opened, "P-2", LATER).entries]
    assert shown == [opening.number, first.number, last.number, other.number]


def test_an_acknowledgement_moves_nothing(opened: Books) -> None:
    entry = acknowledge(opened, "P-2", word("KAZ"), text="Welcome.", on=LATER)
    assert (entry.kind, entry.body["on"]) == ("acknowledgement", "2025-11-02")
    (row,) = [row for row in pledges(opened, LATER) if row.name == "P-2"]
    assert (row.word, row.amounts[0].receivable) == ("not reported", row.amounts[0].pledged)
    assert row.bases == ""


def test_evidence_lies_beside_an_entry_or_a_pledge(opened: Books) -> None:
    opening = opened.account("P-2").opening
    for name in (f"E-{opening.number}", "P-2"):
        entry = add_evidence(opened, name, ["https://example.org"], filed_by="anna")
        assert (entry.subject, entry.body["entry"]) == ("P-2", opening.number)


def test_words_are_evidence_of_their_publisher(opened: Books) -> None:
    file(opened, [DONE], published=LATER)
    set_publisher(opened, "D-2", publisher("A bank", "private"), filed_by="anna")
    entry = add_evidence(opened, "P-3", [], filed_by="anna", words="D-2:s1", value=Decimal(5))
    act = body_as(entry, Evidence)
    assert (act.evidence, act.unit, act.on) == (("D-2:s1",), "CNY", LATER)
    (row,) = [row for row in pledges(opened, LATER) if row.name == "P-3"]
    assert (row.independent, row.amounts[0].found) == (1, (Decimal(5),))
    assert row.amounts[0].obligation == row.amounts[0].pledged


def test_the_last_publisher_named_is_the_documents(opened: Books) -> None:
    for name in ("Xinhua", "People's Daily"):
        set_publisher(opened, "D-1", publisher(name, "state agency of CHN"), filed_by="anna")
    filed = document(opened, "D-1")
    assert str(filed.publisher) == "People's Daily (state agency of CHN)"
    rows = list(opened.journal.rows(tables.DOCUMENTS))
    assert (rows[0]["publisher"], rows[0]["ownership"]) == ("People's Daily", "state agency of CHN")
    opened.rebuild()
    assert list(opened.journal.rows(tables.DOCUMENTS)) == rows
    voices = show(opened, "P-2", LATER).voices
    assert [voice.place for voice in voices.values()] == [
        "; D-1 of People's Daily (state agency of CHN)"
    ]


def test_what_tells_otherwise_is_marked_so(opened: Books) -> None:
    made = add_evidence(opened, "P-3", [ADDRESS], filed_by="anna", text="less", against=True)
    assert body_as(made, Evidence).against


def test_a_claim_is_held_against_later_figures(opened: Books) -> None:
    where = digest(opened)
    made = add_evidence(opened, "D-1:s6", [], filed_by="anna", words=f"{where}:s1", against=True)
    assert held_against(opened, "D-1:s6") == [made]
    assert made.subject == "D-1:s6"
    with pytest.raises(RefusedError, match="There is no statement D-1:s99"):
        add_evidence(opened, "D-1:s99", [ADDRESS], filed_by="anna")
    with pytest.raises(RefusedError, match="no account in which a figure"):
        add_evidence(opened, "D-1:s6", [ADDRESS], filed_by="anna", value=Decimal(1))


def test_evidence_that_came_later_is_of_its_own_day(opened: Books) -> None:
    made = add_evidence(opened, "P-3", [ADDRESS], filed_by="anna", on=LATER)
    shown = show(opened, "P-3", LATER)
    assert shown.days[made.number] == LATER
    assert made not in show(opened, "P-3", date(2025, 7, 1)).entries
