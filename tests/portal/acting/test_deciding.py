from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.portal.acting.conftest import TOKEN, Person
from zakuro.flow.deciding import texts
from zakuro.flow.deciding.demo import make_deciding_demo
from zakuro.flow.deciding.joint import Member
from zakuro.flow.keeping.books import open_books
from zakuro.portal.site import Site

ENTER = "/en/decisions/X-3/enter"


@pytest.fixture
def six(tmp_path: Path, settings_of: Callable[[Site], None]) -> Iterator[Person]:
    """The person at this machine, with a text that six invented states have before them."""
    place = str(tmp_path / "six.db")
    make_deciding_demo(tmp_path / "six.db").close()
    with open_books(place) as books:
        member = Member(party="XDO", filed_by="demo")
        texts.begin_text(books, member, "Seeds for all.", title="Seeds", language="en")
        texts.add_language(books, "X-3", member, "Семена для всех.", "ru")
        texts.table(books, "X-3", member)
    settings_of(Site(books=place, mode="open", person="me", token=TOKEN, hosts=("testserver",)))
    yield Person(place)
    settings_of(Site(books=place))


def test_a_receipt_and_a_silence_are_shown_and_written(six: Person) -> None:
    assert "Say something on this text" in six.get("/en/decisions/X-3").words
    for party in ("XAR", "XBE", "XCE", "XDO", "XEL", "XFE"):
        shown = six.post(ENTER, act="receive", party=party)
        assert "This would be written" in shown.words
        assert six.post(ENTER, act="receive", party=party, sure="1").status == 303
    until = (datetime.now(UTC) + timedelta(days=9)).isoformat()
    assert six.post(ENTER, act="silence", party="XAR", until=until, sure="1").status == 303
    said = six.post(ENTER, act="object", party="XFE", reason="too soon", sure="1")
    assert said.status == 303
    with open_books(six.place) as books:
        entry = books.journal.entry(books.journal.size())
    assert (entry.kind, entry.author.party, entry.author.filed_by) == ("objection", "XFE", "me")
    assert "too soon" in six.get("/en/decisions/X-3").words


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"act": "silence", "party": "XAR", "until": "soon"}, "is no moment"),
        ({"act": "silence", "party": "XAR", "until": "2099-12-10T12:00"}, "has no zone"),
        ({"act": "silence", "party": "XAR", "until": "2099-12-10"}, "is no moment"),
        ({"act": "attach", "party": "XAR"}, "give a text"),
        ({"act": "answer", "party": "XAR", "reason": "yes"}, "was not asked"),
        ({"act": "sing", "party": "XAR"}, "Choose what to enter"),
    ],
)
def test_what_makes_no_sense_is_refused(six: Person, fields: dict[str, str], said: str) -> None:
    answer = six.post(ENTER, **fields)
    assert (answer.status, said in answer.words) == (400, True), answer.words
