from tests.flow.deciding.builder import RU, by, silent, tabled
from zakuro.flow.deciding import texts
from zakuro.flow.deciding.brackets import Replacement, propose, settle
from zakuro.flow.deciding.checking import check_decisions, kept_words
from zakuro.flow.deciding.joint import act
from zakuro.flow.keeping.books import Books
from zakuro.flow.keeping.logs import verify_books
from zakuro.model.acts import body_of
from zakuro.model.decisions import Settlement, Silence, Tabling
from zakuro.model.entry import Author, Draft

BY_2027 = [Replacement("en", "within two years", "by 2027")]


def test_settled_words_are_made_again(books: Books) -> None:
    name = tabled(books)
    propose(books, name, by("TKM"), BY_2027)
    settle(books, name, by("UZB"), alternative="a1")
    texts.add_language(books, name, by("UZB"), RU.replace("двух", "трёх"), "ru")
    texts.revise(books, name, by("UZB"), {"en": "Another.", "ru": "Другое."})
    assert check_decisions(books) == []
    assert verify_books(books).faults == ()


def test_a_settlement_that_lies_about_its_words_is_found(books: Books) -> None:
    name = tabled(books)
    propose(books, name, by("TKM"), BY_2027)
    with books.writing() as writer:
        other = writer.transaction.put_blob(b"Something else.")
        body = Settlement(version=1, bracket="b1", alternative="a1", texts={"en": other})
        entry = act(books, name, body, by("UZB"))
    said = f"Version 2 of X-1 in en (E-{entry.number}) is not what its settled brackets make."
    assert check_decisions(books) == [said]
    assert verify_books(books).faults == (said,)


def test_an_entry_against_the_rules_is_found(books: Books) -> None:
    """Entered past flow, as somebody might who writes the file."""
    name = tabled(books)
    with books.writing() as writer:
        draft = Draft(
            kind="tabling",
            subject=name,
            author=Author(filed_by="eve", party="TKM", basis="mandated"),
            body=body_of(Tabling(version=1)),
        )
        writer.append(draft)
    assert check_decisions(books) == ["X-1: Only UZB, its sponsor, can table X-1."]


def test_the_words_of_every_version_lie_beside(books: Books) -> None:
    name = tabled(books)
    texts.revise(books, name, by("UZB"), {"en": "Another.", "ru": "Другое."})
    until = silent(books, name)
    found = {e.kind: list(kept_words(e)) for e in books.journal.entries(subject=name)}
    assert [len(found[kind]) for kind in ("text", "language", "revision", "silence")] == [
        1,
        1,
        2,
        0,
    ]
    assert Silence(version=2, texts={}, until=until).until == until
    for hashes in found.values():
        for digest in hashes:
            assert books.journal.blob(digest)
