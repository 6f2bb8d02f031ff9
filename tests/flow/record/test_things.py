from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest

from tests.flow.things.builder import RAILWAY, talked
from zakuro.flow.acting.take_in import statement
from zakuro.flow.demo import AS_OF, make_demo
from zakuro.flow.keeping import tables
from zakuro.flow.keeping.books import Books, open_books
from zakuro.flow.keeping.logs import verify_books
from zakuro.flow.record.things import KeptItem, KeptState, KeptThing, KeptTie, KeptUptake, Shelf
from zakuro.flow.things.followed.proposals import proposals
from zakuro.flow.things.joint import thing
from zakuro.flow.things.looking import show, things
from zakuro.flow.things.places import places
from zakuro.model.errors import ZakuroError

NAMES = {"p": "P-2", "said": "D-2:s5", "claim": "D-2:s6", "call": "D-2:s1", "opening": "E-3"}


@pytest.fixture
def shelf(opened: Books) -> Shelf:
    return Shelf(talked(opened), NAMES.__getitem__, "keeper")


def test_a_thing_is_kept_with_all_that_is_told_of_it(shelf: Shelf) -> None:
    name = shelf.keep(
        KeptThing(
            name="railway",
            sort="register",
            names={"en": RAILWAY},
            parties=("CHN",),
            unit="{platform}",
            start=date(2025, 1, 1),
            end=date(2026, 12, 31),
            place=("Kashgar", "Andijan"),
            route=True,
            tie=("p",),
            ties=(KeptTie(of="claim", unit="{platform}"),),
            states=(KeptState(state="begun", since=date(2025, 4, 29), rests="said"),),
            items=(
                KeptItem(sort="member", names={"en": "one"}, rests="said", tie=("p",)),
                KeptItem(sort="member", names={"en": "two"}, place="Baku@40.4,49.9"),
            ),
        )
    )
    kept = thing(shelf.books, name)
    assert [(tie.to, tie.item) for _, tie in kept.tied()] == [
        ("D-2:s5", 1),
        ("P-2", 1),
        ("P-2", None),
        ("D-2:s6", None),
    ]
    assert kept.thing.end_date == date(2027, 1, 1)
    assert [each.state.state for each in kept.told()] == ["begun"]


def test_what_became_of_a_proposal_is_entered(shelf: Shelf) -> None:
    shelf.take_up(KeptUptake(of="call", way="pledged", made="p"))
    shelf.take_up(KeptUptake(of="call", way="answered", by="CHN", rests="said"))
    assert [step.way for each in proposals(shelf.books) for step in each.steps] == [
        "pledged",
        "answered",
    ]


def test_what_rests_on_no_statement_is_told(shelf: Shelf) -> None:
    assert shelf.words("p") == "D-1:s2"
    with pytest.raises(ZakuroError, match="opening rests on no words"):
        shelf.words("opening")
    wrong = Shelf(shelf.books, lambda _: "D-2:0-5", "keeper")
    with pytest.raises(ZakuroError, match="not read as a statement"):
        wrong.target("x")


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Books]:
    place = tmp_path_factory.mktemp("things") / "demo.db"
    make_demo(place).close()
    with open_books(place) as books:
        yield books


def named(books: Books, name: str) -> str:
    return next(each.name for each in things(books, AS_OF) if name in each.names["en"])


def test_the_record_holds_the_things_it_is_known_for(record: Books) -> None:
    sorts = {each.sort for each in things(record, AS_OF)}
    assert {"project", "corridor", "centre", "platform", "regime", "register", "charter"} < sorts
    charter = show(record, named(record, "Spirit"), AS_OF)
    assert [item.sort for item in charter.items] == ["value"] * 5 + ["guideline"] * 5
    railway = show(record, named(record, "Kyrgyzstan-Uzbekistan railway"), AS_OF)
    begun = [told.since for told in railway.states if told.state == "begun"]
    assert len(begun) == 3
    assert {each.way for each in railway.against} == {"evidence", "day"}
    platforms = show(record, named(record, "Platforms of ministers"), AS_OF).register
    assert platforms is not None
    assert platforms.last is not None
    assert (platforms.last.value, platforms.named) == (Decimal(13), 8)
    series = show(record, named(record, "summits"), AS_OF)
    assert [item.number for item in series.items] == [1, 2, 3]
    assert series.next_due == f"{series.name}:i3"
    assert verify_books(record).faults == ()


WHERE = {
    "pledge": "pledge",
    "proposal": "proposals",
    "call": "proposals",
    "position": "positions",
    "principle": "thing",
    "result": "thing",
    "event": "thing",
    "context": "document",
}


def test_every_statement_of_the_summit_stands_where_it_belongs(record: Books) -> None:
    lost = []
    for row in record.journal.rows(tables.STATEMENTS, [("document", "=", 1)]):
        name = f"D-1:s{row['place']}"
        wanted = WHERE[statement(record, name).kind]
        if wanted not in {place.sort for place in places(record, name)}:
            lost.append((name, wanted))
    assert lost == []
