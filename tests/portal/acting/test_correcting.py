import msgspec

from tests.portal.acting.conftest import Person
from zakuro.flow.browsing.documents import open_document
from zakuro.flow.keeping.books import Books
from zakuro.portal.acting import correcting

TEXT = "China will provide Kazakhstan with grants of 5 million yuan in 2027.\n"
REVIEW = "/en/documents/D-3/review"


def test_one_field_is_corrected_and_the_rest_stays(person: Person, own: Books) -> None:
    person.post("/en/add", text=TEXT, published="2026-01-02")
    read = open_document(own, "D-3").statements[0].statement
    form = {f"set-{name}": text for name, text in correcting.as_written(read).items()}
    given = person.post(
        REVIEW, statement="s1", action="correct", **(form | {"set-receivers": "UZB"})
    )
    assert given.status == 303, given.words
    looked = open_document(own, "D-3").statements[0]
    assert looked.state == "corrected"
    assert looked.now == msgspec.structs.replace(read, receivers=("UZB",))
    assert looked.statement == read


def test_what_cannot_be_set_is_said_and_the_form_stays_open(person: Person) -> None:
    person.post("/en/add", text=TEXT, published="2026-01-02")
    given = person.post(REVIEW, statement="s1", action="correct", **{"set-receivers": "XX"})
    assert given.status == 400
    assert "no party" in given.words
    assert '<details class="correct" open>' in given.text


def test_what_was_emptied_is_none(own: Books) -> None:
    read = open_document(own, "D-1").statements[21].statement
    before = correcting.as_written(read)
    assert correcting.changes(read, {}) == {}
    assert correcting.changes(read, {"set-topics": ""}) == (
        {"topics": "none"} if before["topics"] else {}
    )


def test_choices() -> None:
    found = correcting.choices({"each": "1", "part_of": "p-4 "})
    assert (found.each, found.add_up, found.part_of) == (True, False, "P-4")
