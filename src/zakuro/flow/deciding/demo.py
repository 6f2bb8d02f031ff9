"""Six invented states decide: one text adopted by silence, one broken by an objection.

Nothing in it is any real state's act.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from importlib.resources import files
from pathlib import Path

from zakuro.flow.deciding import closing, texts
from zakuro.flow.deciding.brackets import Replacement, propose, settle
from zakuro.flow.deciding.joint import Member
from zakuro.flow.keeping.books import Books, make_books
from zakuro.flow.keeping.charter import parse_charter

PERSON = "demo"
BEGUN = datetime(2026, 9, 1, 4, tzinfo=UTC)
AS_OF = datetime(2026, 10, 1, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
SIX = ("XAR", "XBE", "XCE", "XDO", "XEL", "XFE")


class _Clock:
    """The clock of a story: it stands until it is turned."""

    def __init__(self) -> None:
        self.time = BEGUN

    def __call__(self) -> datetime:
        return self.time


def make_deciding_demo(path: Path) -> Books:
    """Make the books of the six invented states at ``path``, and open them."""
    clock = _Clock()
    charter = parse_charter(_example("charter.toml"), "the charter of the example")
    books = make_books(path, charter, name="zakuro.local/six", filed_by=PERSON, now=clock)
    _adopted_after_a_bracket(books, clock)
    _broken_by_an_objection(books, clock)
    return books


def _example(name: str) -> str:
    return (files("zakuro") / "examples" / "six-invented-states" / name).read_text("utf-8")


def _member(party: str) -> Member:
    return Member(party=party, filed_by=PERSON)


def _begin(books: Books, name: str, title: str, sponsor: str) -> str:
    member = _member(sponsor)
    words = _example(f"{name}.en.md")
    subject = texts.begin_text(books, member, words, title=title, language="en").subject
    texts.add_language(books, subject, member, _example(f"{name}.ru.md"), "ru")
    return subject


def _receive(books: Books, name: str) -> None:
    for party in SIX:
        closing.receive(books, name, _member(party))


def _adopted_after_a_bracket(books: Books, clock: _Clock) -> None:
    name = _begin(books, "programme", "Programme for the river line", "XBE")
    until = clock.time + 3 * DAY
    question = "Are two years enough for the bridge?"
    asked = ("XCE", "XDO")
    texts.consult(books, name, _member("XBE"), asked=asked, until=until, question=question)
    clock.time += DAY
    texts.answer(books, name, _member("XDO"), "Not for the bridge; a year that is named is better.")
    texts.answer(books, name, _member("XCE"), "Yes.")
    clock.time += DAY
    texts.table(books, name, _member("XBE"))
    replacements = [
        Replacement("en", "within two years", "by the end of 2028"),
        Replacement("ru", "в течение двух лет", "до конца 2028 года"),
    ]
    reason = "the bridge is finished in 2028"
    propose(books, name, _member("XDO"), replacements, reason=reason)
    clock.time += DAY
    settle(books, name, _member("XBE"), alternative="a1")
    _receive(books, name)
    clock.time += HOUR
    closing.open_silence(books, name, _member("XAR"), clock.time + 4 * DAY)
    clock.time += DAY
    words = "The line does not alter who keeps the waters of the river."
    closing.attach(books, name, _member("XEL"), sort="interpretation", text=words)


def _broken_by_an_objection(books: Books, clock: _Clock) -> None:
    clock.time += 5 * DAY
    name = _begin(books, "centre", "A centre for seeds", "XDO")
    texts.table(books, name, _member("XDO"))
    _receive(books, name)
    until = clock.time + 3 * DAY
    closing.open_silence(books, name, _member("XAR"), until)
    clock.time = until - HOUR
    reason = "equal parts weigh more on a small state: by the size of the harvest"
    closing.objects(books, name, _member("XFE"), reason=reason)
