import io

import pytest
from docx import Document as WordDocument

from tests.documents import saved
from tests.portal.acting.conftest import Person
from tests.read.document.pdf.test_pdf import made
from zakuro.flow.acting.take_in import document
from zakuro.flow.keeping.books import Books
from zakuro.model.errors import ZakuroError
from zakuro.portal.acting import adding

WORDS = "China will provide Kazakhstan with grants of 5 million yuan in 2027."


def test_a_text_is_read_and_reviewed_next(person: Person, own: Books) -> None:
    given = person.post("/en/add", text=WORDS, published="2026-01-02", title="News")
    assert given.status == 303
    assert given.headers["Location"] == "/en/documents/D-3/review"
    assert "5 million" in person.get("/en/documents/D-3/review").words
    assert own.journal.entry(own.journal.size()).kind == "statement"


def test_what_was_typed_is_kept_when_it_cannot_be_taken(person: Person) -> None:
    given = person.post("/en/add", text=WORDS, published="soon")
    assert given.status == 400
    assert "no day" in given.words
    assert "5 million yuan" in given.text
    assert person.post("/en/add").status == 400


def test_the_same_text_is_filed_once(person: Person) -> None:
    person.post("/en/add", text=WORDS)
    assert "filed already" in person.post("/en/add", text=WORDS).words


def test_a_pdf_and_a_word_document_go_through_the_same_door(person: Person, own: Books) -> None:
    word = WordDocument()
    word.add_paragraph("Japan will build two schools in Nepal.")
    for name, content in (("news.pdf", made(WORDS)), ("news.docx", saved(word))):
        file = io.BytesIO(content)
        file.name = name
        assert person.post("/en/add", file=file).status == 303
    assert "5 million" in person.get("/en/documents/D-3/review").words
    assert "two schools" in person.get("/en/documents/D-4/review").words
    filed = document(own, "D-3")
    assert filed.extractor is not None
    assert filed.extractor.startswith("pypdfium2")


def test_a_file_may_be_too_large(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adding, "LARGEST", 10)
    file = io.BytesIO(WORDS.encode())
    file.name = "news.txt"
    assert "larger than" in person.post("/en/add", file=file).words


def test_days() -> None:
    assert adding.day("") is None
    with pytest.raises(ZakuroError, match="2025-06-17"):
        adding.day("17 June")


def test_readers_cannot_add(person: Person) -> None:
    assert person.get("/en/add").status == 200
    assert person.get("/en/documents/D-1").status == 200
