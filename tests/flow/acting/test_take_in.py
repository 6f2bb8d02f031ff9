from pathlib import Path

import msgspec
import pytest

from tests.flow.builder import SAID, amount, file, reading, said, summit
from zakuro.flow.acting.take_in import document, source, statement, take_in, take_in_file
from zakuro.flow.keeping import tables
from zakuro.flow.keeping.books import Books
from zakuro.model.errors import ZakuroError


def test_a_document_is_filed_with_its_bytes_its_text_and_its_statements(books: Books) -> None:
    made = reading(summit())
    name = take_in(books, made, b"<p>as received</p>", reader="zakuro 0.1", filed_by="anna")
    assert name == "D-1"
    filed = document(books, "D-1")
    assert filed.original is not None
    assert books.journal.blob(filed.original) == b"<p>as received</p>"
    assert books.journal.blob(filed.sha256).decode() == made.text
    assert (filed.published, filed.statements, filed.reader) == (SAID, 6, "zakuro 0.1")
    assert statement(books, "D-1:s3") == made.statements[2]


def test_machine_statements_are_the_machines(books: Books) -> None:
    file(books, summit())
    (entry,) = books.journal.entries(subject="D-1:s1")
    assert (entry.kind, entry.author.filed_by, entry.author.party) == (
        "statement",
        "by hand 1",
        None,
    )


def test_the_same_text_is_not_filed_twice(books: Books) -> None:
    file(books, summit())
    size = books.journal.size()
    with pytest.raises(ZakuroError, match="filed already, as D-1"):
        file(books, summit())
    assert books.journal.size() == size


def test_a_reading_of_another_text_is_refused(books: Books) -> None:
    made = msgspec.structs.replace(reading(summit()), document="0" * 64)
    with pytest.raises(ZakuroError, match="another text"):
        take_in(books, made, b"x", reader="zakuro", filed_by="anna")
    assert list(books.journal.entries(kind="document")) == []


def test_documents_are_numbered(books: Books) -> None:
    assert file(books, summit()) == "D-1"
    assert file(books, [said("result", "done", None, None, amount(1, "{centre}"))]) == "D-2"
    assert [row["number"] for row in books.journal.rows(tables.DOCUMENTS)] == [1, 2]


def test_words_are_found_by_statement_or_by_characters(books: Books) -> None:
    file(books, summit())
    words = source(books, "D-1:s2")
    assert (words.document, words.statement, words.exact) == (
        "D-1",
        "D-1:s2",
        "a platform for trade",
    )
    again = source(books, f"D-1:{words.start}-{words.end}")
    assert (again.exact, again.statement, again.published) == (words.exact, None, SAID)


@pytest.mark.parametrize("name", ["D-1:s99", "D-9:s1", "D-1:5", "D-1:9-3", "D-1:0-99999"])
def test_words_that_are_not_there(books: Books, name: str) -> None:
    file(books, summit())
    with pytest.raises(ZakuroError):
        source(books, name)


def test_what_is_retold_of_a_page_of_the_web_is_no_such_page(books: Books, tmp_path: Path) -> None:
    (tmp_path / "digest.txt").write_text("One < two.\nThree.\n", "utf-8")
    taken = take_in_file(
        books,
        tmp_path / "digest.txt",
        filed_by="anna",
        language="en",
        source="https://example.org/page.html",
        retold=True,
    )
    text = books.journal.blob(document(books, taken.name).sha256).decode()
    assert text == "One < two.\nThree.\n"
