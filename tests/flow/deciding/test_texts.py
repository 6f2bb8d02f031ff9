from pathlib import Path

import pytest

from tests.flow.builder import file, summit
from tests.flow.deciding.builder import HOUR, by, state, tabled
from zakuro.flow.acting.review import accept
from zakuro.flow.acting.take_in import statement
from zakuro.flow.deciding import texts
from zakuro.flow.deciding.joint import decision, words
from zakuro.flow.keeping.books import Books
from zakuro.model.decisions import Judgement
from zakuro.model.errors import ZakuroError


def test_a_text_goes_from_draft_to_the_table(books: Books) -> None:
    entry = texts.begin_text(books, by("UZB"), "One.", title="T", language="en")
    assert (entry.subject, state(books, "X-1")) == ("X-1", "draft")
    texts.revise(books, "X-1", by("UZB"), {"en": "Two.", "ru": "Два."})
    until = books.now() + HOUR
    asked = texts.consult(books, "X-1", by("UZB"), asked=("TJK", "TJK"), until=until)
    assert asked.body["asked"] == ["TJK"]
    texts.answer(books, "X-1", by("TJK"), "yes")
    texts.answer(books, "X-1", by("TJK"), "no", consultation=asked.number)
    assert decision(books, "X-1").consultations[0].answers["TJK"][2].text == "no"
    with pytest.raises(ZakuroError, match="CHN was not asked on X-1"):
        texts.answer(books, "X-1", by("CHN"), "yes")
    texts.table(books, "X-1", by("UZB"))
    assert state(books, "X-1") == "clean"
    assert words(books, decision(books, "X-1").version.texts, "ru") == "Два."


def test_a_text_is_begun_from_the_statements_of_a_document(books: Books) -> None:
    file(books, summit())
    text, origins = texts.from_statements(books, "D-1", ("pledge",))
    assert len(origins) == 5
    for origin in origins:
        assert text[origin.start : origin.end] == statement(books, origin.statement).exact
    assert text.count("\n\n") == 4
    texts.begin_text(books, by("UZB"), text, title="T", language="en", origins=origins)
    assert decision(books, "X-1").text.origins == origins
    with pytest.raises(ZakuroError, match="D-1 has no proposal or call"):
        texts.from_statements(books, "D-1", ("proposal", "call"))


def test_merged_texts_keep_their_traces(books: Books) -> None:
    tabled(books)
    tabled(books, "Another", "TJK")
    texts.begin_text(
        books, by("UZB"), "Both.", title="Both", language="en", made_from=("X-1", "X-2")
    )
    texts.withdraw(books, "X-1", by("UZB"), reason="merged", into="X-3")
    assert state(books, "X-1") == "withdrawn"
    assert decision(books, "X-3").text.made_from == ("X-1", "X-2")
    with pytest.raises(ZakuroError, match="There is no text X-9"):
        texts.withdraw(books, "X-2", by("TJK"), into="X-9")
    with pytest.raises(ZakuroError, match="There is no text X-9"):
        texts.begin_text(books, by("UZB"), "B", title="B", language="en", made_from=("X-9",))


def test_a_text_judges_a_pledge_of_its_giver(books: Books) -> None:
    file(books, summit())
    with books.writing() as writer:
        accept(writer, "D-1:s1", "anna")
    for judged, said in (
        (Judgement(pledge="P-9", party="CHN", value=1), "no pledge P-9"),
        (Judgement(pledge="P-1", party="KAZ", value=1), "KAZ promised nothing in P-1"),
    ):
        with pytest.raises(ZakuroError, match=said):
            texts.begin_text(books, by("UZB"), "J", title="J", language="en", judges=judged)
    judged = Judgement(pledge="P-1", party="CHN", value=1)
    texts.begin_text(books, by("UZB"), "J", title="J", language="en", judges=judged)
    assert decision(books, "X-1").text.judges == judged


def test_files_are_read_as_text(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes("援助".encode())
    assert texts.read_words(path) == "援助"
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(ZakuroError, match="is no UTF-8 text: at byte 0"):
        texts.read_words(path)
    with pytest.raises(ZakuroError, match="Cannot read"):
        texts.read_words(tmp_path)


def test_a_text_takes_another_ones_place(books: Books) -> None:
    tabled(books)
    with pytest.raises(ZakuroError, match="X-1 cannot take its own place"):
        texts.withdraw(books, "X-1", by("UZB"), into="X-1")
    assert state(books, "X-1") == "clean"


def test_a_document_that_is_not_there_has_nothing(books: Books) -> None:
    with pytest.raises(ZakuroError, match="There is no document D-9"):
        texts.from_statements(books, "D-9", ("proposal",))
