import pytest

from tests.flow.builder import file, summit
from zakuro.flow.acting.review import correct, refuse
from zakuro.flow.acting.take_in import take_in
from zakuro.flow.browsing.documents import (
    _sign,
    documents,
    first_heading,
    in_context,
    open_document,
    paragraphs,
    retold,
)
from zakuro.flow.keeping.books import Books
from zakuro.flow.reading import read
from zakuro.model.errors import ZakuroError
from zakuro.read.document.block import Block


def test_a_document_in_the_list_and_opened(opened: Books) -> None:
    (listed,) = documents(opened)
    found = open_document(opened, "D-1")
    assert listed.name == found.name == "D-1"
    assert listed.statements == len(found.statements)
    assert [each.pledge for each in found.statements[:3]] == ["P-1", "P-2", "P-3"]
    assert {each.state for each in found.statements[:5]} <= {"accepted", "joined"}
    for each in found.statements:
        assert found.text[each.statement.start : each.statement.end] == each.statement.exact


def test_a_correction_stands_beside_the_reading(books: Books) -> None:
    import msgspec

    file(books, summit())
    first = open_document(books, "D-1").statements[0]
    other = msgspec.structs.replace(first.statement, topics=("health",))
    with books.writing() as writer:
        correct(writer, first.name, other, "anna")
        refuse(writer, "D-1:s2", "no pledge", "anna")
    corrected, refused = open_document(books, "D-1").statements[:2]
    assert corrected.state == "corrected"
    assert corrected.statement.topics != ("health",)
    assert corrected.now.topics == ("health",)
    assert refused.state == "refused"
    assert refused.now == refused.statement


def test_there_is_no_such_document(books: Books) -> None:
    with pytest.raises(ZakuroError, match="D-9"):
        open_document(books, "D-9")


def test_the_pieces_of_a_text_make_it_up() -> None:
    text = "# A summit\n\nChina will provide 3 grants in 2026.\n\n- one\n- two\n"
    reading = read(text, language="en")
    found = list(paragraphs(reading.text, reading.statements))
    assert found[0].kind == "heading"
    whole = ["".join(words for _, words in each.pieces) for each in found]
    assert "China will provide 3 grants in 2026." in whole
    assert [each.sign for each in found if each.kind == "item"] == ["-", "-"]
    assert first_heading(text) == "A summit"


def test_words_in_their_line() -> None:
    text = "before\nthe words here stand\nafter"
    assert in_context(text, 11, 16) == ("the ", "words", " here stand")
    assert in_context("one line\nwords here", 9, 14) == ("", "words", " here")
    assert in_context("words", 0, 5, around=3) == ("", "words", "")
    assert in_context("x" * 300, 150, 151, around=3) == ("…xxx", "x", "xxx…")
    assert in_context("one two three four", 8, 13, around=6) == ("…two ", "three", " four")
    assert in_context("one two three", 0, 3, around=6) == ("", "one", " two…")


def test_a_document_is_called_by_its_title_else_by_its_heading(books: Books) -> None:
    for number, title in enumerate(("The Astana Summit", None), start=1):
        text = f"# Heading {number}\n\nChina will provide 3 grants."
        found = read(text, language="en")
        take_in(books, found, text.encode(), reader="t", filed_by="anna", title=title)
    assert [each.title for each in documents(books)] == ["The Astana Summit", "Heading 2"]
    assert [each.name for each in documents(books, after=1)] == ["D-2"]


def test_digests_are_known(books: Books) -> None:
    file(books, summit(), retold=True, source="https://example.org/")
    assert retold(books) == ("D-1",)
    assert open_document(books, "D-1").filed.retold


@pytest.mark.parametrize(("sign", "kept"), [("1234567", "1234567"), ("12345678", "")])
def test_only_a_short_sign_before_a_block_is_one(sign: str, kept: str) -> None:
    text = f"before\n{sign} words"
    block = Block(kind="item", start=len(text) - 5, end=len(text))
    assert _sign(text, 6, block) == kept
