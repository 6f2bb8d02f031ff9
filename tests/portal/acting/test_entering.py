import pytest

from tests.portal.acting.conftest import Person
from zakuro.flow.keeping.books import Books

ENTER = "/en/pledges/P-4/enter"
REPORT = {
    "act": "report", "party": "CHN", "receiver": "UZB", "value": "10 000 000", "on": "2026-02-01",
}  # fmt: skip


def test_nothing_is_written_before_it_was_seen(person: Person, own: Books) -> None:
    before = own.journal.size()
    shown = person.post(ENTER, **REPORT)
    assert shown.status == 200
    assert "This would be written" in shown.words
    assert "value: 10000000" in shown.words
    assert own.journal.size() == before
    written = person.post(ENTER, sure="1", **REPORT)
    assert written.status == 303
    assert written.headers["Location"] == f"/en/pledges/P-4#E-{before + 1}"
    assert own.journal.entry(before + 1).author.filed_by == "me"


def test_a_report_is_confirmed_and_disputed(person: Person, own: Books) -> None:
    person.post(ENTER, sure="1", **REPORT)
    report = f"E-{own.journal.size()}"
    answer = {"party": "UZB", "report": report}
    assert person.post(ENTER, act="confirm", value="4000000", sure="1", **answer).status == 303
    refused = person.post(ENTER, act="dispute", sure="1", **answer)
    assert refused.status == 400
    assert "Say why" in refused.words
    given = person.post(ENTER, act="dispute", reason="no more came", sure="1", **answer)
    assert given.status == 303
    assert own.journal.entry(own.journal.size()).kind == "dispute"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"act": "report", "party": "KAZ", "value": "1"}, "KAZ"),
        ({"act": "report", "party": "CHN", "value": "many"}, "no number"),
        ({"act": "report", "party": "CHN", "value": "1", "on": "soon"}, "no day"),
        ({"act": "report", "party": "JPN", "value": "1"}, "no member of these books"),
        ({"act": "nothing", "party": "CHN"}, "Choose what to enter"),
        ({"act": "confirm", "party": "KAZ", "report": "E-1"}, "charter"),
    ],
)
def test_what_is_not_allowed_is_said(person: Person, fields: dict[str, str], said: str) -> None:
    given = person.post(ENTER, **fields)
    assert given.status == 400
    assert said in given.words


def test_the_forms_stand_on_the_pledge(person: Person) -> None:
    page = person.get("/en/pledges/P-4").words
    assert "Enter what was said since" in page
    assert "Which report" in page
