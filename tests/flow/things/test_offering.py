import pytest

from tests.flow.things.builder import RAILWAY, railway
from zakuro.flow.acting.review import refuse
from zakuro.flow.acting.take_in import statement
from zakuro.flow.keeping.books import Books
from zakuro.flow.things import entering
from zakuro.flow.things.offering import Names, offers
from zakuro.model.errors import ZakuroError


def test_names_are_offered_and_a_person_ties(told: Books) -> None:
    name = railway(told)
    found = list(offers(told))
    assert [(each.statement, each.found, each.thing) for each in found] == [
        ("D-2:s1", "Year of Quality", ""),
        ("D-2:s5", RAILWAY.casefold(), name),
    ]
    entering.tie(told, name, "D-2:s5", filed_by="anna")
    assert [each.statement for each in offers(told, document="D-2")] == ["D-2:s1"]
    assert list(offers(told, document="D-1")) == []
    year = entering.open_thing(told, "programme", {"en": "year of quality"}, filed_by="a").subject
    assert [each.thing for each in offers(told, statement="D-2:s1")] == [year]
    with told.writing() as writer:
        refuse(writer, "D-2:s1", "no", "anna")
    assert list(offers(told)) == []


def test_of_a_pledge_the_pledge_is_tied(told: Books) -> None:
    entering.open_thing(told, "platform", {"en": "A platform for trade"}, filed_by="a")
    (found,) = offers(told, document="D-1")
    assert (found.statement, found.pledge, found.target) == ("D-1:s2", "P-2", "P-2")
    entering.tie(told, "T-1", "P-2", filed_by="a")
    assert list(offers(told, document="D-1")) == []


def test_what_is_closed_is_not_offered(told: Books) -> None:
    entering.close(told, railway(told), reason="no", filed_by="a")
    assert [each.thing for each in offers(told)] == [""]
    assert Names(told).find(statement(told, "D-2:s1")) == [("Year of Quality", "")]


def test_what_is_not_there(told: Books) -> None:
    with pytest.raises(ZakuroError, match="There is no document D-9"):
        list(offers(told, document="D-9"))
    with pytest.raises(ZakuroError, match="There is no statement"):
        list(offers(told, statement="D-2:s99"))
