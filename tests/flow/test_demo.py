from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from zakuro.flow.acting.waiting import waiting
from zakuro.flow.demo import AS_OF, make_demo
from zakuro.flow.keeping.books import Books, open_books
from zakuro.flow.keeping.logs import verify_books
from zakuro.flow.looking.balances import balance
from zakuro.flow.looking.lists import Listed, pledges


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("record") / "demo.db"
    make_demo(place).close()
    return place


@pytest.fixture
def books(kept: Path) -> Iterator[Books]:
    with open_books(kept) as opened:
        yield opened


def standing(books: Books, words: str, on: date = AS_OF) -> Listed:
    (found,) = [each for each in pledges(books, on, limit=None) if words in each.words]
    return found


def test_the_record_is_as_large_as_it_says(books: Books) -> None:
    kinds = Counter(entry.kind for entry in books.journal.entries())
    against = [e for e in books.journal.entries(kind="evidence") if e.body.get("against")]
    assert kinds["pledge"] >= 60
    assert len(against) >= 25
    assert kinds["looked"] >= 60
    assert list(waiting(books)) == []
    assert balance(books, AS_OF).uneven == ()
    assert verify_books(books).faults == ()


def test_nothing_is_late_for_want_of_looking_and_no_score_is_shown(books: Books) -> None:
    found = list(pledges(books, AS_OF, limit=None))
    assert "not looked at" not in {each.standing for each in found}
    assert books.charter.the_score == "none"


def test_every_word_of_a_later_source_is_retold(books: Books) -> None:
    bases = {
        entry.author.basis
        for kind in ("report", "confirmation", "acknowledgement")
        for entry in books.journal.entries(kind=kind)
    }
    assert bases == {"retold"}


@pytest.mark.parametrize(
    ("words", "where", "word"),
    [
        ("友好城市增加到100对", "kept", "reported only"),
        ("常设秘书处", "kept", "confirmed"),
        ("5000万剂", "lapsed", "confirmed"),
        ("600 container trains", "behind", "reported only"),
        ("by 20 December 2025", "kept", "reported only"),
        ("5亿美元", "no report found", "not reported"),
    ],
)
def test_facts_that_the_record_is_known_for(
    books: Books, words: str, where: str, word: str
) -> None:
    found = standing(books, words)
    assert (found.standing, found.word) == (where, word)


def test_what_only_the_receiver_tells_is_marked(books: Books) -> None:
    told = [each for each in pledges(books, AS_OF, limit=None) if each.told_by_receiver]
    assert standing(books, "Китай поставит Туркменистану пять миллионов") in told
    assert len(told) >= 8
