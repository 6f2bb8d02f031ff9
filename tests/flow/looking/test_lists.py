from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.flow.builder import file, reading, said
from zakuro.flow.acting import acts
from zakuro.flow.acting.acts import Word
from zakuro.flow.acting.review import accept
from zakuro.flow.acting.take_in import take_in
from zakuro.flow.keeping.books import Books
from zakuro.flow.looking.lists import count, pledges
from zakuro.model import vocabulary
from zakuro.model.acts import Term
from zakuro.model.errors import ZakuroError
from zakuro.model.statement import Statement

CHN = Word(party="CHN", filed_by="anna")
DAY = date(2026, 7, 1)


def take_in_as(books: Books, occasion: str, statement: Statement) -> str:
    """File a document of an occasion that says one thing."""
    made = reading([statement])
    content = made.text.encode()
    return take_in(books, made, content, reader="1", filed_by="anna", occasion=occasion)


def names(books: Books, **asked: object) -> list[str]:
    return [listed.name for listed in pledges(books, DAY, **asked)]  # type: ignore[arg-type]


def test_pledges_come_in_order_with_their_figures(opened: Books) -> None:
    acts.report(opened, "P-3", CHN, receiver="KAZ", value=Decimal(200), on=date(2025, 9, 30))
    found = list(pledges(opened, DAY))
    assert [listed.name for listed in found] == ["P-1", "P-2", "P-3", "P-4", "P-5"]
    grant = found[2]
    assert (grant.givers, grant.receivers, grant.object) == ("CHN", "C5", "grant")
    assert (grant.standing, grant.word, grant.bases) == ("late", "reported only", "mandated")
    assert grant.due == date(2026, 1, 1)
    (figures,) = grant.amounts
    assert (figures.pledged, figures.reported, figures.confirmed) == (
        Decimal(1_500_000_000),
        Decimal(200),
        Decimal(0),
    )


def test_they_are_filtered_by_giver_receiver_standing_and_topic(opened: Books) -> None:
    assert names(opened, giver="CHN", standing_is="not looked at") == ["P-3"]
    assert names(opened, giver="KAZ") == []
    assert names(opened, receiver="UZB") == ["P-1", "P-2", "P-3", "P-4", "P-5"]
    assert names(opened, receiver="AFG") == []
    assert names(opened, topic="training") == ["P-4"]
    assert names(opened, standing_is="not due") == ["P-4"]


def test_what_no_filter_can_ask_for_is_refused(opened: Books) -> None:
    with pytest.raises(ZakuroError, match="'splendour' is no topic"):
        names(opened, topic="splendour")
    with pytest.raises(ZakuroError, match="'XX' is no party"):
        names(opened, giver="XX")


def test_filters_hold_together(books: Books) -> None:
    for occasion, topic in (("Astana", "trade"), ("Xian", "trade"), ("Astana", "health")):
        words = f"{topic} at {occasion}"
        name = take_in_as(books, occasion, said("pledge", words, "support", None, topics=(topic,)))
        with books.writing() as writer:
            accept(writer, f"{name}:s1", "anna", anew=True)
    for known in (None, date(2030, 1, 1)):
        assert names(books, known_on=known, receiver="KAZ") == ["P-1", "P-2", "P-3"]
        assert names(books, known_on=known, receiver="KAZ", occasion="Astana") == ["P-1", "P-3"]
        assert names(books, known_on=known, receiver="KAZ", topic="trade") == ["P-1", "P-2"]
        assert names(books, known_on=known, receiver="KAZ", occasion="Astana", topic="trade") == [
            "P-1"
        ]
        assert names(books, known_on=known, occasion="Xian", topic="health") == []


def test_they_come_in_pages(opened: Books) -> None:
    assert names(opened, limit=2) == ["P-1", "P-2"]
    assert names(opened, limit=2, after=2) == ["P-3", "P-4"]
    assert names(opened, limit=1, receiver="KAZ", after=1) == ["P-2"]


def test_pages_hold_what_one_list_holds(books: Books) -> None:
    many = [said("pledge", f"pledge {n}", "support", None) for n in range(130)]
    file(books, many)
    with books.writing() as writer:
        for number in range(1, 131):
            accept(writer, f"D-1:s{number}", "anna")
    whole = names(books, limit=None)
    assert whole == [f"P-{n}" for n in range(1, 131)]
    assert names(books, limit=None, receiver="KAZ") == whole
    assert names(books, limit=120, receiver="KAZ") == whole[:120]


def test_each_givers_standing_is_its_own(books: Books) -> None:
    both = said("pledge", "hold a forum", "hold", "forum", givers=("CHN", "KAZ"), receivers=())
    file(books, [both])
    with books.writing() as writer:
        accept(writer, "D-1:s1", "anna")
    acts.set_term(books, "P-1", CHN, term=Term(end_date=date(2026, 9, 1)))
    acts.report(books, "P-1", CHN, value=Decimal(1), on=date(2025, 12, 1))
    assert names(books, giver="CHN", standing_is="kept") == ["P-1"]
    assert names(books, giver="KAZ", standing_is="not due") == ["P-1"]
    assert names(books, standing_is="not due") == ["P-1"]


@pytest.mark.parametrize(
    "chosen",
    [
        {},
        {"giver": "CHN"},
        {"receiver": "KAZ"},
        {"topic": "trade"},
        {"standing_is": "names no day"},
        {"word": "not reported"},
        {"occasion": "Astana 2025"},
        {"occasion": "nowhere"},
        {"giver": "CHN", "receiver": "C5", "word": "disputed"},
    ],
)
def test_a_count_is_the_length_of_its_list(opened: Books, chosen: dict[str, Any]) -> None:
    on = date(2025, 7, 1)
    assert count(opened, on, **chosen) == len(list(pledges(opened, on, limit=None, **chosen)))


def test_what_stands_nowhere_is_known_from_the_sums(opened: Books) -> None:
    day = date(2026, 7, 1)
    for giver in (None, "CHN", "KAZ"):
        stand = {listed.standing for listed in pledges(opened, day, giver=giver)}
        for code in vocabulary.standings():
            found = list(pledges(opened, day, giver=giver, standing_is=code))  # type: ignore[arg-type]
            assert bool(found) is (code in stand)
