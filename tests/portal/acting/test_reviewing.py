from tests.portal.acting.conftest import Person
from zakuro.flow.browsing.documents import open_document
from zakuro.flow.keeping.books import Books
from zakuro.flow.things.entering import open_thing
from zakuro.flow.things.places import Place, places
from zakuro.portal.acting.reviewing import neighbour, queue

REVIEW = "/en/documents/D-3/review"
TEXT = (
    "China will provide Kazakhstan with grants of 5 million yuan in 2027.\n\n"
    "China will open three schools in Tajikistan.\n"
)


def _add(person: Person) -> None:
    assert person.post("/en/add", text=TEXT, published="2026-01-02").status == 303


def test_one_decision_leads_to_the_next(person: Person, own: Books) -> None:
    _add(person)
    given = person.post(REVIEW, statement="s1", action="accept")
    assert given.headers["Location"].endswith("done=D-3%3As1")
    page = person.get(given.headers["Location"])
    assert "s1: accepted" in page.words
    assert "1 of 2 pledges reviewed" in page.words
    assert open_document(own, "D-3").statements[0].state == "accepted"


def test_refusing_joining_and_undoing(person: Person, own: Books) -> None:
    _add(person)
    person.post(REVIEW, statement="s1", action="refuse", reason="a rumour")
    assert open_document(own, "D-3").statements[0].state == "refused"
    person.post(REVIEW, statement="s1", action="undo")
    assert open_document(own, "D-3").statements[0].state == "open"
    person.post(REVIEW, statement="s1", action="join", pledge="p-4")
    assert open_document(own, "D-3").statements[0].pledge == "P-4"
    entry = own.journal.entry(own.journal.size())
    assert entry.author.filed_by == "me"


def test_what_cannot_be_done_is_said(person: Person) -> None:
    _add(person)
    for fields in (
        {"action": "join"},
        {"action": "nothing"},
        {"action": "undo"},
        {"action": "join", "pledge": "P-999"},
    ):
        assert person.post(REVIEW, statement="s1", **fields).status == 400
    assert person.post(REVIEW, statement="s99", action="accept").status == 400
    assert person.get("/en/documents/D-9/review").status == 404


def test_a_named_thing_is_tied_by_a_button(person: Person, own: Books) -> None:
    _add(person)
    open_thing(own, "project", {"en": "three schools in Tajikistan"}, filed_by="me")
    page = person.get(f"{REVIEW}?statement=s2")
    assert 'name="tie" value="T-1"' in page.text
    given = person.post(REVIEW, statement="s2", tie="T-1")
    assert given.headers["Location"].endswith("statement=s2")
    assert Place("thing", "T-1") in places(own, "D-3:s2")
    assert 'name="tie"' not in person.get(f"{REVIEW}?statement=s2").text
    assert person.post(REVIEW, statement="s2", tie="T-9").status == 400


def test_candidates_are_of_other_documents(person: Person) -> None:
    _add(person)
    page = person.get(f"{REVIEW}?statement=s1").text
    assert '<option value="P-4">' in page


def test_the_queue_and_its_neighbours(person: Person, own: Books) -> None:
    _add(person)
    opened = open_document(own, "D-3")
    waits = queue(opened, "")
    assert [each.statement.id for each in waits] == ["s1", "s2"]
    assert {each.statement.id for each in queue(opened, "unsure")} == {"s1", "s2"}
    assert neighbour(opened, waits[0], 1) == "s2"
    assert neighbour(opened, waits[0], -1) == ""
    assert neighbour(opened, None, 1) == ""
